/**
 * For one field, which records have each value: ascending ordinals, all values in one typed array. Building reads the field
 * of every record once; 4 bytes for each value of each record. For a value that is frequent come, once they are needed, one bit
 * a record to sieve another list, and 8 bytes for each of its records to hand them out; for several values that are asked for as one
 * array, 4 bytes for each of their records.
 */
import type { Row } from "./condition.ts";

/** One bit a record. */
export type Bits = Uint32Array;

/** Ascending ordinals: those of a typed array from `from` up to `to`. What was made of them is kept with them. */
export interface List {
  readonly all: Uint32Array;
  readonly from: number;
  readonly to: number;
  bits?: Bits;
  rows?: readonly Row[];
  /** How many of its records were handed out without a list of their own. */
  handed?: number;
}

/** The records by the values of one field. */
export interface Postings {
  /** The values, in the order of first use; `undefined` stands for records without one. */
  readonly values: readonly unknown[];
  /** The records that have a value; `undefined` for those without one. */
  of(value: unknown): List;
  /** The bits of the records that have one of several values. */
  bitsOf(values: readonly unknown[]): Bits;
  /** Those records as a list, from the second time on that the same array asks; undefined before. */
  union(values: readonly unknown[]): List | undefined;
}

/** Indexes a field. It throws a RangeError when there are more values than a typed array can hold. */
export function toPostings(rows: readonly Row[], field: string, key: string | undefined): Postings {
  const size = rows.length;
  const numbers = new Map<unknown, number | List>(); // of a value that was asked for, its list
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
    let number = numbers.get(value) as number | undefined;
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
    const number = numbers.get(value) as number;
    if (last[number] === row) return;
    last[number] = row;
    ordinals[ends[number]!++] = row;
  });
  const unions = new WeakMap<object, List | 1>();
  const of = (value: unknown): List => {
    let list = numbers.get(value) ?? { all: ordinals, from: 0, to: 0 };
    if (typeof list === "number") numbers.set(value, (list = { all: ordinals, from: ends[list - 1] ?? 0, to: ends[list]! }));
    return list;
  };
  const bitsOf = (several: readonly unknown[]): Bits => {
    const bits = new Uint32Array((size + 31) >>> 5);
    for (const value of several) toBits(of(value), bits);
    return bits;
  };
  return {
    values,
    of,
    bitsOf,
    union(several) {
      let list = unions.get(several);
      if (list === 1) {
        const bits = bitsOf(several);
        const all: number[] = [];
        for (let o = 0; o < size; o++) if ((bits[o >>> 5]! >>> o) & 1) all.push(o);
        list = { all: Uint32Array.from(all), from: 0, to: all.length };
      }
      unions.set(several, list ?? 1);
      return list;
    },
  };
}

/** Whether something is worth making of a list: not where bits would be more than twice as large as it. */
const frequent = ({ from, to }: List, size: number) => to - from >= size >>> 6;
/** The same as bits; undefined where it is not worth it. */
export const bitsOf = (list: List, size: number): Bits | undefined =>
  frequent(list, size) ? (list.bits ??= toBits(list, new Uint32Array((size + 31) >>> 5))) : undefined;
/**
 * Its records, so that a stretch of them is one copy; undefined where the list is short, and until as many were handed out one by
 * one as there are.
 */
export function rowsOf(list: List, rows: readonly Row[], wanted: number): readonly Row[] | undefined {
  if (list.rows || !frequent(list, rows.length)) return list.rows;
  list.handed = (list.handed ?? 0) + wanted;
  return list.handed < list.to - list.from ? undefined : (list.rows = rowsAt(rows, list.all, list.from, list.to));
}

/** The records at some ordinals. */
export function rowsAt(rows: readonly Row[], ordinals: Uint32Array, from = 0, to = ordinals.length): Row[] {
  const found = new Array<Row>(Math.max(0, to - from));
  for (let i = from; i < to; i++) found[i - from] = rows[ordinals[i]!]!;
  return found;
}

/** Sets the bits of a list of ordinals. */
export function toBits({ all, from, to }: List, into: Bits): Bits {
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
