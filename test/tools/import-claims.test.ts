/** Claims from other tools: tables and Web Annotations in, candidates for curators out. */
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { findQuote, type Quote } from "../../curation/locate/find-quote.ts";
import { occurrences, SeedText } from "../../curation/locate/seed-text.ts";
import type { Draft } from "../../curation/draft.ts";
import type { Problem } from "../../curation/problem.ts";
import { toAnnotations } from "../../src/cite.ts";
import { collections, sources, type DatasetRecord } from "../../src/index.ts";
import { toCsv } from "../../src/outputs/csv.ts";
import { readAnnotations } from "../../kit/claim-annotations.ts";
import { toCandidates } from "../../kit/claim-candidates.ts";
import { readClaimTable } from "../../kit/claim-table.ts";
import type { ImportedClaim } from "../../kit/imported-claim.ts";

const article =
  "Ames said “trade grows.” 🙂 Bond’s view: trade grows.\n" +
  "Later, Ames added that railways open in\u00a0May.\n";

const claim = (members: Omit<ImportedClaim, "comments">): ImportedClaim => ({
  ...members,
  comments: [],
});

/** The message of what a function throws. */
function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return "no error";
}

/** The candidates without their comment signs, as curators read them: values by entry. */
function uncomment(candidates: string): [id: string, entry: { readonly claim: Quote }][] {
  const lines = candidates.split("\n").map((line) => line.replace(/^ {2}# /, ""));
  const entries = lines.filter((line) => /^\S*-claim-\d+:|^ {2}\w+:/.test(line)).join("\n");
  return Object.entries((parse(entries) ?? {}) as Record<string, { readonly claim: Quote }>);
}

/** Where compile finds a quote, in UTF-16; its problems when it does not. */
function placeForCompile(quote: Quote, text: SeedText): number | readonly string[] {
  const problems: Problem[] = [];
  const draft = { spot: () => ({ file: "", line: 1, column: 1 }) } as unknown as Draft;
  const place = { texts: new Map([[text.id, text]]), draft, path: [], problems };
  const found = findQuote(quote as Exclude<Quote, readonly unknown[]>, text, place);
  return found?.start ?? problems.map(({ message }) => message);
}

// Tables

test.each<[name: string, csv: string, claims: readonly object[]]>([
  ["a header alone", "quote\n", []],
  ["the column quote alone", "quote\ntrade grows\n", [{ exact: "trade grows", comments: [] }]],
  [
    "all columns, in another order, with CRLF and a byte order mark",
    "\ufeffspeaker,quote,gist,prefix,suffix,note\r\nAmes,q,g,p ,s,n\r\n",
    [{ exact: "q", speaker: "Ames", gist: "g", prefix: "p ", suffix: "s", comments: ["note: n"] }],
  ],
  [
    "a cell with comma, doubled mark and line breaks",
    'quote,note\r\n"a, ""b""\nc","d\r\ne"',
    [{ exact: 'a, "b"\nc', comments: ["note: d\r\ne"] }],
  ],
  [
    "columns that mean nothing here, one without a name",
    "quote,,code,page\nq,7,T1,\n",
    [{ exact: "q", comments: ["column 2: 7", "code: T1"] }],
  ],
  [
    "empty cells of columns that are known",
    'quote,speaker,gist,note\nq,,""," "',
    [{ exact: "q", comments: [] }],
  ],
  [
    "blank lines, and blanks around a name",
    "\n quote ,note\n\nq,n\n\n\n",
    [{ exact: "q", comments: ["note: n"] }],
  ],
  [
    "marks within a cell that does not begin with one",
    'quote\nsaid "x"\n',
    [{ exact: 'said "x"', comments: [] }],
  ],
  ["blanks at the ends of words, which count", "quote\n q \n", [{ exact: " q ", comments: [] }]],
])("a table: %s", (_, csv, claims) => {
  expect(readClaimTable(csv)).toEqual(claims);
});

const rowOne = 'the first row must name the columns, and "quote" the one with the words';

test.each<[name: string, csv: string, faults: readonly string[]]>([
  [
    "nothing",
    "\ufeff\r\n",
    ['row 1: is missing; the first row must name the columns, "quote" among them'],
  ],
  [
    "a column with nearly the name",
    "Quote,who\nq,w\n",
    [
      'row 1: has no column "quote" (did you mean "Quote"?); its columns are "Quote", "who"; ' +
        rowOne,
    ],
  ],
  [
    "no such column, and a row that is too long",
    "\nwords\na,b\n",
    [
      `row 2: has no column "quote"; its columns are "words"; ${rowOne}`,
      "row 3: has 2 cells where the header has 1; put a cell that has a comma in quotation marks",
    ],
  ],
  [
    "cells that are separated otherwise",
    "quote;speaker\nq;s\n",
    [
      'row 1: has no column "quote"; its columns are "quote;speaker"; separate by commas; ' +
        rowOne,
    ],
  ],
  [
    "two columns of one name",
    "quote,note,note\nq,a,b\n",
    ['row 1: has two columns "note"; rename one of them'],
  ],
  [
    "rows that are too long and too short, and empty quotes",
    'quote,note\n"a\nb",c,d\ne\n,f\n\n" ",g\n',
    [
      "row 2: has 3 cells where the header has 2; put a cell that has a comma in quotation marks",
      "row 3: has 1 cell where the header has 2; write a comma also where a cell is empty",
      'row 4: has no words in "quote"; fill it in, or remove the row',
      'row 6: has no words in "quote"; fill it in, or remove the row',
    ],
  ],
  [
    "an empty cell in marks",
    'quote\n""\n',
    ['row 2: has no words in "quote"; fill it in, or remove the row'],
  ],
  [
    "a mark that is not closed, after another fault",
    'quote,note\n,x\na,"b ""c""\nd,e\n',
    [
      "row 3: a cell opens with a quotation mark that is never closed; close it, and double the " +
        "quotation marks within the cell",
      'row 2: has no words in "quote"; fill it in, or remove the row',
    ],
  ],
  [
    "a mark that is not closed in the header",
    '"quote\nq\n',
    [
      "row 1: a cell opens with a quotation mark that is never closed; close it, and double the " +
        "quotation marks within the cell",
    ],
  ],
  [
    "text after a closing mark",
    'quote\n"a" b\n',
    ['row 2: " b" follows a closing quotation mark; double the quotation marks within a cell'],
  ],
])("a table is refused: %s", (_, csv, faults) => {
  expect(messageOf(() => readClaimTable(csv))).toBe(faults.join("\n"));
});

test("a table that is written by the rules of RFC 4180 is read back", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", " ", ",", '"', "\n", "\r\n", "\r", "”", "🙂"),
  });
  const words = cell.map((text) => `w${text}`);
  const toCell = (text: string, isQuoted: boolean) =>
    isQuoted || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const rows = fc.array(fc.tuple(words, words, words, fc.boolean()));
  fc.assert(
    fc.property(rows, fc.constantFrom("\n", "\r\n"), fc.boolean(), (table, lineEnd, isEnded) => {
      const lines = table.map(([quote, speaker, code, isQuoted]) =>
        [quote, speaker, code].map((text) => toCell(text, isQuoted)).join(","),
      );
      const csv = ["quote,speaker,code", ...lines].join(lineEnd) + (isEnded ? lineEnd : "");
      expect(readClaimTable(csv)).toEqual(
        table.map(([exact, speaker, code]) => ({ exact, speaker, comments: [`code: ${code}`] })),
      );
    }),
    { numRuns: 2000 },
  );
});

