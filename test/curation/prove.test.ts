/** The rule of ground on small records: what rests on which words, and what is refused. */
import { expect, test } from "vitest";
import { proofOf, world } from "../setup/small-world.ts";

const line1 = "Alpha Ames of Delta met Beta Bond of Sigma in Gamma on 5 May 2022";

/** What is said of a value that nothing names. */
const unnamed = (field: string, id: string) =>
  `${field}: nothing here names "${id}"; name it in the quote, in because or in finds`;

/** A meeting of the world with other notation. */
function meeting(notation: object) {
  const file = "data/meetings/one.yaml";
  const own = { label: "One", format: "bilateral-talks", occurrence: "held", ...notation };
  return proofOf("one", { [file]: own });
}

test("the quote of a record backs each value without evidence of its own, stated and coded", () => {
  const { evidence, pages, messages, proof } = meeting({
    source: "daily-a",
    participants: ["alpha-ames", "beta-bond"],
    date: "2022-05-05",
    place: "gamma",
    quote: line1,
  });
  expect(messages).toEqual([]);
  expect(pages).toEqual([]);
  expect(evidence).toEqual([
    `explicit "${line1}": /participants/0=Alpha Ames /participants/1=Beta Bond ` +
      "/date=5 May 2022 /place=Gamma /format /occurrence",
  ]);
  expect(proof.first).toEqual({ source: "daily-a", start: 2, end: 2 + line1.length });
  // a stretch for each value: the reader of coverage joins them
  expect(new Set(proof.chosen.map((one) => JSON.stringify(one)))).toEqual(
    new Set([JSON.stringify(proof.first)]),
  );
  expect(proof.claim).toBeUndefined();
  expect([...proof.supports.get("/place")!.ways]).toEqual(["explicit"]);
  expect(proof.supports.get("/place")).toMatchObject({ form: "name", words: "Gamma" });
  expect([...proof.supports.get("/format")!.ways]).toEqual(["coded"]);
  expect(proof.supports.get("/format")!.words).toBeUndefined();
});

test("evidence of its own comes after the quote, and takes its value from the quote", () => {
  const { evidence, messages } = meeting({
    source: "daily-a",
    participants: ["alpha-ames", "beta-bond"],
    quote: "Alpha Ames of Delta met Beta Bond",
    place: "gamma",
    evidence: [{ for: ["place", "participants.1"], quote: "Beta Bond of Sigma in Gamma" }],
  });
  expect(messages).toEqual([]);
  expect(evidence).toEqual([
    'explicit "Alpha Ames of Delta met Beta Bond": /participants/0=Alpha Ames /format /occurrence',
    'explicit "Beta Bond of Sigma in Gamma": /place=Gamma /participants/1=Beta Bond',
  ]);
});

test("a page beside the quote leaves the words that show a stated value, and no others", () => {
  const page = (field: string, finds: string) => ({ for: field, page: "page-b", finds });
  const { evidence, pages, messages } = meeting({
    source: "daily-a",
    participants: ["alpha-ames"],
    place: "gamma",
    date: "2022-05-06",
    quote: line1,
    evidence: [
      page("place", "held in Gamma"),
      page("date", "held on 6 May 2022"),
      page("format", "talks of two"),
    ],
  });
  expect(messages).toEqual([]);
  expect(evidence).toEqual([
    `explicit "${line1}": /participants/0=Alpha Ames /occurrence /place=Gamma`,
  ]);
  expect(pages).toEqual([
    'page-b finds "held in Gamma": /place',
    'page-b finds "held on 6 May 2022": /date',
    'page-b finds "talks of two": /format',
  ]);
});

