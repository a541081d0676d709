/** Every printed quotation, and cases that no record of the dataset has. */
import { expect, test } from "vitest";
import type { z } from "zod";
import { findQuote } from "../../curation/locate/find-quote.ts";
import { markedStretches } from "../../curation/locate/quotation-marks.ts";
import { SeedText } from "../../curation/locate/seed-text.ts";
import type { Draft } from "../../curation/draft.ts";
import { format, startOf, type Problem } from "../../curation/problem.ts";
import { claimPassages, passageUrl, quotations } from "../../src/cite.ts";
import { statements } from "../../src/index.ts";
import { claimText } from "../../src/outputs/claim-words.ts";
import { toCollections } from "../../src/own.ts";
import type { QuoteNotation } from "../../src/schema/evidence.ts";

test("the lines of every statement are those that were read last", async () => {
  const blocks = [...statements].flatMap((record) =>
    quotations(record).map(({ text, markdown }) => [record.id, text, markdown].join("\n")),
  );
  await expect(`${blocks.join("\n\n")}\n`).toMatchFileSnapshot("__snapshots__/quotations.txt");
});

interface Words {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly start?: number;
}

const passage = ({ exact, prefix = "", suffix = "", start = 0 }: Words, more: object = {}) => ({
  source: "page",
  quote: { exact, prefix, suffix },
  position: { start, end: start + exact.length },
  supports: ["/topics/0"],
  certainty: "coded",
  anchors: [],
  ...more,
});
type Passages = Parameters<typeof claimText>[0];
const textOf = (...words: Words[]) =>
  claimText(words.map((one) => passage(one)) as unknown as Passages);

test.each([
  ["the beginning of the article", [{ exact: "Trade grows." }], "Trade grows."],
  [
    "after a sentence",
    [{ exact: "Trade grows", prefix: "It rained. ", suffix: "." }],
    "Trade grows",
  ],
  [
    "after a quotation",
    [{ exact: "Trade grows", prefix: "He left.” ", suffix: "." }],
    "Trade grows",
  ],
  [
    "after an opening mark",
    [{ exact: "Trade grows", prefix: "said “", suffix: "”" }],
    "Trade grows",
  ],
  [
    "after a straight mark",
    [{ exact: "Trade grows", prefix: 'said "', suffix: ',"' }],
    "Trade grows",
  ],
  ["a mark at the start", [{ exact: "Trade grows", prefix: '"', suffix: '"' }], "Trade grows"],
  [
    "in a sentence",
    [{ exact: "trade grows", prefix: "said that ", suffix: ", and" }],
    "[…] trade grows […]",
  ],
  [
    "after a closing mark",
    [{ exact: "trade grows", prefix: 'the "gates" ', suffix: "." }],
    "[…] trade grows",
  ],
  ["a stop within", [{ exact: "No. 5 grows", prefix: "", suffix: " fast" }], "No. 5 grows […]"],
  [
    "a comma at the end",
    [{ exact: "trade, rail,", prefix: "that ", suffix: " and" }],
    "[…] trade, rail […]",
  ],
])("cuts: %s", (_, words, text) => {
  expect(textOf(...words)).toBe(text);
});

test("stretches of words are joined by what stands between them, if that is no word", () => {
  const first = { exact: "Trade grows", start: 0 };
  expect(textOf(first, { exact: " fast.", start: 11 })).toBe("Trade grows fast.");
  expect(textOf(first, { exact: "rail grows.", prefix: "Trade grows, ", start: 13 })).toBe(
    "Trade grows, rail grows.",
  );
  expect(textOf(first, { exact: "rail.", prefix: "Trade grows and ", start: 16 })).toBe(
    "Trade grows […] rail.",
  );
  expect(textOf(first, { exact: "rail.", prefix: ", ", start: 40 })).toBe("Trade grows […] rail.");
  expect(textOf()).toBe("");
});

const source = {
  id: "page",
  outlet: "The *Page* <1>",
  url: "https://page.example/a",
  language: "en",
};
const statement = (more: object) => ({
  id: "claim",
  source: "page",
  mode: "direct-quotation",
  gist: "x",
  credit: "Ann says",
  label: "Ann says: x",
  speakers: [{ actor: "ann", basis: "named" }],
  topics: ["t"],
  evidence: [passage({ exact: "A & B\n grow.", suffix: "”", prefix: "“" })],
  ...more,
});
const ann = { id: "ann", label: "Ann <the> first" };
const own = (more: object, page: object = source) =>
  toCollections({
    sources: [page] as never,
    people: [ann] as never,
    topics: [{ id: "t" }] as never,
    statements: [statement(more)] as never,
  });
const linesOf = (more: object, page: object = source) => {
  const set = own(more, page);
  return quotations(set.statements.get("claim")! as never, { in: set } as never)[0]!;
};