test("whatever stands in a table, it is read or refused with rows", () => {
  const text = fc.string({ unit: fc.constantFrom("quote", "a", ",", '"', "\n", "\r") });
  fc.assert(
    fc.property(text, (csv) => {
      const message = messageOf(() => readClaimTable(csv));
      if (message !== "no error") expect(message).toMatch(/^(row \d+: .+(\n|$))+$/);
    }),
    { numRuns: 5000 },
  );
});

test("a table of this package is read", () => {
  const [read] = readClaimTable(
    toCsv([
      ["quote", "note"],
      ['a "b", c', "d\ne"],
    ]),
  );
  expect(read).toEqual({ exact: 'a "b", c', comments: ["note: d\ne"] });
});

// Web Annotations

const quoted = (exact: unknown, more: object = {}) => ({
  type: "TextQuoteSelector",
  exact,
  ...more,
});
const at = (start: unknown, end: unknown, more: object = {}) => ({
  type: "TextPositionSelector",
  start,
  end,
  ...more,
});
const annotation = (selector: unknown, more: object = {}) => ({
  type: "Annotation",
  target: { selector },
  ...more,
});
const element = (refinedBy: unknown) => ({ type: "FragmentSelector", value: "p1", refinedBy });
const q = { exact: "q", comments: [] };

