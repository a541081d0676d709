/** Quotations to copy. */
import { sources } from "../collections/sources.ts";
import { isPlainObject, rejectValue } from "../criteria/input-error.ts";
import { fieldsOfKind } from "../generated/fields.ts";
import type { DatasetRecord, Entry, Evidence, Statement } from "../generated/types.ts";
import { describeArticle } from "./cite-record.ts";

/** Whether a passage holds words of the claim itself: the mode of speech rests on it. */
export function isClaimPassage({ supports, certainty }: Evidence): boolean {
  return supports.includes("/mode") && certainty !== "inferred";
}

/**
 * The words of a claim in the order of the text, as one quotation; words that are left out become
 * […].
 */
function claimQuotation({ evidence, source }: Statement): string {
  const passages = evidence
    .filter(isClaimPassage)
    .sort((a, b) => a.position.start - b.position.start);
  const words = passages.map(({ quote, position }, i) => {
    const before = passages[i - 1];
    if (before === undefined) return quote.exact;
    const isNext = position.start <= before.position.end + 1;
    return `${isNext ? " " : " […] "}${quote.exact}`;
  });
  return `“${words.join("")}” (${describeArticle(sources.get(source))})`;
}

/**
 * Each passage that supports a field of a record; the names of a record support only that it is
 * called so.
 */
function passageQuotations({ evidence }: Entry): string[] {
  return evidence
    .filter(({ supports }) => supports.some((pointer) => !pointer.startsWith("/names/")))
    .map(({ quote, source }) => `“${quote.exact}” (${describeArticle(sources.get(source))})`);
}

/**
 * Quotations to copy: the words, who published them, and when. For a statement, the words of its
 * claim as one quotation, in the order of the text, with […] for words that are left out. For any
 * other record, each passage that supports it. Sources and topics have none.
 *
 * @throws InputError when it is not a record.
 */
export function quotations(record: DatasetRecord): string[] {
  if (!isPlainObject(record) || !Object.hasOwn(fieldsOfKind, record.kind))
    rejectValue("quotations", "a record; get one with resolve(id)", record);
  if (record.kind === "source" || record.kind === "topic") return [];
  return record.kind === "statement" ? [claimQuotation(record)] : passageQuotations(record);
}
