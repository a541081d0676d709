/** Counting records by the values of their fields. */
import { isInexact, valuesOfField, type Item } from "../criteria/condition.ts";
import { compareText, type DateSpan } from "../dates/date-order.ts";

/**
 * What records are grouped by: the values of a field, or the month or year in which a date
 * certainly lies.
 */
export type Grouping =
  | { readonly field: string; readonly key?: string | undefined }
  | { readonly field: string; readonly period: "month" | "year" };

/** A combination of values, one of each grouping; null: not stated, or not certain. */
export type Combination = readonly (string | null)[];

/** A combination and how many records have it. */
export interface Cell {
  /**
   * A value for each field that was asked for; null: not stated, or for `month` and `year` not
   * certain.
   */
  readonly values: Combination;
  /** How many records have them all. */
  readonly count: number;
}

/** A table of counts. A record with several values counts once in each of their cells. */
export interface Counts {
  /** How many records matched. */
  readonly total: number;
  /** The most frequent first, then by value, null last. */
  readonly cells: readonly Cell[];
}

/**
 * The period in which a date lies, `2022-06` or `2022`; null when it does not certainly lie in one.
 */
export function periodOf(
  date: DateSpan | null | undefined,
  period: "month" | "year",
): string | null {
  if (date && isInexact(date)) return null;
  const length = period === "month" ? 7 : 4;
  const earliest = date?.earliest?.slice(0, length);
  return earliest !== undefined && earliest === date?.latest?.slice(0, length) ? earliest : null;
}

/** The values of a record in a grouping, each once; [null] where it has none. */
export function valuesInGrouping(record: Item, grouping: Grouping): (string | null)[] {
  if ("period" in grouping)
    return [periodOf(record[grouping.field] as DateSpan | undefined, grouping.period)];
  const values = new Set(valuesOfField(record, grouping.field, grouping.key) as string[]);
  return values.size === 0 ? [null] : [...values];
}

/** The most frequent first, then by value, null last. */
export function compareCells(a: Cell, b: Cell): number {
  if (a.count !== b.count) return b.count - a.count;
  for (const [i, value] of a.values.entries()) {
    const order = compareText(value ?? undefined, b.values[i] ?? undefined);
    if (order !== 0) return order;
  }
  return 0;
}