test.each<[name: string, annotations: unknown, claims: readonly object[]]>([
  ["one", annotation(quoted("q")), [q]],
  ["a list", [annotation(quoted("q")), annotation([quoted("q")])], [q, q]],
  ["an empty list", [], []],
  ["a page", { type: "AnnotationPage", items: [annotation(quoted("q"))] }, [q]],
  ["a page with one item", { type: "AnnotationPage", items: annotation(quoted("q")) }, [q]],
  [
    "a page of a collection, whose other pages are elsewhere",
    { type: "AnnotationPage", items: [annotation(quoted("q"))], next: "https://a.example/2" },
    [q],
  ],
  [
    "a collection with two pages",
    {
      type: "AnnotationCollection",
      first: { items: [annotation(quoted("q"))], next: { items: [annotation(quoted("q"))] } },
    },
    [q, q],
  ],
  [
    "quote and position; the first of a type counts",
    annotation([at(1, 2), quoted("q", { prefix: "p" }), quoted("r", { suffix: "s" }), at(3, 4)]),
    [{ exact: "q", prefix: "p", position: { start: 1, end: 2 }, comments: [] }],
  ],
  [
    "several targets, with their pages",
    {
      type: "Annotation",
      target: [
        { source: "https://a.example", selector: quoted("q") },
        { source: { id: "https://b.example" }, selector: quoted("r") },
        "https://c.example",
      ],
    },
    [
      { exact: "q", comments: ["page as imported: https://a.example"] },
      { exact: "r", comments: ["page as imported: https://b.example"] },
    ],
  ],
  [
    "bodies",
    annotation(quoted("q"), {
      body: [
        { type: "TextualBody", value: "trade", purpose: "tagging" },
        { type: "TextualBody", value: "look again", purpose: ["commenting"] },
        { type: "SpecificResource", source: "https://a.example/t", purpose: "tagging" },
        { type: "Choice", items: [] },
        { type: "TextualBody", value: " " },
        "plain",
      ],
      bodyValue: "more",
    }),
    [
      {
        exact: "q",
        comments: [
          "tag: trade",
          "note: look again",
          "tag: https://a.example/t",
          'note: {"type":"Choice","items":[]}',
          "note: plain",
          "note: more",
        ],
      },
    ],
  ],
  [
    "the purpose of the annotation, where a body has none",
    annotation(quoted("q"), {
      motivation: "tagging",
      body: ["trade", { type: "TextualBody", value: "why", purpose: "commenting" }],
    }),
    [{ exact: "q", comments: ["tag: trade", "note: why"] }],
  ],
  ["a refinement of an element", annotation(element(quoted("q"))), [q]],
  [
    "a position in an element: not one in the article",
    annotation(element([quoted("q"), at(1, 2)])),
    [q],
  ],
  [
    "a refinement of words",
    annotation([at(0, 9), quoted("a b", { refinedBy: at(2, 3) })]),
    [{ position: { start: 2, end: 3 }, within: { exact: "a b" }, comments: [] }],
  ],
  [
    "a refinement of a refinement in an element",
    annotation(element(quoted("a b", { refinedBy: at(2, 3) }))),
    [{ position: { start: 2, end: 3 }, within: { exact: "a b" }, comments: [] }],
  ],
  [
    "words in a position in an element",
    annotation(element(at(5, 9, { refinedBy: quoted("q") }))),
    [q],
  ],
  [
    "words with a refinement that selects no text",
    annotation(quoted("q", { refinedBy: { type: "SvgSelector" } })),
    [q],
  ],
])("annotations: %s", (_, annotations, claims) => {
  expect(readAnnotations(JSON.stringify(annotations))).toEqual(claims);
});

