import { expect, test } from "vitest";
import { toCollection, type WhereOptions } from "../../src/collections/collection.ts";
import { withDescendants } from "../../src/criteria/hierarchy.ts";
import { InputError } from "../../src/criteria/input-error.ts";
import { copyAsJson } from "../../src/criteria/json-copy.ts";
import { statements } from "../../src/index.ts";
import { toCollections } from "../../src/own.ts";

interface Talk {
  readonly id: string;
  readonly speakers: readonly { readonly actor: string }[];
  readonly mode?: string;
  readonly topics: readonly string[];
  readonly place?: string;
  readonly date?: { readonly earliest: string | null; readonly latest: string | null };
}
const records: readonly Talk[] = [
  {
    id: "a",
    speakers: [{ actor: "ann" }],
    mode: "quoted",
    topics: ["trade"],
    place: "gamma",
    date: { earliest: "2022-01-10", latest: "2022-01-10" },
  },
  {
    id: "b",
    speakers: [{ actor: "ann" }, { actor: "bob" }],
    mode: "told",
    topics: ["economy", "peace"],
    place: "delta",
    date: { earliest: "2022-01-01", latest: "2022-01-31" },
  },
  {
    id: "c",
    speakers: [],
    mode: "told",
    topics: [],
    date: { earliest: "2022-02-01", latest: null },
  },
  { id: "d", speakers: [{ actor: "bob" }], topics: ["peace"], place: "omega" },
];
const talks = toCollection<string, Talk, object>({
  kind: "statement",
  records: JSON.stringify(records),
  fields: {
    id: { criterion: "value", ground: "none" },
    speakers: { criterion: "value", ground: "stated", key: "actor", of: ["person"] },
    mode: { criterion: "value", ground: "coded", terms: ["quoted", "told"] },
    topics: { criterion: "value", ground: "coded", of: ["topic"], includesNarrower: true },
    place: { criterion: "value", ground: "stated", of: ["place"], includesNarrower: true },
    date: { criterion: "date", ground: "stated" },
    label: { ground: "none" },
  },
  vocabulary: {
    ids: {
      person: ["ann", "bob", "cyd"],
      topic: ["economy", "trade", "peace"],
      place: ["delta", "gamma", "omega"],
    },
    below: { economy: ["economy", "trade"], delta: ["delta", "gamma"] },
  },
});
const found = (criteria: object, options?: object) =>
  talks
    .where(criteria, options)
    .map((t) => t.id)
    .join("");

test("look-up, size, iteration", () => {
  expect(talks.get("a")).toBe([...talks][0]);
  expect(talks.get("x" as string)).toBeUndefined();
  expect(talks.get("__proto__" as string)).toBeUndefined();
  expect(talks.has("b")).toBe(true);
  expect(talks.has("constructor")).toBe(false);
  expect(talks.size).toBe(4);
  expect([...talks].map((t) => t.id)).toEqual(["a", "b", "c", "d"]);
});

test.each([
  [{}, "abcd"],
  [{ speakers: "ann" }, "ab"],
  [{ speakers: ["ann", "bob"] }, "abd"],
  [{ speakers: [] }, ""],
  [{ speakers: "cyd" }, ""],
  [{ speakers: { all: ["ann", "bob"] } }, "b"],
  [{ speakers: { all: [] } }, "abcd"],
  [{ speakers: { not: "ann" } }, "d"],
  [{ speakers: { not: ["ann", "bob"] } }, ""],
  [{ speakers: null }, "c"],
  [{ speakers: [null, "bob"] }, "bcd"],
  [{ speakers: { not: null } }, "abd"],
  [{ mode: "told" }, "bc"],
  [{ mode: null }, "d"],
  [{ mode: { not: "told" } }, "a"],
  [{ topics: "economy" }, "ab"],
  [{ topics: "trade" }, "a"],
  [{ topics: { all: ["economy", "peace"] } }, "b"],
  [{ topics: { not: "economy" } }, "d"],
  [{ place: "delta" }, "ab"],
  [{ place: "gamma" }, "a"],
  [{ place: { not: "delta" } }, "d"],
  [{ speakers: "ann", mode: "told" }, "b"],
  [{ date: "2022-01" }, "ab"],
  [{ date: "2022-01-20" }, "b"],
  [{ date: { from: "2022-01-05", to: "2022-01-15" } }, "ab"],
  [{ date: { from: "2022-01-05", to: "2022-01-15", match: "certain" } }, "a"],
  [{ date: { from: "2022-01" } }, "abc"],
  [{ date: { from: "2022-01", match: "certain" } }, "abc"],
  [{ date: { to: "2022-12", match: "certain" } }, "ab"],
  [{ date: { from: "2030" } }, "c"],
  [{ date: null }, "d"],
  [{ date: { not: null } }, "abc"],
  [{ date: { not: null, to: "2022-01-15" } }, "ab"],
  [{ date: {} }, "abc"],
  [{ date: "../.." }, "abc"],
  [{ date: { from: "..", to: "2022-01-15" } }, "ab"],
])("where(%j) finds %s", (criteria, ids) => {
  expect(found(criteria)).toBe(ids);
  expect(talks.count(criteria)).toBe(ids.length);
});

