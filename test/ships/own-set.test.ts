/** Your own records, checked at the border, and asked the questions of the package. */
import { readFileSync } from "node:fs";
import { expect, expectTypeOf, test } from "vitest";
import { cite, claimPassages, passageUrl, quotations } from "../../src/cite.ts";
import {
  changes,
  evidenceOf,
  InputError,
  meetings,
  positions,
  related,
  resolve,
  statements,
  timeline,
} from "../../src/index.ts";
import { checkData, toCollections } from "../../src/own.ts";
import { search } from "../../src/search.ts";

const article = {
  id: "paper-1",
  outlet: "The Harbour Paper",
  language: "en",
  url: "https://paper.example/1",
  published: { edtf: "2024-03-02" },
};
const passage = {
  source: "paper-1",
  quote: { exact: "The road is open" },
  role: "claim",
  supports: ["/topics/0"],
};
const own = toCollections({
  sources: [article],
  people: [{ id: "mayor", label: "The Mayor of Harbour", country: "harbour" }],
  places: [
    { id: "harbour", label: "Harbour", type: "country", country: "harbour" },
    { id: "old-town", label: "Old Town", country: "harbour" },
  ],
  topics: [
    { id: "roads", label: "Roads" },
    { id: "coast-road", broader: "roads" },
  ],
  meetings: [
    {
      id: "talks",
      label: "Talks in Old Town",
      place: { place: "old-town" },
      date: { edtf: "2024-03" },
    },
  ],
  statements: [
    {
      id: "road-open",
      label: "The Mayor says, 2 March 2024: The road is open.",
      gist: "The road is open.",
      speakers: [{ actor: "mayor", side: "harbour", basis: "named" }],
      sides: ["harbour"],
      topics: ["coast-road"],
      meeting: "talks",
      source: "paper-1",
      mode: "direct-quotation",
      date: { edtf: "2024-03-02" },
      evidence: [passage],
    },
    {
      id: "road-closed",
      label: null,
      gist: "The road is closed.",
      speakers: null,
      topics: ["roads", null],
      relations: [{ type: "rejects", statement: "road-open", reason: "closed is not open" }],
      evidence: null,
    },
  ],
  agreements: [{ id: "road-treaty", madeAt: "talks" }],
});
const said = own.statements.get("road-open")!;

test("questions across kinds are asked of own collections", () => {
  expect(resolve("mayor", { in: own })).toBe(own.people.get("mayor"));
  expect(resolve("sergey-lavrov", { in: own })).toBeUndefined();
  const {
    statements: found,
    agreements,
    relations,
  } = related(own.meetings.get("talks")!, {
    in: own,
  });
  expect(found).toEqual([said]);
  expect(agreements).toEqual([own.agreements.get("road-treaty")]);
  expect(relations.map(({ field }) => field)).toEqual(["place", "meeting", "madeAt"]);
  expect(timeline({ in: own, statements: true }).map(({ id }) => id)).toEqual([
    "talks",
    "road-open",
    "road-treaty",
    "road-closed",
  ]);
  const sides = positions("roads", { in: own });
  expect(sides.map(({ side, positions: of }) => [side, of.map((p) => p.statement.id)])).toEqual([
    ["harbour", ["road-open"]],
    [undefined, ["road-closed"]],
  ]);
  expect(sides[0]!.positions[0]!.from).toEqual([
    { type: "rejected-by", statement: "road-closed", reason: "closed is not open" },
  ]);
  expect(changes("harbour", "coast-road", { in: own })).toHaveLength(1);
  expect(evidenceOf(said, "topics", { in: own })).toMatchObject([
    { pointer: "/topics/0", quote: "The road is open", source: "paper-1" },
  ]);
  expect(evidenceOf(own.statements.get("road-closed")!, undefined, { in: own })).toEqual([]);
  const [quotation] = quotations(said, { in: own });
  expect(quotation).toMatchObject({
    words: "The road is open […]",
    speakers: [{ name: "The Mayor of Harbour" }],
    outlet: "The Harbour Paper",
    link: "https://paper.example/1#:~:text=The%20road%20is%20open",
  });
  expect(claimPassages(said, { in: own })).toHaveLength(1);
  const quote = { exact: "open", prefix: "", suffix: "" };
  expect(passageUrl({ source: "paper-1", quote }, { in: own })).toMatch(/text=open$/);
  expect(search("closed", { in: own.statements }).map(({ record }) => record.id)).toEqual([
    "road-closed",
  ]);
});

