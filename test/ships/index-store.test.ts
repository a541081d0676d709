/**
 * The index store must give the answers of the scan store: random datasets, asked the same
 * questions.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { toCollection } from "../../src/collections/collection.ts";
import { toScanStore, type StoreFactory } from "../../src/collections/store.ts";
import type { Item } from "../../src/criteria/condition.ts";
import type { Fields } from "../../src/criteria/fields.ts";
import { withDescendants } from "../../src/criteria/hierarchy.ts";
import { toDayIndex } from "../../src/own/day-index.ts";
import { toFieldIndex } from "../../src/own/field-index.ts";
import { toIndexStore } from "../../src/own/index-store.ts";
import { bitmapOf, lowerBound, toBitmap, type PostingList } from "../../src/own/posting-list.ts";
import { countBy } from "../../src/questions/count-by.ts";

/** Pseudo-random numbers from a seed (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

interface Row {
  readonly id: string;
  readonly mode?: string;
  readonly speakers: readonly ({ readonly actor?: string; readonly basis?: string } | null)[];
  readonly topics: readonly string[];
  readonly place?: string;
  readonly date?: { readonly earliest: string | null; readonly latest: string | null } | null;
}

function names(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${letter}${i}`);
}
const modes = names("m", 3);
const actors = names("a", 40);
const bases = names("b", 3);
const topics = names("t", 12);
const places = names("p", 9);
const parents: Record<string, string> = { t1: "t0", t2: "t0", t3: "t2", p1: "p0", p2: "p0" };

/** What dates a dataset has: they decide whether days can be searched by their order. */
const dateSorts = ["days", "spans", "open ends", "open starts", "unsorted", "reversed", "none"];

function toDate(pick: (below: number) => number, sort: string): NonNullable<Row["date"]> {
  const two = (below: number) => String(1 + pick(below)).padStart(2, "0");
  const day = () => `202${pick(3)}-${two(12)}-${two(28)}`;
  const [a, b] = [day(), day()].sort() as [string, string];
  const isOpen = sort.startsWith("open") && pick(5) === 0;
  if (isOpen && sort === "open starts") return { earliest: null, latest: a };
  if (isOpen) return { earliest: a, latest: null };
  if (sort === "reversed" && pick(9) === 0) return { earliest: a, latest: "2019-01-01" };
  return { earliest: a, latest: sort !== "days" && pick(4) === 0 ? b : a };
}

function dataset(seed: number, size: number, stated: number, sort: string): Row[] {
  const pick = random(seed);
  // a few values are frequent, most are rare
  const skewed = (list: readonly string[]) =>
    list[Math.min(pick(list.length), pick(list.length), pick(list.length))]!;
  const isStated = () => pick(10) < stated;
  const speaker = () => {
    if (pick(30) === 0) return null;
    return {
      ...(pick(20) > 0 && { actor: skewed(actors) }),
      ...(pick(3) > 0 && { basis: skewed(bases) }),
    };
  };
  const rows = Array.from({ length: size }, (_, i): Row => ({
    id: `r${i}`,
    speakers: isStated() ? Array.from({ length: 1 + pick(2) }, speaker) : [],
    topics: isStated() ? Array.from({ length: 1 + pick(3) }, () => skewed(topics)) : [],
    ...(isStated() && { mode: skewed(modes) }),
    ...(isStated() && { place: skewed(places) }),
    ...(sort !== "none" && pick(12) > 0 && { date: toDate(pick, sort) }),
  }));
  if (sort === "unsorted") return rows;
  const key = ({ date }: Row) => date?.earliest ?? date?.latest ?? "9999";
  return [...rows].sort((a, b) => key(a).localeCompare(key(b)));
}

