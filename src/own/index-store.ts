/**
 * A store for many records. Each field is indexed when it is first asked for; from then on a
 * question reads the candidates of its rarest value instead of all records. Below the threshold it
 * scans, which is as fast there.
 */
import { toScanStore, type Page, type StoreFactory } from "../collections/store.ts";
import type { Item } from "../criteria/condition.ts";
import { newestFirst, type DateSpan } from "../dates/date-order.ts";
import { CrossCounter } from "./cross-counts.ts";
import { toDayIndex, type DayIndex } from "./day-index.ts";
import { toFieldIndex, type FieldIndex } from "./field-index.ts";
import { lowerBound, type PostingList } from "./posting-list.ts";
import { planQuery, type Indexes, type QueryPlan } from "./query-plan.ts";

/** With fewer records a scan takes no longer than an index. */
export const indexThreshold = 500;

/** Candidates are filtered in chunks of this size, so that a page does not filter all of them. */
const chunkSize = 256;

function toIndexes(records: readonly Item[]): Indexes {
  const fieldIndexes = new Map<string, FieldIndex>();
  const dayIndexes = new Map<string, DayIndex>();
  let all: PostingList | undefined;
  return {
    records,
    fieldIndex(field, key) {
      // a field may be asked for by several members of its objects: speakers, speakers.basis
      const name = JSON.stringify([field, key]);
      let index = fieldIndexes.get(name);
      if (index === undefined) {
        index = toFieldIndex(records, field, key);
        fieldIndexes.set(name, index);
      }
      return index;
    },
    dayIndex(field) {
      let index = dayIndexes.get(field);
      if (index === undefined) {
        index = toDayIndex(records, field);
        dayIndexes.set(field, index);
      }
      return index;
    },
    allRecords() {
      const end = records.length;
      all ??= { ordinals: Uint32Array.from(records.keys()), start: 0, end, records };
      return all;
    },
  };
}

/**
 * Receives matching ordinals, from `start` up to `end`; returns false when it needs no more. It
 * must not keep them.
 */
type Receiver = (ordinals: Uint32Array, start: number, end: number) => boolean;

/**
 * Filters candidates. It keeps one buffer for all questions, because typed arrays are slow to make.
 */
class ChunkFilter {
  #spare: Uint32Array | undefined = new Uint32Array(chunkSize);

  /** Filters the candidates from `start` up to `end` and passes on the rest. */
  run(plan: QueryPlan, start: number, end: number, receive: Receiver): boolean {
    if (plan.filters.length === 0) return receive(plan.list.ordinals, start, end);
    // a predicate may ask this store again: then it gets a buffer of its own
    const spare = this.#spare;
    this.#spare = undefined;
    const buffer = spare && spare.length >= end - start ? spare : new Uint32Array(end - start);
    let source = plan.list.ordinals;
    let from = start;
    let to = end;
    for (const filter of plan.filters) {
      to = filter(source, from, to, buffer);
      from = 0;
      source = buffer;
    }
    const wantsMore = receive(buffer, 0, to);
    this.#spare = buffer;
    return wantsMore;
  }
}

function recordsAt(
  records: readonly Item[],
  ordinals: Uint32Array,
  start: number,
  end: number,
): Item[] {
  const found = new Array<Item>(Math.max(0, end - start));
  for (let i = start; i < end; i++) found[i - start] = records[ordinals[i]!]!;
  return found;
}

/** Collects one page of the records that it receives. */
class PageCollector {
  #found: Item[] | undefined;
  #seen = 0;
  readonly #records: readonly Item[];
  readonly #offset: number;
  readonly #end: number;

  constructor(records: readonly Item[], offset: number, limit: number) {
    this.#records = records;
    this.#offset = offset;
    this.#end = offset + limit;
  }

