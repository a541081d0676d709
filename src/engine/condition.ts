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

/** The earliest day of a date as a number, read from its first ten characters; NaN when they are written otherwise. */
export const earliestOf = ({ earliest }: DateSpan): number => (earliest === null ? 0 : digits(earliest, 10));
/** The latest day. */
export const latestOf = ({ latest }: DateSpan): number => (latest === null ? never : digits(latest, 10));

/** Whether a field has one of the values, or with `missing` none. A list that is empty has none, nor have null and an object without the key. */
function some(own: unknown, key: string | undefined, wanted: ReadonlySet<unknown>, missing: boolean): boolean {
  const list = (Array.isArray(own) ? own : [own]) as (Row | undefined)[];
  let none = true;
  for (let i = 0; i < list.length; i++) {
    const value = (key ? list[i]?.[key] : list[i]) ?? undefined;
    if (wanted.has(value)) return true;
    none &&= value === undefined;
  }
  return missing && none;
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
    if (!own) return false;
    const from = earliestOf(own);
    const to = latestOf(own);
    return certain ? from >= first && to <= last : to >= first && from <= last;
  };
}
