/** Defects that need more than one changed file, each with the message that tells it. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { compile } from "../../curation/compile.ts";
import { format, type Problem } from "../../curation/problem.ts";
import { readTree, writeOutputs } from "../../curation/read/files.ts";

const valid = readTree("test/fixtures/valid", ["data", "seeds"], []);
const real = readTree(".", ["data", "seeds"], []);
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (files: ReadonlyMap<string, Uint8Array>, path: string) =>
  new TextDecoder().decode(files.get(path));
const messages = (files: ReadonlyMap<string, Uint8Array>) =>
  compile(files, { version: "0.0.0" }).problems.map(format).join("\n");

/** Files of a dataset with texts replaced by others. */
function edited(
  files: ReadonlyMap<string, Uint8Array>,
  ...edits: readonly (readonly [path: string, from: string, to: string])[]
): ReadonlyMap<string, Uint8Array> {
  const changed = new Map(files);
  for (const [path, from, to] of edits) {
    const text = textOf(changed, path);
    expect([path, text.includes(from)]).toEqual([path, true]);
    changed.set(path, bytes(text.replace(from, () => to)));
  }
  return changed;
}

const trend = "data/statements/trend-bayramov-visit.yaml";
const relay = "relayedBy: [{ actor: azerbaijan, stance: rejected, in: trend-deny-blocking-of";

test.each([
  [
    "in: trend-deny-blocking-of",
    "in: kavkaza-hope-for-year-of-progress } ] #",
    "is of another article; name the statement of this one that passes it on",
  ],
  [
    "stance: rejected, in: trend-deny-blocking-of",
    "stance: reported, in: trend-deny-blocking-of",
    "rejects the claim, and the stance is reported; correct one of the two",
  ],
  [
    "stance: rejected, in: trend-deny-blocking-of-lachin-road }]",
    "stance: rejected, in: trend-assert-mine-threat }]",
    "the stance is rejected, and trend-assert-mine-threat has no relation that rejects the " +
      "claim; add it",
  ],
])("a relay with %j replaced is noticed", (from, to, message) => {
  expect(relay).toContain("stance: rejected");
  expect(messages(edited(real, [trend, from, to]))).toContain(message);
});

test("a relation that is of one side is noticed between two", () => {
  const files = edited(
    valid,
    ["data/places.yaml", "type: city, country: delta", "type: country"],
    ["data/meetings/ames-bond-2022.yaml", "place: gamma", "sides: [delta, gamma]\nplace: gamma"],
    [
      "data/people.yaml",
      "label: Beta Bond\n  country: delta",
      "label: Beta Bond\n  country: gamma",
    ],
    [
      "data/statements/daily-a.yaml",
      "daily-ports-are-open:\n",
      "daily-ports-are-open:\n    relations: [{ type: restates, statement: daily-trade-grows, " +
        "reason: x y }]\n",
    ],
  );
  expect(messages(files)).toMatch(
    /restates is between claims of one side, and \S+ and \S+ speak for different ones; choose /,
  );
  expect(messages(files)).toContain("speak for different ones; choose another type, or remove it");
});

test("a document that was made at another meeting than the one that lists it", () => {
  const path = "data/agreements/prague-statement-2022.yaml";
  const files = edited(real, [path, "madeAt: prague-2022-meeting", "madeAt: sochi-2022-summit"]);
  expect(messages(files)).toContain(
    "outcomes.0: prague-statement-2022 was made at sochi-2022-summit; correct one of the two",
  );
});

test("a seed without its reviewed sentences is noticed", () => {
  const files = new Map([...valid].filter(([path]) => !path.startsWith("data/segments/")));
  expect(messages(files)).toContain(
    "is missing: every seed needs its reviewed sentences; npm run draft -- daily-a makes a first " +
      "version",
  );
});

test("sentences that cannot be read are one problem each", () => {
  const path = "data/segments/daily-a.yaml";
  for (const text of ["segments: [", "segments: 5", "segments: []"]) {
    const files = new Map([...valid, [path, bytes(text)]]);
    expect(messages(files)).toMatch(/^data\/segments\/daily-a\.yaml:\d+:\d+ .*$/);
  }
});

