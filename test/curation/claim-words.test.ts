/** The words of a statement, checked by themselves: marks, cuts, attribution, cue and lists. */
import { expect, test } from "vitest";
import type { DraftOf } from "../../curation/draft.ts";
import { SeedText } from "../../curation/locate/seed-text.ts";
import { startOf, type Problem } from "../../curation/problem.ts";
import { checkClaimWords } from "../../curation/prove/claim-passages.ts";

const text = new SeedText(
  "page",
  "“Trade grows,” Ann said. She noted that the “gates” are open and wide. Rail is slow. Roads too.",
);

interface Written {
  readonly claim?: readonly string[];
  readonly attribution?: readonly string[];
  readonly [field: string]: unknown;
}

const passage = (exact: string) => {
  const start = text.text.indexOf(exact);
  if (start === -1) throw new Error(`"${exact}" is not in the text`);
  return { text, start, exact };
};

/** What is said of a statement, and its cue. */
function checked({ claim = [], attribution, ...fields }: Written) {
  const problems: Problem[] = [];
  const notation = { mode: "reported-speech", speakers: ["ann"], occasion: "talks", ...fields };
  const draft = { kind: "statement", id: "x", notation, spot: () => startOf("x.yaml") };
  const words = checkClaimWords(
    draft as unknown as DraftOf<"statement">,
    {
      isAttributed: attribution !== undefined,
      claim: claim.map(passage),
      attribution: (attribution ?? []).map(passage),
    },
    problems,
  );
  const { cue } = words;
  return {
    messages: problems.map(({ message }) => message),
    cue: cue && [cue.passage.exact, cue.start, cue.end],
    claim: words.claim.map(({ exact }) => exact),
  };
}

const attribution = ["She noted that"];
const marked = [{ words: "gates", as: "distancing" }];
const gates = "the “gates” are open and wide.";

test("a claim with its attribution, in the order of the article", () => {
  expect(checked({ claim: [gates], attribution, marked })).toEqual({
    messages: [],
    cue: undefined,
    claim: [gates],
  });
  const parts = ["are open", "the “gates”"];
  expect(checked({ claim: parts, attribution, marked }).claim).toEqual(["the “gates”", "are open"]);
});

test("the cue is where it stands once, in the attribution or the claim", () => {
  const asked = { claim: [gates], attribution, marked };
  expect(checked({ ...asked, cue: "noted" }).cue).toEqual(["She noted that", 4, 9]);
  expect(checked({ ...asked, cue: "open" }).cue).toEqual([gates, 16, 20]);
  const absent = '"slow" is not in the words of the claim or of its attribution; copy ';
  const remedy = "words from one of the two that stand there once, or leave the cue out";
  expect(checked({ ...asked, cue: "slow" }).messages).toEqual([`cue: ${absent}${remedy}`]);
  const twice = checked({ claim: ["Rail is slow.", "Roads too."], cue: "is", speakers: [] });
  expect(twice.cue).toEqual(["Rail is slow.", 5, 7]);
  const both = checked({
    claim: ["Ann said. She noted that the"],
    attribution: ["She noted"],
    cue: "She",
  });
  expect(both.messages).toContain(
    'cue: "She" is 2 times in the words of the claim or of its attribution; ' +
      "copy words from one of the two that stand there once, or leave the cue out",
  );
});

test("words that were not found leave no second message about the cue", () => {
  expect(checked({ claim: [], attribution, cue: "open" }).messages).toEqual([]);
  expect(checked({ claim: [gates], attribution: [], marked, cue: "noted" }).messages).toEqual([]);
  // without attributing words the cue is looked for in the claim
  const evidence = [{ for: "speakers", quote: "She", because: "she goes on" }];
  expect(checked({ claim: [gates], marked, evidence, cue: "noted" }).messages).toEqual([
    'cue: "noted" is not in the words of the claim or of its attribution; ' +
      "copy words from one of the two that stand there once, or leave the cue out",
  ]);
});

test("a direct quotation is wholly between marks, up to them and no further", () => {
  const direct = { mode: "direct-quotation", attribution: ["Ann said"] };
  expect(checked({ ...direct, claim: ["Trade grows,"] }).messages).toEqual([]);
  expect(checked({ ...direct, claim: ["Trade grows"] }).messages).toEqual([]);
  expect(checked({ ...direct, claim: ["“Trade grows,"] }).messages[0]).toMatch(
    /is not wholly between/,
  );
  expect(checked({ ...direct, claim: ["Trade grows,”"] }).messages[0]).toMatch(
    /is not wholly between/,
  );
  expect(checked({ ...direct, claim: ["Trade grows,"], marked }).messages).toEqual([
    "marked: all words of a direct quotation stand in marks; leave marked out",
  ]);
});

test("other claims hold whole quotations or none", () => {
  const reported = { attribution: ["Ann said"] };
  expect(checked({ ...reported, claim: ["Trade grows,"] }).messages[0]).toMatch(
    /stands wholly between/,
  );
  const relayed = { ...reported, relayedBy: [{ actor: "ann", stance: "reported" }] };
  const listed = [{ words: "Trade grows,", as: "another" }];
  expect(checked({ ...relayed, claim: ["Trade grows,"], marked: listed }).messages).toEqual([]);
  expect(checked({ claim: ["grows,” Ann said."], attribution }).messages[0]).toMatch(
    /holds words of a quotation/,
  );
  expect(checked({ claim: ["“Trade"], attribution }).messages[0]).toMatch(
    /holds words of a quotation/,
  );
  // words beside the marks hold nothing of the quotation
  expect(checked({ claim: [" are open and wide."], attribution }).messages).toEqual([]);
});