test("a byte order mark before JSON is no fault", () => {
  expect(readAnnotations("\ufeff[]")).toEqual([]);
});

const noText =
  "its target has neither a TextQuoteSelector nor a TextPositionSelector; mark its words, or " +
  "remove it";
const noQuote = 'a TextQuoteSelector needs words in "exact", and text in "prefix" and "suffix"';
const noPosition =
  'a TextPositionSelector needs whole numbers from 0, and its "start" before its "end"';

test.each<[name: string, annotations: unknown, faults: readonly string[]]>([
  ["no annotation", {}, [`annotation 1: ${noText}`]],
  ["nothing", null, [`annotation 1: ${noText}`]],
  [
    "no selector of text, with id and without",
    [
      { id: "urn:a", target: "https://a.example" },
      annotation(quoted("q")),
      annotation({ type: "SvgSelector" }),
      "https://a.example/anno3",
      null,
    ],
    [
      `annotation 1 (urn:a): ${noText}`,
      `annotation 3: ${noText}`,
      `annotation 4: ${noText}`,
      `annotation 5: ${noText}`,
    ],
  ],
  [
    "quotes without words, or with wrong context",
    [quoted(" "), quoted(7), quoted("q", { prefix: 1 }), quoted("q", { suffix: [] })].map(
      (selector) => annotation(selector),
    ),
    [1, 2, 3, 4].map((number) => `annotation ${number}: ${noQuote}`),
  ],
  [
    "positions that are none",
    [at(2, 2), at(-1, 2), at("1", 2), at(0.5, 2)].map((selector) => annotation(selector)),
    [1, 2, 3, 4].map((number) => `annotation ${number}: ${noPosition}`),
  ],
  [
    "a position in an element alone",
    annotation(element(at(1, 2))),
    [
      "annotation 1: its position counts from the start of a part of the page, which the text " +
        "does not show; give a TextQuoteSelector",
    ],
  ],
  [
    "a collection whose pages are elsewhere, and a fault of an annotation",
    { first: { items: [{ id: "urn:b" }], next: "https://a.example/2" } },
    [
      'the collection: its page "https://a.example/2" is not in the file; save each page, and ' +
        "import the pages one by one",
      `annotation 1 (urn:b): ${noText}`,
    ],
  ],
  [
    "a collection that names its first page only",
    { type: "AnnotationCollection", first: "https://a.example/1" },
    [
      'the collection: its page "https://a.example/1" is not in the file; save each page, and ' +
        "import the pages one by one",
    ],
  ],
])("annotations are refused: %s", (_, annotations, faults) => {
  expect(messageOf(() => readAnnotations(JSON.stringify(annotations)))).toBe(faults.join("\n"));
});

test("what is not JSON is refused", () => {
  expect(messageOf(() => readAnnotations("{"))).toMatch(
    /^the annotations are not JSON: .+; export them as JSON-LD$/,
  );
});