test("an account of a page is not the account of the text, and needs its own support", () => {
  const account = (more: object) => ({ field: "place", value: "gamma", by: "delta", ...more });
  const base = { source: "daily-a", participants: ["alpha-ames"], quote: line1 };
  const given = meeting({
    ...base,
    accounts: [
      account({ page: "page-b", reason: "Delta names Gamma" }),
      account({ page: "page-d", by: "page-d" }),
      account({ quote: "Alpha Ames of Delta" }),
      account({ quote: "met Beta Bond", because: "so says Delta of Gamma" }),
    ],
  });
  expect(given.messages).toEqual([]);
  expect(given.pages).toEqual([
    'page-b finds "Delta names Gamma": /accounts/0',
    'page-d finds "place: gamma": /accounts/1',
  ]);
  expect(given.evidence).toEqual([
    `explicit "${line1}": /participants/0=Alpha Ames /format /occurrence`,
    'explicit "Alpha Ames of Delta": /accounts/2=Delta',
    'inferred "met Beta Bond": /accounts/3 because so says Delta of Gamma',
  ]);
  const none = meeting({ ...base, accounts: [account({})] });
  const noSupport = "accounts.0: nothing supports this account; give a quote or a page";
  expect(none.messages).toEqual([noSupport]);
  // a record that has nothing but such an account is told of it only
  expect(meeting({ accounts: [account({})] }).messages).toEqual([noSupport]);
});

test("what a passage shows and what it lets infer are told apart", () => {
  const quote = "Ames and Bond noted that roads matter";
  const { evidence } = meeting({
    source: "daily-a",
    participants: ["alpha-ames"],
    hosts: ["delta"],
    quote,
    evidence: [{ for: "hosts", quote, because: "Delta received Bond" }],
  });
  expect(evidence).toEqual([
    `explicit "${quote}": /participants/0=Ames /format /occurrence`,
    `inferred "${quote}": /hosts/0 because Delta received Bond`,
  ]);
});

test("an inference keeps its reason, and the words where they show the value", () => {
  const { evidence, messages, proof } = meeting({
    source: "daily-a",
    participants: ["alpha-ames"],
    place: "gamma",
    hosts: ["delta"],
    quote: "Ames and Bond noted that roads matter",
    evidence: [
      { for: "place", quote: "They talked at the talks in Gamma", because: "Gamma is named" },
      { for: "hosts", quote: "Bond asked for ports", because: "Delta received Bond" },
      { for: "format", quote: "They talked", because: "two sides" },
    ],
  });
  expect(messages).toEqual([]);
  expect(evidence).toEqual([
    'explicit "Ames and Bond noted that roads matter": /participants/0=Ames /occurrence',
    'inferred "They talked at the talks in Gamma": /place=Gamma because Gamma is named',
    'inferred "Bond asked for ports": /hosts/0 because Delta received Bond',
    'inferred "They talked": /format because two sides',
  ]);
  expect([...proof.supports.get("/hosts/0")!.ways]).toEqual(["inferred"]);
  expect(proof.supports.get("/place")!.words).toBeUndefined();
});

test("a passage is of the article that is named, a list of spans is one quote", () => {
  const { evidence, messages } = meeting({
    source: "daily-a",
    participants: ["cora-cole", "alpha-ames"],
    evidence: [
      { for: "participants.0", source: "daily-c", quote: ["Cole of Delta", "Cole met Ames"] },
      { for: "participants.1", quote: "Ames said" },
    ],
  });
  expect(messages).toEqual([]);
  // without a quote of the record, its judgements rest on the passages of its fields
  expect(evidence).toEqual([
    'explicit "Cole of Delta": /participants/0=Cole /format /occurrence',
    'explicit "Cole met Ames": /participants/0=Cole /format /occurrence',
    'explicit "Ames said": /participants/1=Ames /format /occurrence',
  ]);
});

test("without a passage, the judgements rest on the pages", () => {
  const { evidence, pages, messages, proof } = meeting({
    participants: ["alpha-ames"],
    evidence: [{ for: "participants", page: "page-b", finds: "Alpha Ames was there" }],
  });
  expect(messages).toEqual([]);
  expect(evidence).toEqual([]);
  expect(pages).toEqual([
    'page-b finds "Alpha Ames was there": /participants/0 /format /occurrence',
  ]);
  expect(proof.supports.get("/format")!.ways).toEqual(new Set(["outside"]));
});

