/** What the index store saves: which candidates it reads, and which tests it leaves out. */
import { expect, test } from "vitest";
import { toScanStore, type Page } from "../../src/collections/store.ts";
import type { Condition, Item } from "../../src/criteria/condition.ts";
import { keepByList } from "../../src/own/candidate-filters.ts";
import { dayNumber, noDay, toDayIndex } from "../../src/own/day-index.ts";
import { toFieldIndex, type FieldIndex } from "../../src/own/field-index.ts";
import { indexThreshold, toIndexStore } from "../../src/own/index-store.ts";
import { bitmapOf, lengthOf, lowerBoundNear } from "../../src/own/posting-list.ts";
import { planQuery, type Indexes } from "../../src/own/query-plan.ts";

const day = (month: number, number: number) =>
  `2022-${String(month).padStart(2, "0")}-${String(number).padStart(2, "0")}`;

interface Row {
  readonly id: string;
  readonly mode: string;
  readonly rare?: string;
  readonly date?: { readonly earliest: string; readonly latest: string; readonly edtf?: string };
}

/** Days of twelve months with 28 days each, three records a day; every 100th record is rare. */
const rows: Row[] = Array.from({ length: 12 * 28 * 3 }, (_, i) => {
  const date = day(1 + Math.floor(i / 84), 1 + (Math.floor(i / 3) % 28));
  return {
    id: `r${i}`,
    mode: i % 2 === 0 ? "even" : "odd",
    ...(i % 100 === 0 && { rare: "yes" }),
    date: { earliest: date, latest: date },
  };
});

function indexesOf(records: readonly Row[]): Indexes {
  const items = records as unknown as readonly Item[];
  const known = new Map<string, FieldIndex>();
  return {
    records: items,
    fieldIndex(field, key) {
      const index = known.get(field) ?? toFieldIndex(items, field, key);
      known.set(field, index);
      return index;
    },
    dayIndex: (field) => toDayIndex(items, field),
    allRecords: () => ({
      ordinals: Uint32Array.from(items.keys()),
      start: 0,
      end: items.length,
      records: items,
    }),
  };
}

const range = (from: string | null, to: string | null, certain = false): Condition => ({
  field: "date",
  from,
  to,
  certain,
});
const value = (field: string, ...values: string[]): Condition => ({
  field,
  key: undefined,
  groups: [values],
  orMissing: false,
  not: false,
});
const march: [string, string] = [day(3, 1), day(3, 28)];

test.each([false, true])(
  "days are an interval of records, without a filter (certain: %s)",
  (certain) => {
    const plan = planQuery(indexesOf(rows), [range(...march, certain)]);
    expect([plan.start, plan.end, plan.filters.length]).toEqual([168, 252, 0]);
    const since = planQuery(indexesOf(rows), [range(day(12, 28), null, certain)]);
    expect([since.start, since.end, since.filters.length]).toEqual([1005, 1008, 0]);
    const until = planQuery(indexesOf(rows), [range(null, day(1, 1), certain)]);
    expect([until.start, until.end, until.filters.length]).toEqual([0, 3, 0]);
  },
);

test("a span that ends in the range makes the candidates begin with it, and filters them", () => {
  const spans = rows.map((row, i) =>
    i === 100 ? { ...row, date: { earliest: row.date!.earliest, latest: day(3, 2) } } : row,
  );
  const possible = planQuery(indexesOf(spans), [range(...march)]);
  expect([possible.start, possible.end, possible.filters.length]).toEqual([100, 252, 1]);
  // it is no candidate for a range that it does not reach
  const later = planQuery(indexesOf(spans), [range(day(3, 3), day(3, 28))]);
  expect([later.start, later.filters.length]).toEqual([174, 0]);
  // certain: only a span that leaves the range at its end needs a filter
  const leaving = planQuery(indexesOf(spans), [range(day(2, 1), day(2, 28), true)]);
  expect([leaving.start, leaving.end, leaving.filters.length]).toEqual([84, 168, 1]);
  const within = planQuery(indexesOf(spans), [range(day(1, 1), day(3, 28), true)]);
  expect([within.start, within.end, within.filters.length]).toEqual([0, 252, 0]);
});

