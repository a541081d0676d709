/**
 * Posting lists: the records that have a value, as ascending ordinals. The ordinal of a record is
 * its position in the store. All posting lists of a field share one typed array.
 */

import type { Item } from "../criteria/condition.ts";

/** One bit per record. */
export type Bitmap = Uint32Array;

/** The ordinals from `start` up to `end` of a shared array. */
export interface PostingList {
  readonly ordinals: Uint32Array;
  readonly start: number;
  readonly end: number;
  /** The same records as bits, once they were needed. */
  bitmap?: Bitmap;
  /** The same records themselves, once a part of them was asked for. */
  records?: readonly Item[];
}

export function lengthOf({ start, end }: PostingList): number {
  return end - start;
}

export function hasBit(bitmap: Bitmap, ordinal: number): boolean {
  return ((bitmap[ordinal >>> 5]! >>> ordinal) & 1) === 1;
}

/** Sets the bits of the records in some posting lists. */
export function toBitmap(lists: readonly PostingList[], recordCount: number): Bitmap {
  const bitmap = new Uint32Array((recordCount + 31) >>> 5);
  for (const { ordinals, start, end } of lists)
    for (let i = start; i < end; i++) bitmap[ordinals[i]! >>> 5]! |= 1 << ordinals[i]!;
  return bitmap;
}

/**
 * The bitmap of a posting list, made once. Undefined for a short list, where a binary search is as
 * fast and a bitmap would take more than twice the memory of the list.
 */
export function bitmapOf(list: PostingList, recordCount: number): Bitmap | undefined {
  if (lengthOf(list) < recordCount >>> 6) return undefined;
  return (list.bitmap ??= toBitmap([list], recordCount));
}

/** The union of several posting lists, as a list of its own. */
export function toUnion(lists: readonly PostingList[], recordCount: number): PostingList {
  const bitmap = toBitmap(lists, recordCount);
  const found: number[] = [];
  for (let ordinal = 0; ordinal < recordCount; ordinal++)
    if (hasBit(bitmap, ordinal)) found.push(ordinal);
  return { ordinals: Uint32Array.from(found), start: 0, end: found.length, bitmap };
}

/**
 * The first position in an ascending array, between `low` and `high`, whose number is at least
 * `least`.
 */
export function lowerBound(
  sorted: Uint32Array,
  least: number,
  low = 0,
  high = sorted.length,
): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** {@link lowerBound} from `low` on, for a number that is expected soon after it. */
export function lowerBoundNear(
  sorted: Uint32Array,
  least: number,
  low: number,
  high: number,
): number {
  let step = 1;
  while (low + step < high && sorted[low + step]! < least) step *= 2;
  return lowerBound(sorted, least, low + (step >>> 1), Math.min(high, low + step + 1));
}
