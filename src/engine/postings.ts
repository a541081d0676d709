/**
 * For one field, which records have each value: ascending ordinals, all values in one typed array. Building reads the field
 * of every record once; 4 bytes for each value of each record, and one bit a record for each value that is frequent and had to
 * sieve another list.
 */
import type { Row } from "./condition.ts";

/** One bit a record. */
export type Bits = Uint32Array;

/** Ascending ordinals: those of a typed array from `from` up to `to`. */
export interface List {
  readonly all: Uint32Array;
  readonly from: number;
  readonly to: number;
  /** The number of the value that it belongs to. */
  readonly number: number;
  /** The bits that were made so far, by the number of the value. */
  readonly made: (Bits | undefined)[];
}

/** The records by the values of one field. */
export interface Postings {
  /** The values, in the order of first use; `undefined` stands for records without one. */
  readonly values: readonly unknown[];
  /** The records that have a value; `undefined` for those without one. */
  of(value: unknown): List;
}

/** Indexes a field. It throws a RangeError when there are more values than a typed array can hold. */
export function toPostings(rows: readonly Row[], field: string, key: string | undefined): Postings {
  const size = rows.length;
  const numbers = new Map<unknown, number>();
  const values: unknown[] = [];
  const counts: number[] = [];
  const last: number[] = []; // the record that had the value last: twice in one record is once
  const each = (add: (row: number, value: unknown) => void) => {
    for (let row = 0; row < size; row++) {
      const own = rows[row]![field];
      const list = (Array.isArray(own) ? own : [own]) as (Row | undefined)[];
      let none = true;
      for (let i = 0; i < list.length; i++) {
        const value = (key ? list[i]?.[key] : list[i]) ?? undefined;
        if (value !== undefined) add(row, value);
        none &&= value === undefined;
      }
      if (none) add(row, undefined);
    }
  };
  let used = 0;
  each((row, value) => {
    let number = numbers.get(value);
    if (number === undefined) {
      numbers.set(value, (number = values.push(value) - 1));
      counts[number] = 0;
    }
    if (last[number] === row) return;
    last[number] = row;
    counts[number]!++;
    used++;
  });
  if (used > 0xffffffff) throw new RangeError(`${field}: ${used} values are too many to index`);
  const ordinals = new Uint32Array(used);
  const ends = new Uint32Array(values.length);
  let end = 0;
  for (let i = 0; i < ends.length; i++) {
    ends[i] = end; // its start, until it is filled
    end += counts[i]!;
    last[i] = -1;
  }
  each((row, value) => {
    const number = numbers.get(value)!;
    if (last[number] === row) return;
    last[number] = row;
    ordinals[ends[number]!++] = row;
  });
  const made: (Bits | undefined)[] = [];
  return {
    values,
    of(value) {
      const number = numbers.get(value);
      const to = number === undefined ? 0 : ends[number]!;
      const from = number ? ends[number - 1]! : 0;
      return { all: ordinals, from, to, number: number ?? -1, made };
    },
  };
}

/** The same as bits, kept once made; undefined where bits would be more than twice as large as the list. */
export function bitsOf(list: List, size: number): Bits | undefined {
  const { from, to, number, made } = list;
  return to - from < size >>> 6 || to === from ? undefined : (made[number] ??= toBits(list, new Uint32Array((size + 31) >>> 5)));
}

/** Sets the bits of a list of ordinals. */
export function toBits({ all, from, to }: Pick<List, "all" | "from" | "to">, into: Bits): Bits {
  for (let i = from; i < to; i++) into[all[i]! >>> 5]! |= 1 << all[i]!;
  return into;
}

/** The first place in an ascending list whose number is at least `from`. */
export function lowerBound(list: Uint32Array, from: number, low = 0, high = list.length): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
