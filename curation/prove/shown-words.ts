/**
 * The rule of ground, value by value: whether the words of a passage show a stated value, and which
 * words.
 */
import { fieldsOf, type FieldDescription, type Shape } from "../../src/schema/describe.ts";
import type { Kind } from "../../src/schema/field.ts";
import type { DateNotation } from "../draft.ts";
import type { Passage } from "../locate/find-quote.ts";
import { findNamedWords, namesUsableIn } from "../locate/names.ts";
import { occurrences } from "../locate/seed-text.ts";
import {
  compareWithPoint,
  findWrittenDates,
  pointsOf,
  type WrittenDate,
} from "../locate/written-dates.ts";
import { numberInWords } from "../locate/written-numbers.ts";
import { isMapping } from "../validate/check-notation.ts";
import type { ProofContext, ShownWords } from "./support.ts";

/** Words that show a value, or why none do. */
export type Shown = ShownWords | { readonly fault: string };

type Members = Readonly<Record<string, unknown>>;

/** A value whose support is looked for. */
export interface StatedValue {
  readonly kind: Kind;
  readonly field: FieldDescription;
  readonly value: unknown;
}

function findWords({ exact }: Passage, words: string): ShownWords | undefined {
  const start = occurrences(exact, words)[0];
  return start === undefined ? undefined : { start, end: start + words.length };
}

/** Words that are in the passage by definition: nothing more is required. */
function wholePassage({ exact }: Passage): ShownWords {
  return { start: 0, end: exact.length };
}

/** The kinds whose fields say who takes part; there a title shows its holder only. */
const eventKinds: ReadonlySet<Kind> = new Set([
  "visit",
  "meeting",
  "event",
  "statement",
  "agreement",
]);

/** Words that name a record. */
function showName(
  id: string,
  passage: Passage,
  { drafts, names }: ProofContext,
  kind?: Kind,
): Shown {
  // a reference to an unknown record is reported as such, and it has no names to look for
  if (!drafts.has(id)) return wholePassage(passage);
  const source = passage.text.id;
  const own = names.get(id) ?? [];
  const isPerson = drafts.get(id)?.kind === "person";
  const skipsTitles = kind !== undefined && eventKinds.has(kind) && !isPerson;
  const words = findNamedWords(passage.exact, source, own, skipsTitles);
  if (words !== undefined) return words;
  const usable = new Set(namesUsableIn(source, own).map(({ text }) => `"${text}"`));
  if (usable.size === 0) return { fault: `${id} has no name in ${source}` };
  const list = ` (${[...usable].join(", ")})`;
  const title = skipsTitles ? " outside the title of a person" : "";
  return { fault: `it holds no name of ${id}${list}${title}` };
}

/** The date that words give instead, when it is only one. */
function describeOther([date, ...others]: readonly WrittenDate[]): string {
  return date === undefined || others.length > 0
    ? ""
    : ` and gives "${date.text}"; correct the date if that is meant`;
}

/** Words that give the whole of a day, month or year. */
function showDate({ edtf, asWritten }: DateNotation, passage: Passage): Shown {
  const written = asWritten === undefined ? undefined : findWords(passage, asWritten);
  if (asWritten !== undefined && written === undefined)
    return { fault: `it does not hold "${asWritten}"` };
  const dates = findWrittenDates(passage.exact);
  const gives = (date: WrittenDate, part: "whole" | "part") =>
    pointsOf(edtf).some((point) => compareWithPoint(date, point) === part);
  const whole = dates.find(
    (date) => (asWritten === undefined || asWritten.includes(date.text)) && gives(date, "whole"),
  );
  if (whole !== undefined) return written ?? { start: whole.start, end: whole.end };
  const partly = dates.find((date) => gives(date, "part"));
  return {
    fault: partly
      ? `"${partly.text}" does not give the whole of ${edtf}`
      : `it holds no words for ${edtf}${describeOther(dates)}`,
  };
}

/** Words that give a number; digits in them must be that number. */
function showQuantity(
  { asWritten, value }: { readonly asWritten: string; readonly value: number },
  passage: Passage,
): Shown {
  const written = numberInWords(asWritten);
  if (written === undefined)
    return {
      fault: `"${asWritten}" gives no number; a number that the words do not give is no quantity`,
    };
  if (written !== value) return { fault: `"${asWritten}" says ${written}, not ${value}` };
  return findWords(passage, asWritten) ?? { fault: `it does not hold "${asWritten}"` };
}

/** The beginnings of words that show a term, when the field has a vocabulary with such words. */
export function wordsOfTerm(shape: Shape, term: string): readonly string[] | undefined {
  if (shape.type === "list") return wordsOfTerm(shape.of, term);
  if (shape.type === "object") {
    const value = shape.members.find(({ name }) => name === "value");
    return value && wordsOfTerm(value.shape, term);
  }
  return shape.type === "term" ? shape.definitions[term]?.words : undefined;
}

/** Whoever asserts something: a record that the words name, or the source itself. */
function showAsserter(by: string, passage: Passage, context: ProofContext): Shown {
  if (context.drafts.get(by)?.kind !== "source") return showName(by, passage, context);
  return by === passage.text.id ? { start: 0, end: 0 } : { fault: `it is not in ${by}` };
}

/** A status or account: words for its term, and words for whoever asserts it. */
function showAssertion(
  term: string,
  by: string,
  shape: Shape | undefined,
  passage: Passage,
  context: ProofContext,
): Shown {
  const beginnings = shape && wordsOfTerm(shape, term);
  const said = beginnings
    ?.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "iu").exec(passage.exact))
    .find((match) => match !== null);
  if (beginnings !== undefined && !said) {
    const list = beginnings.map((word) => `${word}…`).join(", ");
    return { fault: `it holds no word for "${term}" (${list})` };
  }
  const asserter = showAsserter(by, passage, context);
  if ("fault" in asserter) return asserter;
  if (said) return { start: said.index, end: said.index + said[0].length };
  return asserter.end > 0 ? asserter : wholePassage(passage);
}

/** The words of a passage that show a stated value, or why none do. */
export function showValue(
  { kind, field, value }: StatedValue,
  passage: Passage,
  context: ProofContext,
): Shown {
  // the shapes of these values were checked with the notation
  if (field.name === "date") return showDate(value as DateNotation, passage);
  if (field.name === "quantities")
    return showQuantity(value as { asWritten: string; value: number }, passage);
  if (field.name === "items") {
    const item = String(value);
    return findWords(passage, item) ?? { fault: `it does not hold "${item}"` };
  }
  const members: Members = isMapping(value) ? value : {};
  if (field.name === "statuses")
    return showAssertion(String(members.value), String(members.by), field.shape, passage, context);
  if (field.name === "accounts") {
    const about = fieldsOf(kind).get(String(members.field));
    return showAssertion(String(members.value), String(members.by), about?.shape, passage, context);
  }
  const id = field.key === undefined ? value : members[field.key];
  return showName(String(id), passage, context, kind);
}
