/** A record as an assistant gets it: attributed, with its words, its source and its citation. */
import { sources } from "../collections/sources.ts";
import { toDateText } from "../dates/date-text.ts";
import type { Account, Agreement, DatasetRecord, EventDate, Kind } from "../generated/types.ts";
import { cite } from "../outputs/cite-record.ts";
import { outletText } from "../outputs/outlet-text.ts";
import { speakerText } from "../outputs/quotation-lines.ts";
import { quotations, type Quotation } from "../outputs/quotations.ts";
import { fieldValues, hasEvidence, labelOf } from "../outputs/record-text.ts";
import { toValueLine } from "../outputs/value-line.ts";
import { evidenceOf } from "../questions/evidence-of.ts";

/** The words that a record rests on, and whose they are. */
export interface ToldWords {
  /** Whose words they are, in one line. */
  readonly from: string;
  /** The words as the article has them. `[…]` marks words that are cut. */
  readonly words: string;
  /** true: the speaker's own, in quotation marks in the article; false: the outlet's. */
  readonly verbatim: boolean;
  /** The names of those whose claims the words tell. */
  readonly speakers: readonly string[];
  readonly outlet: string;
  /** The address of the article, which opens at the words. */
  readonly link: string;
}

/** A record, attributed. It never has the claim of a statement without its speaker. */
export interface ToldRecord {
  readonly id: string;
  readonly kind: Kind;
  /** For a statement who says it, when and in which outlet, and then the claim. */
  readonly label: string;
  /** When it was and how far it got, with accounts that differ; empty for other kinds. */
  readonly state: readonly string[];
  readonly quotations: readonly ToldWords[];
  /** How many more quotations the record has. */
  readonly moreQuotations: number;
  readonly citation: string;
}

/** The outlet of a quotation, and whom it cites. */
function outletOf({ outlet, url }: Quotation): string {
  const [source] = [...sources].filter((one) => one.url === url);
  return source === undefined ? outlet : outletText(source);
}

/** The speakers, each with how it is known where no name says it. */
function namesOf({ speakers }: Quotation): string[] {
  return [...new Set(speakers.map(({ name, basis }) => speakerText({ name, basis })))];
}

/** Whose words they are. Words that tell of no claim, or of the outlet's own, are the outlet's. */
function whose(quotation: Quotation, isNarration: boolean): string {
  const outlet = outletOf(quotation);
  const names = namesOf(quotation).join("; ") || "a speaker who is not named";
  if (quotation.verbatim) return `${names}, as quoted by ${outlet}`;
  const isOwn = isNarration || quotation.statements.length === 0;
  return isOwn ? `words of ${outlet}` : `words of ${outlet}, which report a claim of ${names}`;
}

function toldWords(quotation: Quotation, isNarration: boolean): ToldWords {
  const { words, verbatim, outlet, link } = quotation;
  const from = whose(quotation, isNarration);
  return { from, words, verbatim, speakers: namesOf(quotation), outlet, link };
}

/** What a record says in one line: the definition of a topic, the address of a source. */
function labelText(record: DatasetRecord): string {
  if (record.kind === "topic") return `${record.label}: ${record.definition}`;
  return record.kind === "source" ? `${record.label}, ${record.url}` : record.label;
}

/** An account that differs from others, with who gives it. */
function accountLine({ field, value, by, outside, reason }: Account): string {
  const why = reason === undefined ? "" : ` (${reason})`;
  const page = outside === undefined ? "" : `, outside page: ${labelOf(outside)}`;
  return `accounts differ on ${field}: ${value}, by ${labelOf(by)}${page}${why}`;
}

/** What some kinds have: a date, and how far it got. */
interface Datable {
  readonly date?: EventDate;
  readonly occurrence?: string;
  readonly statuses?: Agreement["statuses"];
}

/** The date and how it is known; whether it was held, planned or declined; who disagrees. */
function stateOf(record: DatasetRecord): string[] {
  if (!hasEvidence(record)) return [];
  // the label of a statement tells its date, unless it was made before somebody passed it on
  if (record.kind === "statement" && record.relayedBy.length === 0) return [];
  const { date, occurrence, statuses } = record as Datable;
  return [
    ...(date === undefined ? [] : [`date: ${toDateText(date)} (${date.basis})`]),
    ...(occurrence === undefined ? [] : [`occurrence: ${occurrence}`]),
    ...(statuses ?? []).map((status) => `status: ${toValueLine(status)}`),
    ...record.accounts.map(accountLine),
  ];
}

/** A record with so many of its quotations. */
export function tellRecord(record: DatasetRecord, most: number): ToldRecord {
  const all = quotations(record);
  const isNarration = record.kind === "statement" && record.mode === "agency-narration";
  return {
    id: record.id,
    kind: record.kind,
    label: labelText(record),
    state: stateOf(record),
    quotations: all.slice(0, most).map((one) => toldWords(one, isNarration)),
    moreQuotations: Math.max(0, all.length - most),
    citation: cite(record).apa,
  };
}

/** A told record as lines. */
export function toldLines(told: ToldRecord): string[] {
  const { id, kind, label, state, quotations: quoted, moreQuotations, citation } = told;
  return [
    `${kind} ${id}`,
    `  ${label}`,
    ...state.map((line) => `  ${line}`),
    ...quoted.map(({ from, words, link }) => `  “${words}” — ${from}, ${link}`),
    ...(moreQuotations > 0 ? [`  ${moreQuotations} more quotations: get ${id}`] : []),
    `  Cite: ${citation}`,
  ];
}

/** How one value of a record is supported. */
function supportText(record: DatasetRecord, pointer: string): string {
  if (!hasEvidence(record)) return "";
  const ways = evidenceOf(record, pointer as `/${string}`).map(({ certainty, reason }) =>
    certainty === "inferred" || certainty === "outside"
      ? `${certainty}: ${reason ?? "no reason given"}`
      : certainty,
  );
  return ways.length === 0 ? "" : ` {${[...new Set(ways)].join("; ")}}`;
}

/** The fields of a record in words, each with what it rests on in braces. */
export function detailLines(record: DatasetRecord): string[] {
  return fieldValues(record).map(
    ({ name, pointer, value }) => `${name}: ${toValueLine(value)}${supportText(record, pointer)}`,
  );
}
