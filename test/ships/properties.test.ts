/**
 * Random datasets and questions: the answers must equal those of a plain reference that is written
 * here, apart from the code.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { withDescendants } from "../../src/criteria/hierarchy.ts";
import { toCollection } from "../../src/collections/collection.ts";
import { countBy } from "../../src/questions/count-by.ts";
import { toInvertedTextIndex } from "../../src/own/inverted-index.ts";
import { toTextScan } from "../../src/text/text-index.ts";
import { stemOf } from "../../src/text/stem.ts";
import { differByOneEdit } from "../../src/text/words.ts";

interface Row {
  readonly id: string;
  readonly mode?: string;
  readonly speakers: readonly { readonly actor: string; readonly basis?: string }[];
  readonly topics: readonly string[];
  readonly place?: string;
  readonly date?: { readonly earliest: string | null; readonly latest: string | null };
}
const modes = ["m1", "m2", "m3"];
const actors = ["a1", "a2", "a3", "a4"];
const bases = ["b1", "b2"];
const topics = ["t", "t1", "t2", "u", "u1"];
const parent: Record<string, string> = { t1: "t", t2: "t", u1: "u", p1: "p", p2: "p" };
const places = ["p", "p1", "p2", "q"];
const days = ["2022-01-01", "2022-01-15", "2022-01-31", "2022-02-01", "2022-06-30", "2023-01-01"];

const dateOf = fc
  .tuple(
    fc.constantFrom(...days),
    fc.constantFrom(...days),
    fc.constantFrom("both", "open start", "open end"),
  )
  .map(([a, b, ends]) => {
    const [earliest, latest] = a < b ? [a, b] : [b, a];
    return {
      earliest: ends === "open start" ? null : earliest,
      latest: ends === "open end" ? null : latest,
    };
  });
const row = fc.record(
  {
    mode: fc.constantFrom(...modes),
    speakers: fc
      .uniqueArray(fc.constantFrom(...actors), { maxLength: 3 })
      .chain((list) =>
        fc.tuple(
          ...list.map((actor) =>
            fc.constantFrom({ actor }, { actor, basis: "b1" }, { actor, basis: "b2" }),
          ),
        ),
      ),
    topics: fc.uniqueArray(fc.constantFrom(...topics), { maxLength: 3 }),
    place: fc.constantFrom(...places),
    date: dateOf,
  },
  { requiredKeys: ["speakers", "topics"] },
);
const rows = fc
  .array(row, { maxLength: 40 })
  .map((list) => list.map((r, i): Row => ({ id: `r${i}`, ...r })));

const criterion = (values: readonly string[]) => {
  const value = fc.constantFrom(...values);
  const list = fc.array(
    fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) }),
    { maxLength: 3 },
  );
  return fc.oneof(
    value,
    fc.constant(null),
    list,
    fc.array(value, { maxLength: 3 }).map((all) => ({ all })),
    fc.oneof(value, list, fc.constant(null)).map((not) => ({ not })),
  );
};
const range = fc.oneof(
  fc.constant(null),
  fc.constant({ not: null }),
  fc.constantFrom(...days, "2022", "2022-01", "2022-06/..", "../2022-01-15"),
  fc
    .tuple(
      fc.constantFrom(...days),
      fc.constantFrom(...days),
      fc.constantFrom("possible", "certain", undefined),
      fc.constantFrom("both", "from", "to"),
    )
    .map(([a, b, match, ends]) => ({
      ...(ends !== "to" && { from: a < b ? a : b }),
      ...(ends !== "from" && { to: a < b ? b : a }),
      ...(match && { match }),
    })),
);
const criteria = fc.record(
  {
    mode: criterion(modes),
    speakers: criterion(actors),
    "speakers.basis": criterion(bases),
    topics: criterion(topics),
    place: criterion(places),
    date: range,
  },
  { requiredKeys: [] },
);

/* The reference: each rule of docs spelled out, one record at a time. */
type Criteria = Record<string, unknown>;
const values = (r: Row, field: string): string[] => {
  if (field === "mode") return r.mode === undefined ? [] : [r.mode];
  if (field === "place") return r.place === undefined ? [] : [r.place];
  if (field === "speakers.basis") return r.speakers.flatMap(({ basis }) => basis ?? []);
  return field === "speakers" ? r.speakers.map((s) => s.actor) : [...r.topics];
};
const means = (field: string, own: string, asked: string) =>
  own === asked || ((field === "topics" || field === "place") && parent[own] === asked);
const anyOf = (field: string, own: string[], asked: readonly (string | null)[]) =>
  own.length === 0
    ? asked.includes(null)
    : own.some((o) => asked.some((a) => a !== null && means(field, o, a)));
