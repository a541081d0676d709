/**
 * Corrections and reviews name what exists, and a record has the value that its last correction
 * gave it.
 */
import { model } from "../../src/schema/describe.ts";
import { didYouMean } from "../../src/text/did-you-mean.ts";
import type { PublishedRecord } from "../draft.ts";
import { problem, type Path, type Problem } from "../problem.ts";
import type { CorrectionRecord } from "../validate/notation.ts";
import type { History } from "../validate/read-records.ts";

/** What corrections and reviews may name. */
interface Known {
  readonly records: ReadonlyMap<string, PublishedRecord>;
  /** The ids of withdrawn records. */
  readonly withdrawn: readonly string[];
}

/** All texts in a value, as texts: ids, terms, words and numbers. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsIn);
  return value === undefined || value === null ? [] : [String(value)];
}

/** Whether a later correction of the same field gave a value, or took it away. */
function changesLater(
  later: readonly CorrectionRecord[],
  { record, field }: CorrectionRecord,
  change: Pick<CorrectionRecord, "old" | "new">,
): boolean {
  return later.some(
    (one) =>
      one.record === record &&
      one.field === field &&
      (change.old === undefined || one.old === change.old) &&
      (change.new === undefined || one.new === change.new),
  );
}

/** What is wrong with the values of a correction, by the record as it is. */
function faultsOfValues(
  correction: CorrectionRecord,
  later: readonly CorrectionRecord[],
  record: PublishedRecord,
): [field: string, message: string][] {
  const { field, old, new: given } = correction;
  const texts = textsIn((record as unknown as Record<string, unknown>)[field]);
  const has = (value: string) =>
    field === "gist" ? texts.some((text) => text.includes(value)) : texts.includes(value);
  const faults: [string, string][] = [];
  if (field === "gist" && given !== undefined && texts.includes(given))
    faults.push(["new", "is the whole claim, without its speaker; give the words that changed"]);
  if (given !== undefined && !has(given))
    if (!changesLater(later, correction, { old: given }))
      faults.push([
        "new",
        `${field} of ${record.id} does not have "${given}"; correct one of them`,
      ]);
  if (old !== undefined && has(old) && !changesLater(later, correction, { new: old }))
    faults.push(["old", `${field} of ${record.id} still has "${old}"; correct one of them`]);
  return faults;
}

/** What is wrong with a correction by itself. */
function faultsOfCorrection(
  { record: id, field, old, new: given }: CorrectionRecord,
  { records, withdrawn }: Known,
): [field: string, message: string][] {
  if (old === undefined && given === undefined)
    return [["old", "gives neither the old value nor the new one; give one of them, or both"]];
  if (old === given) return [["new", "is the same as the old value; give the two that differ"]];
  const record = records.get(id);
  if (record === undefined)
    return withdrawn.includes(id)
      ? []
      : [["record", `no record "${id}"${didYouMean(id, records.keys())}`]];
  const fields = model.find(({ kind }) => kind === record.kind)!.fields.map(({ name }) => name);
  if (fields.includes(field)) return [];
  const message = `"${field}" is not a field of this ${record.kind}${didYouMean(field, fields)}`;
  return [["field", message]];
}

function checkCorrections({ items, spot }: History["corrections"], known: Known): Problem[] {
  return items.flatMap((correction, i) => {
    const record = known.records.get(correction.record);
    const own = faultsOfCorrection(correction, known);
    const faults =
      own.length > 0 || record === undefined
        ? own
        : faultsOfValues(correction, items.slice(i + 1), record);
    return faults.map(([field, message]) => {
      const path: Path = [i, field];
      return problem(spot(path), path, message);
    });
  });
}

function checkReviews(
  { items, spot }: History["reviews"],
  { records, withdrawn }: Known,
): Problem[] {
  return items.flatMap((review, i) =>
    (review.records ?? []).flatMap((id, j) => {
      if (records.has(id) || withdrawn.includes(id)) return [];
      const path: Path = [i, "records", j];
      return [problem(spot(path), path, `no record "${id}"${didYouMean(id, records.keys())}`)];
    }),
  );
}

/** The problems of corrections and reviews. */
export function checkHistory(history: History, known: Known, problems: Problem[]): void {
  problems.push(...checkCorrections(history.corrections, known));
  problems.push(...checkReviews(history.reviews, known));
}