test("a predicate, order, offset and limit", () => {
  expect(talks.where((t) => t.topics.length > 1).map((t) => t.id)).toEqual(["b"]);
  expect(talks.count((t) => t.topics.length === 1)).toBe(2);
  expect(talks.count()).toBe(4);
  expect(found({}, { limit: 2 })).toBe("ab");
  expect(found({}, { offset: 1, limit: 2 })).toBe("bc");
  expect(found({}, { offset: 9 })).toBe("");
  expect(found({}, { limit: 0 })).toBe("");
  expect(found({}, { order: "newest" })).toBe("cabd");
  expect(found({}, { order: "oldest" })).toBe("abcd");
});

test.each([
  [{ speeker: "ann" }, {}, 'criteria: no field "speeker" (did you mean "speakers"?)'],
  [{ speakers: "anne" }, {}, 'speakers: no record "anne" (did you mean "ann"?)'],
  [{ speakers: "zoe" }, {}, /^speakers: no record "zoe"$/],
  [{ mode: "tolt" }, {}, /^mode: no term "tolt" \(did you mean "told"\?\)$/],
  [{ mode: "sung" }, {}, 'mode: no term "sung"; it takes one of quoted, told'],
  [
    { when: "2022" },
    {},
    'criteria: no field "when"; it takes one of id, speakers, mode, topics, place, date',
  ],
  [
    { speakers: undefined },
    {},
    "speakers: expects text or null (not stated), a list of them, { all } or { not }, not " +
      "undefined",
  ],
  [{ speakers: [undefined] }, {}, "speakers: expects text or null (not stated), not undefined"],

  [
    { speakers: { all: [, "ann"] } },
    {},
    "speakers: expects a list of text in { all }, not undefined",
  ],

  [{ speakers: [, "ann"] }, {}, "speakers: expects text or null (not stated), not undefined"],
  [{ speakers: { all: [null] } }, {}, "speakers: expects a list of text in { all }, not null"],
  [{ speakers: [["ann"]] }, {}, "speakers: expects text or null (not stated), not a list"],
  [
    { speakers: { not: { all: ["ann"] } } },
    {},
    "speakers: expects text or null (not stated), not [object Object]",
  ],
  [
    { speakers: () => "ann" },
    {},
    "speakers: expects text or null (not stated), a list of them, { all } or { not }, not " +
      "[object Function]",
  ],
  [
    { date: { from: "2022", match: Object.create(null) as object } },
    {},
    "date.match: no term [object Object]; it takes one of possible, certain",
  ],
  [
    new Map([["speakers", "ann"]]),
    {},
    "criteria: expects an object or a function, not [object Map]",
  ],
  [{}, 10, "options: expects an object of options, not 10"],
  [
    { speakers: 7 },
    {},
    "speakers: expects text or null (not stated), a list of them, { all } or { not }, not 7",
  ],
  [{ speakers: { any: ["ann"] } }, {}, 'speakers: no operator "any"; it takes one of all, not'],
  [{ speakers: {} }, {}, 'speakers: no operator ""; it takes one of all, not'],
  [
    { speakers: { all: ["ann"], not: "ben" } },
    {},
    'speakers: no operator "all and not"; it takes one of all, not',
  ],
  [{ speakers: { all: "ann" } }, {}, 'speakers: expects a list of text in { all }, not "ann"'],
  [
    { date: "May 2022" },
    {},
    'date: "May 2022" is not a day (2022-02-22), month (2022-02), year (2022) or season',
  ],
  [{ date: { from: "2022-02-30" } }, {}, 'date.from: "2022-02-30" is not in the calendar'],
  [{ date: { from: undefined } }, {}, "date.from: expects a day, month or year, not undefined"],
  [{ date: { from: 2022 } }, {}, "date.from: expects a day, month or year, not 2022"],
  [{ date: { form: "2022" } }, {}, 'date: no operator "form" (did you mean "from"?)'],
  [
    { date: { after: "2022" } },
    {},
    'date: no operator "after"; it takes one of from, to, match, not',
  ],
  [{ date: { from: "2023", to: "2022" } }, {}, "date: from 2023 is later than to 2022"],
  [
    { date: { from: "2022", match: "sure" } },
    {},
    'date.match: no term "sure"; it takes one of possible, certain',
  ],
  [{ date: { not: "2022" } }, {}, 'date.not: expects null, not "2022"'],
  [
    { date: { from: "../2022" } },
    {},
    'date.from: "../2022" is not a day (2022-02-22), month (2022-02), year (2022) or season',
  ],
  [{}, { limit: Infinity }, "limit: expects a whole number, 0 or more, not Infinity"],
  [{}, { limit: null }, "limit: expects a whole number, 0 or more, not null"],
  [["ann"], {}, "criteria: expects an object or a function, not a list"],
  [{ date: ["2022"] }, {}, "date: expects an EDTF date, a range or null (not stated), not a list"],
  [{}, { limit: -1 }, "limit: expects a whole number, 0 or more, not -1"],
  [{}, { offset: 1.5 }, "offset: expects a whole number, 0 or more, not 1.5"],
  [{}, { order: "latest" }, 'options: no order "latest"; it takes one of oldest, newest'],
  [{}, { limt: 1 }, 'options: no option "limt" (did you mean "limit"?)'],
  [null, {}, "criteria: expects an object or a function, not null"],
  ["ann", {}, 'criteria: expects an object or a function, not "ann"'],
  [{ __proto__x: 1 }, {}, 'criteria: no field "__proto__x"'],
  [JSON.parse('{"__proto__": "x"}') as object, {}, 'criteria: no field "__proto__"'],
  [{ constructor: "x" }, {}, 'criteria: no field "constructor"'],
  [{ label: "x" }, {}, 'criteria: no field "label"'],
])("where reports wrong input (%#)", (criteria, options, message) => {
  const call = () => talks.where(criteria as object, options as WhereOptions);
  expect(call).toThrow(InputError);
  expect(call).toThrow(message);
});

