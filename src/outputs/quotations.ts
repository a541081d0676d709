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
  type ToldClaim,
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

type Place = Pick<QuotationData, "outlet" | "language" | "url" | "link">;

/** Outlet, language, address, and the address that opens at a passage. */
function placeOf(passage: Evidence): Place {
  // own records may name a source that is not in the dataset
  const source = sources.get(passage.source as string);
  if (source === undefined) return { outlet: passage.source, url: "", link: "" };
  const { outlet, language, url } = source;
  return { outlet, language, url, link: passageUrl(passage) };
}

type Occasion = Pick<QuotationData, "occasion" | "date" | "isDateFromElsewhere">;

/** When and where a claim was made, in words. */
function occasionOf({ occasion, date }: Partial<Statement>): Occasion {
  const isKnown = occasion !== undefined && occasion !== "unspecified";
  return {
    ...(isKnown && { occasion: occasion.replaceAll("-", " ") }),
    ...(date !== undefined && { date: toDateText(date) }),
    isDateFromElsewhere: date?.basis === "outside-research",
  };
}

/** When and where all these claims were made; undefined when they do not agree. */
function sharedOccasion(claims: readonly Statement[]): Occasion | undefined {
  const occasions = claims.map(occasionOf);
  const isShared = new Set(occasions.map((occasion) => JSON.stringify(occasion))).size === 1;
  return isShared ? occasions[0] : undefined;
}

function statementQuotation(statement: Statement): Quotation[] {
  // own records may lack fields that the build derives
  const written: Partial<Statement> = statement;
  const { credit = "", gist = "", label = gist, speakers = [], mode, utterance } = written;
  const passages = claimPassages(statement);
  const [first] = passages;
  if (first === undefined) return [];
  const inUtterance = utterance === undefined ? [] : statements.where({ utterance });
  const together = inUtterance.map(({ id }) => id);
  const data = {
    words: claimText(passages),
    verbatim: mode === "direct-quotation",
    speakers: speakers.map(quotedSpeaker),
    credit,
    ...occasionOf(statement),
    ...placeOf(first),
    statements: together.includes(statement.id) ? together : [statement.id, ...together],
  };
  return [withLines(data, { label, isNarration: mode === "agency-narration" })];
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
  const publishedText = published === undefined ? undefined : toDateText(published);
  const said = isVerbatim(passage, claims) ? sharedOccasion(claims) : undefined;
  const printed = {
    ...(publishedText !== undefined && { date: publishedText }),
    isDateFromElsewhere: false,
  };
  return withLines({
    words: said === undefined ? passage.quote.exact : claimText([passage]),
    verbatim: said !== undefined,
    speakers: [...unique.values()],
    credit: [place.outlet, publishedText].filter((part) => part !== undefined).join(", "),
    ...(said ?? printed),
    ...place,
    statements: claims.map(({ id }) => id),
  });
}

/** Whether the words of a passage are a speaker's own, with nothing of the outlet among them. */
function isVerbatim({ quote }: Evidence, claims: readonly Statement[]): boolean {
  const isQuoted = claims.length > 0 && claims.every(({ mode }) => mode === "direct-quotation");
  return isQuoted && !/["“”]/.test(quote.exact);
}

function withLines(data: QuotationData, told?: ToldClaim): Quotation {
  return { ...data, ...toQuotationLines(data, told) };
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
