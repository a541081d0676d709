/**
 * Counts of values and of pairs of values, from the indexes of their fields: one increment per pair
 * and record.
 */
import { periodOf, type Cell, type Counts, type Grouping } from "../collections/counts.ts";
import { compareText, type DateSpan } from "../dates/date-order.ts";
import type { FieldIndex } from "./field-index.ts";
import type { PostingList } from "./posting-list.ts";
import type { Indexes } from "./query-plan.ts";

/**
 * The values of each record as numbers: those of record `i` are `numbers[starts[i]]` to
 * `numbers[starts[i + 1] - 1]`.
 */
interface NumberedValues {
  readonly values: readonly (string | null)[];
  readonly numbers: Uint32Array;
  readonly starts: Uint32Array;
}

/** A pair of value numbers and how many records have it. */
interface NumberedCell {
  readonly first: number;
  readonly second: number;
  readonly count: number;
}

/** Up to this many pairs are counted in an array, more in a map. */
const largestArray = 4_000_000;

function eachPosting(index: FieldIndex, use: (ordinal: number, number: number) => void): void {
  index.values.forEach((value, number) => {
    const { ordinals, start, end }: PostingList = index.listOf(value);
    for (let i = start; i < end; i++) use(ordinals[i]!, number);
  });
}

function numberField(index: FieldIndex, recordCount: number): NumberedValues {
  const starts = new Uint32Array(recordCount + 1);
  eachPosting(index, (ordinal) => starts[ordinal + 1]!++);
  for (let i = 0; i < recordCount; i++) starts[i + 1]! += starts[i]!;
  const numbers = new Uint32Array(starts[recordCount]!);
  const nextFree = starts.slice();
  eachPosting(index, (ordinal, number) => (numbers[nextFree[ordinal]!++] = number));
  return { values: index.values, numbers, starts };
}

function numberPeriods(
  { records }: Indexes,
  field: string,
  period: "month" | "year",
): NumberedValues {
  const numberOf = new Map<string | null, number>();
  const numbers = Uint32Array.from(records, (record) => {
    const value = periodOf(record[field] as DateSpan | undefined, period);
    const known = numberOf.get(value) ?? numberOf.size;
    numberOf.set(value, known);
    return known;
  });
  const starts = Uint32Array.from({ length: records.length + 1 }, (_, i) => i);
  return { values: [...numberOf.keys()], numbers, starts };
}

function numberGrouping(indexes: Indexes, grouping: Grouping): NumberedValues {
  if ("period" in grouping) return numberPeriods(indexes, grouping.field, grouping.period);
  const index = indexes.fieldIndex(grouping.field, grouping.key);
  return numberField(index, indexes.records.length);
}

/** One grouping is counted as a pair with this, which has the same value in every record. */
function oneValue(recordCount: number): NumberedValues {
  return {
    values: [null],
    numbers: new Uint32Array(recordCount),
    starts: Uint32Array.from({ length: recordCount + 1 }, (_, i) => i),
  };
}

/** Calls `add` with each pair of value numbers of each record. */
function eachPair(
  first: NumberedValues,
  second: NumberedValues,
  ordinals: Uint32Array,
  add: (first: number, second: number) => void,
): void {
  for (let i = 0; i < ordinals.length; i++) {
    const ordinal = ordinals[i]!;
    for (let a = first.starts[ordinal]!; a < first.starts[ordinal + 1]!; a++)
      for (let b = second.starts[ordinal]!; b < second.starts[ordinal + 1]!; b++)
        add(first.numbers[a]!, second.numbers[b]!);
  }
}

function countInArray(
  first: NumberedValues,
  second: NumberedValues,
  ordinals: Uint32Array,
): NumberedCell[] {
  const width = second.values.length;
  const counts = new Uint32Array(first.values.length * width);
  eachPair(first, second, ordinals, (a, b) => counts[a * width + b]!++);
  const cells: NumberedCell[] = [];
  counts.forEach((count, cell) => {
    if (count > 0) cells.push({ first: Math.floor(cell / width), second: cell % width, count });
  });
  return cells;
}

function countInMap(
  first: NumberedValues,
  second: NumberedValues,
  ordinals: Uint32Array,
): NumberedCell[] {
  const width = second.values.length;
  const counts = new Map<number, number>();
  eachPair(first, second, ordinals, (a, b) => {
    const cell = a * width + b;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  });
  return Array.from(counts, ([cell, count]) => ({
    first: Math.floor(cell / width),
    second: cell % width,
    count,
  }));
}

/** For each value number, its place when the values are sorted, null last. */
function ranksOf(values: readonly (string | null)[]): Uint32Array {
  const sorted = [...values.keys()].sort((a, b) =>
    compareText(values[a] ?? undefined, values[b] ?? undefined),
  );
  const ranks = new Uint32Array(values.length);
  sorted.forEach((number, rank) => (ranks[number] = rank));
  return ranks;
}

/** Counts of the records of a store. What it numbers for one count it keeps for the next. */
export class CrossCounter {
  readonly #indexes: Indexes;
  readonly #numbered = new Map<string, NumberedValues>();

  constructor(indexes: Indexes) {
    this.#indexes = indexes;
  }

  /**
   * Counts the records that have each value, or each pair of values.
   *
   * @param groupings - One or two.
   * @param chosen - The ordinals of the records to count; undefined: all.
   */
  count(groupings: readonly Grouping[], chosen: Uint32Array | undefined): Counts {
    const ordinals = chosen ?? this.#indexes.allRecords().ordinals;
    const first = this.#numberedValues(groupings[0]!);
    const second = groupings[1]
      ? this.#numberedValues(groupings[1])
      : oneValue(this.#indexes.records.length);
    const count =
      first.values.length * second.values.length <= largestArray ? countInArray : countInMap;
    const [firstRanks, secondRanks] = [ranksOf(first.values), ranksOf(second.values)];
    const sorted = count(first, second, ordinals).sort(
      (a, b) =>
        b.count - a.count ||
        firstRanks[a.first]! - firstRanks[b.first]! ||
        secondRanks[a.second]! - secondRanks[b.second]!,
    );
    const cells = sorted.map((cell): Cell => {
      const values = [first.values[cell.first]!, second.values[cell.second]!];
      return { values: groupings[1] ? values : [values[0]!], count: cell.count };
    });
    return { total: ordinals.length, cells };
  }

  #numberedValues(grouping: Grouping): NumberedValues {
    const name = JSON.stringify(grouping);
    let numbered = this.#numbered.get(name);
    if (numbered === undefined) {
      numbered = numberGrouping(this.#indexes, grouping);
      this.#numbered.set(name, numbered);
    }
    return numbered;
  }
}