test("records and collections are frozen; returned arrays belong to the caller", () => {
  const first = talks.get("a");
  expect(() => {
    (first as { mode: string }).mode = "x";
  }).toThrow(TypeError);
  expect(() => (first.topics as string[]).push("x")).toThrow(TypeError);
  expect(() => {
    (talks as unknown as { get: unknown }).get = 1;
  }).toThrow(TypeError);
  const all = talks.where({});
  all.reverse();
  expect(talks.where({})[0]!.id).toBe("a");
  const copy = structuredClone(first) as { mode: string };
  copy.mode = "changed";
  expect(first.mode).toBe("quoted");
});

const ask = (criteria: unknown) => () => statements.where(criteria as never);

test.each([
  [
    { "speakers.actor": "sergey-lavrov" },
    'criteria: no field "speakers.actor"; ask for it as speakers',
  ],
  [
    Object.create({ mode: "x" }),
    'criteria: "mode" is inherited; write it as a member of the object',
  ],
  [{ label: "x" }, 'criteria: no field "label"'],
  [{ date: { from: "2023", to: "2022" } }, "date: from 2023 is later than to 2022"],
  [{ date: { to: "not a day" } }, "date.to: "],
  [
    () => Promise.resolve(true),
    "criteria: the predicate returns a promise; it must return true or",
  ],
])("criteria %j are refused: %s", (criteria, message) => {
  expect(ask(criteria)).toThrow(message);
});

test("a range with one end has no other", () => {
  const count = (date: object) => statements.count({ date });
  const all = statements.count({ date: { from: "1000" } });
  expect(count({ from: "2023" }) + count({ to: "2022" })).toBeGreaterThanOrEqual(all);
  const certain = { match: "certain" };
  expect([count({ to: "1999", ...certain }), count({ from: "2100", ...certain })]).toEqual([0, 0]);
});

test("a predicate may answer with anything that is no promise", () => {
  expect(statements.where(() => null as never)).toEqual([]);
  expect(statements.count(() => ({ then: 1 }) as never)).toBe(statements.size);
});

test("a criterion on a withdrawn id without successor says what became of it", () => {
  const withdrawn = [{ id: "old-road", reason: "not in the text", withdrawnIn: "1.0.0" }];
  const { places } = toCollections({ places: [{ id: "here" }], withdrawn });
  expect(() => places.where({ id: "old-road" })).toThrow(
    'id: "old-road" was withdrawn in version 1.0.0: not in the text',
  );
  expect(() => places.where({ id: "old-raod" })).toThrow("id: no ");
});

test("places in a circle are below each other, and the search for them ends", () => {
  expect(withDescendants({ a: "b", b: "c", c: "b" })).toEqual({
    b: ["b", "a", "c"],
    c: ["c", "a", "b"],
  });
  expect(withDescendants({ a: "a" })).toEqual({});
});

test("a copy keeps a member called __proto__ as data, and refuses what JSON cannot hold", () => {
  const copy = copyAsJson(JSON.parse('{"__proto__":{"x":1},"y":[2]}')) as object;
  expect([Object.keys(copy), Object.getPrototypeOf(copy)]).toEqual([
    ["__proto__", "y"],
    Object.prototype,
  ]);
  expect(Object.getOwnPropertyDescriptor(copy, "y")).toMatchObject({ enumerable: true });
  expect(() => copyAsJson({ x: NaN })).toThrow("holds NaN");
  expect(() => copyAsJson([-Infinity])).toThrow("holds -Infinity");
  expect(() => copyAsJson(Symbol("x"))).toThrow("holds a symbol");
  expect(() => copyAsJson({ x: 1n })).toThrow("holds a bigint");
});

test("an error of input is a TypeError that tells its name", () => {
  expect(new InputError("x")).toBeInstanceOf(TypeError);
  expect(new InputError("x").name).toBe("InputError");
});
