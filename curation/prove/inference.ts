/**
 * An inference names what it infers. A stated value that no passage shows rests on a reason, or on
 * what a page says; the words, the reason or the finding must name it, so that a slip in the value
 * is noticed.
 */
import {
  countryOf,
  fitsTarget,
  isProvable,
  type DateNotation,
  type Drafts,
  type ProofNotation,
} from "../draft.ts";
import { pointsOf } from "../locate/written-dates.ts";
import { numberInWords } from "../locate/written-numbers.ts";
import type { FieldDescription } from "../../src/schema/describe.ts";
import { isMapping } from "../validate/check-notation.ts";
import { wordsOfTerm } from "./shown-words.ts";
import type { ProofContext } from "./support.ts";

/** Records of these kinds have labels of ours; the words of an article seldom hold them. */
export const labelledByUs: ReadonlySet<string> = new Set([
  "visit",
  "meeting",
  "event",
  "agreement",
]);

/** Places that stand for their state: a capital for its government. */
function placesOf(country: string, drafts: Drafts): string[] {
  return [...drafts.values()].flatMap((draft) =>
    draft.kind === "place" && draft.id !== country && countryOf(draft.id, drafts) === country
      ? [draft.id]
      : [],
  );
}

/** The names of a record and its label. */
function namesOf(id: string, { drafts, names }: ProofContext): string[] {
  const label = (drafts.get(id)?.notation as { label?: string } | undefined)?.label;
  return [
    ...(names.get(id) ?? []).map(({ text }) => text),
    ...(label === undefined ? [] : [label]),
  ];
}

function escapeRegExp(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The states other than one, in the words that name them. */
function otherStates(country: string | undefined, context: ProofContext): string[] {
  return [...context.drafts.values()]
    .filter((draft) => draft.id !== country && fitsTarget(draft, "country"))
    .flatMap(({ id }) => namesOf(id, context));
}

/**
 * The words that a person is known by beside the name: "the President" of a state, and not that of
 * another one.
 */
function officeWords(context: ProofContext, id: string): RegExp | undefined {
  const draft = context.drafts.get(id);
  if (draft?.kind !== "person") return undefined;
  const titles = draft.notation.offices?.map(({ title }) => title.split(" ")[0]!) ?? [];
  if (titles.length === 0) return undefined;
  const others = otherStates(draft.notation.country, context).map(escapeRegExp);
  const ofAnother = others.length === 0 ? "" : `(?! of (?:the )?(?:${others.join("|")}))`;
  // a prime minister or a deputy has another office than a minister
  const form = `(?<!\\p{L})(?<!prime |deputy )(?:${titles.join("|")})s?${ofAnother}`;
  return new RegExp(form, "iu");
}

/** Whether a text holds words as whole words, in capitals or not. */
function holds(text: string, words: string): boolean {
  const form = escapeRegExp(words);
  return new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, "iu").test(text);
}

type QuoteText = NonNullable<ProofNotation["quote"]>;

/** The spans of a quote. */
function spansOf(quote: QuoteText | undefined): string[] {
  if (quote === undefined) return [];
  const spans = Array.isArray(quote) ? quote : [quote];
  return spans.map((span) => (typeof span === "string" ? span : span.exact));
}

/** The pages that a curator gives for a record. */
function pagesOf({ evidence = [], accounts = [] }: ProofNotation): (string | undefined)[] {
  return [...evidence, ...accounts].map(({ page }) => page);
}

/** The words that a curator quotes for a record. */
function quotesOf({ quote, evidence = [], accounts = [] }: ProofNotation): string[] {
  return [quote, ...[...evidence, ...accounts].map((item) => item.quote)].flatMap(spansOf);
}

/** Whether a record that has a label of ours rests on the same words or pages itself. */
function isToldThere(
  id: string,
  { passages, pages }: Pick<Resting, "passages" | "pages">,
  { drafts }: ProofContext,
): boolean {
  const draft = drafts.get(id);
  if (draft === undefined || !isProvable(draft) || !labelledByUs.has(draft.kind)) return false;
  const cited = pagesOf(draft.notation);
  const quoted = quotesOf(draft.notation);
  const isQuoted = (passage: string) =>
    quoted.some((words) => words.includes(passage) || passage.includes(words));
  return pages.some((page) => cited.includes(page)) || passages.some(isQuoted);
}

function namesRecord(
  id: string,
  resting: Pick<Resting, "text" | "passages" | "pages">,
  context: ProofContext,
): boolean {
  const draft = context.drafts.get(id);
  // a reference to an unknown record is reported as such, and an article gives its own account
  if (draft === undefined || draft.kind === "source") return true;
  const isNamed = (one: string) => namesOf(one, context).some((name) => holds(resting.text, name));
  const standingFor = fitsTarget(draft, "country") ? placesOf(id, context.drafts) : [];
  if ([id, ...standingFor].some(isNamed)) return true;
  const country = countryOf(id, context.drafts);
  const hasOffice = officeWords(context, id)?.test(resting.text) === true;
  if (hasOffice && country !== undefined && isNamed(country)) return true;
  return isToldThere(id, resting, context);
}

const monthNames = [
  "january|jan|januari|января",
  "february|feb|februari|февраля",
  "march|mar|maart|марта",
  "april|apr|апреля",
  "may|mei|мая",
  "june|jun|juni|июня",
  "july|jul|juli|июля",
  "august|aug|augustus|августа",
  "september|sept|sep|сентября",
  "october|oct|oktober|октября",
  "november|nov|ноября",
  "december|dec|декабря",
];

