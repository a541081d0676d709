/**
 * How many records have each value, or each pair of values: one increment for each value of each record. The values of both
 * sides by record are made for the question and let go again.
 */
import { valuesOf, type Row } from "./condition.ts";
import type { Days } from "./days.ts";
import { never } from "./days.ts";
import type { Postings } from "./postings.ts";
import type { Store } from "./store.ts";

/** What records are grouped by: a field, or the year (4) or month (7) in which a date certainly lies. */
export type Grouping = { readonly field: string; readonly key?: string | undefined } | { readonly field: string; readonly length: 4 | 7 };

/** The values of each record as numbers: those of record `i` stand from `starts[i]` on; without `starts` it has exactly one. */
interface Side {
  readonly values: readonly unknown[];
  readonly flat: Uint32Array;
  readonly starts?: Uint32Array;
}

/** A combination of values, and how many records have it. */
export type Tally = readonly (readonly [values: readonly unknown[], count: number])[];

/** Up to so many combinations are counted in an array, more in a map. */
const most = 4_000_000;

function byRecord(postings: Postings, size: number): Side {
  const lists = postings.values.map((value) => postings.of(value));
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  const flat = new Uint32Array(total);
  if (total === size) {
    // every record has one value, or is in the list of those without
    for (const [number, list] of lists.entries()) for (let i = 0; i < list.length; i++) flat[list[i]!] = number;
    return { values: postings.values, flat };
  }
  const starts = new Uint32Array(size + 1);
  for (const list of lists) for (let i = 0; i < list.length; i++) starts[list[i]! + 1]!++;
  for (let i = 0; i < size; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice();
  for (const [number, list] of lists.entries()) for (let i = 0; i < list.length; i++) flat[next[list[i]!]!++] = number;
  return { values: postings.values, flat, starts };
}

function byPeriod({ earliest, latest }: Days, length: 4 | 7): Side {
  const unit = length === 4 ? 10000 : 100;
  const numbers = new Map<number, number>();
  const values: (string | undefined)[] = [];
  const flat = new Uint32Array(earliest.length);
  for (let i = 0; i < flat.length; i++) {
    const [from, to] = [Math.floor(earliest[i]! / unit), Math.floor(latest[i]! / unit)];
    const period = from === to && earliest[i] !== never ? from : -1;
    let number = numbers.get(period);
    if (number === undefined) {
      const text = String(period).padStart(length === 4 ? 4 : 6, "0");
      numbers.set(
        period,
        (number = values.push(period < 0 ? undefined : length === 4 ? text : `${text.slice(0, 4)}-${text.slice(4)}`) - 1),
      );
    }
    flat[i] = number;
  }
  return { values, flat };
}

/** The values of a record in a grouping; one that is undefined where it has none, or none for certain. */
function valuesAt(row: Row, by: Grouping): readonly unknown[] {
  if ("length" in by) {
    const date = row[by.field] as { earliest: string | null; latest: string | null } | undefined;
    const [from, to] = [date?.earliest?.slice(0, by.length), date?.latest?.slice(0, by.length)];
    return [from === to ? from : undefined];
  }
  const values = valuesOf(row, by.field, by.key);
  return values.length === 0 ? [undefined] : values;
}

/**
 * Counts the records in each combination of values.
 *
 * @param by - One grouping or two.
 * @param chosen - The records that count; undefined: all.
 */
export function tally(store: Store, by: readonly Grouping[], chosen: Uint32Array | undefined): Tally {
  const { rows } = store;
  const looks = chosen?.length ?? rows.length;
  const sides: Side[] = [];
  if (looks >= rows.length >>> 4)
    for (const group of by) {
      if ("length" in group) {
        const days = store.daysOf(group.field, looks);
        if (days && !days.broken) sides.push(byPeriod(days, group.length));
      } else {
        const postings = store.postingsOf(group.field, group.key, looks);
        if (postings) sides.push(byRecord(postings, rows.length));
      }
    }
  const counts = new Map<string, [unknown[], number]>();
  if (sides.length < by.length) {
    for (let i = 0; i < looks; i++) {
      const row = rows[chosen ? chosen[i]! : i]!;
      for (const a of valuesAt(row, by[0]!))
        for (const b of by[1] ? valuesAt(row, by[1]) : [undefined]) {
          const values = by[1] ? [a, b] : [a];
          const key = JSON.stringify(values.map((value) => value ?? null));
          const cell = counts.get(key);
          if (cell) cell[1]++;
          else counts.set(key, [values, 1]);
        }
    }
    return [...counts.values()];
  }
  const [a, b] = sides as [Side, Side?];
  const width = b ? b.values.length : 1;
  const size = a.values.length * width;
  const [cells, map] = size <= most ? [new Uint32Array(size), undefined] : [undefined, new Map<number, number>()];
  for (let i = 0; i < looks; i++) {
    const o = chosen ? chosen[i]! : i;
    const end = a.starts ? a.starts[o + 1]! : o + 1;
    for (let x = a.starts ? a.starts[o]! : o; x < end; x++) {
      const row = a.flat[x]! * width;
      const stop = !b ? 1 : b.starts ? b.starts[o + 1]! : o + 1;
      for (let y = !b ? 0 : b.starts ? b.starts[o]! : o; y < stop; y++) {
        const cell = b ? row + b.flat[y]! : row;
        if (cells) cells[cell]!++;
        else map.set(cell, (map.get(cell) ?? 0) + 1);
      }
    }
  }
  const found: [unknown[], number][] = [];
  for (const [cell, count] of (cells ?? map).entries())
    if (count > 0) found.push([b ? [a.values[Math.floor(cell / width)], b.values[cell % width]] : [a.values[cell]], count]);
  return found;
}
