import { expect, test } from "vitest";
import { InputError, agreements, meetings, resolve, sources, statements } from "../../src/index.ts";
import { passageUrl, quotations, type Quotation } from "../../src/cite.ts";
import { toCollections } from "../../src/own.ts";
import { toInnerMarks } from "../../src/outputs/quotation-lines.ts";

const only = (id: string): Quotation => {
  const record = resolve(id)!;
  const [quotation, ...more] = quotations(record);
  expect(more).toEqual([]);
  return quotation!;
};
const lines = ({ text, markdown, html }: Quotation) => [text, markdown, html];

test("a direct quotation: the words in marks, and everything else outside them", () => {
  const quotation = only("sia-praise-support-of-russia");
  expect(quotation).toMatchObject({
    words: "We highly appreciate Russia’s support in this issue.",
    verbatim: true,
    speakers: [
      {
        name: "Jeyhun Bayramov",
        office: "Minister of Foreign Affairs of Azerbaijan",
        basis: "office",
      },
    ],
    credit:
      "Jeyhun Bayramov says [positive assessment], 24 June 2022 (SIA, undated; day from another " +
      "page)",
    occasion: "press conference",
    date: "24 June 2022",
    outlet: "SIA",
    url: "https://sia.az/en/news/politics/964293.html",
  });
  expect(quotation.text).toBe(
    "“We highly appreciate Russia’s support in this issue.” — Jeyhun Bayramov, Minister of " +
      "Foreign Affairs of Azerbaijan (named by office), press conference, 24 June 2022 (day " +
      `of the meeting not in the article); as quoted in English by SIA, ${quotation.link}`,
  );
  expect(quotation.markdown).toMatch(/^> “We highly .*”\n>\n> — Jeyhun .* by \[SIA\]\(<https:/);
  expect(quotation.html).toMatch(
    /^<figure><blockquote cite="https:.*"><p>“We highly .*”<\/p><\/blockquote><figcaption>— .*>SIA</,
  );
});

test("one quotation that holds several claims: each knows the others", () => {
  const { statements: together } = only("sia-praise-support-of-russia");
  expect(together.length).toBe(8);
  expect(together).toContain("sia-trilateral-declaration-ensures-security");
  for (const id of together) expect(only(id).statements).toEqual(together);
  expect(only("sia-rails-brought-from-russia").statements).toEqual([
    "sia-rails-brought-from-russia",
  ]);
});

test("reported speech is told as reported, without quotation marks around it", () => {
  const quotation = only("trend-accuse-use-of-lachin-road");
  expect(quotation).toMatchObject({
    words: "[…] the illegal use of the Lachin road by Armenia […]",
    verbatim: false,
    speakers: [{ name: "Azerbaijan", basis: "inferred-side" }],
  });
  expect(quotation.text).toBe(
    "Azerbaijan’s side [inferred] says [accusation], 23 December 2022 (Trend, citing the " +
      "Ministry of Foreign Affairs of Azerbaijan; day from another page): According to the " +
      "Azerbaijani side, Armenia uses the Lachin road illegally (paraphrase of a report by " +
      "Trend, " +
      `not a quotation), ${quotation.link}`,
  );
  expect(only("trend-other-issues-of-interest").text).toContain(
    "(paraphrase of words of Trend, not a quotation)",
  );
});

test("no line of any statement is without its speaker, its outlet and a link to the words", () => {
  for (const statement of statements) {
    const quotation = only(statement.id);
    const { mode, speakers, source } = statement;
    expect([statement.id, quotation.verbatim]).toEqual([statement.id, mode === "direct-quotation"]);
    for (const line of lines(quotation)) {
      expect(line).toContain(sources.get(source).outlet);
      for (const { actor } of speakers) expect(line).toContain(resolve(actor)!.label);
      if (speakers.length === 0)
        expect(line).toMatch(new RegExp(`${sources.get(source).outlet}.* reports`));
      expect(line).toContain("#:~:text=");
      if (quotation.verbatim) expect(line.replaceAll("\\", "")).toContain(`“${quotation.words}”`);
      else
        expect([statement.id, line]).not.toEqual([statement.id, expect.stringMatching(/^>? ?“/)]);
    }
    // words that are cut are marked, and no mark stands within the words of a speaker
    if (quotation.verbatim) expect(quotation.words).not.toMatch(/["“”]/);
  }
});

test("cuts are marked, and words that touch are joined", () => {
  expect(only("kavkaza-visits-in-action-plan").words).toBe(
    "The exchange of visits is provided for by the action plan […]",
  );
  expect(only("sia-regular-contacts-go-on").words).toBe("Our regular contacts are going on.");
  expect(only("trend-assert-humanitarian-purpose-of-road").words).toContain("road […] which was");
  // a cut of a comma only is no cut
  expect(only("kavkaza-interest-in-unblocking-and-treaty").words).toContain(
    "a peace treaty, and in",
  );
  expect(only("trend-assert-cause-of-protest").words).toMatch(
    /^\[…\] the violation [^[]*public\.$/,
  );
});

test("a passage of another record is words of the outlet, with whose claims they tell", () => {
  const statement = quotations(agreements.get("trilateral-statement-2020-11"));
  expect(statement.map(({ text }) => text)).toContainEqual(
    expect.stringMatching(
      /^“the Lachin road by Armenia, which .*” — words of Trend, 23 December 2022, telling claims of Azerbaijan \(side inferred\), https:/,
    ),
  );
  const plan = quotations(agreements.get("anniversary-action-plan"));
  expect(plan[0]).toMatchObject({ verbatim: true });
  expect(plan[0]!.text).toMatch(/” — Sergey Lavrov, .*; as quoted in English by Vestnik Kavkaza, /);
  const meeting = quotations(meetings.get("azerbaijan-armenian-residents-conversations"));
  expect(meeting[0]!.text).toContain("the ‘rights and security’ of Armenian residents");
  const petersburg = quotations(meetings.get("st-petersburg-2022-meeting"));
  expect(petersburg[0]!.text).toMatch(
    /^“‘We will meet .* issues’, Sergey Lavrov emphasized.” — words of SIA/,
  );
  expect(quotations(sources.get("trend-bayramov-visit"))).toEqual([]);
});

test("a context that reaches into another paragraph gives a link its nearest line", () => {
  const quote = { exact: "the treaty", prefix: "before.\n\nThey signed", suffix: ".\n\nThen" };
  const source = "sia-press-conference";
  expect(passageUrl({ source, quote })).toMatch(/#:~:text=They%20signed-,the%20treaty,-\.$/);
});

test("a link opens the article at the words", () => {
  const [passage] = statements.get("sia-friendship-is-example").evidence;
  expect(passageUrl(passage!)).toBe(
    "https://sia.az/en/news/politics/964293.html#:~:text=and%20international%20agenda.-," +
      "Our%20friendship%20is%20an%20example.,-It%20includes%20our%20cooperation",
  );
  for (const statement of statements)
    for (const { quote, ...rest } of statement.evidence) {
      const url = new URL(passageUrl({ quote, ...rest }));
      const directive = /:~:text=(.*)$/.exec(url.href)![1]!;
      const { prefix, start, end, suffix } = readDirective(directive);
      const plain = (text: string) => text.trim().replace(/\s+/gu, " ");
      expect(prefix).toBe(plain(quote.prefix));
      expect(suffix).toBe(plain(quote.suffix));
      if (end === undefined) expect(start).toBe(plain(quote.exact));
      else {
        expect(plain(quote.exact).startsWith(start)).toBe(true);
        expect(plain(quote.exact).endsWith(end)).toBe(true);
        expect(start.length + end.length).toBeLessThan(plain(quote.exact).length);
      }
    }
});

/** The parts of a text directive. A bare comma, hyphen or ampersand within a part is an error. */
function readDirective(directive: string) {
  const form = /^(?:([^-&,]*)-,)?([^-&,]+)(?:,([^-&,]+))?(?:,-([^-&,]*))?$/;
  const match = form.exec(directive);
  if (match === null) throw new Error(`not a text directive: ${directive}`);
  const [prefix, start, end, suffix] = match.slice(1) as (string | undefined)[];
  return {
    prefix: decodeURIComponent(prefix ?? ""),
    start: decodeURIComponent(start!),
    end: end === undefined ? undefined : decodeURIComponent(end),
    suffix: decodeURIComponent(suffix ?? ""),
  };
}

test("a passage over several paragraphs is found by the ends of its first and last line", () => {
  const [passage] = statements.get("sia-friendship-is-example").evidence;
  const quote = { exact: "One two.\nThree - four, five", prefix: "", suffix: "" };
  expect(passageUrl({ ...passage!, quote })).toMatch(
    /:~:text=One%20two\.,Three%20%2D%20four%2C%20five$/,
  );
});

test.each([
  ["the “rights” of all", "the ‘rights’ of all"],
  ['the "rights" of all', "the ‘rights’ of all"],
  ["we meet”, he said", "‘we meet’, he said"],
  ['we meet", he said', "‘we meet’, he said"],
  ["he said: “we meet", "he said: ‘we meet’"],
  ["Russia’s “support”", "Russia’s ‘support’"],
  ["said (“so”) and (“thus", "said (‘so’) and (‘thus’"],
  ["no marks", "no marks"],
])("marks within %j become single", (words, inner) => {
  expect(toInnerMarks(words)).toBe(inner);
});

test("wrong input, and own records of unknown sources", () => {
  for (const wrong of [null, 7, {}, { kind: "constructor" }]) {
    expect(() => quotations(wrong as never)).toThrow(InputError);
    expect(() => passageUrl(wrong as never)).toThrow(
      "passageUrl: expects a passage: an item of a record's evidence",
    );
  }
  const statement = statements.get("sia-friendship-is-example");
  const evidence = statement.evidence.map((passage) => ({ ...passage, source: "my-paper" }));
  const own = toCollections({
    statements: [{ ...statement, id: "mine", source: "my-paper", evidence }],
  });
  const [quotation] = quotations(own.statements.get("mine")!, { in: own });
  expect(quotation).toMatchObject({ outlet: "my-paper", url: "", link: "" });
  expect(quotation!.text).toMatch(/; as quoted by my-paper$/);
  expect(quotation!.markdown).toMatch(/ by my\-paper$/);
  expect(quotation!.html).not.toContain("href");
  const bare = toCollections({ statements: [{ id: "bare" }] });
  expect(quotations(bare.statements.get("bare")!, { in: bare })).toEqual([]);
});

test("an own record without roles: its topics rest on the claim", () => {
  const { credit: _credit, label: _label, ...old } = statements.get("sia-friendship-is-example");
  const evidence = old.evidence.map(({ role: _role, ...passage }) => passage);
  const own = toCollections(
    {
      statements: [
        { ...old, id: "old", utterance: null, evidence },
        { ...old, id: "nobody", utterance: null, evidence, speakers: null },
      ],
    },
    { bundled: true },
  );
  const quote = (id: string) => quotations(own.statements.get(id)!, { in: own })[0]!;
  const quotation = quote("old");
  expect(quotation).toMatchObject({ words: "Our friendship is an example.", verbatim: true });
  expect(quote("nobody").text).toContain("— a speaker who is not named, ");
});