test("where there are passages, the judgements do not rest on a page", () => {
  const { evidence, pages } = meeting({
    source: "daily-a",
    participants: ["alpha-ames", "beta-bond"],
    evidence: [
      { for: "participants.0", quote: "Ames said" },
      { for: "participants.1", page: "page-b", finds: "Beta Bond was there" },
    ],
  });
  expect(evidence).toEqual(['explicit "Ames said": /participants/0=Ames /format /occurrence']);
  expect(pages).toEqual(['page-b finds "Beta Bond was there": /participants/1']);
});

test("evidence for a value that it cannot have is no evidence", () => {
  const { pages, proof } = meeting({
    source: "daily-a",
    quote: line1,
    evidence: [{ for: "label", page: "page-b", finds: "talks of two" }],
  });
  expect(pages).toEqual([]);
  expect(proof.supports.get("/format")!.ways).toEqual(new Set(["coded"]));
});

test("a quote that is not in the article is one problem, at its place", () => {
  expect(meeting({ source: "daily-a", quote: "They met nowhere" }).messages).toEqual([
    expect.stringMatching(/^quote: .*not found in daily-a/),
  ]);
  const account = { field: "place", value: "gamma", by: "delta", quote: "They met nowhere" };
  expect(meeting({ source: "daily-a", quote: line1, accounts: [account] }).messages).toEqual([
    expect.stringMatching(/^accounts\.0\.quote: .*not found in daily-a/),
  ]);
});

test("what one value rests on does not name another", () => {
  const inferred = (field: string, because: string) => ({ for: field, quote: "They", because });
  const { messages } = meeting({
    source: "daily-a",
    participants: ["alpha-ames", "beta-bond"],
    place: "gamma",
    evidence: [
      inferred("participants.0", "Ames and Bond were in Gamma"),
      inferred("participants.1", "the other"),
      inferred("place", "the same"),
    ],
  });
  expect(messages).toEqual([
    unnamed("evidence.1.quote: participants.1", "beta-bond"),
    unnamed("evidence.2.quote: place", "gamma"),
  ]);
});

test("a quote that is in no article, or in none that is named", () => {
  const quoted = (more: object) =>
    meeting({
      participants: ["alpha-ames"],
      evidence: [{ for: "participants", quote: "Ames said", ...more }],
    }).messages;
  expect(quoted({})).toEqual(["evidence.0.quote: name the article of the quote (source: …)"]);
  expect(quoted({ source: "page-b" })).toEqual([
    'evidence.0.quote: "page-b" is not a seed, and only seeds are quoted; write what the page ' +
      "says with page and finds",
  ]);
  // an unknown source is reported with the references
  expect(quoted({ source: "nowhere" })).toEqual([]);
});

test("each fault of evidence has its place", () => {
  const { at } = meeting({
    source: "daily-a",
    participants: ["alpha-ames"],
    quote: line1,
    evidence: [
      { for: "participants" },
      { for: ["place", "date"], quote: "Ames said" },
      { for: "participants.1", quote: "Ames said" },
      { for: "format.0", quote: "Ames said" },
      { for: "particpants", quote: "Ames said" },
      { for: "label", quote: "Ames said" },
      { for: "level", quote: "Ames said" },
      { for: "participants", page: "page-b", quote: "Ames said", finds: "Ames was there" },
      { for: "participants", page: "page-b", because: "so", finds: "Ames was there" },
      { for: "participants", page: "page-b" },
      { for: "participants", quote: ["Ames said", "nowhere said"] },
    ],
  });
  const lines = at.map((one) => one.replace(/^\d+:\d+ /, ""));
  expect(lines).toEqual([
    "evidence.0: gives neither a quote nor a page",
    "evidence.1.for.0: the record has no place; write the field, or remove the evidence",
    "evidence.1.for.1: the record has no date; write the field, or remove the evidence",
    "evidence.2.for: participants has 1 items, counted from 0",
    "evidence.3.for: format is not a list; write it without the number",
    'evidence.4.for: no such field "particpants" (did you mean "participants"?)',
    'evidence.5.for: "label" takes no evidence: it is the curator\'s own word',
    'evidence.6.for: "level" takes no evidence: the build derives it',
    "evidence.7: give either a quote (with because) or a page (with finds), not both",
    "evidence.8: give either a quote (with because) or a page (with finds), not both",
    "evidence.9: write what the page says (finds: …)",
    expect.stringMatching(/^evidence\.10\.quote\.1: .*not found in daily-a/),
  ]);
  // a field that takes no evidence is no suggestion
  const near = meeting({
    source: "daily-a",
    quote: line1,
    evidence: [{ for: "labels", quote: "met" }],
  });
  expect(near.messages[0]).toBe('evidence.0.for: no such field "labels"');
});

