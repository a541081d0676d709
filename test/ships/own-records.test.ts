import { expect, test } from "vitest";
import {
  agreements,
  countBy,
  InputError,
  evidenceOf,
  meetings,
  people,
  statements,
  timeline,
  toPredicate,
} from "../../src/index.ts";
import { toCollections } from "../../src/own.ts";
import { checkRecords } from "../../src/schema.ts";

const mine = [
  {
    ...structuredClone(statements.get("kavkaza-135-flights-a-week")),
    id: "mine-2",
    date: { edtf: "2024-05", earliest: "2024-05-01", latest: "2024-05-31", basis: "stated" },
  },
  {
    ...structuredClone(statements.get("kavkaza-135-flights-a-week")),
    id: "mine-1",
    speakers: [{ actor: "me", basis: "named" }],
  },
];

test("own records take the same criteria, in order of date", () => {
  const own = toCollections({
    statements: mine,
    people: [{ id: "me" }, { id: "ilham-aliyev" }],
    topics: [{ id: "air-links" }],
  });
  expect([...own.statements].map((s) => s.id)).toEqual(["mine-1", "mine-2"]);
  expect(own.statements.where({ speakers: "me" }).map((s) => s.id)).toEqual(["mine-1"]);
  expect(own.statements.where({ date: { from: "2024" } }).map((s) => s.id)).toEqual(["mine-2"]);
  expect(own.statements.get("mine-2")?.gist).toBe(
    "There are 135 flights between Russia and Azerbaijan every week.",
  );
  expect(own.people.size).toBe(2);
  expect(countBy(own.statements, "year").cells).toEqual([
    { values: ["2023"], count: 1 },
    { values: ["2024"], count: 1 },
  ]);
  expect(() => own.statements.where({ speakers: "mee" })).toThrow(
    'speakers: no record "mee" (did you mean "me"?)',
  );
});

test("arrays that where() returns belong to the caller, also with indexes", () => {
  const many = Array.from({ length: 1000 }, (_, i) => ({
    ...mine[0]!,
    id: `many-${i}`,
    speakers: [{ actor: i % 2 ? "me" : "you", basis: "named" }],
  }));
  const { statements: manyStatements } = toCollections({
    statements: many,
    people: [{ id: "me" }, { id: "you" }],
    topics: [{ id: "air-links" }],
  });
  for (let again = 0; again < 12; again++)
    for (const criteria of [
      {},
      { speakers: "me" },
      { speakers: "you", date: "2024" },
      { date: "2024-05" },
    ]) {
      const found = manyStatements.where(criteria);
      expect(found.map((s) => s.id)).toEqual(
        many
          .filter((s) => !("speakers" in criteria) || s.speakers[0]!.actor === criteria.speakers)
          .map((s) => s.id),
      );
      found.reverse().length = again;
    }
  expect(manyStatements.count()).toBe(1000);
  expect([...manyStatements].map((s) => s.id)).toEqual(many.map((s) => s.id));
  expect(() => (([...manyStatements][0] as unknown as { gist: string }).gist = "x")).toThrow(
    TypeError,
  );
});

test("sources are sorted by the day of publication", () => {
  const day = (edtf: string) => ({ edtf, earliest: edtf, latest: edtf, basis: "stated" });
  const { sources } = toCollections({
    sources: [
      { id: "b", published: day("2022-02-02") },
      { id: "c" },
      { id: "a", published: day("2022-03-03") },
    ],
  });
  expect(sources.where({}, { order: "newest" }).map((s) => s.id)).toEqual(["a", "b", "c"]);
});

test("merged with the bundled records, ids of both are known", () => {
  const merged = toCollections({ statements: mine, people: [{ id: "me" }] }, { bundled: true });
  expect(merged.statements.size).toBe(statements.size + 2);
  expect(merged.statements.count({ topics: "air-links" })).toBe(
    statements.count({ topics: "air-links" }) + 2,
  );
});