/** The seasons, which EDTF writes in the place of a month: 21 to 24. */
const seasonNames = ["spring", "summer", "autumn|fall", "winter"];

/** Whether a text gives a month or a season: in words or as a number. */
function givesMonth(text: string, month: string): boolean {
  const number = Number(month);
  const names = (number > 20 ? seasonNames[number - 21] : monthNames[number - 1])!;
  return new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})|[-/.]${month}(?!\\d)`, "iu").test(text);
}

/** Whether a text gives a day of a month: "6 October", "October 6th", "06.10", "10-06". */
function givesDay(text: string, month: string, day: string): boolean {
  const name = `(?:${monthNames[Number(month) - 1]!})\\.?`;
  const number = `0?${Number(day)}(?:st|nd|rd|th)?`;
  const forms = [
    `(?<!\\d)${number} (?:of )?${name}(?!\\p{L})`,
    `(?<!\\p{L})${name} ${number}(?!\\d)`,
    `(?<!\\d)${day}[./]${month}(?!\\d)`,
    `-${month}-${day}(?!\\d)`,
    // "9 or 10 November", "9/10 November", "on the 28th"
    `(?<!\\d)${number}(?:/| or | and | to )\\d{1,2} ${name}(?!\\p{L})`,
    `(?<!\\d)${number}(?<=st|nd|rd|th)(?!\\p{L})`,
  ];
  return forms.some((form) => new RegExp(form, "iu").test(text));
}

/** Whether a text gives a day, month or year; the year may be known from elsewhere. */
function givesPoint(text: string, point: string, years: string): boolean {
  const [year, month, day] = point.replace(/[~?%]/g, "").split("-");
  if (!holds(`${text} ${years}`, year!)) return false;
  if (day !== undefined) return givesDay(text, month!, day);
  return month === undefined || givesMonth(`${text} ${years}`, month);
}

/** A value, and what it rests on. */
export interface Resting {
  readonly field: FieldDescription;
  readonly value: unknown;
  /** The words, reasons and findings. */
  readonly text: string;
  /** The words of the article. */
  readonly passages: readonly string[];
  /** The pages. */
  readonly pages: readonly string[];
  /** What is known about the pages: their labels, titles and days. */
  readonly aboutPages: string;
}

function missingDay(edtf: string, text: string, years: string): string | undefined {
  return pointsOf(edtf).find((point) => !givesPoint(text, point, years));
}

/** The day of a date that nothing gives: of the field date, of a status, or of an account. */
export function missingDate({ field, value, text, aboutPages }: Resting): string | undefined {
  if (!isMapping(value)) return undefined;
  const given = `${text} ${String(value.reason ?? "")}`;
  const dateOf = ({ edtf, asWritten = "", reason = "" }: DateNotation) =>
    missingDay(edtf, `${given} ${asWritten} ${reason}`, aboutPages);
  if (field.name === "statuses" && isMapping(value.asOf))
    return dateOf(value.asOf as unknown as DateNotation);
  if (field.name === "accounts" && value.field === "date")
    return missingDay(String(value.value), given, aboutPages);
  return undefined;
}

/** A number that its words do not give, whatever they rest on. */
export function wrongNumber({ field, value }: Resting): string | undefined {
  if (field.name !== "quantities" || !isMapping(value)) return undefined;
  const written = numberInWords(String(value.asWritten));
  return written === value.value ? undefined : String(value.value);
}

/** What an inference should name and does not; undefined when it does. */
export function missingName(resting: Resting, context: ProofContext): string | undefined {
  const { field, value, text, aboutPages } = resting;
  if (field.name === "date") {
    const { edtf, asWritten = "", reason = "" } = value as DateNotation;
    return missingDay(edtf, `${text} ${asWritten} ${reason}`, aboutPages);
  }
  if (field.name === "accounts") return missingInAccount(resting, context);
  const id = isMapping(value) ? value[field.key ?? "id"] : value;
  if (typeof id !== "string" || !context.drafts.has(id)) return undefined;
  return namesRecord(id, resting, context) ? undefined : id;
}

/** Whoever gives an account, or the record that it gives as the value, when nothing names it. */
function missingInAccount(resting: Resting, context: ProofContext): string | undefined {
  const { value, text, aboutPages } = resting;
  const { by, value: given } = value as Readonly<Record<string, unknown>>;
  // the title of a page may tell whose account it gives, but not of which person it speaks
  const withPages = { ...resting, text: `${text} ${aboutPages}` };
  const isMissing = (id: unknown, isGiver: boolean): id is string => {
    const kind = context.drafts.get(String(id))?.kind;
    if (kind === undefined) return false;
    const rests = isGiver && kind !== "person" ? withPages : resting;
    return !namesRecord(String(id), rests, context);
  };
  if (isMissing(by, true)) return by;
  return isMissing(given, false) ? given : undefined;
}

/** What the words, reasons and findings do not hold of a status: its term, or the page it is of. */
export function missingTerm(resting: Resting, { drafts }: ProofContext): string | undefined {
  const { field, value, text, pages } = resting;
  if (field.name !== "statuses" || !isMapping(value)) return undefined;
  const by = String(value.by);
  const isPage = drafts.get(by)?.kind === "source" && pages.length > 0;
  if (isPage && !pages.includes(by)) return by;
  const term = String(value.value);
  const beginnings = wordsOfTerm(field.shape, term) ?? [];
  const isShown = beginnings.some((word) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "iu").test(text),
  );
  return isShown ? undefined : term;
}