test("a stated value that the words do not show is refused with its words", () => {
  const shown = (notation: object) =>
    meeting({ source: "daily-a", participants: ["alpha-ames"], ...notation }).messages;
  expect(shown({ quote: "Ames said that trade grows", place: "gamma" })).toEqual([
    'place: "gamma" is not shown by the quote "Ames said that trade grows": it holds no name of ' +
      'gamma ("Gamma") outside the title of a person; quote words that show it, or explain it ' +
      "with because",
  ]);
  expect(shown({ quote: "Ames said that trade grows", date: "2022-05-05" })).toEqual([
    'date: "2022-05-05" is not shown by the quote "Ames said that trade grows": it holds no ' +
      "words for 2022-05-05; quote words that show it, or explain it with because",
  ]);
  expect(
    shown({
      quote: "Ames said that trade grows",
      evidence: [{ for: "participants", quote: "Bond asked" }],
    }),
  ).toEqual([
    'evidence.0.quote: participants.0: "alpha-ames" is not shown by the quote "Bond asked": it ' +
      'holds no name of alpha-ames ("Alpha Ames", "Ames"); quote words that show it, or explain ' +
      "it with because",
  ]);
  // an inference or a finding must name it
  const inferred = { for: "place", quote: "Bond asked", because: "it is known" };
  expect(shown({ quote: "Ames said", place: "gamma", evidence: [inferred] })).toEqual([
    unnamed("evidence.0.quote: place", "gamma"),
  ]);
  const finding = { for: "date", page: "page-b", finds: "held in May" };
  expect(shown({ quote: "Ames said", date: "2022-05-05", evidence: [finding] })).toEqual([
    unnamed("date", "2022-05-05"),
  ]);
});

test("what is known of a page counts with what it says: its title and its day", () => {
  const found = (page: string, finds: string, more: object) =>
    meeting({
      participants: ["alpha-ames"],
      ...more,
      evidence: [
        { for: "participants", page: "page-b", finds: "Ames was there" },
        { for: Object.keys(more), page, finds },
      ],
    }).messages;
  // the day of the publication gives the year and month
  expect(found("page-d", "held on the 5th of May", { date: "2022-05-05" })).toEqual([]);
  expect(found("page-b", "held on the 5th of May", { date: "2022-05-05" })).toEqual([
    unnamed("date", "2022-05-05"),
  ]);
  // the publisher gives an account
  const accountOf = (page: string) =>
    meeting({
      participants: ["alpha-ames"],
      evidence: [{ for: "participants", page: "page-b", finds: "Ames was there" }],
      accounts: [{ field: "occurrence", value: "held", by: "delta", page, reason: "it was held" }],
    }).messages;
  expect(accountOf("page-b")).toEqual([]);
  expect(accountOf("page-e")).toEqual([]);
  expect(accountOf("page-d")).toEqual([unnamed("accounts.0", "delta")]);
});

test("without any quote, page or evidence, each stated value and the record are named", () => {
  const { messages } = meeting({ participants: ["alpha-ames"], place: "gamma" });
  const nothing =
    "nothing supports it; give a quote, or evidence for it (a quote, or a page and what it finds)";
  expect(messages).toEqual([
    `participants.0: ${nothing}`,
    `place: ${nothing}`,
    '"one" has neither a quote nor a page; every record needs evidence',
  ]);
});