test("Markdown and HTML escape names and words", () => {
  const { text, markdown, html } = linesOf({});
  expect(text).toBe(
    "“A & B grow.” — Ann <the> first; as quoted in English by The *Page* <1>, " +
      "https://page.example/a#:~:text=%E2%80%9C-,A%20%26%20B,grow.,-%E2%80%9D",
  );
  expect(markdown).toContain("> “A \\& B grow.”\n>\n> — Ann \\<the\\> first; as quoted");
  expect(markdown).toContain("[The \\*Page\\* \\<1\\>](<https:");
  expect(html).toContain("<p>“A &amp; B grow.”</p>");
  expect(html).toContain("— Ann &lt;the&gt; first; as quoted in English by <a href=");
  expect(linesOf({}, { ...source, outlet: 'a "b"' }).html).toContain("a &quot;b&quot;</a>");
});

test.each([
  ["1. x", "1\\. x"],
  ["12) x", "12\\) x"],
  ["1 x", "1 x"],
  ["- x", "\\- x"],
  ["+ x", "\\+ x"],
  ["a - 1. x", "a - 1. x"],
])("a line of Markdown that begins with %j makes no list", (label, begins) => {
  const { markdown } = linesOf({ mode: "reported-speech", label });
  expect(markdown.startsWith(`${begins} (paraphrase of a report by `)).toBe(true);
});

test("what own records do not tell is left out", () => {
  const { text, html } = linesOf({ speakers: [] }, { id: "page" });
  expect(text).toBe("“A & B grow.” — a speaker who is not named; as quoted by page");
  expect(html).toBe(
    "<figure><blockquote><p>“A &amp; B grow.”</p></blockquote>" +
      "<figcaption>— a speaker who is not named; as quoted by page</figcaption></figure>",
  );
  const day = { edtf: "2022-05-05", earliest: "2022-05-05", latest: "2022-05-05" };
  expect(linesOf({ occasion: "unspecified", date: { ...day, basis: "stated" } }).text).toContain(
    "— Ann <the> first, 5 May 2022; as quoted",
  );
  const elsewhere = { date: { ...day, basis: "outside-research" }, occasion: "press-conference" };
  expect(linesOf(elsewhere).text).toContain(
    "Ann <the> first, press conference, 5 May 2022 (day of the meeting not in the article); as",
  );
});

test("words of an outlet tell whose claims they hold", () => {
  const place = (evidence: object[]) => ({ id: "here", label: "Here", evidence });
  const told = (evidence: object, more: object = {}) => {
    const set = toCollections({
      sources: [
        { ...source, published: { edtf: "2022", earliest: "2022-01-01", latest: "2022-12-31" } },
      ] as never,
      people: [ann] as never,
      topics: [{ id: "t" }] as never,
      places: [place([evidence])] as never,
      statements: [statement({ mode: "reported-speech", ...more })] as never,
    });
    return quotations(set.places.get("here")! as never, { in: set } as never);
  };
  const here = { supports: ["/names/0", "/country"] };
  expect(told(passage({ exact: "A & B" }, here))[0]!.text).toContain(
    "“A & B” — words of The *Page* <1>, 2022, telling claims of Ann <the> first",
  );
  // words that touch a claim hold nothing of it
  expect(told(passage({ exact: "later", start: 12 }, here))[0]!.text).not.toContain("telling");
  expect(told(passage({ exact: "A & B" }, { ...here, source: "other" }))[0]!.text).toBe(
    "“A & B” — words of other",
  );
  // a direct quotation is its speaker's, unless the passage holds a mark
  const direct = { mode: "direct-quotation" };
  expect(told(passage({ exact: "A & B" }, here), direct)[0]!.verbatim).toBe(true);
  expect(told(passage({ exact: "“A & B" }, here), direct)[0]!.text).toContain(
    "“‘A & B’” — words of",
  );
  // a passage that shows a name only is not quoted
  expect(told(passage({ exact: "A" }, { supports: ["/names/0"] }))).toEqual([]);
});

test("the passages of a claim are those of its role, in the order of the article", () => {
  const claim = (exact: string, start: number) => passage({ exact, start }, { role: "claim" });
  const set = own({ evidence: [claim("two", 9), claim("one", 3), passage({ exact: "zero" })] });
  const found = claimPassages(set.statements.get("claim")! as never, { in: set } as never);
  expect(found.map(({ quote }) => quote.exact)).toEqual(["one", "two"]);
  expect(() => claimPassages(set.people.get("ann")! as never, { in: set } as never)).toThrow(
    "claimPassages: expects a statement, not a person",
  );
  expect(() => claimPassages({ id: "nobody" } as never)).toThrow(/^claimPassages: /);
  expect(() => quotations({ id: "nobody" } as never)).toThrow(/^quotations: /);
});

const link = (words: Words, url = "https://page.example/a") => {
  const set = toCollections({ sources: [{ id: "page", url }] as never });
  return passageUrl(passage(words) as never, { in: set } as never);
};