test("inexact dates are tested one by one for certain questions only", () => {
  const inexact = rows.map((row, i) =>
    i === 5 ? { ...row, date: { ...row.date!, edtf: "2022-01-02~" } } : row,
  );
  const certain = planQuery(indexesOf(inexact), [range(...march, true)]);
  expect([certain.start, certain.end, certain.filters.length]).toEqual([0, 1008, 1]);
  const possible = planQuery(indexesOf(inexact), [range(...march)]);
  expect([possible.start, possible.end, possible.filters.length]).toEqual([168, 252, 0]);
});

test("the shortest list gives the candidates, in any order of the conditions", () => {
  const indexes = indexesOf(rows);
  const rare = indexes.fieldIndex("rare", undefined).listOf("yes");
  const asked = [value("mode", "even"), value("rare", "yes")];
  for (const conditions of [asked, [...asked].reverse()]) {
    const { list, filters } = planQuery(indexes, conditions);
    expect([list === rare, filters.length]).toEqual([true, 1]);
  }
  // one value needs no union
  expect(planQuery(indexes, [value("rare", "yes")]).list).toBe(rare);
  expect(lengthOf(rare)).toBe(11);
});

const pages: Page[] = [
  { limit: 3, offset: 0, order: "newest" },
  { limit: 5, offset: 398, order: "newest" },
  { limit: 700, offset: 250, order: "newest" },
  { limit: 4, offset: 500, order: "oldest" },
  { limit: 4, offset: 2, order: "oldest" },
  { limit: Infinity, offset: 0, order: "newest" },
];

test("days of more records than a chunk keep the order within a day", () => {
  const busy = Array.from({ length: 1200 }, (_, i) => {
    const date = day(1, 1 + Math.floor(i / 400));
    return { id: `b${i}`, mode: i % 3 === 0 ? "a" : "b", date: { earliest: date, latest: date } };
  }) as unknown as readonly Item[];
  const undated = [...busy, { id: "u1", mode: "a" }, { id: "u2", mode: "b" }] as readonly Item[];
  for (const records of [busy, undated]) {
    const [indexed, scanned] = [toIndexStore(records, "date"), toScanStore(records, "date")];
    const even: Condition = { predicate: (record) => Number(record.id.slice(1)) % 2 === 0 };
    for (const conditions of [[], [even], [value("mode", "b")], [value("mode", "b"), even]])
      for (const page of pages)
        expect(indexed.select(conditions, page)).toEqual(scanned.select(conditions, page));
  }
});

test("counts of one value, and of a cut list, are those of the scan", () => {
  const records = rows as unknown as readonly Item[];
  const [indexed, scanned] = [toIndexStore(records, "date"), toScanStore(records, "date")];
  const groupings = [{ field: "rare", key: undefined }] as never;
  for (const conditions of [[value("mode", "odd")], [value("mode", "odd"), range(...march)], []]) {
    expect(indexed.countBy(conditions, groupings)).toEqual(scanned.countBy(conditions, groupings));
    expect(indexed.count(conditions)).toBe(scanned.count(conditions));
    for (const page of pages)
      expect(indexed.select(conditions, page)).toEqual(scanned.select(conditions, page));
  }
});

/** Records that count how often their mode is read. */
function countingRecords(size: number): { records: readonly Item[]; reads: () => number } {
  let reads = 0;
  const records = rows.slice(0, size).map(({ id, date, mode }) => ({
    id,
    date,
    get mode() {
      reads++;
      return mode;
    },
  }));
  return { records: records, reads: () => reads };
}

