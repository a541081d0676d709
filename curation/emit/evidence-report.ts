/**
 * docs/evidence.md: coverage of the texts, what each field rests on, uncertain dates, differing
 * accounts and names.
 */
import { isMarked } from "../../src/dates/edtf.ts";
import { model } from "../../src/schema/describe.ts";
import type { Dataset } from "../dataset.ts";
import type { Published, PublishedRecord } from "../draft.ts";
import type { Coverage } from "../prove/coverage.ts";
import { code, toTable } from "./markdown.ts";

function percent(part: number, whole: number): string {
  if (whole === 0) return "–";
  return `${((100 * part) / whole).toFixed(0)} %`;
}

/** The coverage of each seed in one line, for the terminal. */
export function coverageLines({ coverage }: Dataset): string[] {
  return coverage.map(
    ({ source, sentences, coveredSentences, words, coveredWords, boilerplate }) =>
      `${source}: ${coveredSentences} of ${sentences} sentences ` +
      `(${percent(coveredSentences, sentences)}), ${coveredWords} of ${words} words ` +
      `(${percent(coveredWords, words)}), ${boilerplate} marked as boilerplate`,
  );
}

/** How the claims of one source are attributed. */
interface Attribution {
  readonly source: string;
  readonly statements: number;
  readonly attributed: number;
  readonly inferredSide: number;
  readonly withCue: number;
  readonly quoted: number;
  readonly quotations: number;
}

function isCued({ evidence }: Published["statement"]): boolean {
  return evidence.some(({ anchors }) => anchors.some(({ pointer }) => pointer === "/speechAct"));
}

function measureAttribution({ records }: Dataset): Attribution[] {
  const seeds = records.source.filter(({ role }) => role === "seed");
  return seeds.map(({ id }) => {
    const own = records.statement.filter(({ source }) => source === id);
    const count = (test: (statement: Published["statement"]) => boolean) => own.filter(test).length;
    const quoted = own.filter(({ utterance }) => utterance !== undefined);
    return {
      source: id,
      statements: own.length,
      attributed: count(({ evidence }) => evidence.some(({ role }) => role === "attribution")),
      inferredSide: count((s) => s.speakers.some(({ basis }) => basis === "inferred-side")),
      withCue: count(isCued),
      quoted: quoted.length,
      quotations: new Set(quoted.map(({ utterance }) => utterance)).size,
    };
  });
}

/** The share of anchored cues in one line, for the terminal. */
export function cueLine({ records }: Dataset): string {
  const cued = records.statement.filter(isCued).length;
  const all = records.statement.length;
  return `${cued} of ${all} statements (${percent(cued, all)}) have words that express the act`;
}

function attributionTable(dataset: Dataset): string {
  const head = [
    "source",
    "statements",
    "attributing words",
    "side only inferred",
    "cue of the act",
    "quoted claims",
    "quotations",
  ];
  const rows = measureAttribution(dataset).map(({ source, statements, ...counts }) => [
    source,
    String(statements),
    String(counts.attributed),
    String(counts.inferredSide),
    `${counts.withCue} (${percent(counts.withCue, statements)})`,
    String(counts.quoted),
    String(counts.quotations),
  ]);
  return toTable(head, rows);
}

function coverageTable(coverage: readonly Coverage[]): string {
  return toTable(
    ["source", "sentences covered", "words covered", "boilerplate stretches"],
    coverage.map(({ source, sentences, coveredSentences, words, coveredWords, boilerplate }) => [
      source,
      `${coveredSentences} of ${sentences}`,
      `${coveredWords} of ${words}`,
      String(boilerplate),
    ]),
  );
}

const waysFromBest = ["explicit", "coded", "inferred", "outside"] as const;

/** How many values of a field have each best support, and how many records have no value. */
function supportRow({ records, proofs }: Dataset, kind: keyof Published, field: string): string[] {
  const counts = new Map<string, number>(waysFromBest.map((way) => [way, 0]));
  let without = 0;
  for (const { id } of records[kind]) {
    const own = [...proofs.get(id)!.supports].filter(([p]) => p.split("/")[1] === field);
    if (own.length === 0) without++;
    for (const [, { ways }] of own) {
      const best = waysFromBest.find((way) => ways.has(way))!;
      counts.set(best, counts.get(best)! + 1);
    }
  }
  return [...waysFromBest.map((way) => String(counts.get(way))), String(without)];
}

