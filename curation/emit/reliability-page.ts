/** How far the records can be trusted: the figures as data, as a page, and in one line. */
import type { Dataset } from "../dataset.ts";
import type {
  AnswerFigures,
  CodeChangeFigures,
  CodebookTest,
  CodeFigures,
  Estimate,
  FoundFigures,
  ReconstructionFigures,
  Reliability,
  SlipFigures,
} from "../trust-figures.ts";
import { toTable } from "./markdown.ts";

function percent(value: number): string {
  return `${(100 * value).toFixed(0)} %`;
}

/** "98 % (97 to 98)". */
function share({ value, low, high }: Estimate): string {
  return `${percent(value)} (${(100 * low).toFixed(0)} to ${(100 * high).toFixed(0)})`;
}

/** "0.87 (0.79 to 0.93)". */
function coefficient(estimate: Estimate | null): string {
  if (estimate === null) return "–";
  const [value, low, high] = [estimate.value, estimate.low, estimate.high].map((n) => n.toFixed(2));
  return `${value!} (${low!} to ${high!})`;
}

function overall<Figures extends { readonly source: string }>(all: readonly Figures[]): Figures {
  return all.find(({ source }) => source === "all")!;
}

/** What the README says of trust, in one line. */
export function reliabilityLine({ passages, reading, reconstruction }: Reliability): string {
  const { all } = passages;
  const alphaOf = (name: string) => {
    const found = reading.codes.find(
      ({ variable, source }) => variable === name && source === "all",
    );
    return found?.alpha?.value.toFixed(2) ?? "–";
  };
  const settled = percent((all.yes + all.no) / all.pairs);
  return [
    "A reader who saw only the words and the codebook confirmed",
    percent(all.confirmed?.value ?? 0),
    `of the values that these words settle (${settled} of all); an independent reading found`,
    percent(overall(reading.claims).recall.value),
    `of the claims and agrees on speakers (alpha ${alphaOf("speakers")}), mode`,
    `(${alphaOf("mode")}), speech act (${alphaOf("speechAct")}) and topics`,
    `(${alphaOf("topics")}), and least on the entities that a claim is about`,
    `(${alphaOf("about")}); the records alone give back`,
    `${percent(overall(reconstruction).recall.value)} of the articles.`,
  ].join(" ");
}

function answersTable(head: string, figures: readonly AnswerFigures[]): string {
  return toTable(
    [head, "pairs", "yes", "no", "unclear", "confirmed, of yes and no"],
    figures.map(({ of, pairs, yes, no, unclear, confirmed }) => [
      of,
      String(pairs),
      String(yes),
      String(no),
      String(unclear),
      confirmed === null ? "–" : share(confirmed),
    ]),
  );
}

function foundTable(figures: readonly FoundFigures[]): string {
  return toTable(
    ["article", "records", "reader", "both", "of the records", "of the reader's"],
    figures.map(({ source, records, reader, both, recall, precision }) => [
      source,
      String(records),
      String(reader),
      String(both),
      share(recall),
      share(precision),
    ]),
  );
}

function codesTable(figures: readonly CodeFigures[]): string {
  return toTable(
    ["code", "measure", "claims", "the very same", "Krippendorff's alpha"],
    figures.map(({ variable, measure, claims, same, alpha }) => [
      variable,
      measure,
      String(claims),
      share(same),
      coefficient(alpha),
    ]),
  );
}

/** One row a code, one column an article. */
function codesBySource(figures: readonly CodeFigures[]): string {
  const sources = [...new Set(figures.map(({ source }) => source))].filter((one) => one !== "all");
  const variables = [...new Set(figures.map(({ variable }) => variable))];
  const cell = (variable: string, source: string) => {
    const found = figures.find((one) => one.variable === variable && one.source === source)!;
    const alpha = found.alpha === null ? "–" : found.alpha.value.toFixed(2);
    return found.claims === 0 ? "–" : `${alpha}; ${percent(found.same.value)}`;
  };
  return toTable(
    ["code", ...sources],
    variables.map((variable) => [variable, ...sources.map((source) => cell(variable, source))]),
  );
}

function reconstructionTable(figures: readonly ReconstructionFigures[]): string {
  return toTable(
    ["article", "units", "held", "recall", "rebuilt sentences", "in the article", "precision"],
    figures.map(({ source, units, held, recall, sentences, inArticle, precision }) => [
      source,
      String(units),
      String(held),
      share(recall),
      String(sentences),
      String(inArticle),
      share(precision),
    ]),
  );
}

function plantedTable(kinds: Reliability["passages"]["planted"]["byKind"]): string {
  return toTable(
    ["what was planted", "pairs", "seen through"],
    kinds.map(({ kind, pairs, found }) => [kind, String(pairs), String(found)]),
  );
}

function slipsTable(slips: readonly SlipFigures[]): string {
  return toTable(
    ["what the value rests on", "slip", "made", "not noticed"],
    slips.map(({ ground, slip, made, survived }) => [ground, slip, String(made), String(survived)]),
  );
}

function codeTable(figures: readonly CodeChangeFigures[]): string {
  return toTable(
    ["code", "changes noticed", "not noticed", "score"],
    figures.map(({ group, noticed, survived, score }) => [
      group,
      String(noticed),
      String(survived),
      `${score.toFixed(1)} %`,
    ]),
  );
}