  readonly receive: Receiver = (ordinals, start, end) => {
    const from = start + Math.max(0, this.#offset - this.#seen);
    const to = Math.min(end, start + this.#end - this.#seen);
    const part = recordsAt(this.#records, ordinals, from, to);
    if (this.#found === undefined) this.#found = part;
    else for (const record of part) this.#found.push(record);
    this.#seen += end - start;
    return this.#seen < this.#end;
  };

  get page(): Item[] {
    return this.#found ?? [];
  }
}

/** Hands on ascending ordinals by day, the latest day first; within a day their order stays. */
function receiveNewest(days: DayIndex, receive: Receiver): Receiver {
  const { earliest } = days;
  return (ordinals, start, end) => {
    let dayEnd = end;
    while (dayEnd > start) {
      let dayStart = dayEnd - 1;
      const day = earliest[ordinals[dayStart]!];
      while (dayStart > start && earliest[ordinals[dayStart - 1]!] === day) dayStart--;
      if (!receive(ordinals, dayStart, dayEnd)) return false;
      dayEnd = dayStart;
    }
    return true;
  };
}

type Slice = Pick<Page, "limit" | "offset">;

/** Records, what is indexed of them, and the buffers of the filters. */
interface Indexed {
  readonly records: readonly Item[];
  readonly indexes: Indexes;
  readonly chunks: ChunkFilter;
}

/**
 * A page of candidates that all match. Where dates cut a list, its records are kept, because a part
 * of an array is copied five times as fast as records are looked up.
 */
function copyPart(records: readonly Item[], plan: QueryPlan, { limit, offset }: Slice): Item[] {
  const { list } = plan;
  const first = plan.start + offset;
  const last = Math.min(plan.end, first + limit);
  if (plan.start > list.start || plan.end < list.end)
    list.records ??= recordsAt(records, list.ordinals, list.start, list.end);
  if (list.records === undefined) return recordsAt(records, list.ordinals, first, last);
  return list.records.slice(first - list.start, Math.max(first, last) - list.start);
}

function oldestPage({ records, chunks }: Indexed, plan: QueryPlan, page: Slice): Item[] {
  const { limit, offset } = page;
  if (plan.filters.length === 0) return copyPart(records, plan, page);
  const collector = new PageCollector(records, offset, limit);
  const step = Math.max(chunkSize, offset + limit);
  for (let start = plan.start; start < plan.end; start += step) {
    const end = Math.min(plan.end, start + step);
    if (!chunks.run(plan, start, end, collector.receive)) break;
  }
  return collector.page;
}

/** The start of a chunk of whole days: the order within a day stays. */
function startOfDay(days: DayIndex, ordinals: Uint32Array, first: number, near: number): number {
  const day = days.earliest[ordinals[near]!];
  let start = near;
  while (start > first && days.earliest[ordinals[start - 1]!] === day) start--;
  return start;
}

function newestPage(indexed: Indexed, days: DayIndex, plan: QueryPlan, page: Slice): Item[] {
  const { records, chunks } = indexed;
  const collector = new PageCollector(records, page.offset, page.limit);
  const receive = receiveNewest(days, collector.receive);
  const step = Math.max(chunkSize, page.offset + page.limit);
  const { start: first, end: last } = plan;
  const { ordinals } = plan.list;
  const undated = lowerBound(ordinals, days.dated, first, last);
  let end = undated;
  while (end > first) {
    const start = startOfDay(days, ordinals, first, Math.max(first, end - step));
    if (!chunks.run(plan, start, end, receive)) return collector.page;
    end = start;
  }
  if (undated < last) chunks.run(plan, undated, last, collector.receive);
  return collector.page;
}

function matchingOrdinals(chunks: ChunkFilter, plan: QueryPlan): Uint32Array {
  let found = new Uint32Array(0);
  chunks.run(plan, plan.start, plan.end, (ordinals, start, end) => {
    found = ordinals.slice(start, end);
    return true;
  });
  return found;
}

/** A store with indexes. It has the answers of {@link toScanStore}. */
export const toIndexStore: StoreFactory = (records, dateField) => {
  if (records.length < indexThreshold) return toScanStore(records, dateField);
  const indexes = toIndexes(records);
  const chunks = new ChunkFilter();
  const crossCounter = new CrossCounter(indexes);
  const indexed: Indexed = { records, indexes, chunks };
  return {
    records,
    select(conditions, page) {
      const plan = planQuery(indexes, conditions);
      if (page.order === "oldest") return oldestPage(indexed, plan, page);
      const days = indexes.dayIndex(dateField);
      if (days.isSorted) return newestPage(indexed, days, plan, page);
      const all = oldestPage(indexed, plan, { limit: Infinity, offset: 0 });
      const ordered = newestFirst(all, (record) => record[dateField] as DateSpan | undefined);
      return ordered.slice(page.offset, page.offset + page.limit);
    },
    count(conditions) {
      const plan = planQuery(indexes, conditions);
      return plan.filters.length === 0
        ? plan.end - plan.start
        : matchingOrdinals(chunks, plan).length;
    },
    countBy(conditions, groupings) {
      const chosen =
        conditions.length === 0
          ? undefined
          : matchingOrdinals(chunks, planQuery(indexes, conditions));
      return crossCounter.count(groupings, chosen);
    },
  };
};