test("whatever JSON it is, it is read or refused with numbers", () => {
  const keys = [
    "type",
    "target",
    "selector",
    "refinedBy",
    "exact",
    "start",
    "end",
    "body",
    "items",
  ];
  const names = ["TextQuoteSelector", "TextPositionSelector", "tagging", "q"];
  const { json } = fc.letrec<{ json: unknown }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      fc.constantFrom<unknown>(null, 0, 1, 2, ...names),
      fc.array(tie("json"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys, "first", "next", "purpose", "source"), tie("json")),
    ),
  }));
  fc.assert(
    fc.property(json, fc.boolean(), (value, isTarget) => {
      const given = isTarget ? annotation(value, { body: value }) : value;
      const message = messageOf(() => readAnnotations(JSON.stringify(given)));
      if (message !== "no error")
        expect(message).toMatch(/^((annotation \d+|the collection): .+(\n|$))+$/);
    }),
    { numRuns: 5000 },
  );
});

// Candidates

test("a candidate has the form of a draft, and what was imported stays a comment", () => {
  const imported: ImportedClaim = {
    exact: "railways open in\u00a0May",
    speaker: "Ames\nspeakers: [alpha-ames]",
    gist: "Railways\u2028open.",
    comments: ["tag: rail", "note: a\r\n\tb"],
  };
  expect(toCandidates([imported], article, "gamma-times")).toBe(
    [
      "  # speaker as imported: Ames speakers: [alpha-ames]",
      "  # gist as imported: Railways open.",
      "  # tag: rail",
      "  # note: a b",
      "  # gamma-times-claim-1: # name the claim",
      "  #   speakers: []",
      "  #   speechAct:",
      "  #   gist:",
      "  #   about: []",
      "  #   topics: []",
      "  #   attribution:",
      '  #   claim: "railways open in\\_May"',
      "",
    ].join("\n"),
  );
});

test("candidates are in the order of the article; what is not found comes last", () => {
  const claims = [
    { ...claim({ exact: "nobody knows why" }), speaker: "Nemo", comments: ["tag: x"] },
    claim({ exact: "railways open" }),
    claim({ exact: "Ames said" }),
    claim({ exact: "Ames", suffix: " said" }),
  ];
  const candidates = toCandidates(claims, article, "t");
  expect(uncomment(candidates).map(([id, entry]) => [id, entry.claim])).toEqual([
    ["t-claim-1", { exact: "Ames", nth: 1 }],
    ["t-claim-2", "Ames said"],
    ["t-claim-3", "railways open"],
  ]);
  expect(candidates.split("\n\n").at(-1)).toBe(
    '  # not found in the article: "nobody knows why"\n' +
      "  # nothing like it is there\n" +
      "  # speaker as imported: Nemo\n" +
      "  # tag: x\n",
  );
  expect(toCandidates([], article, "t")).toBe("");
});

/** Offsets of the article in code points, which the smiling face makes fewer than in UTF-16. */
const second = [...article.slice(0, article.lastIndexOf("trade"))].length;
const tradeTwice = { exact: "trade grows", nth: 2 };

test.each<[name: string, claim: Omit<ImportedClaim, "comments">, notation: unknown]>([
  ["words that occur once", { exact: "Ames said" }, "Ames said"],
  ["a prefix", { exact: "trade grows", prefix: "view: " }, tradeTwice],
  ["a prefix without its blank", { exact: "trade grows", prefix: "view:" }, tradeTwice],
  ["a suffix whose line break tells", { exact: "trade grows", suffix: ".\n" }, tradeTwice],
  ["a suffix", { exact: "trade grows", suffix: ".\nLater," }, tradeTwice],
  [
    "a suffix after a line break",
    { exact: "trade grows.", suffix: "Later" },
    {
      exact: "trade grows.",
      nth: 2,
    },
  ],
  [
    "a position among several",
    { exact: "trade grows", position: { start: second, end: second + 11 } },
    tradeTwice,
  ],
  [
    "a position where the prefix is another",
    { exact: "trade grows", prefix: "x", position: { start: second, end: second + 11 } },
    tradeTwice,
  ],
  ["a position alone", { position: { start: second, end: second + 11 } }, tradeTwice],
  [
    "words that occur once, with a position elsewhere",
    { exact: "Ames said", position: { start: 40, end: 49 } },
    "Ames said",
  ],
  [
    "words within words",
    { exact: "trade grows", within: { exact: "Bond’s view: trade grows." } },
    tradeTwice,
  ],
  [
    "a position within words",
    { position: { start: 13, end: 24 }, within: { exact: "Bond’s view: trade grows." } },
    tradeTwice,
  ],
])("found by %s, and compile finds it too", (_, members, notation) => {
  const [[, entry] = []] = uncomment(toCandidates([claim(members)], article, "t"));
  expect(entry?.claim).toEqual(notation);
  expect(placeForCompile(entry!.claim, new SeedText("t", article))).toEqual(expect.any(Number));
});

