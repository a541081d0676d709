/**
 * How many records have each value, or each pair of values: one increment for each value of each record. What is made for the
 * question is let go again: the values by record, up to 48 MB for the cells, and a number to sort by for each cell.
 */
import { never } from "../date.ts";
import type { DateSpan, Row } from "./condition.ts";
import type { Days } from "./days.ts";
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

/** Each list of postings with the number of its value. */
const eachOf = (postings: Postings, use: (ordinal: number, number: number) => void) => {
  const { values } = postings;
  for (let number = 0; number < values.length; number++) {
    const { all, from, to } = postings.of(values[number]);
    for (let i = from; i < to; i++) use(all[i]!, number);
  }
};

function byRecord(postings: Postings, size: number): Side {
  const { values } = postings;
  const starts = new Uint32Array(size + 1);
  let total = 0;
  eachOf(postings, (ordinal) => (starts[ordinal + 1]!++, total++));
  const flat = new Uint32Array(total);
  if (total === size) {
    // every record has one value, or is in the list of those without
    eachOf(postings, (ordinal, number) => (flat[ordinal] = number));
    return { values, flat };
  }
  for (let i = 0; i < size; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice();
  eachOf(postings, (ordinal, number) => (flat[next[ordinal]!++] = number));
  return { values, flat, starts };
}

function byPeriod({ earliest, latest }: Days, length: 4 | 7): Side {
  const unit = length === 4 ? 10000 : 100;
  const numbers = new Map<number, number>();
  const values: (string | undefined)[] = [];
  const flat = new Uint32Array(earliest.length);
  const numberOf = (from: number, to: number): number => {
    const same = Math.floor(from / unit) === Math.floor(to / unit) && from % never > 0;
    const period = same ? Math.floor(from / unit) : -1;
    let number = numbers.get(period);
    if (number === undefined) {
      const text = String(period).padStart(length === 4 ? 4 : 6, "0");
      numbers.set(period, (number = values.push(!same ? undefined : length === 4 ? text : `${text.slice(0, 4)}-${text.slice(4)}`) - 1));
    }
    return number;
  };
  let [from, to, number] = [NaN, NaN, 0];
  for (let i = 0; i < flat.length; i++) {
    // neighbours mostly have the same day
    if (earliest[i] !== from || latest[i] !== to) {
      from = earliest[i]!;
      to = latest[i]!;
      number = numberOf(from, to);
    }
    flat[i] = number;
  }
  return { values, flat };
}

/** The values of a field, each once; none where it is not stated. */
function valuesOf(row: Row, field: string, key: string | undefined): unknown[] {
  const own = row[field];
  if (own === undefined) return [];
  const list = Array.isArray(own) ? (own as unknown[]) : [own];
  const values = key ? list.map((value) => (value as Row | null | undefined)?.[key]) : list;
  return [...new Set(values)].filter((value) => value !== undefined && value !== null);
}

/** The values of a record in a grouping; one that is undefined where it has none, or none for certain. */
function valuesAt(row: Row, by: Grouping): readonly unknown[] {
  if ("length" in by) {
    const date = row[by.field] as DateSpan | undefined;
    const [from, to] = [date?.earliest?.slice(0, by.length), date?.latest?.slice(0, by.length)];
    return [from === to ? from : undefined];
  }
  const values = valuesOf(row, by.field, by.key);
  return values.length === 0 ? [undefined] : values;
}

/** The numbers of values in the order of their characters, undefined last. */
const inOrder = (values: readonly unknown[]): number[] =>
  [...values.keys()].sort((a, b) =>
    values[b] === undefined || (values[a] !== undefined && (values[a] as string) < (values[b] as string)) ? -1 : 1,
  );

/**
 * Counts the records in each combination of values: the most frequent first, then by value, undefined last.
 *
 * @param by - One grouping or two.
 * @param chosen - The records that count; undefined: all.
 */
export function tally(store: Store, by: readonly Grouping[], chosen: Uint32Array | undefined): Tally {
  const { rows } = store;
  const looks = chosen?.length ?? rows.length;
  const indexes: (Postings | Days)[] = [];
  if (looks >= rows.length >>> 4)
    for (const group of by) {
      const index = "length" in group ? store.daysOf(group.field, looks) : store.postingsOf(group.field, group.key, looks);
      if (index && !("broken" in index && index.broken)) indexes.push(index);
    }
  // how many records have the numbers x and y of the two sides' values
  let cells: Uint32Array | Map<number, number>;
  let sides: (readonly unknown[])[];
  let width: number;
  if (indexes.length < by.length) {
    // a scan: values are numbered as they come
    const numbers = by.map(() => new Map<unknown, number>());
    cells = new Map<number, number>();
    width = by[1] ? 2 ** 26 : 1;
    const numberOf = (side: number, value: unknown): number => {
      let number = numbers[side]!.get(value);
      if (number === undefined) numbers[side]!.set(value, (number = numbers[side]!.size));
      return number;
    };
    for (let i = 0; i < looks; i++) {
      const row = rows[chosen ? chosen[i]! : i]!;
      const second = by[1] && valuesAt(row, by[1]);
      for (const a of valuesAt(row, by[0]!))
        for (const b of second ?? [0]) {
          const cell = numberOf(0, a) * width + (second ? numberOf(1, b) : 0);
          cells.set(cell, (cells.get(cell) ?? 0) + 1);
        }
    }
    sides = numbers.map((own) => [...own.keys()]);
  } else {
    const side = (i: number): Side => {
      const [index, group] = [indexes[i]!, by[i]!];
      return "length" in group ? byPeriod(index as Days, group.length) : byRecord(index as Postings, rows.length);
    };
    const direct = !chosen && by[1] && !("length" in by[1]) ? (indexes[1] as Postings) : undefined;
    const a = side(0);
    const b = by[1] && !direct ? side(1) : undefined;
    sides = by[1] ? [a.values, (direct ?? b!).values] : [a.values];
    width = sides[1]?.length ?? 1;
    const size = a.values.length * width;
    const counts = size <= most ? new Uint32Array(size) : undefined;
    const map = new Map<number, number>();
    cells = counts ?? map;
    const add = (cell: number) => (counts ? counts[cell]!++ : map.set(cell, (map.get(cell) ?? 0) + 1));
    const from = (own: Side, o: number) => (own.starts ? own.starts[o]! : o);
    if (direct && counts && !a.starts) {
      // the frequent case, without a call for each value
      const { flat } = a;
      for (let number = 0; number < width; number++) {
        const list = direct.of(direct.values[number]);
        for (let i = list.from; i < list.to; i++) counts[flat[list.all[i]!]! * width + number]!++;
      }
    } else if (direct)
      eachOf(direct, (o, number) => {
        for (let x = from(a, o); x < from(a, o + 1); x++) add(a.flat[x]! * width + number);
      });
    else
      for (let i = 0; i < looks; i++) {
        const o = chosen ? chosen[i]! : i;
        for (let x = from(a, o); x < from(a, o + 1); x++)
          if (!b) add(a.flat[x]!);
          else for (let y = from(b, o); y < from(b, o + 1); y++) add(a.flat[x]! * width + b.flat[y]!);
      }
  }
  // sorted as one number each: the count, turned round, then the places of the values
  const [first, second = [0]] = sides.map(inOrder) as [number[], number[]?];
  const [placeX, placeY] = [first, second].map((order) => {
    const places = new Uint32Array(order.length);
    for (const [place, number] of order.entries()) places[number] = place;
    return places;
  }) as [Uint32Array, Uint32Array];
  const count = (cell: number) => (cells instanceof Map ? cells.get(cell)! : cells[cell]!);
  const span = first.length * second.length;
  const place = (cell: number) => placeX[Math.floor(cell / width)]! * second.length + placeY[cell % width]!;
  let highest = 0;
  let used = 0;
  const keys = new Float64Array(cells instanceof Map ? cells.size : cells.length);
  const each = (use: (cell: number) => void) => {
    if (cells instanceof Map) for (const cell of cells.keys()) use(cell);
    else for (let cell = 0; cell < keys.length; cell++) if (count(cell) > 0) use(cell);
  };
  each((cell) => {
    highest = Math.max(highest, count(cell));
    keys[used++] = cell;
  });
  if ((highest + 1) * span > Number.MAX_SAFE_INTEGER)
    // more than one number holds exactly
    return Array.from(
      keys.subarray(0, used).sort((a, b) => count(b) - count(a) || place(a) - place(b)),
      (cell) => {
        const x = Math.floor(cell / width);
        return [by[1] ? [sides[0]![x], sides[1]![cell % width]] : [sides[0]![x]], count(cell)] as const;
      },
    );
  for (let i = 0; i < used; i++) keys[i] = (highest - count(keys[i]!)) * span + place(keys[i]!);
  return Array.from(keys.subarray(0, used).sort(), (key) => {
    const at = key % span;
    const [x, y] = [first[Math.floor(at / second.length)]!, second[at % second.length]!];
    return [by[1] ? [sides[0]![x], sides[1]![y]] : [sides[0]![x]], highest - Math.floor(key / span)] as const;
  });
}
