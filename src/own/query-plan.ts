/**
 * How a question is answered with indexes: the candidates are the shortest posting list among the
 * conditions, cut to the days that are asked for; every other condition becomes a filter over them.
 */
import {
  testOf,
  type Condition,
  type DateCondition,
  type Item,
  type ValueCondition,
} from "../criteria/condition.ts";
import { dayNumber, noDay, type DayIndex } from "./day-index.ts";
import type { FieldIndex } from "./field-index.ts";
import {
  keepByBitmap,
  keepByDay,
  keepByList,
  keepByTest,
  type Filter,
} from "./candidate-filters.ts";
import { bitmapOf, lengthOf, lowerBound, toBitmap, type PostingList } from "./posting-list.ts";

/** The records and their indexes; an index is built when it is first asked for. */
export interface Indexes {
  readonly records: readonly Item[];
  fieldIndex(field: string, key: string | undefined): FieldIndex;
  dayIndex(field: string): DayIndex;
  /** The list of all records. */
  allRecords(): PostingList;
}

/** Candidates, ascending, and the filters that they must pass. */
export interface QueryPlan {
  /** The posting list of the candidates. */
  readonly list: PostingList;
  /** The candidates: the ordinals of the list from `start` up to `end`. */
  readonly start: number;
  readonly end: number;
  readonly filters: readonly Filter[];
}

/** What is collected while the conditions are read. */
interface Draft {
  /** Only the ordinals from here on … */
  low: number;
  /** … up to here. */
  high: number;
  /** The shortest posting list so far. */
  shortest: PostingList | undefined;
  readonly filters: Filter[];
  /** Tests of whole records come last, because they cost the most. */
  readonly tests: Filter[];
}

function addTest(draft: Draft, records: readonly Item[], condition: Condition): void {
  draft.tests.push(keepByTest(records, testOf(condition)));
}

/** Narrows the interval of ordinals to those whose earliest day allows the range. */
function addDateCondition(draft: Draft, indexes: Indexes, condition: DateCondition): void {
  const days = indexes.dayIndex(condition.field);
  const { earliest, latest, latestSoFar, dated } = days;
  if (!days.isSorted || (condition.certain && days.hasInexact)) {
    addTest(draft, indexes.records, condition);
    return;
  }
  const from = condition.from === null ? 0 : dayNumber(condition.from);
  const to = condition.to === null ? noDay : dayNumber(condition.to);
  const end = lowerBound(earliest, to + 1, draft.low, Math.min(draft.high, dated));
  const firstInRange = lowerBound(earliest, from, draft.low, end);
  draft.high = end;
  if (condition.certain) {
    draft.low = firstInRange;
    if (end > firstInRange && latestSoFar[end - 1]! > to)
      draft.filters.push(keepByDay(latest, 0, to));
    return;
  }
  // records that begin before the range belong to it when they end in it
  const reachesRange = firstInRange > draft.low && latestSoFar[firstInRange - 1]! >= from;
  draft.low = reachesRange ? lowerBound(latestSoFar, from, draft.low, firstInRange) : firstInRange;
  if (draft.low < firstInRange) draft.filters.push(keepByDay(latest, from, noDay));
}

/** Makes a posting list the candidates when it is the shortest, and a filter otherwise. */
function addList(draft: Draft, list: PostingList, recordCount: number): void {
  let other: PostingList | undefined = list;
  if (draft.shortest === undefined || lengthOf(list) < lengthOf(draft.shortest)) {
    other = draft.shortest;
    draft.shortest = list;
  }
  if (other === undefined) return;
  const bitmap = bitmapOf(other, recordCount);
  draft.filters.push(bitmap ? keepByBitmap(bitmap, false) : keepByList(other));
}

function addValueCondition(draft: Draft, indexes: Indexes, condition: ValueCondition): void {
  const { field, key, groups, orMissing, not } = condition;
  const index = indexes.fieldIndex(field, key);
  const recordCount = indexes.records.length;
  for (const values of groups) {
    if (not || orMissing) {
      const lists = [...values, null].map((value) => index.listOf(value));
      draft.filters.push(keepByBitmap(toBitmap(lists, recordCount), not));
    } else {
      const list = values.length === 1 ? index.listOf(values[0]!) : index.unionOf(values);
      addList(draft, list, recordCount);
    }
  }
}

/** The candidates for some conditions and the filters that they must pass. */
export function planQuery(indexes: Indexes, conditions: readonly Condition[]): QueryPlan {
  const { records } = indexes;
  const draft: Draft = {
    low: 0,
    high: records.length,
    shortest: undefined,
    filters: [],
    tests: [],
  };
  for (const condition of conditions) {
    if ("groups" in condition) addValueCondition(draft, indexes, condition);
    else if ("predicate" in condition || "undated" in condition) addTest(draft, records, condition);
    else addDateCondition(draft, indexes, condition);
  }
  const { low, high, shortest } = draft;
  const filters = draft.tests.length === 0 ? draft.filters : [...draft.filters, ...draft.tests];
  if (shortest === undefined)
    return { list: indexes.allRecords(), start: low, end: Math.max(low, high), filters };
  const start = lowerBound(shortest.ordinals, low, shortest.start, shortest.end);
  const end = lowerBound(shortest.ordinals, high, start, shortest.end);
  return { list: shortest, start, end, filters };
}