test.each([
  [
    "ten words or a hundred signs are given whole",
    "one two three four five six seven eight nine ten",
    1,
  ],
  ["eleven short words are given whole", "a b c d e f g h i j k", 1],
  ["ten long words are given whole", "abcdefghijk ".repeat(10).trim(), 1],
  ["eleven long words by their ends", "abcdefghijk ".repeat(11).trim(), 2],
])("a link: %s", (_, exact, parts) => {
  const [, directive] = link({ exact }).split("#:~:text=");
  expect(directive!.split(",").length).toBe(parts);
});

test("a link: spaces, a hash in the address, and halves of pairs", () => {
  expect(link({ exact: "  a \t b  ", prefix: " x  y ", suffix: "  z " })).toBe(
    "https://page.example/a#:~:text=x%20y-,a%20b,-z",
  );
  expect(link({ exact: "a" }, "https://page.example/a#top")).toBe(
    "https://page.example/a#top:~:text=a",
  );
  expect(link({ exact: "a\ud800b" })).toContain("text=a%EF%BF%BDb");
  expect(() => link({ exact: "a", prefix: 1 as never })).toThrow(/^passageUrl: expects a passage/);
  expect(() => passageUrl({ source: "nowhere", quote: passage({ exact: "a" }).quote })).toThrow(
    "passageUrl: expects a passage: an item of a record's evidence",
  );
});

const text = new SeedText("page", "One met two. Then one met two again.\n“Bond agreed,” he said.");

function found(span: Exclude<z.infer<typeof QuoteNotation>, readonly unknown[]>) {
  const problems: Problem[] = [];
  const draft = { kind: "place", id: "x", notation: {}, spot: () => startOf("x.yaml") };
  const place = { texts: new Map([["page", text]]), path: ["quote"], problems };
  const passageFound = findQuote(span, text, { ...place, draft: draft as unknown as Draft });
  return [passageFound?.start, ...problems.map(format)];
}

test("a quote that occurs twice is told by what stands around it, or by its number", () => {
  const twice =
    'x.yaml:1:1 quote: "met two" occurs 2 times in page; say which: { exact: …, nth: 2 }, ' +
    "or with prefix or suffix";
  expect(found("met two")).toEqual([undefined, twice]);
  expect(found({ exact: "met two", prefix: " One " })).toEqual([4]);
  expect(found({ exact: "met two", suffix: " again." })).toEqual([22]);
  expect(found({ exact: "met two", prefix: "one", suffix: "again" })).toEqual([22]);
  expect(found({ exact: "met two", nth: 2 })).toEqual([22]);
  const other = 'x.yaml:1:1 quote: "met two" is in page, but not with this prefix, suffix or nth';
  expect(found({ exact: "met two", suffix: "page" })).toEqual([undefined, other]);
  expect(found({ exact: "met two", prefix: "two" })).toEqual([undefined, other]);
  expect(found({ exact: "met two", nth: 3 })).toEqual([undefined, other]);
});

test("words that stand exactly in another article have no fix in this one", () => {
  const problems: Problem[] = [];
  const draft = { kind: "place", spot: () => startOf("x.yaml") } as unknown as Draft;
  const straight = '"Bond agreed," he said';
  const fixOf = (texts: ReadonlyMap<string, SeedText>) => {
    findQuote(straight, text, { texts, draft, path: ["quote"], problems });
    return problems.at(-1)!.fix;
  };
  expect(fixOf(new Map([["page", text]]))).toBe("“Bond agreed,” he said");
  const other = new SeedText("other", `Later: ${straight}.`);
  expect(
    fixOf(
      new Map([
        ["page", text],
        ["other", other],
      ]),
    ),
  ).toBeUndefined();
  expect(problems.at(-1)!.message).toContain("but word for word in other at 7; ");
});

test("a quote of 320 signs is short enough, and one of 321 is not", () => {
  const long = new SeedText("page", "a".repeat(400));
  const problems: Problem[] = [];
  const draft = { kind: "place", spot: () => startOf("x.yaml") } as unknown as Draft;
  const place = { texts: new Map(), draft, path: ["quote"], problems };
  findQuote("a".repeat(320), long, place);
  findQuote("a".repeat(321), long, place);
  expect(problems.map(({ message }) => message)).toEqual([
    "quote: starts or ends inside a word of page; quote whole words",
    "quote: has 321 code points; the limit is 320: quote it in two spans (a list)",
  ]);
});

test("stretches between marks, of each paragraph in which every mark has its partner", () => {
  const words = (whole: string) =>
    markedStretches(whole).map(({ start, end, quotation }) => [whole.slice(start, end), quotation]);
  expect(words('“A,” he said, “B.”\nNo marks.\n"C" and “D”')).toEqual([
    ["A,", 1],
    ["B.", 1],
    ["C", 2],
    ["D", 2],
  ]);
  expect(words("“A\n“B” and “C\n“D”")).toEqual([["D", 1]]);
  expect(words('"A and "B"\n"C"')).toEqual([["C", 1]]);
  expect(words('“A” and "B')).toEqual([]);
});