test("an id that is used twice is reported with both places, all at once", () => {
  expect(() =>
    toCollections(
      {
        statements: [
          mine[0]!,
          mine[0]!,
          { id: "osce" },
          { id: "" },
          { id: "kavkaza-135-flights-a-week" },
        ],
      },
      { bundled: true },
    ),
  ).toThrow(
    new InputError(
      'toCollections: statements.1: the id "mine-2" is used twice, also by statements.0; ' +
        'statements.2: the id "osce" is used twice, also by the bundled organization; ' +
        'statements.3: has no id; statements.4: the id "kavkaza-135-flights-a-week" is used ' +
        "twice, also by the bundled statement",
    ),
  );
  expect(() => toCollections({ statement: [] } as never)).toThrow(
    'toCollections: no list "statement" (did you mean "statements"?)',
  );
});

test("own objects are copied, and the copies are frozen", () => {
  const record = { id: "x", label: "before" };
  const { people: persons } = toCollections({ people: [record] });
  record.label = "after";
  expect(persons.get("x")).toEqual({ id: "x", label: "before" });
  expect(Object.isFrozen(record)).toBe(false);
  expect(Object.isFrozen(persons.get("x"))).toBe(true);
});

test("an object that occurs twice in a record is copied once", () => {
  let twice: unknown = { leaf: true };
  for (let i = 0; i < 40; i++) twice = { left: twice, right: twice }; // 2 ** 40 leaves, written out
  const { people: persons } = toCollections({ people: [{ id: "x", twice }] });
  const copy = persons.get("x") as unknown as { twice: { left: unknown; right: unknown } };
  // compared here, for what is not the same would be compared leaf by leaf
  expect([copy.twice.left === copy.twice.right, copy.twice === twice]).toEqual([true, false]);
});

test("an error that a getter of a record throws is not changed", () => {
  const thrower = {
    id: "x",
    get label() {
      throw new Error("boom");
    },
  };
  expect(() => toCollections({ people: [thrower] })).toThrow(/^boom$/);
});

test("a member called __proto__ does not change the prototype", () => {
  const { people: persons } = toCollections({
    people: [JSON.parse('{"id":"x","__proto__":{"label":"y"}}') as { id: string }],
  });
  expect(JSON.stringify(persons.get("x"))).toBe('{"id":"x","__proto__":{"label":"y"}}');
  expect((persons.get("x") as { label?: string }).label).toBeUndefined();
});

test("ids may have the names of members of every object", () => {
  for (const id of ["constructor", "__proto__", "toString"]) {
    const below = toCollections({
      topics: [{ id: "top" }, { id, broader: "top" }],
      statements: [{ id: "s", topics: [id] }],
    }).statements;
    expect([below.count({ topics: "top" }), below.count({ topics: id })]).toEqual([1, 1]);
    const above = toCollections({
      topics: [{ id }, { id: "x", broader: id }],
      statements: [{ id: "s", topics: ["x"] }],
    }).statements;
    expect(above.count({ topics: id })).toBe(1);
    const places = {
      places: [
        { id, type: "country", country: id },
        { id: "city", country: id },
      ],
      statements: [{ id: "s", place: "city" }],
    };
    expect(toCollections(places).statements.count({ place: id })).toBe(1);
  }
});

test("null in a field means not stated, for criteria and counts", () => {
  const own = toCollections({
    statements: [{ id: "a", mode: null, speakers: null, date: null }, { id: "b" }],
  });
  for (const field of ["mode", "speakers", "date"])
    expect(own.statements.count({ [field]: null })).toBe(2);
  expect(countBy(own.statements, "mode").cells).toEqual([{ values: [null], count: 2 }]);
});

test("undated records come last, also after the last year that a date may have", () => {
  const far = { id: "far", date: { edtf: "9999", earliest: "9999-01-01", latest: "9999-12-31" } };
  expect(
    [...toCollections({ meetings: [{ id: "undated" }, far] }).meetings].map(({ id }) => id),
  ).toEqual(["far", "undated"]);
});

const circle: Record<string, unknown> = { id: "round" };
circle.self = circle;
let deep: unknown = 1;
for (let i = 0; i < 100_000; i++) deep = [deep];
deep = { id: "deep", deep };