function supportTable(dataset: Dataset): string {
  const rows = model
    .filter(({ kind }) => kind !== "source" && kind !== "topic")
    .flatMap(({ kind, plural, fields }) =>
      fields
        .filter(({ ground }) => ground !== "none")
        .map(({ name, ground }) => [
          plural,
          code(name),
          ground,
          ...supportRow(dataset, kind, name),
        ]),
    );
  return toTable(["kind", "field", "ground", ...waysFromBest, "records without"], rows);
}

function dateTable({ records }: Dataset): string {
  const dated = [...records.visit, ...records.meeting, ...records.agreement];
  const rows = dated.flatMap(({ id, date }) => {
    if (date === undefined) return [];
    const isPlain = date.earliest === date.latest && !isMarked(date.edtf);
    if (isPlain && date.basis === "stated") return [];
    const { edtf, asWritten = "", earliest, latest, basis, reason = "" } = date;
    return [[id, edtf, asWritten, earliest ?? "open", latest ?? "open", basis, reason]];
  });
  return toTable(["record", "EDTF", "as written", "earliest", "latest", "basis", "why"], rows);
}

function accountTable(records: readonly PublishedRecord[]): string {
  const labels = new Map(records.map(({ id, label }) => [id, label]));
  const rows = records.flatMap((record) =>
    ("accounts" in record ? record.accounts : []).map(({ field, value, by, reason = "" }) => [
      record.id,
      field,
      value,
      labels.get(by) ?? by,
      reason,
    ]),
  );
  return toTable(["record", "field", "account", "whose", "how it differs"], rows);
}

type Named = Pick<Published["agreement"], "id" | "names">;

/** The names of records that have several, each with the sources that use it. */
function nameTable(head: string, records: readonly Named[]): string {
  const rows = records.flatMap(({ id, names }) => {
    const texts = [...new Set(names.map(({ text }) => text))];
    if (texts.length < 2) return [];
    return texts.map((text) => {
      const users = names.filter((name) => name.text === text).map(({ source = "" }) => source);
      return [id, text, users.join(", ")];
    });
  });
  return toTable([head, "name", "who uses it"], rows);
}

/** Proper names and abbreviations: adjectives and offices are no spellings. */
function withSpellingsOnly({ id, names }: Named): Named {
  return { id, names: names.filter(({ form }) => form === "name" || form === "abbreviation") };
}

function likelySameTable(agreements: readonly Published["agreement"][]): string {
  const rows = agreements.flatMap(({ id, possiblySameAs }) =>
    possiblySameAs.map(({ agreement, reason }) => [id, agreement, reason]),
  );
  return toTable(["agreement", "may be", "why"], rows);
}

export function emitEvidenceReport(dataset: Dataset): string {
  const { records } = dataset;
  const spelled = [...records.person, ...records.place, ...records.organization];
  return `<!-- Written by \`npm run compile\` from the records; do not edit. -->

# Evidence

What the records rest on, computed by the build. A build fails when a sentence is not covered, when
a passage is not in its text, or when nothing supports a stated field.

## Coverage

A sentence is covered when each of its words is in a passage that a curator chose, or in a stretch
that is marked as boilerplate with a reason.

${coverageTable(dataset.coverage)}
## How claims are attributed

Statements by source: how many have words of the article that attribute the claim; in how many
nobody is named and the side is only inferred; in how many the words express the speech act (the
cue, an anchor of \`speechAct\`); how many claims stand in quotation marks, and in how many
quotations.

${attributionTable(dataset)}
## What each field rests on

Values by the best support that they have. *explicit*: the words show it. *coded*: a judgement that
rests on a passage. *inferred*: from a passage, with a reason. *outside*: only an outside page.
*records without*: the sources do not state the field there; it never means "no".

${supportTable(dataset)}
## Uncertain, inferred and disputed dates

A criterion with \`match: "possible"\` matches a range that overlaps earliest to latest; \`certain\`
matches a range that holds both, if the date is neither approximate nor uncertain.

${dateTable(dataset)}
## Accounts that differ

All versions are given side by side. The field of the record follows the account of the seed; dates
follow the best evidence.

${accountTable(Object.values(records).flat())}
## Documents with several names

${nameTable("agreement", records.agreement)}
## Spellings and names of people, places and organizations

${nameTable("record", spelled.map(withSpellingsOnly))}
## Documents that may be the same

${likelySameTable(records.agreement)}`;
}
