/**
 * Files in; problems, or everything that is derived from them, out. It writes nothing:
 * kit/compile-dataset.ts does, and only when there is no problem.
 */
import { compareText, sortDay } from "../src/dates/date-order.ts";
import { kinds } from "../src/schema/field.ts";
import type { Dataset, RecordsByKind } from "./dataset.ts";
import { checkHistory } from "./derive/check-history.ts";
import { checkDuplicates } from "./derive/check-duplicates.ts";
import { checkOutcomes } from "./derive/check-outcomes.ts";
import { deriveConfirmed, readAligned } from "./derive/derive-confirmed.ts";
import { checkRelations } from "./derive/check-relations.ts";
import { checkRelays } from "./derive/check-relays.ts";
import { checkStatuses } from "./derive/check-statuses.ts";
import { checkUtterances } from "./derive/check-utterances.ts";
import { derive, parsePublished } from "./derive/derive.ts";
import { deriveExamples } from "./derive/derive-examples.ts";
import { deriveReadouts } from "./derive/derive-readouts.ts";
import {
  isProvable,
  type Draft,
  type Drafts,
  type Published,
  type PublishedRecord,
} from "./draft.ts";
import { emitOutputs } from "./emit/all-outputs.ts";
import { illustrate } from "./emit/illustrate.ts";
import { findAccountWords } from "./locate/account-words.ts";
import { collectNames } from "./locate/names.ts";
import type { SeedText } from "./locate/seed-text.ts";
import { problem, sortProblems, startOf, type Files, type Problem } from "./problem.ts";
import { readReliability } from "./trust-figures.ts";
import { measureCoverage } from "./prove/coverage.ts";
import { prove } from "./prove/prove.ts";
import { noProof, type Proof, type ProofContext } from "./prove/support.ts";
import { readPinnedTexts, seedFiles } from "./read/pinned-texts.ts";
import { datasetFile, type DatasetNotation } from "./validate/dataset-notation.ts";
import { checkWording } from "./validate/check-wording.ts";
import { checkAccounts } from "./validate/check-accounts.ts";
import { expand, type FieldValues } from "./validate/expand.ts";
import { loadedWordFinder } from "./validate/loaded-words.ts";
import { readRecords, type ReadData } from "./validate/read-records.ts";

/** The dataset and its outputs by path; with problems there is neither. */
export type Compiled =
  | { readonly problems: readonly Problem[] }
  | {
      readonly problems: readonly [];
      readonly dataset: Dataset;
      readonly outputs: ReadonlyMap<string, string>;
    };

/** Which version is compiled. */
export interface Release {
  readonly version: string;
  /** The day of its release; null for a version that is not released. */
  readonly released?: string | null;
  /** The release that added each id that was released before. */
  readonly since?: Readonly<Record<string, string>>;
}

/** Builds the records one by one; statements come after their meetings. */
class RecordBuilder {
  readonly proofs = new Map<string, Proof>();
  readonly records = new Map<string, PublishedRecord>();
  readonly #meetings = new Map<string, Published["meeting"]>();
  readonly #context: ProofContext;

  constructor(context: ProofContext) {
    this.#context = context;
  }