test("a name proves itself by a passage that holds it, by its own place, or by a page", () => {
  const person = (notation: object) =>
    proofOf("cora-cole", {
      "data/people.yaml": {
        ...(world["data/people.yaml"] as object),
        "cora-cole": { label: "Cora Cole", country: "delta", ...notation },
      },
    });
  const own = person({
    names: ["Cole"],
    evidence: [{ for: "country", source: "daily-c", quote: "Cole of Delta" }],
  });
  expect(own.messages).toEqual([]);
  expect(own.evidence).toEqual(['explicit "Cole of Delta": /country /names/0=Cole']);
  // a name stands in the text by itself, where no passage holds it
  const apart = person({
    names: ["Cole"],
    evidence: [{ for: "country", source: "daily-a", quote: "Ames of Delta" }],
  });
  expect(apart.evidence).toEqual([
    'coded "Ames of Delta": /country',
    'explicit "Cole": /names/0=Cole',
  ]);
  // a passage may hold the name anywhere
  const later = person({
    names: ["Cole"],
    evidence: [{ for: "country", source: "daily-c", quote: "in Gamma. Cole met" }],
  });
  expect(later.evidence).toEqual(['explicit "in Gamma. Cole met": /country /names/0=Cole']);
  // what a name shows by itself is not among the stretches that the curator chose
  expect(apart.proof.chosen).toHaveLength(1);
  expect(apart.proof.chosen[0]).toMatchObject({ source: "daily-a", start: 8, end: 21 });
  const onPage = (finds: string, text: string) =>
    person({
      names: ["Cole", { text, source: "page-b", language: "en" }],
      evidence: [{ for: "country", page: "page-b", finds }],
    });
  expect(onPage("Cole of Delta", "C. Cole").pages).toEqual([
    'page-b finds "Cole of Delta": /country /names/1',
  ]);
  const headline = person({
    names: ["Cole", { text: "On Gamma", source: "page-b" }],
    evidence: [{ for: "country", page: "page-d", finds: "Cole of Delta" }],
  });
  expect(headline.pages).toEqual([
    'page-d finds "Cole of Delta": /country',
    'page-b finds "uses the name "On Gamma"": /names/1',
  ]);
  const label = person({
    names: ["Cole", { text: "PAGE-B", source: "page-b" }],
    evidence: [{ for: "country", page: "page-d", finds: "Cole of Delta" }],
  });
  expect(label.pages[1]).toBe('page-b finds "uses the name "PAGE-B"": /names/1');
  const nowhere = person({
    names: ["Cole", { text: "Cora", source: "page-b" }],
    evidence: [{ for: "country", page: "page-d", finds: "Cole of Delta" }],
  });
  expect(nowhere.messages).toEqual([
    'names.1: "Cora" is the name of page-b, which supports nothing here; give what the page says',
  ]);
  expect(nowhere.pages).toHaveLength(1);
});

test("a record with names only rests on the first, and a longer name is not the shorter", () => {
  const { evidence, messages } = proofOf("alpha-ames", {
    "data/people.yaml": {
      ...(world["data/people.yaml"] as object),
      "alpha-ames": { label: "Alpha Ames", country: "delta", names: ["Alpha Ames", "Ames"] },
    },
  });
  expect(messages).toEqual([]);
  expect(evidence).toEqual([
    'explicit "Alpha Ames": /names/0=Alpha Ames /country',
    'explicit "Ames": /names/1=Ames',
    'explicit "Ames": /names/2=Ames',
  ]);
  // each of its two articles uses the name of the place, and the judgements rest on the first
  expect(proofOf("gamma", {}).evidence).toEqual([
    'explicit "Gamma": /names/0=Gamma /type /country',
    'explicit "Gamma": /names/1=Gamma',
  ]);
});
