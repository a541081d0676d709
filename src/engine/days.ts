/**
 * The days of all records as numbers, so that a range of days is an interval of records. Building reads each date once;
 * 12 bytes a record. A single date that is open at its start, or ends before it starts, leaves no order to go by.
 */
import { never } from "../date.ts";
import { earliestOf, latestOf, type DateSpan, type Row } from "./condition.ts";

/** The days of the records. */
export interface Days {
  /** The earliest day of each record, as 20221205; 0 for an open start, `never` without a date. */
  readonly earliest: Uint32Array;
  /** The latest day of each record; `never` for an open end, and without a date. */
  readonly latest: Uint32Array;
  /** How many records have a date. */
  readonly dated: number;
  /** The records stand in the order of their earliest days, those without a date last, and each day is known. */
  readonly sorted: boolean;
  /** A date is made of something else than days, and nothing can be said of it here. */
  readonly broken: boolean;
  /** The latest day of each record and all before it. */
  readonly reach: Uint32Array;
}

/** Reads the days of a date field. */
export function toDays(rows: readonly Row[], field: string): Days {
  const size = rows.length;
  const [earliest, latest] = [new Uint32Array(size).fill(never), new Uint32Array(size).fill(never)];
  let dated = 0;
  let sum = 0; // NaN as soon as one day is none
  let unordered = false;
  for (let i = 0; i < size; i++) {
    const own = rows[i]![field] as DateSpan | undefined;
    if (!own) continue;
    dated++;
    sum += earliest[i] = earliestOf(own);
    sum += latest[i] = latestOf(own);
    unordered ||= own.earliest === null || earliest[i]! > latest[i]!;
  }
  const broken = Number.isNaN(sum);
  let reached = 0;
  return {
    earliest,
    latest,
    dated,
    broken,
    sorted: !broken && !unordered && earliest.every((day, i) => !(earliest[i - 1]! > day)),
    reach: latest.map((day) => (reached = Math.max(reached, day))),
  };
}
