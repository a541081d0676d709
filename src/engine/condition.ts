/**
 * What a question asks of one field, and the plain test of it: what the engine must equal. A test costs a look at the
 * field of one record.
 */
import { digits, never } from "../date.ts";

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
  /** Days, as 20221205, that may lie in a range, or that certainly do; 0 and `never` are open ends. */
  | { readonly field: string; readonly first: number; readonly last: number; readonly certain: boolean }
  /** Whatever the function says. */
  | { readonly test: (row: Row) => boolean };

/** A date as records have it, its days as `2022-12-05`; null is an open end. */
export interface DateSpan {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** The earliest day of a date as a number; NaN when it is written otherwise. */
export const earliestOf = ({ earliest }: DateSpan): number => (earliest === null ? 0 : digits(earliest, 10));
/** The latest day. */
export const latestOf = ({ latest }: DateSpan): number => (latest === null ? never : digits(latest, 10));

/** Whether a field has one of the values, or with `missing` none. */
function some(own: unknown, key: string | undefined, wanted: ReadonlySet<unknown>, missing: boolean): boolean {
  if (own === undefined) return missing;
  if (!Array.isArray(own)) return wanted.has(key ? (own as Row)[key] : own);
  for (let i = 0; i < own.length; i++) if (wanted.has(key ? (own[i] as Row)[key] : own[i])) return true;
  return missing && own.length === 0;
}

/** The condition as a function of one record. */
export function testOf(condition: Condition): (row: Row) => boolean {
  if ("test" in condition) return (row) => condition.test(row);
  const { field } = condition;
  if ("groups" in condition) {
    const { key, not } = condition;
    const missing = condition.missing || not;
    const groups = condition.groups.map((group) => new Set(group));
    return (row) => {
      for (let i = 0; i < groups.length; i++) if (some(row[field], key, groups[i]!, missing) === not) return false;
      return true;
    };
  }
  const { first, last, certain } = condition;
  return (row) => {
    const own = row[field] as DateSpan | undefined;
    if (own === undefined) return false;
    const from = earliestOf(own);
    const to = latestOf(own);
    return certain ? from >= first && to <= last : to >= first && from <= last;
  };
}