test.each<[name: string, claim: Omit<ImportedClaim, "comments">, lines: readonly string[]]>([
  [
    "straight marks where the article has curly ones",
    { exact: '"trade grows."' },
    [
      'not found in the article: "\\"trade grows.\\""',
      'the nearest passage is "“trade grows.”" at 10 (differs in the quotation marks)',
    ],
  ],
  [
    "another blank",
    { exact: "open in May" },
    [
      'not found in the article: "open in May"',
      'the nearest passage is "open in May" at 85 (differs in white space)',
    ],
  ],
  [
    "a blank that the article has not",
    { exact: "trade grows " },
    [
      'not found in the article: "trade grows "',
      'the nearest passage is "trade grows" at 11 (differs in white space at its ends)',
    ],
  ],
  [
    "another word",
    { exact: "railways close in May" },
    [
      'not found in the article: "railways close in May"',
      'the nearest passage is "railways open in May." at 76 (differs at "open")',
    ],
  ],
  [
    "a sign that is not seen",
    { exact: "Ames\u200b said" },
    [
      'not found in the article: "Ames<U+200B> said"',
      "the quote holds U+200B, which is not seen; remove it",
    ],
  ],
  [
    "a cut word",
    { exact: "ilways open" },
    [
      'not found in the article: "ilways open"',
      'starts or ends inside a word; quote whole words, such as "railways open"',
    ],
  ],
  [
    "a cut word that may be one of several",
    { exact: "rade grows" },
    ['not found in the article: "rade grows"', "starts or ends inside a word; quote whole words"],
  ],
  [
    "another prefix",
    { exact: "trade grows", prefix: "Nemo: " },
    [
      'not found in the article: "trade grows"',
      "the words are at 11, 40, but not where prefix, suffix or another selector say; correct " +
        "these, or leave them out",
    ],
  ],
  [
    "words that occur twice, and a position with other words",
    { exact: "trade grows", position: { start: 0, end: 11 } },
    ['occurs 2 times in the article: "trade grows"', "at 11, 40; say which with prefix or suffix"],
  ],
  [
    "a position with other words",
    { exact: "Ames says", position: { start: 0, end: 9 } },
    [
      'not found in the article: "Ames says"',
      'the nearest passage is "Ames said" at 0 (differs at "said")',
    ],
  ],
  [
    "a position beyond the article",
    { position: { start: 90, end: 200 } },
    [
      "not found in the article: the words from 90 to 200",
      `there are only ${[...article].length} code points; mark the words again`,
    ],
  ],
  [
    "a position inside a word",
    { position: { start: 1, end: 9 } },
    [
      "not found in the article: the words from 1 to 9",
      '"mes said" is there, which is not whole words; mark whole words',
    ],
  ],
  [
    "a position of a blank",
    { position: { start: 4, end: 5 } },
    [
      "not found in the article: the words from 4 to 5",
      '" " is there, which is not whole words; mark whole words',
    ],
  ],
  [
    "words elsewhere than the selector around them says",
    { exact: "trade grows", within: { exact: "Later, Ames added" } },
    [
      'not found in the article: "trade grows"',
      "the words are at 11, 40, but not where prefix, suffix or another selector say; correct " +
        "these, or leave them out",
    ],
  ],
  [
    "words within others that are not there",
    { exact: "grows", within: { exact: "Trade grows" } },
    [
      'not found in the article: "grows"',
      "it is marked within other words, which are not one passage:",
      'not found in the article: "Trade grows"',
      'the nearest passage is "trade grows" at 11 (differs in upper and lower case)',
    ],
  ],
  [
    "neither words nor a position",
    { exact: " " },
    ["not found in the article: neither words nor a position are given; mark the words"],
  ],
])("not found: %s", (_, members, lines) => {
  const candidates = toCandidates([claim(members)], article, "t");
  expect(candidates).toBe(lines.map((line) => `  # ${line}\n`).join(""));
});