test.each([
  [
    () => toCollections(null as never),
    "toCollections: expects an object of lists, such as { statements: [] }",
  ],
  [
    () => toCollections([] as never),
    "toCollections: expects an object of lists, such as { statements: [] }",
  ],
  [
    () => toCollections(new Map() as never),
    "toCollections: expects an object of lists, such as { statements: [] }, not [object Map]",
  ],
  [() => toCollections({}, null as never), "toCollections: expects an object of options, not null"],
  [
    () => toCollections({}, { bundeld: true } as never),
    'toCollections: no option "bundeld" (did you mean "bundled"?)',
  ],
  [
    () =>
      toCollections({
        people: [
          { id: "a" },
          null,
          { id: "b", f: () => 1 },
          { id: "c", at: new Date() },
          { id: "d", n: [[1n]] },
        ],
      } as never),
    "toCollections: people.1: expects a record; people.2: holds a function; a record may " +
      "hold only what JSON can hold; people.3: holds [object Date]; a record may hold only " +
      "what JSON can hold; people.4: holds a bigint; a record may hold only what JSON can hold",
  ],
  [
    () => toCollections({ people: [circle] } as never),
    "toCollections: people.0: holds itself; a record may hold only what JSON can hold",
  ],
  [
    () => toCollections({ people: [deep] } as never),
    "toCollections: people.0: is nested too deeply; a record may hold only what JSON can hold",
  ],
  [
    () => toCollections({ people: [Object.create({ id: "inherited" })] } as never),
    "toCollections: people.0: has no id",
  ],
  [
    () => toCollections({ people: Array(30).fill({}) } as never),
    /people\.19: has no id; and 10 more$/,
  ],
  [
    () => toCollections({}, { bundled: "no" } as never),
    'options.bundled: expects true or false, not "no"',
  ],
  [
    () =>
      toCollections({
        meetings: [{ id: "m", date: { earliest: "2022-01-01T10:00", latest: null } }],
      } as never),
    "toCollections: meetings.0.date: earliest is a day, YYYY-MM-DD, or null, not " +
      '"2022-01-01T10:00"',
  ],
  [() => timeline(null as never), "timeline: expects an object of options, not null"],
  [
    () => timeline({ match: Symbol("x") } as never),
    "timeline.match: no term Symbol(x); it takes one of possible, certain",
  ],
  [
    () => timeline({ statements: "no" } as never),
    'timeline.statements: expects true or false, not "no"',
  ],
  [
    () => timeline({ ["k".repeat(200)]: 1 }),
    `timeline: no option "${"k".repeat(80)}"; it takes one of in, from, to, match, statements`,
  ],
  [
    () => toCollections({ statements: {} } as never),
    "toCollections: statements: expects a list of records",
  ],
  [
    () =>
      toCollections({
        statements: [{ id: "a", date: { edtf: "soon" } }],
        sources: [{ id: "b", published: "2022-02-22" }],
      } as never),
    'toCollections: sources.0.published: expects an object, not "2022-02-22"; ' +
      'statements.0.date: "soon" is not a day',
  ],
  [() => toCollections({}).statements.count({ topics: "x" }), 'topics: no record "x"'],
  [
    () => countBy(statements, undefined as never),
    "countBy: no field undefined; it takes one of id",
  ],
  [
    () => countBy(statements, ["topics", undefined] as never),
    "countBy: no field undefined; it takes one of id",
  ],
  [
    () => timeline({ match: "x" } as never),
    'timeline.match: no term "x"; it takes one of possible, certain',
  ],
])("wrong input is reported with a remedy (%#)", (ask, message) => {
  expect(ask).toThrow(InputError);
  expect(ask).toThrow(message);
});

test("checkRecords reports every bad record with its index and path", () => {
  expect(checkRecords("statement", [...statements])).toEqual([]);
  const bad = structuredClone(statements.get("kavkaza-135-flights-a-week")) as unknown as Record<
    string,
    unknown
  >;
  expect(
    checkRecords("statement", [
      { ...bad, mode: "quoted", extra: 1 },
      statements.get("kavkaza-135-flights-a-week"),
      { ...bad, quantities: [{ value: "135", unit: "x", asWritten: "y" }] },
      null,
    ]),
  ).toEqual([
    { index: 0, path: "mode", message: expect.stringContaining("direct-quotation") },
    { index: 0, path: "", message: expect.stringContaining("extra") },
    { index: 2, path: "quantities.0.value", message: expect.stringContaining("number") },
    { index: 3, path: "", message: expect.stringContaining("object") },
  ]);
  expect(() => checkRecords("statements" as never, [])).toThrow(
    'checkRecords: no kind "statements" (did you mean "statement"?)',
  );
});

