/** Quotations to paste: whose words they are, how they are known, and lines that say so. */
import { sources } from "../collections/sources.ts";
import { statements } from "../collections/statements.ts";
import { isPlainObject, rejectValue } from "../criteria/input-error.ts";
import { toDateText } from "../dates/date-text.ts";
import { fieldsOfKind } from "../generated/fields.ts";
import type { DatasetRecord, Entry, Evidence, Speaker, Statement } from "../generated/types.ts";
import { claimPassages, claimText } from "./claim-words.ts";
import { passageUrl } from "./passage-url.ts";
import {
  toQuotationLines,
  type QuotationData,
  type QuotationLines,
  type QuotedSpeaker,
} from "./quotation-lines.ts";
import { labelOf, officeText } from "./record-text.ts";

/** A quotation: the words, whose they are, and lines to paste. Plain JSON. */
export interface Quotation extends QuotationData, QuotationLines {}

function quotedSpeaker({ actor, office, basis }: Speaker): QuotedSpeaker {
  return {
    name: labelOf(actor),
    ...(office !== undefined && { office: officeText(office) }),
    basis,
  };
}

/** Outlet, address, and the address that opens at a passage. */
function placeOf(passage: Evidence): Pick<QuotationData, "outlet" | "url" | "link"> {
  // own records may name a source that is not in the dataset
  const source = sources.get(passage.source as string);
  if (source === undefined) return { outlet: passage.source, url: "", link: "" };
  return { outlet: source.outlet, url: source.url, link: passageUrl(passage) };
}

function statementQuotation(statement: Statement): Quotation[] {
  const { id, label, credit, mode, speakers, occasion, date, utterance } = statement;
  const passages = claimPassages(statement);
  const [first] = passages;
  if (first === undefined) return [];
  const together =
    utterance === undefined ? [id] : statements.where({ utterance }).map((other) => other.id);
  return [
    withLines(
      {
        words: claimText(passages),
        verbatim: mode === "direct-quotation",
        speakers: speakers.map(quotedSpeaker),
        credit,
        ...(occasion !== "unspecified" && { occasion: occasion.replace("-", " ") }),
        ...(date !== undefined && { date: toDateText(date) }),
        isDateFromElsewhere: date?.basis === "outside-research",
        ...placeOf(first),
        statements: together,
      },
      label,
    ),
  ];
}

/** The statements whose claims are among the words of a passage. */
function claimsIn({ source, position }: Evidence): Statement[] {
  return statements
    .where({ source })
    .filter((statement) =>
      claimPassages(statement).some(
        (claim) => claim.position.start < position.end && position.start < claim.position.end,
      ),
    );
}

/** A passage that supports another record: words of the outlet, which may tell of claims. */
function passageQuotation(passage: Evidence): Quotation {
  const claims = claimsIn(passage);
  const speakers = claims.flatMap((claim) => claim.speakers.map(quotedSpeaker));
  const unique = new Map(speakers.map((speaker) => [speaker.name, speaker]));
  const place = placeOf(passage);
  const published = sources.get(passage.source as string)?.published;
  const isQuoted = claims.length > 0 && claims.every(({ mode }) => mode === "direct-quotation");
  const verbatim = isQuoted && !/["“”]/.test(passage.quote.exact);
  return withLines({
    words: passage.quote.exact,
    verbatim,
    speakers: [...unique.values()],
    credit: [place.outlet, ...(published === undefined ? [] : [toDateText(published)])].join(", "),
    ...(published !== undefined && { date: toDateText(published) }),
    isDateFromElsewhere: false,
    ...place,
    statements: claims.map(({ id }) => id),
  });
}

/** `label` is that of a statement, which tells its claim. */
function withLines(data: QuotationData, label?: string): Quotation {
  return { ...data, ...toQuotationLines(data, label) };
}

function passageQuotations({ evidence = [] }: Partial<Entry>): Quotation[] {
  const supportsMore = ({ supports }: Evidence) =>
    supports.some((pointer) => !pointer.startsWith("/names/"));
  const passages = new Map(
    evidence
      .filter(supportsMore)
      .map((passage) => [
        `${passage.source}:${passage.position.start}:${passage.quote.exact}`,
        passage,
      ]),
  );
  return [...passages.values()].map(passageQuotation);
}

/**
 * The quotations of a record, as data and as lines to paste in plain text, Markdown and HTML.
 *
 * A statement has one: the words of its claim. Words that stand in quotation marks in the article
 * come in quotation marks, with the speaker outside them. Any other claim is told as reported, with
 * its credit line, and without quotation marks. Any other record has one for each passage that
 * supports it: words of the outlet, in quotation marks, with those whose claims they tell. Sources
 * and topics have none.
 *
 * @throws InputError when it is not a record.
 * @example quotations(statements.get("sia-praise-support-of-russia"))[0]!.text
 */
export function quotations(record: DatasetRecord): Quotation[] {
  if (!isPlainObject(record) || !Object.hasOwn(fieldsOfKind, record.kind))
    rejectValue("quotations", "a record; get one with resolve(id)", record);
  if (record.kind === "source" || record.kind === "topic") return [];
  return record.kind === "statement" ? statementQuotation(record) : passageQuotations(record);
}
