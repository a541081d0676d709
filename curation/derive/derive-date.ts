/** Dates with their bounds and the basis on which they are known. */
import type { z } from "zod";
import { bounds } from "../../src/dates/edtf.ts";
import { DateBasis, type EventDate } from "../../src/schema/event-date.ts";
import type { DateNotation, WrittenDate } from "../draft.ts";
import { compareWithPoint, findWrittenDates, pointsOf } from "../locate/written-dates.ts";
import type { Path } from "../problem.ts";
import { expandDate } from "../validate/expand.ts";
import { hasProblemAt, report, type DeriveContext } from "./derive-context.ts";

/** The ways in which a date can be known, for a message. */
const bases = DateBasis.options.join(" | ");

type PublishedDate = z.infer<typeof EventDate>;

/** The basis that follows from the evidence: words that give the date, or an outside page. */
function basisOfEvidence(
  { proof }: DeriveContext,
  pointer: string | undefined,
): PublishedDate["basis"] | undefined {
  const ways = pointer === undefined ? undefined : proof.supports.get(pointer)?.ways;
  if (ways?.has("explicit")) return "stated";
  return ways?.has("outside") ? "outside-research" : undefined;
}

/** The words of a date may leave parts of it open, but do not give another one. */
function checkWrittenDate(context: DeriveContext, edtf: string, words: string, path: Path): void {
  const points = pointsOf(edtf);
  const other = findWrittenDates(words).find((written) =>
    points.every((point) => compareWithPoint(written, point) === "other"),
  );
  if (other !== undefined)
    report(context, path, `"${other.text}" is not ${edtf}; correct the date or its words`);
}

/**
 * A published date. Its basis, when the curator gives none, is that of its evidence.
 *
 * @param pointer - Where the date is in the record, when it has evidence of its own.
 */
export function deriveDate(
  context: DeriveContext,
  date: DateNotation,
  path: Path,
  pointer?: string,
): PublishedDate {
  const { edtf, reason } = date;
  const basis = date.basis ?? basisOfEvidence(context, pointer);
  // a date that nothing supports is reported as such
  const isSupported = pointer === undefined || context.proof.supports.has(pointer);
  if (basis === undefined && isSupported && !hasProblemAt(context, path))
    report(context, path, `write how it is known (basis: ${bases})`);
  const shownWords = pointer === undefined ? undefined : context.proof.supports.get(pointer)?.words;
  const asWritten = date.asWritten ?? shownWords;
  // a reason says why the date is not the written one
  if (date.asWritten !== undefined && reason === undefined)
    checkWrittenDate(context, edtf, date.asWritten, path);
  return {
    edtf,
    ...bounds(edtf),
    // without a basis there is a problem, and the record is not published
    basis: basis ?? "stated",
    ...(asWritten !== undefined && { asWritten }),
    ...(reason !== undefined && { reason }),
  };
}

/** A date that is a part of a value and has no evidence of its own. */
export function deriveInnerDate(
  context: DeriveContext,
  date: WrittenDate | undefined,
  path: Path,
): PublishedDate | undefined {
  return date === undefined ? undefined : deriveDate(context, expandDate(date), path);
}