const segmentsFile = "data/segments/daily-a.yaml";

/** What is said of words without a passage, when a text goes on with a sentence. */
function saysOfSentence(sentence: string): string {
  const seed = textOf(valid, "seeds/a.txt");
  const whole = `${seed.trimEnd()} ${sentence}\n`;
  const files = new Map([
    ...valid,
    ["seeds/a.txt", bytes(whole)] as const,
    [
      segmentsFile,
      bytes(`${textOf(valid, segmentsFile).trimEnd()}\n  - ${JSON.stringify(sentence)}\n`),
    ] as const,
  ]);
  const sources = textOf(valid, "data/sources.yaml")
    .replace(
      /sha256: [0-9a-f]+/,
      `sha256: ${createHash("sha256").update(bytes(whole)).digest("hex")}`,
    )
    .replace(/codePoints: \d+/, `codePoints: ${[...whole].length}`);
  files.set("data/sources.yaml", bytes(sources));
  files.set(
    "data/meetings/ames-bond-2022.yaml",
    bytes(
      textOf(valid, "data/meetings/ames-bond-2022.yaml") +
        "evidence:\n  - { for: format, quote: Ames spoke first }\n" +
        "  - { for: format, quote: left Gamma }\n",
    ),
  );
  return messages(files);
}

test("words that no passage holds are told stretch by stretch, with the words around them", () => {
  expect(
    saysOfSentence("On Monday Ames spoke first, early in May, and left Gamma quickly."),
  ).toMatch(
    /^data\/segments\/daily-a\.yaml:\d+:5 segments\.\d+: no record quotes "On Monday", in "On Monday Ames spoke first"; quote it in a record, or, if it says nothing, make it a segment of its own with boilerplate: why\n.* no record quotes "early in May, and", in "Ames spoke first, early in May, and left Gamma quickly"; .*\n.* no record quotes "quickly", in "and left Gamma quickly"; /,
  );
});

test("a connective needs no passage", () => {
  expect(saysOfSentence("In addition, Ames spoke first and left Gamma.")).toBe("");
  expect(saysOfSentence("Also Ames spoke first, but then left Gamma.")).toContain('"but then"');
});

test("a file in UTF-16, and one that is nested too deeply", () => {
  const utf16 = new Map([...valid, ["data/topics.yaml", new Uint8Array([0xff, 0xfe, 97, 0])]]);
  expect(messages(utf16)).toContain("is UTF-16; save the file as UTF-8");
  const deep = "[".repeat(60) + "]".repeat(60);
  const nested = new Map([...valid, ["data/topics.yaml", bytes(`a: ${deep}`)]]);
  expect(messages(nested)).toContain(
    "data/topics.yaml:1:54 a: YAML: nested too deeply; the limit is 50 levels",
  );
});

test("readings that are no JSON are told with the remedy", () => {
  for (const path of ["readings/third/aligned.json", "readings/reliability.json"])
    expect(messages(new Map([...valid, [path, bytes("{")]]))).toMatch(
      /^readings\/.*json:1:1 .*; run npm run reliability$/m,
    );
});

test("a folder that is not there, and outputs that cannot be written", () => {
  const problems: Problem[] = [];
  readTree("test/fixtures/valid", ["nowhere"], problems);
  expect(problems.map(({ message }) => message)).toEqual([
    "cannot be read (ENOENT); check that it exists and its permissions",
  ]);
  expect(() => {
    writeOutputs("test/fixtures/valid", new Map([["seeds/a.txt/y.txt", "z"]]), []);
  }).toThrow("the outputs cannot be written: ");
});

test("a quote that stands in another article says in which", () => {
  const from = "claim: the importance of fulfilling";
  const flights = "claim: 135 flights are performed between the countries every week #";
  const found = messages(edited(real, [trend, from, flights]));
  expect(found).toMatch(/^data\/statements\/trend-bayramov-visit\.yaml:\d+:12 claim: [^\n]*$/);
  expect(found).toContain(
    "not found in trend-bayramov-visit, but word for word in kavkaza-aliyev-lavrov at 2013; " +
      "quote this article, or name the other one (source: kavkaza-aliyev-lavrov)",
  );
});

