/** The rule of ground on statements: the words of the claim, of its attribution and around them. */
import { expect, test } from "vitest";
import { proofOf, textA } from "../setup/small-world.ts";

/** A statement of the world with other notation. */
function statement(notation: object) {
  return proofOf("said", {
    "data/statements/daily-a.yaml": {
      source: "daily-a",
      statements: {
        said: {
          speakers: ["alpha-ames"],
          mode: "reported-speech",
          speechAct: "assert",
          occasion: "talks",
          meeting: "talks",
          gist: "Trade grows.",
          topics: ["trade"],
          attribution: "Ames said that",
          claim: "trade grows",
          ...notation,
        },
      },
    },
  });
}

const account =
  'context explicit "the Delta agency reports": /accordingTo=the Delta agency reports';
const unsupported =
  "nothing supports it; give a quote, or evidence for it (a quote, or a page and what it finds)";

test("the claim backs the judgements, and the attribution shows the speaker and the mode", () => {
  const { evidence, messages, proof } = statement({});
  expect(messages).toEqual([]);
  expect(evidence).toEqual([
    'claim coded "trade grows": /meeting /occasion /mode /speechAct /topics/0',
    'attribution explicit "Ames said that": /speakers/0=Ames /mode',
    account,
  ]);
  expect(proof.claim?.exact).toBe("trade grows");
  const start = [...textA.slice(0, textA.indexOf("trade grows"))].length;
  expect(proof.first).toEqual({ source: "daily-a", start, end: start + "trade grows".length });
  // the words that say whose account the article gives are not chosen for the record
  expect(new Set(proof.chosen.map(({ end }) => end)).size).toBe(2);
});

test("the setting supports the meeting and the occasion instead of the claim", () => {
  const set = "They talked at the talks in Gamma";
  expect(statement({ setting: set }).evidence).toEqual([
    'claim coded "trade grows": /mode /speechAct /topics/0',
    'attribution explicit "Ames said that": /speakers/0=Ames /mode',
    `context coded "${set}": /meeting /occasion`,
    account,
  ]);
  // evidence of its own comes first
  const own = { for: "meeting", quote: "Alpha Ames of Delta met Beta Bond" };
  expect(statement({ setting: set, evidence: [own] }).evidence).toEqual([
    'claim coded "trade grows": /mode /speechAct /topics/0',
    'attribution explicit "Ames said that": /speakers/0=Ames /mode',
    `context coded "${set}": /occasion`,
    'context coded "Alpha Ames of Delta met Beta Bond": /meeting',
    account,
  ]);
  // without a meeting there is no place for a setting
  const none = statement({ setting: set, meeting: undefined, occasion: "unspecified" });
  expect(none.evidence[0]).toBe('claim coded "trade grows": /occasion /mode /speechAct /topics/0');
  expect(none.evidence).toHaveLength(3);
  expect(statement({ setting: "They never talked" }).messages).toEqual([
    expect.stringMatching(/^setting: .*not found in daily-a/),
  ]);
});

test("the cue is in the claim or in the attribution", () => {
  expect(statement({ cue: "said" }).evidence).toEqual([
    'claim coded "trade grows": /meeting /occasion /mode /speechAct /topics/0',
    'attribution explicit "Ames said that": /speakers/0=Ames /mode /speechAct=said',
    account,
  ]);
  expect(statement({ cue: "grows" }).evidence[0]).toBe(
    'claim coded "trade grows": /meeting /occasion /mode /speechAct=grows /topics/0',
  );
});

test("names are shown by the claim, then by the attribution, and speakers by it alone", () => {
  const bond = (more: object) =>
    statement({
      speakers: ["beta-bond"],
      attribution: "Bond asked for",
      claim: "ports in Delta and Sigma",
      ...more,
    });
  expect(bond({ about: ["delta", "beta-bond"] }).evidence).toEqual([
    'claim explicit "ports in Delta and Sigma": /meeting /occasion /mode /speechAct /topics/0 ' +
      "/about/0=Delta",
    'attribution explicit "Bond asked for": /speakers/0=Bond /about/1=Bond /mode',
    account,
  ]);
  // a state in the claim is not its speaker
  expect(bond({ speakers: ["sigma"] }).messages).toEqual([
    'speakers.0: "sigma" is not shown by the quote "Bond asked for": it holds no name of sigma ' +
      '("Sigma") outside the title of a person; quote words that show it, or explain it ' +
      "with because",
  ]);
  expect(bond({ about: ["gamma"] }).messages).toEqual([
    'about.0: "gamma" is not shown by the quote "ports in Delta and Sigma": it holds no name of ' +
      'gamma ("Gamma") outside the title of a person; quote words that show it, or explain it ' +
      "with because",
  ]);
});

test("a record without a name in the article is shown by nothing there", () => {
  expect(statement({ about: ["talks"] }).messages).toEqual([
    'about.0: "talks" is not shown by the quote "trade grows": talks has no name in daily-a; ' +
      "quote words that show it, or explain it with because",
  ]);
  const known = { for: "about", quote: "Bond asked", because: "it is known" };
  expect(statement({ about: ["talks"], evidence: [known] }).messages).toEqual([
    'evidence.0.quote: about.0: nothing here names "talks"; quote words that the ' +
      "record itself quotes, or write its label in because or finds",
  ]);
});