function codebookTable(tests: readonly CodebookTest[]): string {
  return toTable(
    ["test", "asked", "right", "share"],
    tests.map(({ test, asked, right, share: right_ }) => [
      test,
      String(asked),
      String(right),
      share(right_),
    ]),
  );
}

const introductionOf = (name: string) => `\
<!-- Written by \`npm run compile\` from readings/; do not edit. -->

# Reliability

How far the records can be trusted, as far as this was measured. Every figure is computed again from
what readers handed in (\`readings/\`) by \`npm run reliability\`, and ships as data
(\`${name}/reliability.json\`). Intervals are of 95 %.

**Who read.** Language models read, under the instructions that are kept beside their answers. No
person did. A reader never saw more than the instructions allow: not the records, not another
reader's answers. Models of one kind may share their errors, so that people might agree less.

**What is not counted.** The figures compare with the records as they were when the readers read
them. What was changed because of it afterwards is not counted.
`;

const aboutPassages = `
## Does the passage say it?

A reader judged every pair of words and what a record says on their strength: the words of a claim
and its gist, and the passages of each stated or coded value. The reader saw that pair and the
codebook's definition, and nothing else. "Unclear" means that these words alone do not settle it.
Names and listed items are left out, because the build finds them letter for letter. False pairs
were planted among them.

`;

const aboutUnclear = `
Most of the unclear pairs were on the meeting and the occasion, which the words of a claim seldom
tell. These rest on words of their own now (\`setting\`).

`;

function passagesSection({ passages }: Reliability): string {
  const { planted, settled } = passages;
  return [
    aboutPassages,
    answersTable("judged", [{ ...passages.all, of: "all" }]),
    "\n",
    plantedTable(planted.byKind),
    `\nThe reader saw through ${planted.found} of ${planted.pairs} false pairs. Of the pairs that `,
    `got a "no", ${settled.changed} led to a\nchange of the records or the codebook, and `,
    `${settled.kept} did not; each has its reason in\n\`readings/passages/settled.json\`. The `,
    "changed values were judged again:\n\n",
    answersTable("judged", [{ ...passages.afterChanges, of: "after changes" }]),
    aboutUnclear,
    answersTable("article", passages.bySource),
    "\n",
    answersTable("field", passages.byField),
  ].join("");
}

const aboutReading = `
## How well do two readings agree?

A reader read the five articles anew under the settled codebook, with invented examples only
([instructions](../readings/third/instructions.md)). Claims are paired by the overlap of their
words: at least a quarter of their joint extent.

`;

const aboutMeasures = `
\`nominal\` counts codes that are the same or not. \`MASI\` (Passonneau 2006) is for sets: it counts
how far two sets overlap. By article, alpha and the share of the very same codes:

`;

const aboutAbout = `
\`about\` is the least stable code: which entities a claim is about, beyond those that it names, is
left to the coder. Each statement says which of its codes the reader has too (\`confirmed\`), so
that one can filter by it.

Relations between claims of one article:

`;

function readingSection({ reading }: Reliability): string {
  return [
    aboutReading,
    foundTable(reading.claims),
    "\nFor the claims that both found:\n\n",
    codesTable(reading.codes.filter(({ source }) => source === "all")),
    aboutMeasures,
    codesBySource(reading.codes),
    aboutAbout,
    foundTable(reading.relations),
  ].join("");
}

const aboutCodebook = `
## Do the instructions work?

Four tests of the instructions that need no labels (Halterman and Keith 2025, *Codebook LLMs*,
Political Analysis): a reader gives only terms of the codebook; finds the term of a definition;
finds the term of the codebook's own example; and gives the same codes when the terms stand in
another order.

`;

const aboutReconstruction = `
## What do the records leave out?

One reader rebuilt each article from its records alone, without their passages. Another one, who saw
the article and what was rebuilt, counted the units of content that came back, and the rebuilt
sentences that are not in the article.

`;

const aboutLosses = `
Most of what is lost are verbs of saying ("emphasized" for "said") and words such as "of course".
Most of what is not in the articles are days and places that the records have from other pages.
`;

const aboutSlips = `
## Does the build notice slips?

Each value of each record was changed as by a slip, one at a time (\`npm run mutate:data\`). What
the build did not notice is listed, with the reason, in \`readings/mutation/survivors.json\`. It
cannot judge a coded value, and a passage that is a word shorter still stands in its text.

`;

const aboutCode = `
## Do the tests notice changed code?

StrykerJS changed the code in one place at a time (\`npm run mutate:code\`), and the unit tests ran.
A change that stops the program counts as noticed. The changes that no test noticed are in
\`readings/mutation/code-survivors.json\`, each with its reason. Tests that were added because of
them are not counted yet. Constants that are made once for all tests were not changed.

`;

/** The page of figures. */
export function emitReliabilityPage({ about, reliability }: Dataset): string | undefined {
  if (reliability === undefined) return undefined;
  const { codebook, reconstruction, slips, code } = reliability;
  return [
    introductionOf(about.name),
    passagesSection(reliability),
    readingSection(reliability),
    aboutCodebook,
    codebookTable(codebook),
    aboutReconstruction,
    reconstructionTable(reconstruction),
    aboutLosses,
    aboutSlips,
    slipsTable(slips),
    aboutCode,
    codeTable(code),
  ].join("");
}

/** The figures as data, with the version of the dataset. */
export function emitReliability({ version, reliability }: Dataset): string | undefined {
  return reliability && `${JSON.stringify({ version, ...reliability })}\n`;
}