test("from the threshold on, a second question reads no record; below it, each does", () => {
  const large = countingRecords(indexThreshold);
  const indexed = toIndexStore(large.records, "date");
  indexed.count([value("mode", "odd")]);
  const before = large.reads();
  expect(indexed.count([value("mode", "even")])).toBe(indexThreshold / 2);
  expect([before > 0, large.reads()]).toEqual([true, before]);
  const small = countingRecords(indexThreshold - 1);
  const scanned = toIndexStore(small.records, "date");
  scanned.count([value("mode", "odd")]);
  scanned.count([value("mode", "odd")]);
  expect(small.reads()).toBe(2 * (indexThreshold - 1));
});

test.each(["oldest", "newest"] as const)(
  "a page is read no further than it needs (%s)",
  (order) => {
    let asked = 0;
    const all: Condition = { predicate: () => ++asked > 0 };
    const store = toIndexStore(rows as unknown as readonly Item[], "date");
    expect(store.select([all], { limit: 2, offset: 0, order }).length).toBe(2);
    expect(asked).toBeLessThan(300);
    asked = 0;
    store.select([all], { limit: 300, offset: 0, order });
    expect(asked).toBeLessThan(330);
  },
);

test("a predicate may ask the store that asks it", () => {
  const store = toIndexStore(rows as unknown as readonly Item[], "date");
  const inner: Condition = { predicate: ({ mode }) => mode === "odd" };
  const outer: Condition = { predicate: () => store.count([inner]) === 504 };
  expect(store.count([outer])).toBe(1008);
});

test("a list is intersected within its own part of the shared array", () => {
  const ordinals = Uint32Array.of(1, 3, 4, 5);
  const keep = (list: { start: number; end: number }, ...source: number[]) => {
    const target = new Uint32Array(source.length);
    const kept = keepByList({ ordinals, ...list })(
      Uint32Array.from(source),
      0,
      source.length,
      target,
    );
    return [...target.subarray(0, kept)];
  };
  expect(keep({ start: 0, end: 2 }, 0, 1, 2, 3, 4)).toEqual([1, 3]);
  expect(keep({ start: 0, end: 2 }, 4, 5)).toEqual([]);
  expect(keep({ start: 2, end: 4 }, 1, 3, 4, 5, 6)).toEqual([4, 5]);
  expect(keep({ start: 1, end: 1 }, 3)).toEqual([]);
  expect(lowerBoundNear(Uint32Array.of(2, 4, 6, 8, 10, 12), 11, 1, 6)).toBe(5);
});

test("lists know their length, and are bits when they are long enough", () => {
  const list = { ordinals: Uint32Array.of(0, 1, 2, 3, 4), start: 2, end: 5 };
  expect(lengthOf(list)).toBe(3);
  expect(bitmapOf({ ordinals: list.ordinals, start: 2, end: 3 }, 64)).toBeDefined();
  expect(bitmapOf({ ordinals: list.ordinals, start: 2, end: 3 }, 128)).toBeUndefined();
});

test("days as numbers, and what is known of the days of all records", () => {
  expect(dayNumber("2022-12-05")).toBe(20221205);
  const one = { earliest: day(1, 1), latest: day(1, 2) };
  const known = (...dates: (object | undefined)[]) => {
    const items = dates.map((date) => ({ date })) as unknown as readonly Item[];
    const { isSorted, hasInexact, dated, latestSoFar } = toDayIndex(items, "date");
    return { isSorted, hasInexact, dated, latestSoFar: [...latestSoFar] };
  };
  expect(known(one, one, undefined)).toEqual({
    isSorted: true,
    hasInexact: false,
    dated: 2,
    latestSoFar: [20220102, 20220102, noDay],
  });
  expect(known({ ...one, edtf: "2022-01-01/2022-01-02~" }).hasInexact).toBe(true);
  expect(known(one, { ...one, edtf: "2022-01~" }, one).hasInexact).toBe(true);
  expect(known({ ...one, earliest: day(2, 1), latest: day(2, 1) }, one).isSorted).toBe(false);
  expect(known({ earliest: null, latest: day(1, 2) }).isSorted).toBe(false);
});
