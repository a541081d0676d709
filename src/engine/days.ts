/**
 * The days of all records as numbers, so that a range of days is an interval of records. Building reads each date once;
 * 12 bytes a record. A single date that is open at its start leaves no order to go by.
 */
import type { Row } from "./condition.ts";
import { lowerBound } from "./postings.ts";

/** Later than every day, and earlier. */
export const never = 0x7fffffff;
const always = -never;

/** The records that a range may hold: those from `low` up to `high` whose latest day lies from `least` to `most`. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly least: number;
  readonly most: number;
}

/** The days of the records. */
export interface Days {
  /** The earliest day of each record, as 20221205; `never` without a date. */
  readonly earliest: Int32Array;
  /** The latest day of each record; `never` without a date. */
  readonly latest: Int32Array;
  /** How many records have a date. */
  readonly dated: number;
  /** The records stand in the order of their earliest days, those without a date last, and each day is known. */
  readonly sorted: boolean;
  /** A date is made of something else than days, and nothing can be said of it here. */
  readonly broken: boolean;
  /** The interval of a range; undefined where the order of the records does not give one. */
  interval(from: string | null, to: string | null, certain: boolean): Interval | undefined;
}

/** `2022-12-05` as 20221205; NaN when it is no such text. */
const toDay = (text: string): number => (text.length === 10 ? +text.slice(0, 4) * 10000 + +text.slice(5, 7) * 100 + +text.slice(8) : NaN);

/** Reads the days of a date field. */
export function toDays(rows: readonly Row[], field: string): Days {
  const size = rows.length;
  const [earliest, latest] = [new Int32Array(size).fill(never), new Int32Array(size).fill(never)];
  let dated = 0;
  let sum = 0; // NaN as soon as one day is none
  let open = false;
  for (let i = 0; i < size; i++) {
    const own = rows[i]![field] as { readonly earliest: string | null; readonly latest: string | null } | undefined;
    if (!own) continue;
    dated++;
    const from = own.earliest === null ? always : toDay(own.earliest);
    const to = own.latest === null ? never : own.latest === own.earliest ? from : toDay(own.latest);
    sum += from + to;
    open ||= own.earliest === null;
    earliest[i] = from;
    latest[i] = to;
  }
  const broken = Number.isNaN(sum);
  const sorted = !broken && !open && earliest.every((day, i) => !(earliest[i - 1]! > day));
  // the latest day of a record and all before it
  let reached = always;
  const reach = latest.map((day) => (reached = Math.max(reached, day)));
  return {
    earliest,
    latest,
    dated,
    sorted,
    broken,
    interval(from, to, certain) {
      const [first, last] = [from === null ? always : toDay(from), to === null ? never : toDay(to)];
      if (!sorted) return undefined;
      const high = to === null ? dated : lowerBound(earliest, last + 1, 0, dated);
      const whole = lowerBound(earliest, first, 0, high); // from here on each begins in the range
      if (certain) return { low: whole, high, least: always, most: last };
      const low = lowerBound(reach, first, 0, whole);
      return { low, high, least: low < whole ? first : always, most: never };
    },
  };
}