test("the types of the results are those of your records", () => {
  expectTypeOf(resolve("talks", { in: own })).not.toBeAny();
  const [first] = related(said, { in: own }).sources;
  expectTypeOf(first!.outlet).toEqualTypeOf<string>();
  expectTypeOf(
    related(meetings.get("bayramov-lavrov-2022-press-conference")).statements[0]!.gist,
  ).toEqualTypeOf<string>();
});

test("an own record is cited as a part of its own dataset", () => {
  const dataset = {
    title: "Harbour talks",
    author: "The Harbour Archive",
    version: "2.0.0",
    url: "https://harbour.example/data",
    publisher: "Harbour Press",
    released: "2024-05-01",
  };
  expect(cite(said, { in: own, dataset }).apa).toBe(
    "The Mayor says, 2 March 2024: The road is open [paraphrase, statement road-open]. (2024). " +
      "In The Harbour Archive (Ed.), Harbour talks (Version 2.0.0) [Data set]. Harbour Press. " +
      "https://harbour.example/data#road-open (statement road-open, after The Harbour Paper, " +
      "2024-03-02, https://paper.example/1)",
  );
  expect(() => cite(said, { in: own })).toThrow(
    "cite: your own records need { dataset: { title, author, version, url, publisher } }",
  );
  expect(() => cite(said, { in: own, dataset: { ...dataset, url: 5 as never } })).toThrow(
    "cite.dataset.url: expects text, not 5",
  );
  expect(() => cite(said, { in: own, dataset: { ...dataset, released: "soon" } })).toThrow(
    'cite.dataset.released: "soon" is not a day',
  );
});