test("words in marks are told with whose they are, and exactly those", () => {
  expect(checked({ claim: ["“gates”"], attribution }).messages).toEqual([
    'claim: "gates" stands in quotation marks; ' +
      "say whose words they are (marked: [{ words: …, as: speaker | another | distancing }])",
  ]);
  expect(checked({ claim: [gates], attribution }).messages.length).toBe(1);
  const other = [...marked, { words: "open", as: "another" }];
  expect(checked({ claim: [gates], attribution, marked: other }).messages).toEqual([
    'marked.1: "open" does not stand in quotation marks ' +
      "within the claim; remove it, or quote the marks with the claim",
  ]);
  const own = [{ words: "gates", as: "speaker" }];
  expect(checked({ claim: [gates], attribution, marked: own }).messages[0]).toMatch(
    /^mode: partial-quotation is for/,
  );
  expect(
    checked({ claim: [gates], attribution, marked: own, mode: "partial-quotation" }).messages,
  ).toEqual([]);
  expect(
    checked({ claim: [gates], attribution, marked, mode: "partial-quotation" }).messages.length,
  ).toBe(1);
});

test("a claim is words of one sentence, each once, without words of saying", () => {
  const inferred = { evidence: [{ for: ["speakers"], quote: "She", because: "she goes on" }] };
  expect(checked({ ...inferred, claim: ["Rail is", "is slow"] }).messages[0]).toMatch(
    /share words; quote each word once$/,
  );
  expect(checked({ ...inferred, claim: ["Rail is", " slow."] }).messages).toEqual([]);
  expect(checked({ ...inferred, claim: ["Rail is slow", "Roads too."] }).messages[0]).toMatch(
    /passes the end of a sentence/,
  );
  expect(checked({ ...inferred, claim: ["Rail is slow.", "Roads too."] }).messages[0]).toMatch(
    /passes the end of a sentence/,
  );
  expect(checked({ claim: ["that the “gates” are"], attribution, marked }).messages[0]).toMatch(
    /^attribution: holds words of the claim/,
  );
  expect(checked({ claim: [" the “gates” are"], attribution, marked }).messages).toEqual([]);
  expect(
    checked({ claim: ["She noted that the “gates” are"], attribution: ["Ann said"], marked })
      .messages[0],
  ).toMatch(/^claim: "She noted" attributes the claim; quote it as attribution/);
});

test("who makes a claim is attributed, or inferred with a reason or from a page", () => {
  const claim = ["Rail is slow."];
  const missing = /^claim: no words attribute it/;
  expect(checked({ claim }).messages[0]).toMatch(missing);
  expect(checked({ claim, evidence: [{ for: "speakers", quote: "She" }] }).messages[0]).toMatch(
    missing,
  );
  expect(checked({ claim, evidence: [{ for: "topics", because: "x" }] }).messages[0]).toMatch(
    missing,
  );
  expect(
    checked({ claim, evidence: [{ for: ["topics", "speakers.0"], because: "x" }] }).messages,
  ).toEqual([]);
  expect(checked({ claim, evidence: [{ for: "speakers", page: "page-b" }] }).messages).toEqual([]);
});

test("the outlet's own narration has nobody and no occasion", () => {
  const claim = ["Rail is slow."];
  const narration = { claim, mode: "agency-narration", speakers: [], occasion: "unspecified" };
  const wrong = /^mode: the outlet's own narration has no speaker, attribution or meeting/;
  expect(checked(narration).messages).toEqual([]);
  expect(checked({ ...narration, speakers: undefined }).messages).toEqual([]);
  expect(checked({ ...narration, speakers: ["ann"] }).messages[0]).toMatch(wrong);
  expect(checked({ ...narration, attribution: ["Ann said"] }).messages[0]).toMatch(wrong);
  expect(checked({ ...narration, meeting: "talks" }).messages[0]).toMatch(wrong);
  expect(checked({ ...narration, occasion: "talks" }).messages[0]).toMatch(wrong);
});

test("a claim is about its targets, and a list has several items of one sort", () => {
  const asked = { claim: [gates], attribution, marked };
  expect(checked({ ...asked, targets: ["ann"], about: ["ann"] }).messages).toEqual([]);
  expect(checked({ ...asked, targets: ["bob", "ann"], about: ["bob"] }).messages).toEqual([
    "targets.1: ann is not in about; add it there, because a claim is about its targets",
  ]);
  expect(checked({ ...asked, targets: ["ann"] }).messages.length).toBe(1);
  expect(checked({ ...asked, items: ["open"], itemsAre: "matters" }).messages).toEqual([
    "items: one item is no list; remove items and itemsAre",
  ]);
  expect(checked({ ...asked, items: ["open"] }).messages.length).toBe(1);
  expect(checked({ ...asked, items: ["open", "wide"] }).messages[0]).toMatch(
    /^items: say what the items are/,
  );
  expect(checked({ ...asked, itemsAre: "matters" }).messages[0]).toMatch(
    /^itemsAre: there are no items/,
  );
  expect(checked({ ...asked, items: ["open", "wide"], itemsAre: "matters" }).messages).toEqual([]);
});
