/**
 * Files in; problems, or everything that is derived from them, out. It writes nothing:
 * tools/compile-project.ts does, and only when there is no problem.
 */
import { compareText, sortDay } from "../src/dates/date-order.ts";
import { kinds } from "../src/schema/field.ts";
import type { Dataset, RecordsByKind } from "./dataset.ts";
import { checkRelations } from "./derive/check-relations.ts";
import { checkRelays } from "./derive/check-relays.ts";
import { checkUtterances } from "./derive/check-utterances.ts";
import { derive, parsePublished } from "./derive/derive.ts";
import { deriveReadouts } from "./derive/derive-readouts.ts";
import { isProvable, type Draft, type Published, type PublishedRecord } from "./draft.ts";
import { emitOutputs } from "./emit/all-outputs.ts";
import { findAccountWords } from "./locate/account-words.ts";
import { collectNames } from "./locate/names.ts";
import { problem, sortProblems, startOf, type Files, type Problem } from "./problem.ts";
import { measureCoverage } from "./prove/coverage.ts";
import { prove } from "./prove/prove.ts";
import { noProof, type Proof, type ProofContext } from "./prove/support.ts";
import { readPinnedTexts, seedFiles } from "./read/pinned-texts.ts";
import { checkWording } from "./validate/check-wording.ts";
import { checkAccounts } from "./validate/check-accounts.ts";
import { expand, type FieldValues } from "./validate/expand.ts";
import { readRecords } from "./validate/read-records.ts";

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
    checkWording(draft, problems);
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

/**
 * The steps in order. Each reports what it finds wrong; the last ones need sound input and wait
 * until there is no problem.
 */
export function compile(files: Files, { version, released = null, since = {} }: Release): Compiled {
  const problems: Problem[] = [];
  const { drafts, withdrawn, isIncomplete } = readRecords(files, problems);
  if (drafts.size === 0 && problems.length === 0)
    problems.push(problem(startOf("data"), [], "holds no record; check the folder"));
  // what the other steps would report of the rest follows from the file that is missing
  if (isIncomplete || drafts.size === 0) return { problems: sortProblems(problems) };
  const texts = readPinnedTexts(files, drafts, problems);
  const hasAllTexts = texts.size === seedFiles(files).length;
  const names = collectNames(drafts, texts, hasAllTexts, problems);
  const accountWords = findAccountWords(drafts, texts, problems);
  const builder = new RecordBuilder({ drafts, texts, names, accountWords, problems });
  for (const kind of kinds)
    for (const draft of drafts.values())
      if (draft.kind === kind) builder.build(draft, since[draft.id] ?? version);
  const { proofs } = builder;
  checkUtterances(builder.records.values(), drafts, problems);
  checkRelations(builder.records, drafts, problems);
  checkRelays(builder.records, drafts, problems);
  const coverage = measureCoverage(files, texts, proofs.values(), problems);
  if (problems.length > 0) return { problems: sortProblems(problems) };

  const records = deriveReadouts([...builder.records.values()], drafts);
  for (const record of records) parsePublished(record.kind, record);
  const sources = records.filter(({ kind }) => kind === "source").map(({ id }) => id);
  const ordered = groupByKind(inOrder(records, proofs, sources));
  const dataset = { version, released, records: ordered, withdrawn, texts, proofs, coverage };
  return { problems: [], dataset, outputs: emitOutputs(dataset) };
}