test("several speakers, and evidence for one of them", () => {
  const both = statement({
    speakers: ["alpha-ames", "beta-bond"],
    attribution: "Ames and Bond noted that",
    claim: "roads matter",
  });
  expect(both.messages).toEqual([]);
  expect(both.evidence[1]).toBe(
    'attribution explicit "Ames and Bond noted that": /speakers/0=Ames /speakers/1=Bond /mode',
  );
  const minister = { attribution: undefined, claim: "rails are dear" };
  const why = { quote: "The Minister said that", because: "Ames is the Minister" };
  const one = statement({ ...minister, evidence: [{ for: "speakers", ...why }] });
  expect(one.messages).toEqual([]);
  expect(one.evidence).toEqual([
    'claim coded "rails are dear": /meeting /occasion /mode /speechAct /topics/0',
    'context inferred "The Minister said that": /speakers/0 because Ames is the Minister',
    account,
  ]);
  // the other of two has nothing
  const two = statement({
    ...minister,
    speakers: ["alpha-ames", "beta-bond"],
    evidence: [{ for: "speakers.0", ...why }],
  });
  expect(two.messages).toEqual([`speakers.1: ${unsupported}`]);
  // evidence for another field is none for the speaker: the claim has no attribution
  const other = statement({ ...minister, evidence: [{ for: "topics", quote: "rails are dear" }] });
  expect(other.messages).toEqual([expect.stringMatching(/^claim: no words attribute it/)]);
});

test("the mode rests on the claim, whatever else is given for it", () => {
  const { evidence } = statement({
    evidence: [{ for: ["mode", "occasion"], quote: "They talked at the talks" }],
  });
  expect(evidence).toEqual([
    'claim coded "trade grows": /mode /meeting /speechAct /topics/0',
    'attribution explicit "Ames said that": /speakers/0=Ames /mode',
    'context coded "They talked at the talks": /mode /occasion',
    account,
  ]);
});

test("a page beside the words leaves the words that show a stated value, and no judgement", () => {
  const { evidence, pages, messages } = statement({
    speakers: ["beta-bond"],
    attribution: "Bond asked for",
    claim: "ports in Delta and Sigma",
    about: ["delta", "gamma"],
    evidence: [
      { for: "about.0", page: "page-b", finds: "ports of Delta" },
      { for: "about.1", page: "page-b", finds: "ports near Gamma" },
      { for: "topics", page: "page-b", finds: "on trade" },
    ],
  });
  expect(messages).toEqual([]);
  expect(evidence).toEqual([
    'claim explicit "ports in Delta and Sigma": /meeting /occasion /mode /speechAct ' +
      "/about/0=Delta",
    'attribution explicit "Bond asked for": /speakers/0=Bond /mode',
    account,
  ]);
  expect(pages).toHaveLength(3);
});

test("a quote after a page counts, and the order of the two does not", () => {
  const two = [
    { for: "about", page: "page-b", finds: "ports of Delta" },
    { for: "about", quote: "Alpha Ames of Delta" },
  ];
  for (const evidence of [two, [...two].reverse()]) {
    const found = statement({ about: ["delta"], evidence });
    expect(found.messages).toEqual([]);
    expect(found.evidence).toContain('context explicit "Alpha Ames of Delta": /about/0=Delta');
  }
});

test("a judgement does not rest on words that only attribute", () => {
  const topics = (quote: string | object, more: object = {}) =>
    statement({ evidence: [{ for: "topics", quote }], ...more }).messages;
  const fault = (quote: string) => [
    `evidence.0.quote: "${quote}" only attributes the claim; topics.0 rests on words that say ` +
      "what is claimed",
  ];
  expect(topics("Ames said that")).toEqual(fault("Ames said that"));
  expect(topics("Ames said")).toEqual(fault("Ames said"));
  expect(topics({ exact: "said that", nth: 1 })).toEqual(fault("said that"));
  expect(topics("Ames said that trade grows")).toEqual([]);
  expect(topics("roads matter")).toEqual([]);
  expect(topics("Alpha Ames of Delta")).toEqual([]);
  // other fields may rest on it
  expect(statement({ evidence: [{ for: "occasion", quote: "Ames said that" }] }).messages).toEqual(
    [],
  );
  const mixed = { for: ["occasion", "topics"], quote: "Ames said that" };
  expect(statement({ evidence: [mixed] }).messages).toEqual(fault("Ames said that"));
});

test("the narration of an article has no attribution, and names are shown by the claim", () => {
  const { evidence, messages } = statement({
    speakers: [],
    mode: "agency-narration",
    attribution: undefined,
    meeting: undefined,
    occasion: "unspecified",
    about: ["gamma"],
    claim: "They talked at the talks in Gamma",
  });
  expect(messages).toEqual([]);
  expect(evidence).toEqual([
    'claim explicit "They talked at the talks in Gamma": /occasion /mode /speechAct /topics/0 ' +
      "/about/0=Gamma",
    account,
  ]);
});

test("a claim that is not in the article", () => {
  expect(statement({ claim: "trade shrinks" }).messages).toEqual([
    expect.stringMatching(/^claim: .*not found in daily-a/),
  ]);
  expect(statement({ attribution: "Ames denied that" }).messages).toEqual([
    expect.stringMatching(/^attribution: .*not found in daily-a/),
  ]);
});
