import { expect, test } from "vitest";
import { agreements, InputError, meetings, people, places, statements } from "../../src/index.ts";
import { toCollections } from "../../src/own.ts";
import { search, searchIn } from "../../src/search.ts";

const ids = (hits: readonly { readonly record: { readonly id: string } }[]) =>
  hits.map((hit) => hit.record.id);

test.each([
  ["Yevdokimov", "mikhail-yevdokimov"],
  ["Evdokimov", "mikhail-yevdokimov"],
  ["yevdokimv", "mikhail-yevdokimov"],
  ["Sergei", "sergey-lavrov"],
  ["LAVROV", "sergey-lavrov"],
  ["bayram", "jeyhun-bayramov"],
])("%s finds %s among the people", (query, id) => {
  expect(ids(search(query, { in: people }))).toContain(id);
});

const whole = (query: string, options: Parameters<typeof search>[1] = {}) =>
  search(query, options as never).filter(({ missing }) => missing.length === 0);

test("records that hold all words come first; criteria narrow the search", () => {
  expect(ids(whole("trade turnover"))).toEqual(
    expect.arrayContaining([
      "trade-turnover",
      "kavkaza-trade-at-record-level",
      "sia-trade-rises-after-pandemic",
    ]),
  );
  expect(
    ids(whole("trade turnover", { in: statements, where: { speakers: "sergey-lavrov" } })).sort(),
  ).toEqual([
    "kavkaza-megaprojects-in-preparation", // its attribution is "Speaking about the trade turnover"
    "kavkaza-megaprojects-of-global-substance",
    "kavkaza-trade-at-record-level",
    "kavkaza-trade-not-at-limit",
  ]);
  expect(
    ids(
      searchIn(statements, "trade turnover", {
        where: ({ mode }) => mode === "direct-quotation",
      }).filter(({ missing }) => missing.length === 0),
    ),
  ).toEqual([
    "kavkaza-urge-road-maps",
    "kavkaza-chance-to-go-through-issues", // a passage says which issues are meant
  ]);
  const [partly] = search("trade wombat");
  expect(partly!.missing).toEqual(["wombat"]);
  expect(search("zebra wombat")).toEqual([]);
});

test("names that differ find the one document", () => {
  for (const query of ["Allied Interaction", "Allied Relations", "allied cooperation"])
    expect(ids(search(query, { in: agreements }))).toContain("declaration-on-allied-interaction");
  expect(ids(search("Khankendi", { in: places })).sort()).toEqual([
    "aghdam-khankendi-road",
    "khankendi",
  ]);
});

test("names of own records find a place under its other spelling", () => {
  const mine = toCollections({
    places: [
      {
        kind: "place",
        id: "xankendi",
        label: "Khankendi",
        names: [{ text: "Xankəndi", language: "az", form: "name" }],
        evidence: [],
      },
    ],
  });
  expect(ids(search("Xankendi", { in: mine.places }))).toEqual(["xankendi"]);
  expect(ids(search("khankendi", { in: mine.places }))).toEqual(["xankendi"]);
});

test("passages have the positions of the words", () => {
  const [hit] = search("peaceful protest", { in: statements });
  expect(hit!.record.id).toBe("trend-main-topics-of-talks");
  const { text, marks, field } = hit!.passages[0]!;
  expect(field).toBe("label");
  expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(["peaceful", "protest"]);
});

test("limit and offset page through the hits", () => {
  const all = ids(search("relations", { in: statements, limit: 100 }));
  expect(all.length).toBeGreaterThan(20);
  expect(ids(search("relations", { in: statements, limit: 7, offset: 7 }))).toEqual(
    all.slice(7, 14),
  );
  expect(search("relations", { in: statements }).length).toBe(20);
});

test.each(["", "   ", "!!! — …", "\ud800", "\udfff\ud800", "🕊️"])(
  "%j holds no word and finds nothing",
  (query) => {
    expect(search(query)).toEqual([]);
  },
);

test.each(["__proto__", "constructor", "toString", "%s ${x} <b>", "[a-z]+"])(
  "%j is searched as words: every hit holds them",
  (query) => {
    for (const { record, passages } of search(query))
      expect([record.id, passages.length > 0]).toEqual([record.id, true]);
  },
);

test("a word of a thousand letters finds nothing", () => {
  expect(search("a".repeat(1000))).toEqual([]);
});

test.each([
  ["a".repeat(10_000), {}, "search: the query has 10000 characters, and the limit is 1000"],
  [7, {}, "search: expects a query as text, not 7"],
  ["x", { limit: -1 }, "limit: expects a whole number, 0 or more, not -1"],
  ["x", { where: {} }, "search: where needs a collection to search in (in: statements)"],
  ["x", { among: meetings }, 'search: no option "among"; it takes one of in, where, limit, offset'],
  [
    "x",
    { in: statements, where: { speaker: "x" } },
    'criteria: no field "speaker" (did you mean "speakers"?)',
  ],
  ["x", { in: {} }, "search: expects a collection, such as statements"],
  ["x", { in: null }, "search: expects a collection, such as statements"],
  ["x", null, "search: expects an object of options, not null"],
])("search reports wrong input (%#)", (query, options, message) => {
  const call = () => search(query as string, options as never);
  expect(call).toThrow(InputError);
  expect(call).toThrow(message);
});

test("a place is found by its name in another language, with or without its letters", () => {
  for (const query of ["Xankəndi", "xankendi", "Khankendi", "Stepanakert"])
    expect([query, search(query, { in: places })[0]?.record.id]).toEqual([query, "khankendi"]);
});

test("letters with combining marks are found in both Unicode forms", () => {
  const texts = {
    statements: [
      { id: "two", gist: "Türkiye’s café".normalize("NFD") },
      { id: "one", gist: "Türkiye’s café".normalize("NFC") },
    ],
  };
  const own = toCollections(texts);
  for (const query of ["turkiye", "Türkiye".normalize("NFD"), "Türkiye".normalize("NFC"), "cafe"])
    expect(search(query, { in: own.statements }).map(({ record }) => record.id)).toEqual([
      "two",
      "one",
    ]);
  const { text, marks } = search("turkiye", { in: own.statements })[0]!.passages[0]!;
  expect(text.slice(...marks[0]!)).toBe("Türkiye’s".normalize("NFD"));
});

test("a prefix of very many words is found", () => {
  const many = Array.from({ length: 150_000 }, (_, i) => `a${i}`);
  const own = toCollections({ statements: [{ id: "all", gist: many.join(" ") }] });
  expect(search("a", { in: own.statements }).map(({ record }) => record.id)).toEqual(["all"]);
});

test("own records need neither names nor evidence to be searched", () => {
  const own = toCollections({
    statements: [{ id: "a", gist: "A bridge is built." }, { id: "b" }],
  });
  expect(
    search("bridge", { in: own.statements }).map((hit) => [hit.record.id, hit.passages[0]?.field]),
  ).toEqual([["a", "gist"]]);
});