test("an own statement without a label is cited with its speakers and its claim", () => {
  const dataset = {
    title: "T",
    author: "A",
    version: "1",
    url: "https://x.example",
    publisher: "P",
  };
  const bare = toCollections({
    people: [{ id: "mayor", label: "The Mayor" }],
    statements: [
      { id: "said", gist: "The road is open.", speakers: [{ actor: "mayor" }] },
      { id: "heard", gist: "The road is closed." },
    ],
  });
  const title = (id: string) => cite(bare.statements.get(id)!, { in: bare, dataset }).csl.title;
  expect(title("said")).toBe("The Mayor says: The road is open [paraphrase, statement said]");
  const odd = toCollections({ topics: [{ id: 'ö {x}, "y"' }] });
  const { csl, bibtex } = cite(odd.topics.get('ö {x}, "y"')!, { in: odd, dataset });
  expect(csl.id).toMatch(/^[\w-]+$/);
  expect(bibtex).toMatch(/^@misc\{[\w-]+,\n/);
  expect(csl.URL).toBe("https://x.example#%C3%B6%20%7Bx%7D%2C%20%22y%22");
  expect(title("heard")).toMatch(/^A speaker who is not named says: The road is closed \[/);
});

test("own records and other values in the wrong place are refused with a remedy", () => {
  for (const ask of [() => related(said as never), () => quotations(said as never)])
    expect(ask).toThrow('no record "road-open" here; for your own records pass { in: toColl');
  expect(() => related(said as never, { in: statements } as never)).toThrow(
    "related.in: expects what toCollections returned, not [object Object]",
  );
  expect(() => [said].map(quotations as never)).toThrow(
    "quotations: expects options, not 0; in map() write (one) => quotations(one)",
  );
  expect(() => own.statements.where({ topics: "trade" })).toThrow(
    'topics: no record "trade"; bring the record in its list, or take those of the package with ' +
      "{ bundled: true }",
  );
});

test.each([
  [{ edtf: "2022-12", earliest: "1999-01-01", latest: "1999-12-31" }, "correct them or leave"],
  [{ edtf: "2022-12", earliest: null, latest: null }, "correct them or leave"],
  [{ earliest: null, latest: null }, "it has no day; write edtf, or earliest and latest"],
  [{ earliest: "2022-12-01", latest: "2022-11-01" }, "it ends on 2022-11-01, before it starts"],
  [{ edtf: "2022-12", earliest: "2022-99-99" }, '"2022-99-99" is not in the calendar'],
  [{ edtf: "2022-13" }, '"2022-13" is not in the calendar'],
  [{ edtf: "../.." }, "open at both ends"],
  [{ edtf: 2022 }, "edtf is text, not 2022"],
])("the date %j is refused", (date, message) => {
  expect(() => toCollections({ meetings: [{ id: "m", date }] })).toThrow(message);
  expect(checkData({ meetings: [{ id: "m", date }] })).toContainEqual(
    expect.objectContaining({ list: "meetings", index: 0, path: "date" }),
  );
});

test("a date that gives only its EDTF gets its days", () => {
  const { meetings: dated } = toCollections({ meetings: [{ id: "m", date: { edtf: "2022-06" } }] });
  expect(dated.count({ date: "2022-06-30" })).toBe(1);
  expect(dated.get("m")).toMatchObject({ date: { earliest: "2022-06-01", latest: "2022-06-30" } });
});

test.each([
  [{ statements: [{ id: "x", gist: 5 }] }, "statements.0.gist: expects text, not 5"],
  [{ statements: [{ id: "x", names: "abc" }] }, 'statements.0.names: expects a list, not "abc"'],
  [{ statements: [{ id: "x", evidence: [{}] }] }, "statements.0.evidence.0.source: is missing"],
  [{ statements: [{ id: "x", kind: "meeting" }] }, 'statements.0.kind: expects "statement"'],
  [{ places: [{ id: "x", coordinates: { latitude: "1" } }] }, "expects a number"],
  [{ withdrawn: [{ id: "x" }] }, "withdrawn: expects a list of { id, reason, withdrawnIn"],
])("%j is refused with its place", (data, message) => {
  expect(() => toCollections(data as never)).toThrow(InputError);
  expect(() => toCollections(data as never)).toThrow(message);
});

test("data.json is taken whole, with its tombstones", () => {
  const data = JSON.parse(readFileSync("src/generated/data.json", "utf8")) as {
    withdrawn: { id: string; successor: string }[];
  };
  const again = toCollections(data as object);
  expect(again.statements.size).toBe(statements.size);
  const [tombstone] = data.withdrawn;
  expect(resolve(tombstone!.id, { in: again })?.id).toBe(tombstone!.successor);
  expect(checkData(data as object)).toEqual([]);
});

test("checkData reports unknown terms and ids, what is missing, and duplicates", () => {
  const data = {
    people: [{ id: "mayor", label: "The Mayor" }, { id: "mayor" }, 5],
    statements: [
      {
        id: "s",
        mode: "quoted",
        speakers: [{ actor: "mayer" }, { actor: "russia" }, { actor: "elsewhere" }],
      },
    ],
  };
  const problems = checkData(data, { outside: ["elsewhere"] });
  const told = problems.map(
    ({ list, index, path, message }) => `${list}.${index} ${path}: ${message}`,
  );
  expect(told).toEqual(
    expect.arrayContaining([
      'people.1 id: the id "mayor" is also used by people.0',
      "people.2 : expects a record",
      expect.stringMatching(/^statements\.0 mode: no term "quoted"; it is one of direct-quotation/),
      'statements.0 speakers.0.actor: no record "mayer" (did you mean "mayor"?)',
      'statements.0 speakers.1.actor: no record "russia"; add the record, or name the id in ' +
        "outside",
      "statements.0 gist: is missing",
      "statements.0 speakers.0.basis: is missing",
    ]),
  );
  expect(told.join()).not.toContain("elsewhere");
  const withBundled = checkData(data, { bundled: true, outside: ["elsewhere"] });
  expect(withBundled.map(({ message }) => message).join()).not.toContain('"russia"');
  expect(checkData({ statements: [...statements] as never }, { bundled: true })[0]).toEqual({
    list: "statements",
    index: 0,
    path: "id",
    message: expect.stringMatching(/is also used by the bundled statement$/),
  });
});

test.each([
  [{ earliest: "2022-01-01", latest: "2022-01-02" }, "2022-01-01/2022-01-02"],
  [{ edtf: null, earliest: "2022-01-01", latest: "2022-01-01" }, "2022-01-01"],
  [{ earliest: "2022-01-01" }, "2022-01-01/.."],
  [{ earliest: null, latest: "2022-01-01" }, "../2022-01-01"],
])("the date %j has the EDTF %s", (date, edtf) => {
  const quote = { exact: "Trade grows." };
  const statement = {
    ...{ id: "own", kind: "statement", gist: "Trade grows.", date },
    evidence: [{ source: "paper-1", quote, role: "claim", supports: ["/mode"] }],
  } as const;
  const own = toCollections({ statements: [statement] } as never);
  const record = own.statements.get("own") as { readonly id: string };
  expect(record).toMatchObject({ date: { edtf } });
  expect(quotations(record, { in: own }).length).toBeGreaterThan(0);
});
