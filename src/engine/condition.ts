/**
 * What a question asks of one field, and the plain test of it: what the engine must equal. A test costs a look at the
 * field of one record.
 */

/** A record, as far as the engine knows one. */
export type Row = Readonly<Record<string, unknown>>;

/** What must hold of a field. `key` names the member by which objects in the field are matched. */
export type Condition =
  /** One value of each group; `missing`: or no value at all. `not`: a value, and none of the group. */
  | {
      readonly field: string;
      readonly key?: string | undefined;
      readonly groups: readonly (readonly unknown[])[];
      readonly missing: boolean;
      readonly not: boolean;
    }
  /** Days that may lie in a range, or that certainly do; null is an open end. */
  | { readonly field: string; readonly from: string | null; readonly to: string | null; readonly certain: boolean }
  /** Whatever the function says. */
  | { readonly test: (row: Row) => boolean };

/** Whether a field has one of the values, or with `missing` none. */
function some(own: unknown, key: string | undefined, wanted: ReadonlySet<unknown>, missing: boolean): boolean {
  if (own === undefined) return missing;
  if (!Array.isArray(own)) return wanted.has(key ? (own as Row)[key] : own);
  for (let i = 0; i < own.length; i++) if (wanted.has(key ? (own[i] as Row)[key] : own[i])) return true;
  return missing && own.length === 0;
}

/** The condition as a function of one record. */
export function testOf(condition: Condition): (row: Row) => boolean {
  if ("test" in condition) return condition.test;
  const { field } = condition;
  if ("groups" in condition) {
    const { key, missing, not } = condition;
    const groups = condition.groups.map((group) => new Set(group));
    return (row) => {
      for (const group of groups) if (some(row[field], key, group, missing || not) === not) return false;
      return true;
    };
  }
  const { from, to, certain } = condition;
  return (row) => {
    const own = row[field] as { readonly earliest: string | null; readonly latest: string | null } | undefined;
    if (own === undefined) return false;
    const { earliest, latest } = own;
    return certain
      ? (from === null || (earliest !== null && earliest >= from)) && (to === null || (latest !== null && latest <= to))
      : (from === null || latest === null || latest >= from) && (to === null || earliest === null || earliest <= to);
  };
}

/** The values of a field, each once; none where it is not stated. */
export function valuesOf(row: Row, field: string, key: string | undefined): unknown[] {
  const own = row[field];
  if (own === undefined) return [];
  const list = Array.isArray(own) ? (own as unknown[]) : [own];
  return [...new Set(key ? list.map((value) => (value as Row)[key]) : list)];
}