test("a claim that is too long for a quote says so", () => {
  const long = `${"word ".repeat(80)}end`;
  expect(toCandidates([claim({ exact: long })], long, "t")).toContain(
    "  # the claim has 403 code points; the limit is 320: quote it in spans\n",
  );
});

test("any stretch of a text is found by its position, if it is whole words", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "“", '"', "🙂", "\u00a0") });
  fc.assert(
    fc.property(text, fc.nat(12), fc.nat(6), fc.boolean(), (words, first, length, hasWords) => {
      const points = [...words];
      const end = first + length + 1;
      const exact = points.slice(first, end).join("");
      const start = points.slice(0, first).join("").length;
      const places = exact.trim() === "" || end > points.length ? [] : occurrences(words, exact);
      const imported = claim({ position: { start: first, end }, ...(hasWords && { exact }) });
      const candidates = toCandidates([imported], words, "t");
      expect(candidates).toMatch(/^( {2}# .*\n)+$/);
      const [found] = uncomment(candidates);
      if (places.includes(start)) {
        expect(placeForCompile(found![1].claim, new SeedText("t", words))).toBe(start);
      } else if (!hasWords) expect(found).toBeUndefined();
    }),
    { numRuns: 5000 },
  );
});

test("whatever words are sought, the lines stay comments and no claim is lost", () => {
  const part = fc.constantFrom(
    "Ames",
    "trade",
    "said",
    " ",
    "\n",
    "\u00a0",
    "“",
    '"',
    "\u200b",
    "-",
  );
  const words = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(words), words, (sought, around) => {
      const claims = sought.map((exact) => claim({ exact, prefix: around }));
      const blocks = toCandidates(claims, article, "t");
      expect(blocks).toMatch(/^( {2}# .*\n|\n)*$/);
      expect(blocks === "" ? 0 : blocks.split("\n\n").length).toBe(sought.length);
    }),
    { numRuns: 3000 },
  );
});

// What this package exports comes back

const records = Object.values(collections).flatMap((collection: Iterable<DatasetRecord>) => [
  ...collection,
]);
const annotations = records.flatMap((record) => toAnnotations(record));

test.each(sources.where({ role: "seed" }).map(({ id, url, seed }) => [id, url, seed!.file]))(
  "every quote that is exported of %s is found at its place, also without its position",
  (id, url, file) => {
    const text = readFileSync(file, "utf8");
    const seed = new SeedText(id, text);
    const ofSource = annotations.filter(({ target }) => target.source === url);
    const passages = new Map(
      ofSource.map(({ target: { selector } }) => [JSON.stringify(selector), selector]),
    );
    expect(passages.size).toBeGreaterThan(50);
    const withoutPosition = ofSource.map(({ target, ...rest }) => ({
      ...rest,
      target: { ...target, selector: [target.selector[0]] },
    }));
    for (const exported of [ofSource, withoutPosition]) {
      const claims = readAnnotations(JSON.stringify(exported));
      const candidates = toCandidates(claims, text, id);
      const entries = uncomment(candidates);
      expect([candidates.match(/not found|occurs/), entries.length]).toEqual([
        null,
        ofSource.length,
      ]);
      const found = entries.map(([, { claim: notation }]) => placeForCompile(notation, seed));
      const starts = found.map((start) => seed.span(start as number, start as number).start);
      const wanted = ofSource.map(({ target }) => (target.selector[1] as { start: number }).start);
      expect(starts).toEqual(wanted.sort((a, b) => a - b));
    }
  },
);