const spans: Record<string, [string | null, string | null]> = {
  "2022": ["2022-01-01", "2022-12-31"],
  "2022-01": ["2022-01-01", "2022-01-31"],
  "2022-06/..": ["2022-06-01", null],
  "../2022-01-15": [null, "2022-01-15"],
};
interface AskedDate {
  readonly from?: string;
  readonly to?: string;
  readonly match?: string;
}
/** One end of a span that was asked for; null: it is open. */
function bound(asked: string | undefined, end: 0 | 1): string | null {
  if (asked === undefined) return null;
  const span = spans[asked];
  return span ? span[end] : asked;
}
function dateHolds(date: Row["date"], asked: unknown): boolean {
  if (asked === null) return date === undefined;
  if (typeof asked === "object" && "not" in asked) return date !== undefined;
  if (date === undefined) return false;
  const range = (typeof asked === "string" ? { from: asked, to: asked } : asked) as AskedDate;
  const from = bound(range.from, 0) ?? "0000";
  const to = bound(range.to, 1) ?? "9999";
  const { earliest, latest } = date;
  if (range.match === "certain") return (earliest ?? "0000") >= from && (latest ?? "9999") <= to;
  return (latest ?? "9999") >= from && (earliest ?? "0000") <= to;
}
function holds(r: Row, asked: Criteria): boolean {
  return Object.entries(asked).every(([field, c]) => {
    if (field === "date") return dateHolds(r.date, c);
    const own = values(r, field);
    if (c === null || typeof c === "string" || Array.isArray(c))
      return anyOf(field, own, Array.isArray(c) ? (c as string[]) : [c]);
    const { all, not } = c as { all?: string[]; not?: string | null | (string | null)[] };
    if (all) return all.every((a) => own.some((o) => means(field, o, a)));
    return own.length > 0 && !anyOf(field, own, Array.isArray(not) ? not : [not!]);
  });
}

const talks = (list: readonly Row[]) =>
  toCollection<string, Row, Criteria>({
    kind: "statement",
    records: JSON.stringify(list),
    fields: {
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
    },
    vocabulary: {
      ids: { person: actors, topic: topics, place: places },
      below: withDescendants(parent),
    },
  });

test("where and count equal the reference, in order", () => {
  fc.assert(
    fc.property(rows, criteria, (list, asked) => {
      const expected = list.filter((r) => holds(r, asked)).map((r) => r.id);
      expect(
        talks(list)
          .where(asked)
          .map((r) => r.id),
      ).toEqual(expected);
      expect(talks(list).count(asked)).toBe(expected.length);
    }),
    { numRuns: 3000 },
  );
});