test("an approximate or uncertain date is never certain, in either store", () => {
  for (const size of [3, 600]) {
    const more = Array.from({ length: size }, (_, i) => ({ id: `more-${i}` }));
    const dated = [
      { id: "exact", date: { edtf: "2022-07-08", earliest: "2022-07-08", latest: "2022-07-08" } },
      { id: "about", date: { edtf: "2022-07-08~", earliest: "2022-07-05", latest: "2022-07-11" } },
      { id: "unsure", date: { edtf: "2022-07-08?", earliest: "2022-07-08", latest: "2022-07-08" } },
    ];
    const own = toCollections({ meetings: [...dated, ...more] });
    const find = (date: object) => own.meetings.where({ date }).map(({ id }) => id);
    expect(find({ from: "2022-07-05", to: "2022-07-05" })).toEqual(["about"]);
    expect(find({ from: "2022", match: "certain" })).toEqual(["exact"]);
  }
});

test("countBy counts values and what is not stated", () => {
  const { total, cells } = countBy(statements, "speakers");
  expect(total).toBe(statements.size);
  expect(cells.find((c) => c.values[0] === null)).toEqual({ values: [null], count: 11 });
  expect(
    countBy(statements, ["month", "speechAct"], { source: "tdi-bayramov-yevdokimov" }).cells[0],
  ).toEqual({
    values: ["2023-07", "assert"],
    count: 4,
  });
  expect(countBy(agreements, "year").cells.find((c) => c.values[0] === null)?.count).toBe(8);
  expect(() => countBy(statements, "speaker" as never)).toThrow(
    'countBy: no field "speaker" (did you mean "speakers"?)',
  );
  expect(() => countBy(statements, [] as never)).toThrow(
    "countBy: expects one field or two, not 0",
  );
});

test("evidenceOf lists what a field rests on", () => {
  const statement = statements.get("trend-deny-blocking-of-lachin-road");
  expect(evidenceOf(statement, "mode").map((s) => [s.certainty, s.quote])).toEqual([
    ["coded", expect.stringMatching(/^The unfounded allegations of Armenia .* reflect reality$/)],
  ]);
  expect(evidenceOf(statement, "speakers")).toMatchObject([
    {
      pointer: "/speakers/0",
      certainty: "inferred",
      source: "trend-bayramov-visit",
      quote: "Trend reports citing Azerbaijani MFA",
      reason: expect.stringContaining("no speaker is named"),
    },
  ]);
  expect(evidenceOf(statement, "/about/0")[0]!.anchors).toHaveLength(1);
  expect(
    evidenceOf(agreements.get("information-security-agreement"), "date").every(
      (s) => s.certainty === "outside",
    ),
  ).toBe(true);
  expect(evidenceOf(statement).length).toBeGreaterThan(6);
  const [day] = evidenceOf(statement, "date");
  expect([day!.via, day!.certainty]).toEqual([
    statement.meeting,
    evidenceOf(meetings.get(statement.meeting!), "date")[0]!.certainty,
  ]);
  expect(evidenceOf(statement, "place").every((s) => s.via === statement.meeting)).toBe(true);
  for (const each of statements.where({ date: { not: null } }))
    // the outlet's own voice is dated by its publication, which no passage shows
    expect([each.id, evidenceOf(each, "date").length > 0]).toEqual([
      each.id,
      each.mode !== "agency-narration",
    ]);
  expect(() => evidenceOf(statement, "speaker" as never)).toThrow(
    'evidenceOf: the record has no field "speaker"',
  );
});

test("has and toPredicate", () => {
  expect(statements.has("kavkaza-135-flights-a-week")).toBe(true);
  expect(statements.has("moscow")).toBe(false);
  expect([...people].filter(toPredicate(people, { country: "russia" })).length).toBe(3);
});
