import { expect, test } from "vitest";
import { agreements, CriteriaError, meetings, people, places, statements, toCollections } from "../src/index.ts";
import { search } from "../src/search.ts";

const ids = (hits: readonly { readonly record: { readonly id: string } }[]) => hits.map((hit) => hit.record.id);

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

test("several words must all stand there; criteria narrow further", () => {
  expect(ids(search("trade turnover"))).toEqual(
    expect.arrayContaining(["trade-turnover", "kavkaza-trade-at-record-level", "sia-trade-rises-after-pandemic"]),
  );
  expect(ids(search("trade turnover", { in: statements, where: { speakers: "sergey-lavrov" } })).sort()).toEqual([
    "kavkaza-trade-at-record-level",
    "kavkaza-trade-not-at-limit",
  ]);
  expect(ids(search("trade turnover", { in: statements, where: (s) => s.mode === "direct-quotation" }))).toEqual([
    "kavkaza-urge-road-maps",
  ]);
  expect(search("trade wombat")).toEqual([]);
});

test("names that differ find the one document", () => {
  for (const query of ["Allied Interaction", "Allied Relations", "allied cooperation"])
    expect(ids(search(query, { in: agreements }))).toContain("declaration-on-allied-interaction");
  expect(ids(search("Khankendi", { in: places })).sort()).toEqual(["aghdam-khankendi-road", "khankendi"]);
});

test("names of one's own find a place under its other spelling", () => {
  const mine = toCollections({
    places: [
      { kind: "place", id: "xankendi", label: "Khankendi", names: [{ text: "Xankəndi", language: "az", form: "name" }], evidence: [] },
    ],
  });
  expect(ids(search("Xankendi", { in: mine.place }))).toEqual(["xankendi"]);
  expect(ids(search("khankendi", { in: mine.place }))).toEqual(["xankendi"]);
});

test("passages mark the words", () => {
  const [hit] = search("peaceful protest", { in: statements });
  expect(hit!.record.id).toBe("trend-main-topics-of-talks");
  const { text, marks, field } = hit!.passages[0]!;
  expect(field).toBe("quote");
  expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(["peaceful", "protest"]);
});

test("limit and offset page through the hits", () => {
  const all = ids(search("relations", { in: statements, limit: 100 }));
  expect(all.length).toBeGreaterThan(20);
  expect(ids(search("relations", { in: statements, limit: 7, offset: 7 }))).toEqual(all.slice(7, 14));
  expect(search("relations", { in: statements }).length).toBe(20);
});

test.each(["", "   ", "!!! — …", "\ud800", "\udfff\ud800", "🕊️", "__proto__", "constructor", "toString", "a".repeat(1000), "%s ${x} <b>"])(
  "%j is answered",
  (query) => {
    expect(Array.isArray(search(query))).toBe(true);
  },
);

test.each([
  ["a".repeat(10_000), {}, "search: the query has 10000 characters, and at most 1000 are taken"],
  [7, {}, "search: the query is text"],
  ["x", { limit: -1 }, "limit: expects a whole number, 0 or more, not -1"],
  ["x", { where: {} }, "search: where needs the collection that it asks (in)"],
  ["x", { among: meetings }, 'search: no option "among"; it takes in, where, limit, offset'],
  ["x", { in: statements, where: { speaker: "x" } }, 'criteria: no field "speaker" (did you mean "speakers"?)'],
  ["x", { in: {} }, "expects a collection of this package"],
  ["x", { in: null }, "expects a collection of this package"],
  ["x", null, "search: the options are an object"],
])("search(%j, %j) says what is wrong", (query, options, message) => {
  const call = () => search(query as string, options as never);
  expect(call).toThrow(CriteriaError);
  expect(call).toThrow(message);
});

test("a place is found by its name in another language, with or without its letters", () => {
  for (const query of ["Xankəndi", "xankendi", "Khankendi", "Stepanakert"])
    expect([query, search(query, { in: places })[0]?.record.id]).toEqual([query, "khankendi"]);
});

test("a letter may be written as one sign or as two", () => {
  const texts = {
    statements: [
      { id: "two", gist: "Türkiye’s café".normalize("NFD") },
      { id: "one", gist: "Türkiye’s café".normalize("NFC") },
    ],
  };
  const { statement } = toCollections(texts);
  for (const query of ["turkiye", "Türkiye".normalize("NFD"), "Türkiye".normalize("NFC"), "cafe"])
    expect(search(query, { in: statement }).map(({ record }) => record.id)).toEqual(["two", "one"]);
  const { text, marks } = search("turkiye", { in: statement })[0]!.passages[0]!;
  expect(text.slice(...marks[0]!)).toBe("Türkiye’s".normalize("NFD"));
});

test("a word with very many longer ones is found", () => {
  const many = Array.from({ length: 150_000 }, (_, i) => `a${i}`);
  const { statement } = toCollections({ statements: [{ id: "all", gist: many.join(" ") }] });
  expect(search("a", { in: statement }).map(({ record }) => record.id)).toEqual(["all"]);
});

test("records of one's own need neither names nor evidence to be searched", () => {
  const { statement } = toCollections({ statements: [{ id: "a", gist: "A bridge is built." }, { id: "b" }] });
  expect(search("bridge", { in: statement }).map((hit) => [hit.record.id, hit.passages[0]?.field])).toEqual([["a", "gist"]]);
});
