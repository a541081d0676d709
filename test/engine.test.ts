/** The engine against a plain scan: random datasets of sizes around its thresholds, each asked again and again, so that every index comes into being on the way. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { descendants } from "../src/below.ts";
import { collection } from "../src/collection.ts";
import { toReader } from "../src/criteria.ts";
import { testOf } from "../src/engine/condition.ts";
import { bitsOf, lowerBound, toBits, toPostings } from "../src/engine/postings.ts";
import { toDays } from "../src/engine/days.ts";
import { toStore } from "../src/engine/store.ts";
import { tally } from "../src/engine/tally.ts";
import { countBy } from "../src/query/count-by.ts";

/** Numbers that look random, from a seed (mulberry32). */
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
  readonly speakers: readonly { readonly actor?: string }[];
  readonly topics: readonly string[];
  readonly place?: string;
  readonly date?: { readonly earliest: string | null; readonly latest: string | null };
}
const names = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`);
const modes = names("m", 3);
const actors = names("a", 40);
const topics = names("t", 12);
const places = names("p", 9);
const parents: Record<string, string> = { t1: "t0", t2: "t0", t3: "t2", p1: "p0", p2: "p0" };

/** What sort of dates a dataset has: they decide which way the engine goes. */
const sorts = ["days", "spans", "open ends", "open starts", "unsorted", "broken", "turned round", "no dates"] as const;
type Sort = (typeof sorts)[number];

function dataset(seed: number, size: number, stated: number, sort: Sort): Row[] {
  const pick = random(seed);
  // a few values are frequent, most are rare
  const skewed = (list: readonly string[]) => list[Math.min(pick(list.length), pick(list.length), pick(list.length))]!;
  const is = () => pick(10) < stated;
  const day = () => `202${pick(3)}-${String(1 + pick(12)).padStart(2, "0")}-${String(1 + pick(28)).padStart(2, "0")}`;
  const rows = Array.from({ length: size }, (_, i): Row => {
    const [a, b] = [day(), day()].sort() as [string, string];
    const spans = sort !== "days" && pick(4) === 0;
    const ends = sort.startsWith("open") ? pick(5) : 1;
    const date = {
      earliest: sort === "open starts" && ends === 0 ? null : a,
      latest:
        ends === 0 && sort === "open ends"
          ? null
          : sort === "broken" && pick(9) === 0
            ? "soon"
            : sort === "turned round" && pick(9) === 0
              ? "2019-01-01"
              : spans
                ? b
                : a,
    };
    return {
      id: `r${i}`,
      // one without the key says nothing
      speakers: is() ? Array.from({ length: 1 + pick(2) }, () => (pick(20) > 0 ? { actor: skewed(actors) } : {})) : [],
      topics: is() ? Array.from({ length: 1 + pick(3) }, () => skewed(topics)) : [],
      ...(is() && { mode: skewed(modes) }),
      ...(is() && { place: skewed(places) }),
      ...(sort !== "no dates" && pick(12) > 0 && { date }),
    };
  });
  const key = (row: Row) => row.date?.earliest ?? row.date?.latest ?? "9999";
  return sort === "unsorted"
    ? rows
    : rows
        .map((row, i) => [row, i] as const)
        .sort(([a, i], [b, j]) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : i - j))
        .map(([row]) => row);
}

const fields = {
  mode: { terms: modes },
  speakers: { key: "actor", of: ["person"] },
  topics: { of: ["topic"], spreads: true },
  place: { of: ["place"], spreads: true },
  date: { date: true },
} as const;
const vocabulary = {
  ids: { person: actors, topic: topics, place: places },
  below: descendants(parents),
};
const toConditions = toReader(fields, vocabulary);

const one = (values: readonly string[]) => fc.constantFrom(...values);
const criterion = (values: readonly string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: one(values) },
    { weight: 1, arbitrary: fc.constant(null) },
    {
      weight: 2,
      arbitrary: fc.array(fc.oneof({ weight: 5, arbitrary: one(values) }, { weight: 1, arbitrary: fc.constant(null) }), { maxLength: 3 }),
    },
    { weight: 1, arbitrary: fc.array(one(values), { maxLength: 2 }).map((all) => ({ all })) },
    { weight: 1, arbitrary: fc.oneof(one(values), fc.constant(null), fc.array(one(values), { maxLength: 2 })).map((not) => ({ not })) },
  );
const date = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<unknown[]>(null, { not: null }) },
  { weight: 3, arbitrary: fc.constantFrom("2021", "2021-06", "2021-06-15", "2020-01/2021-03", "2021-05/..", "../2020-09") },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom("2020-02", "2020-11-05", "2021-01"),
        fc.constantFrom("2021-01", "2021-04-20", "2022"),
        fc.constantFrom("possible", "certain"),
        fc.constantFrom("both", "from", "to"),
      )
      .map(([from, to, match, ends]) => ({ ...(ends !== "to" && { from }), ...(ends !== "from" && { to }), match })),
  },
);
const criteria = fc.record(
  { mode: criterion(modes), speakers: criterion(actors), topics: criterion(topics), place: criterion(places), date },
  { requiredKeys: [] },
);
const page = fc.record(
  { limit: fc.nat(40), offset: fc.nat(60), order: fc.constantFrom("oldest" as const, "newest" as const) },
  { requiredKeys: [] },
);

/** The plain way: every record is tested by itself, then sorted, then cut. */
function plainly(
  rows: readonly Row[],
  asked: object,
  { limit = Infinity, offset = 0, order = "oldest" }: { limit?: number; offset?: number; order?: string },
): string[] {
  const tests = toConditions(asked).map(testOf);
  const found = rows.filter((row) => tests.every((holds) => holds(row as never)));
  const day = (row: Row) => row.date?.earliest ?? row.date?.latest ?? "";
  const ordered =
    order === "oldest"
      ? found
      : found
          .map((row, i) => [row, i] as const)
          .sort(([a, i], [b, j]) => (day(a) > day(b) ? -1 : day(a) < day(b) ? 1 : i - j))
          .map(([row]) => row);
  return ordered.slice(offset, offset + limit).map((row) => row.id);
}
const valuesOf = (row: Row, field: string): (string | null)[] => {
  if (field === "month" || field === "year") {
    const [a, b] = [row.date?.earliest, row.date?.latest].map((d) => d?.slice(0, field === "month" ? 7 : 4));
    return [a !== undefined && a === b ? a : null];
  }
  const own =
    field === "speakers"
      ? row.speakers.flatMap((s) => s.actor ?? [])
      : field === "topics"
        ? row.topics
        : [row[field as "mode" | "place"]].filter((v) => v !== undefined);
  return own.length === 0 ? [null] : [...new Set(own)];
};

test.each([
  [0, 200],
  [1, 200],
  [499, 60],
  [501, 60],
  [5000, 12],
])("%i records: pages, numbers and counts equal a plain scan's, while indexes come into being", (size, numRuns) => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.constantFrom(0, 2, 8, 10),
      fc.constantFrom(...sorts),
      fc.array(fc.tuple(criteria, page), { minLength: 25, maxLength: 35 }),
      fc.array(
        fc.tuple(
          fc.constantFrom("mode", "speakers", "topics", "place", "month", "year"),
          fc.constantFrom("topics", "month", "speakers", undefined),
        ),
        { minLength: 6, maxLength: 10 },
      ),
      (seed, stated, sort, questions, tables) => {
        const rows = dataset(seed, size, stated, sort);
        const talks = collection<string, Row, object>(rows, fields, vocabulary);
        for (const [asked, options] of questions) {
          expect(talks.where(asked, options).map((row) => row.id)).toEqual(plainly(rows, asked, options));
          expect(talks.count(asked)).toBe(plainly(rows, asked, {}).length);
        }
        for (const [i, by] of tables.entries()) {
          const names = by[1] === undefined || by[0] === by[1] ? [by[0]] : [by[0], by[1]];
          const asked = i % 3 === 0 ? questions[i]![0] : {};
          const found = new Set(plainly(rows, asked, {}));
          const expected = new Map<string, number>();
          for (const row of rows)
            if (found.has(row.id))
              for (const a of valuesOf(row, names[0]!))
                for (const b of names[1] ? valuesOf(row, names[1]) : [undefined]) {
                  const key = JSON.stringify(b === undefined ? [a] : [a, b]);
                  expected.set(key, (expected.get(key) ?? 0) + 1);
                }
          const { total, cells } = countBy(talks as never, names as never, asked as never);
          expect(total).toBe(found.size);
          expect(new Map(cells.map(({ values, count }) => [JSON.stringify(values), count]))).toEqual(expected);
        }
      },
    ),
    { numRuns },
  );
});

test("postings hold each record once for each of its values, and those without any", () => {
  const rows = [{ t: ["a", "b", "a"] }, { t: [] }, {}, { t: "b" }, { t: ["a"] }];
  const postings = toPostings(rows, "t", undefined);
  const of = (value: unknown) => {
    const { all, from, to } = postings.of(value);
    return [...all.subarray(from, to)];
  };
  expect([of("a"), of("b"), of(undefined), of("c")]).toEqual([[0, 4], [0, 3], [1, 2], []]);
  expect([...bitsOf(postings.of("a"), 5)!]).toEqual([0b10001]);
  expect(bitsOf(postings.of("a"), 5)).toBe(bitsOf(postings.of("a"), 5));
  expect(bitsOf(postings.of("c"), 64)).toBeUndefined();
  expect([...toBits({ all: Uint32Array.of(31, 32, 63), from: 0, to: 3 }, new Uint32Array(2))]).toEqual([2 ** 31, 2 ** 31 + 1]);
});

test("several values that come as the same array have one list from the second time on", () => {
  const rows = [{ t: ["a", "b"] }, { t: "c" }, { t: "b" }, {}, { t: ["c", "a"] }];
  const postings = toPostings(rows, "t", undefined);
  const several = ["a", "b", "x"];
  expect(postings.union(several)).toBeUndefined();
  const list = postings.union(several)!;
  expect([...list.all.subarray(list.from, list.to)]).toEqual([0, 2, 4]);
  expect(postings.union(several)).toBe(list);
  expect(postings.union(["a", "b", "x"])).toBeUndefined();
});

test("a bound is the first place that is not below", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50)), fc.nat(60), (numbers, from) => {
      const list = Uint32Array.from(numbers).sort();
      expect(lowerBound(list, from)).toBe(numbers.filter((n) => n < from).length);
    }),
  );
});

test("a date that is made of no days is never answered from numbers", () => {
  const days = toDays([{ date: { earliest: "2022-01-01", latest: "soon" } }], "date");
  expect([days.broken, days.sorted]).toEqual([true, false]);
});

test("what is no date is none, however often it is asked", () => {
  const rows = dataset(3, 600, 8, "days").map((row, i) => (i % 7 === 0 ? { ...row, date: null } : row));
  const talks = collection<string, { id: string }, object>(rows, fields, vocabulary);
  const dated = rows.filter((row) => row.date).length;
  for (let i = 0; i < 8; i++) expect([talks.count({ date: null }), talks.count({ date: { not: null } })]).toEqual([600 - dated, dated]);
});

test("pairs of values are counted right when their number is beyond what one number holds exactly", () => {
  const rows = Array.from({ length: 450_000 }, (_, i) => (i % 2 ? {} : { x: `x${i}`, y: `y${i}` }));
  const counted = tally(toStore(rows, "date"), [{ field: "x" }, { field: "y" }], undefined);
  expect(counted.length).toBe(225_001);
  expect(counted.slice(0, 2)).toEqual([
    [[undefined, undefined], 225_000],
    [["x0", "y0"], 1],
  ]);
  const digits = (value: unknown) => String(value).slice(1);
  expect(counted.filter(([[x, y]]) => digits(x) !== digits(y))).toEqual([]);
});

test("a predicate may ask the collection that it is a predicate of", () => {
  const rows = dataset(7, 800, 8, "days");
  const talks = collection<string, Row, object>(rows, fields, vocabulary);
  for (let i = 0; i < 6; i++) talks.count({ topics: "t0" }); // its index comes into being
  const dense = (row: Row) => talks.where({ topics: "t0", date: "2021" }).includes(row);
  expect(talks.where(dense)).toEqual(rows.filter(dense));
  expect(talks.where(dense).length).toBeGreaterThan(50);
});
