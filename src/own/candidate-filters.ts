/** Filters over candidates: each keeps those that meet one condition, in their order. */
import type { Item } from "../criteria/condition.ts";
import { lowerBoundNear, type Bitmap, type PostingList } from "./posting-list.ts";

/**
 * Reads the ordinals of `source` from `start` up to `end`, writes those that it keeps to the front
 * of `target`, and returns their number. `source` and `target` may be the same array.
 */
export type Filter = (
  source: Uint32Array,
  start: number,
  end: number,
  target: Uint32Array,
) => number;

/** Keeps records whose bit is set; with `not`, those whose bit is not set. */
export function keepByBitmap(bitmap: Bitmap, not: boolean): Filter {
  const flip = not ? 1 : 0;
  return (source, start, end, target) => {
    let kept = 0;
    for (let i = start; i < end; i++) {
      const ordinal = source[i]!;
      // the write is repeated until a record is kept: a branch here would take three times as long
      target[kept] = ordinal;
      kept += ((bitmap[ordinal >>> 5]! >>> ordinal) & 1) ^ flip;
    }
    return kept;
  };
}

/** Keeps records that are in another posting list: an intersection by binary search. */
export function keepByList({ ordinals, start: first, end: last }: PostingList): Filter {
  return (source, start, end, target) => {
    let kept = 0;
    let position = first;
    for (let i = start; i < end && position < last; i++) {
      const ordinal = source[i]!;
      position = lowerBoundNear(ordinals, ordinal, position, last);
      if (position < last && ordinals[position] === ordinal) target[kept++] = ordinal;
    }
    return kept;
  };
}

/** Keeps records whose day lies between two days. */
export function keepByDay(days: Uint32Array, least: number, most: number): Filter {
  return (source, start, end, target) => {
    let kept = 0;
    for (let i = start; i < end; i++) {
      const ordinal = source[i]!;
      if (days[ordinal]! >= least && days[ordinal]! <= most) target[kept++] = ordinal;
    }
    return kept;
  };
}

/** Keeps records that pass a test. */
export function keepByTest(records: readonly Item[], test: (record: Item) => boolean): Filter {
  return (source, start, end, target) => {
    let kept = 0;
    for (let i = start; i < end; i++) if (test(records[source[i]!]!)) target[kept++] = source[i]!;
    return kept;
  };
}