  build(draft: Draft, since: string): void {
    const { drafts, names, problems } = this.#context;
    const expanded = expand(draft, names.get(draft.id) ?? []);
    const context = this.#context;
    const values: FieldValues = { ...expanded }; // read by the names of fields
    const proof = isProvable(draft) ? prove(draft, values, context) : noProof;
    checkAccounts(draft, drafts, problems);
    const derived = { draft, proof, drafts, meetings: this.#meetings, problems };
    const record = derive(expanded, derived, since);
    this.proofs.set(draft.id, proof);
    this.records.set(draft.id, record);
    if (record.kind === "meeting") this.#meetings.set(record.id, record);
  }
}

/** By earliest day, undated last; then by source and position in the text; then by id. */
function inOrder(
  records: readonly PublishedRecord[],
  proofs: ReadonlyMap<string, Proof>,
  sources: readonly string[],
): PublishedRecord[] {
  const dateOf = (record: PublishedRecord) => {
    if (record.kind === "source") return record.published;
    return "date" in record ? record.date : undefined;
  };
  const firstPassageOf = (record: PublishedRecord) => {
    const first = proofs.get(record.id)?.first;
    return first === undefined
      ? { source: Infinity, start: 0, end: 0 }
      : { ...first, source: sources.indexOf(first.source) };
  };
  const compare = (a: PublishedRecord, b: PublishedRecord): number => {
    const [first, second] = [firstPassageOf(a), firstPassageOf(b)];
    const bySource = first.source === second.source ? 0 : first.source - second.source;
    return (
      compareText(sortDay(dateOf(a)), sortDay(dateOf(b))) ||
      bySource ||
      first.start - second.start ||
      first.end - second.end ||
      compareText(a.id, b.id)
    );
  };
  return [...records].sort(compare);
}

function groupByKind(records: readonly PublishedRecord[]): RecordsByKind {
  const grouped = kinds.map((kind) => [kind, records.filter((record) => record.kind === kind)]);
  // each list holds the records of its kind, which the compiler cannot follow
  return Object.fromEntries(grouped) as RecordsByKind;
}

/** What the checks find out; the records are not yet in order, and nothing is written from them. */
interface Checked extends ReadData {
  readonly about: DatasetNotation;
  readonly texts: ReadonlyMap<string, SeedText>;
  readonly builder: RecordBuilder;
  readonly coverage: Dataset["coverage"];
}

/** Whether the text of a seed could not be read. */
function lacksText(drafts: Drafts, texts: ReadonlyMap<string, SeedText>): boolean {
  return [...drafts.values()].some(
    (draft) => draft.kind === "source" && draft.notation.role === "seed" && !texts.has(draft.id),
  );
}

/** The steps in order, up to the first that needs what an earlier one did not find. */
function check(files: Files, release: Release, problems: Problem[]): Checked | undefined {
  const { version, since = {} } = release;
  const data = readRecords(files, problems);
  const { drafts, withdrawn, history, description, isIncomplete } = data;
  if (drafts.size === 0 && problems.length === 0)
    problems.push(problem(startOf("data"), [], "holds no record; check the folder"));
  else if (!files.has(datasetFile))
    problems.push(problem(startOf(datasetFile), [], "is missing; name the dataset in it"));
  // what the other steps would report of the rest follows from the file that is missing
  if (isIncomplete || drafts.size === 0) return undefined;
  const texts = readPinnedTexts(files, drafts, problems);
  const hasAllTexts = texts.size === seedFiles(files).length;
  // without a text every quote from it would be reported
  if (lacksText(drafts, texts)) return undefined;
  const names = collectNames(drafts, texts, hasAllTexts, problems);
  const accountWords = findAccountWords(drafts, texts, problems);
  const builder = new RecordBuilder({ drafts, texts, names, accountWords, problems });
  for (const kind of kinds)
    for (const draft of drafts.values())
      if (draft.kind === kind) builder.build(draft, since[draft.id] ?? version);
  const findLoadedWord = loadedWordFinder(data.loadedWords);
  for (const draft of drafts.values()) checkWording(draft, findLoadedWord, problems);
  checkTogether(builder, drafts, problems);
  const known = { records: builder.records, withdrawn: withdrawn.map(({ id }) => id) };
  checkHistory(history, known, problems);
  const coverage = measureCoverage(files, texts, builder.proofs.values(), accountWords, problems);
  if (description === undefined) return undefined;
  const about = description.notation;
  return { ...data, about, texts, builder, coverage };
}

/** What concerns several records. */
function checkTogether({ records }: RecordBuilder, drafts: Drafts, problems: Problem[]): void {
  checkUtterances(records.values(), drafts, problems);
  checkRelations(records, drafts, problems);
  checkRelays(records, drafts, problems);
  checkDuplicates(records.values(), drafts, problems);
  checkStatuses(records, drafts, problems);
  checkOutcomes(records, drafts, problems);
}

/** All problems of files, sorted by place. It is `compile` without the outputs. */
export function findProblems(files: Files, release: Release): Problem[] {
  const problems: Problem[] = [];
  check(files, release, problems);
  return sortProblems(problems);
}

/** The dataset and its outputs. They need sound input and wait until there is no problem. */
export function compile(files: Files, release: Release): Compiled {
  const problems: Problem[] = [];
  const checked = check(files, release, problems);
  const aligned = readAligned(files, problems);
  const reliability = readReliability(files, problems);
  if (checked === undefined || problems.length > 0) return { problems: sortProblems(problems) };
  const { drafts, withdrawn, history, about, examples, loadedWords } = checked;
  const { texts, builder, coverage } = checked;
  const { version, released = null } = release;
  const { proofs } = builder;
  const withReadouts = deriveReadouts([...builder.records.values()], drafts);
  const records = deriveConfirmed(withReadouts, aligned);
  for (const record of records) parsePublished(record.kind, record);
  const sources = records.filter(({ kind }) => kind === "source").map(({ id }) => id);
  const ordered = groupByKind(inOrder(records, proofs, sources));
  const shown = deriveExamples(examples, records);
  const dataset = {
    ...{ version, released, about, records: ordered, withdrawn, texts, proofs, coverage },
    ...{ examples: shown, loadedWords, model: illustrate(shown) },
    corrections: history.corrections.items,
    reviews: history.reviews.items,
    ...(reliability !== undefined && { reliability }),
  };
  return { problems: [], dataset, outputs: emitOutputs(dataset) };
}