const correctionsFile = "data/corrections.yaml";
const reviewsFile = "data/reviews.yaml";

/** The messages about one correction in the valid dataset. */
function messagesOfCorrection(fields: Readonly<Record<string, string>>): string {
  const whole = {
    record: "ames-bond-2022",
    field: "format",
    old: "phone-call",
    new: "bilateral-talks",
    why: "it says so",
    reported: "2026-11-27",
    by: "person",
    correctedIn: "0.1.0",
    ...fields,
  };
  const lines = Object.entries(whole).filter(([, value]) => value !== "");
  const text = `- ${lines.map(([name, value]) => `${name}: ${value}`).join("\n  ")}\n`;
  return messages(new Map([...valid, [correctionsFile, bytes(text)]]));
}

test.each([
  [{}, ""],
  [
    { record: "ames-bnd-2022" },
    '1:11 0.record: no record "ames-bnd-2022" (did you mean "ames-bond-2022"?)',
  ],
  [
    { field: "fromat" },
    '2:10 0.field: "fromat" is not a field of this meeting (did you mean "format"?)',
  ],
  [
    { old: "", new: "" },
    "1:3 0.old: gives neither the old value nor the new one; give one of them, or both",
  ],
  [{ old: "bilateral-talks" }, "4:8 0.new: is the same as the old value; give the two that differ"],
  [
    { new: "phone-call", old: "" },
    '3:8 0.new: format of ames-bond-2022 does not have "phone-call"; correct one of them',
  ],
  [
    { old: "bilateral-talks", new: "" },
    '3:8 0.old: format of ames-bond-2022 still has "bilateral-talks"; correct one of them',
  ],
  [{ reported: "2026-02-30" }, "6:13 0.reported: expects a day, such as 2026-11-27"],
  [{ correctedIn: "next" }, "8:16 0.correctedIn: expects a version, such as 1.0.0"],
  [{ by: "reader" }, '7:7 0.by: "reader" is not one of its terms: person, machine'],
])("a correction with %j is noticed", (fields, message) => {
  expect(messagesOfCorrection(fields)).toBe(message && `${correctionsFile}:${message}`);
});

test("a correction may be corrected by a later one, and concern a withdrawn record", () => {
  const correction = (old: string, given: string) =>
    `- { record: ames-bond-2022, field: format, old: ${old}, new: ${given}, why: it says so, ` +
    "reported: 2026-11-27, by: person, correctedIn: 0.1.0 }\n";
  const twice =
    correction("bilateral-talks", "phone-call") + correction("phone-call", "bilateral-talks");
  expect(messages(new Map([...valid, [correctionsFile, bytes(twice)]]))).toBe("");
  const withdrawn = "- { id: old-plan, kind: meeting, reason: it was two, withdrawnIn: 0.1.0 }\n";
  const files = new Map([
    ...valid,
    ["data/withdrawn.yaml", bytes(withdrawn)] as const,
    [correctionsFile, bytes(twice.replaceAll("ames-bond-2022", "old-plan"))] as const,
  ]);
  expect(messages(files)).toBe("");
});

test("a correction of a gist gives the words that changed, and not the claim", () => {
  const statement = textOf(valid, "data/statements/daily-a.yaml");
  const [, id, gist] = /\n  (\S+):\n(?:    .*\n)*?    gist: (.*)\n/.exec(statement)!;
  const fields = { record: id!, field: "gist", old: "Something else" };
  expect(messagesOfCorrection({ ...fields, new: gist! })).toBe(
    `${correctionsFile}:4:8 0.new: is the whole claim, without its speaker; give the words ` +
      "that changed",
  );
  expect(messagesOfCorrection({ ...fields, new: gist!.split(" ")[0]! })).toBe("");
});

test("a review of an unknown record is noticed", () => {
  const review =
    "- { date: 2026-11-27, by: person, reader: a reader, question: is it right?, " +
    "records: [ames-bnd-2022], version: 0.1.0, outcome: no-fault, found: no fault }\n";
  expect(messages(new Map([...valid, [reviewsFile, bytes(review)]]))).toBe(
    `${reviewsFile}:1:87 0.records.0: no record "ames-bnd-2022" (did you mean "ames-bond-2022"?)`,
  );
});