const fields: Fields = {
  mode: { criterion: "value", ground: "coded", terms: modes },
  speakers: { criterion: "value", ground: "stated", key: "actor", of: ["person"] },
  "speakers.basis": {
    in: "speakers",
    key: "basis",
    criterion: "value",
    ground: "stated",
    terms: bases,
  },
  topics: { criterion: "value", ground: "coded", of: ["topic"], includesNarrower: true },
  place: { criterion: "value", ground: "stated", of: ["place"], includesNarrower: true },
  date: { criterion: "date", ground: "stated" },
};

function collect(rows: readonly Row[], toStore: StoreFactory) {
  return toCollection<string, Row, object>({
    kind: "statement",
    records: rows,
    fields,
    vocabulary: {
      ids: { person: actors, topic: topics, place: places },
      below: withDescendants(parents),
    },
    toStore,
  });
}

function criterion(values: readonly string[]) {
  const one = fc.constantFrom(...values);
  const list = fc.array(fc.option(one, { freq: 5 }), { maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: one },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: list },
    { weight: 1, arbitrary: fc.array(one, { maxLength: 2 }).map((all) => ({ all })) },
    { weight: 1, arbitrary: fc.oneof(one, fc.constant(null), list).map((not) => ({ not })) },
  );
}

const date = fc.oneof(
  fc.constantFrom<unknown[]>(null, { not: null }, {}),
  fc.constantFrom("2021", "2021-06", "2021-06-15", "2020-01/2021-03", "2021-05/..", "../2020-09"),
  fc.record(
    {
      from: fc.constantFrom("2020-02", "2020-11-05", "2021-01"),
      to: fc.constantFrom("2021-01", "2021-04-20", "2022"),
      match: fc.constantFrom("possible", "certain"),
    },
    { requiredKeys: [] },
  ),
);
const criteria = fc.record(
  {
    mode: criterion(modes),
    speakers: criterion(actors),
    "speakers.basis": criterion(bases),
    topics: criterion(topics),
    place: criterion(places),
    date,
  },
  { requiredKeys: [] },
);
const page = fc.record(
  {
    limit: fc.nat(40),
    offset: fc.nat(60),
    order: fc.constantFrom("oldest" as const, "newest" as const),
  },
  { requiredKeys: [] },
);
const countFields = ["mode", "speakers", "speakers.basis", "topics", "place", "month", "year"];

test.each([
  [0, 100],
  [1, 100],
  [499, 40],
  [500, 40],
  [5000, 10],
])("%i records: pages, numbers and counts are those of the scan", (size, numRuns) => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.constantFrom(0, 2, 8, 10),
      fc.constantFrom(...dateSorts),
      fc.array(fc.tuple(criteria, page), { minLength: 25, maxLength: 35 }),
      fc.array(fc.uniqueArray(fc.constantFrom(...countFields), { minLength: 1, maxLength: 2 }), {
        minLength: 4,
        maxLength: 8,
      }),
      (seed, stated, sort, questions, tables) => {
        const rows = dataset(seed, size, stated, sort);
        const [indexed, scanned] = [collect(rows, toIndexStore), collect(rows, toScanStore)];
        const ids = (found: readonly Row[]) => found.map(({ id }) => id);
        for (const [asked, options] of questions) {
          expect(ids(indexed.where(asked, options))).toEqual(ids(scanned.where(asked, options)));
          expect(indexed.count(asked)).toBe(scanned.count(asked));
        }
        for (const [i, by] of tables.entries()) {
          const asked = i % 3 === 0 ? questions[i]![0] : undefined;
          const count = (of: typeof indexed) => countBy(of as never, by as never, asked as never);
          expect(count(indexed)).toEqual(count(scanned));
        }
      },
    ),
    { numRuns },
  );
});

function ordinalsOf({ ordinals, start, end }: PostingList): number[] {
  return [...ordinals.subarray(start, end)];
}
const items = (rows: readonly object[]) => rows as readonly Item[];