test("the pages together are all results, in either order", () => {
  fc.assert(
    fc.property(
      rows,
      criteria,
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom("oldest" as const, "newest" as const),
      (list, asked, limit, order) => {
        const of = talks(list);
        const whole = of.where(asked, { order }).map((r) => r.id);
        const pages: string[] = [];
        for (let offset = 0; offset < whole.length + limit; offset += limit)
          pages.push(...of.where(asked, { order, limit, offset }).map((r) => r.id));
        expect(pages).toEqual(whole);
        expect([...whole].sort()).toEqual(
          of
            .where(asked)
            .map((r) => r.id)
            .sort(),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test("newest first is by earliest day, undated last, and keeps the order of equals", () => {
  fc.assert(
    fc.property(rows, (list) => {
      const day = (r: Row) => r.date?.earliest ?? r.date?.latest ?? "";
      const expected = list
        .map((r, i) => [r, i] as const)
        .sort(([a, i], [b, j]) => day(b).localeCompare(day(a)) || i - j);
      expect(
        talks(list)
          .where({}, { order: "newest" })
          .map((r) => r.id),
      ).toEqual(expected.map(([r]) => r.id));
    }),
    { numRuns: 300 },
  );
});

test("countBy equals a count by hand, with the unknown counted", () => {
  const field = fc.constantFrom("mode", "speakers", "topics", "place", "month", "year");
  const of = (r: Row, name: string): (string | null)[] => {
    if (name === "month" || name === "year") {
      const [a, b] = [r.date?.earliest, r.date?.latest].map((d) =>
        d?.slice(0, name === "month" ? 7 : 4),
      );
      return [a !== undefined && a === b ? a : null];
    }
    return values(r, name).length === 0 ? [null] : values(r, name);
  };
  fc.assert(
    fc.property(
      rows,
      fc.array(field, { minLength: 1, maxLength: 2 }),
      criteria,
      (list, by, asked) => {
        const { total, cells } = countBy(talks(list) as never, by as never, asked as never);
        const matching = list.filter((r) => holds(r, asked));
        expect(total).toBe(matching.length);
        for (const { values: cell, count } of cells)
          expect(
            matching.filter((r) => cell.every((value, i) => of(r, by[i]!).includes(value))).length,
          ).toBe(count);
        const pairs = new Set(
          matching.flatMap((r) =>
            of(r, by[0]!).flatMap((a) =>
              by.length === 1
                ? [JSON.stringify([a])]
                : of(r, by[1]!).map((b) => JSON.stringify([a, b])),
            ),
          ),
        );
        expect(new Set(cells.map((c) => JSON.stringify(c.values)))).toEqual(pairs);
        expect(cells.map((c) => c.count)).toEqual(cells.map((c) => c.count).sort((a, b) => b - a));
      },
    ),
    { numRuns: 1000 },
  );
});

/* Search: the reference reads every document for every question. */
const alphabet = [
  "trade",
  "trades",
  "trad",
  "tread",
  "road",
  "roads",
  "rod",
  "Kəhər",
  "keher",
  "é",
  "l’x",
  "peace",
];
const text = fc
  .array(fc.constantFrom(...alphabet), { maxLength: 12 })
  .map((list) => list.join(" "));
const plain = (s: string) =>
  s
    .split(/[^\p{L}\p{N}’']+/u)
    .map((w) =>
      w
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(/[’']s$/, "")
        .replace(/[’']/g, "")
        .replace(/ə/g, "e"),
    )
    .filter(Boolean);

/** Optimal string alignment distance. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 || j === 0 ? i + j : 0)),
  );
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      d[i]![j] = Math.min(
        d[i - 1]![j]! + 1,
        d[i]![j - 1]! + 1,
        d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  return d[a.length]![b.length]!;
}

test("one typing error is what an edit distance of one says", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(differByOneEdit(a, b)).toBe(distance(a, b) <= 1);
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ["the scan", toTextScan],
  ["the inverted index", toInvertedTextIndex],
] as const)("%s finds and ranks like the reference", (_, toTextIndex) => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), text, (documents, query) => {
      const asked = [...new Set(plain(query))];
      const bags = documents.map(plain);
      const mean = bags.reduce((n, bag) => n + bag.length, 0) / Math.max(1, bags.length) || 1;
      const like = (w: string, q: string) => {
        if (w === q) return 1;
        if (stemOf(w) === stemOf(q)) return 0.9;
        if (w.startsWith(q)) return 0.7;
        return q.length >= 4 && distance(w, q) <= 1 ? 0.4 : 0;
      };
      const frequency = (bag: string[], q: string) => bag.reduce((n, w) => n + like(w, q), 0);
      const expected = bags
        .map((bag, i) => {
          let [score, held, exact, words] = [0, 0, 0, 0];
          for (const q of asked) {
            const f = frequency(bag, q);
            if (f === 0) continue;
            words++;
            // the most frequent of the words that are like it
            const holding = Math.max(
              ...new Set(
                bags
                  .flat()
                  .filter((w) => like(w, q) > 0)
                  .map((w) => bags.filter((other) => other.includes(w)).length),
              ),
            );
            const rare = Math.log(1 + (bags.length - holding + 0.5) / (holding + 0.5));
            score += rare * ((f * 2.2) / (f + 1.2 * (0.25 + (0.75 * bag.length) / mean)));
            held += rare;
            exact += rare * Math.max(...bag.map((w) => like(w, q)));
          }
          return words === 0 ? undefined : { i, score, held, exact };
        })
        .filter((hit) => hit !== undefined);
      const index = toTextIndex(documents.map((d) => [d]));
      const found = index.search(query);
      expect(found.map((m) => m.document).sort()).toEqual(expected.map((m) => m.i).sort());
      for (const { document, score } of found)
        expect(score).toBeCloseTo(expected.find((m) => m.i === document)!.score, 9);
      // those that hold more come first, then those that score better
      const ranks = found.map((m) => expected.find(({ i }) => i === m.document)!);
      for (const [i, rank] of ranks.entries()) {
        const before = ranks[i - 1];
        if (before === undefined || before.held > rank.held + 1e-9) continue;
        expect(before.held).toBeCloseTo(rank.held, 9);
        if (before.exact > rank.exact + 1e-9) continue;
        expect(before.exact).toBeCloseTo(rank.exact, 9);
        expect(found[i - 1]!.score).toBeGreaterThanOrEqual(found[i]!.score);
      }
      for (const limit of [0, 1, 3])
        expect(index.search(query, { limit })).toEqual(found.slice(0, limit));
      expect(index.search(query, { keep: (d) => d % 2 === 0, limit: 2 })).toEqual(
        found.filter((m) => m.document % 2 === 0).slice(0, 2),
      );
    }),
    { numRuns: 1000 },
  );
});