test("posting lists hold each record once per value, and those without a value", () => {
  const rows = items([{ t: ["a", "b", "a"] }, { t: [] }, {}, { t: "b" }, { t: ["a"] }]);
  const index = toFieldIndex(rows, "t", undefined);
  expect(["a", "b", null, "c"].map((value) => ordinalsOf(index.listOf(value)))).toEqual([
    [0, 4],
    [0, 3],
    [1, 2],
    [],
  ]);
  expect([...bitmapOf(index.listOf("a"), 5)!]).toEqual([0b10001]);
  expect(bitmapOf(index.listOf("a"), 5)).toBe(bitmapOf(index.listOf("a"), 5));
  expect(bitmapOf(index.listOf("c"), 64)).toBeUndefined();
  const list = { ordinals: Uint32Array.of(31, 32, 63), start: 0, end: 3 };
  expect([...toBitmap([list], 64)]).toEqual([2 ** 31, 2 ** 31 + 1]);
});

test("the union of several values is made once for each array of values", () => {
  const rows = items([{ t: ["a", "b"] }, { t: "c" }, { t: "b" }, {}, { t: ["c", "a"] }]);
  const index = toFieldIndex(rows, "t", undefined);
  const values = ["a", "b", "x"];
  expect(ordinalsOf(index.unionOf(values))).toEqual([0, 2, 4]);
  expect(index.unionOf(values)).toBe(index.unionOf(values));
});

test("a lower bound is the first position that is not below", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50)), fc.nat(60), (numbers, least) => {
      const list = Uint32Array.from(numbers).sort();
      expect(lowerBound(list, least)).toBe(numbers.filter((n) => n < least).length);
    }),
  );
});

test("days that are not sorted are not searched by binary search", () => {
  const day = (earliest: string | null, latest: string) => ({ date: { earliest, latest } });
  const isSorted = (...rows: object[]) => toDayIndex(items(rows), "date").isSorted;
  expect(isSorted(day("2022-01-01", "2022-01-02"), day("2022-02-01", "2022-02-01"), {})).toBe(true);
  expect(isSorted(day("2022-02-01", "2022-02-01"), day("2022-01-01", "2022-01-01"))).toBe(false);
  expect(isSorted({}, day("2022-01-01", "2022-01-01"))).toBe(false);
  expect(isSorted(day(null, "2022-01-01"))).toBe(false);
  expect(isSorted(day("2022-01-02", "2022-01-01"))).toBe(false);
});

test("null is never a date", () => {
  const rows = dataset(3, 600, 8, "days").map((row, i) =>
    i % 7 === 0 ? { ...row, date: null } : row,
  );
  const talks = collect(rows, toIndexStore);
  const dated = rows.filter((row) => row.date).length;
  for (let i = 0; i < 4; i++)
    expect([talks.count({ date: null }), talks.count({ date: { not: null } })]).toEqual([
      600 - dated,
      dated,
    ]);
});

test("pairs are counted exactly, also when there are too many for an array", () => {
  const rows = Array.from({ length: 6000 }, (_, i) => ({
    id: `r${i}`,
    ...(i % 2 ? {} : { x: `x${i}`, y: `y${i}` }),
  }));
  const store = toIndexStore(rows, "date");
  const { cells } = store.countBy([], [{ field: "x" }, { field: "y" }]);
  expect(cells.length).toBe(3001);
  expect(cells.slice(0, 2)).toEqual([
    { values: [null, null], count: 3000 },
    { values: ["x0", "y0"], count: 1 },
  ]);
  const digits = (value: string | null) => value?.slice(1);
  expect(cells.filter(({ values: [x, y] }) => digits(x!) !== digits(y!))).toEqual([]);
});

test("a predicate may ask its own collection", () => {
  const rows = dataset(7, 800, 8, "days");
  const talks = collect(rows, toIndexStore);
  const isChosen = (row: Row) => talks.where({ topics: "t0", date: "2021" }).includes(row);
  expect(talks.where(isChosen)).toEqual(rows.filter(isChosen));
  expect(talks.where(isChosen).length).toBeGreaterThan(50);
});
