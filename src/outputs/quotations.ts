/** Quotations to paste: whose words they are, how they are known, and lines that say so. */
import type { Collections } from "../collections/all-collections.ts";
import {
  readSet,
  type CollectionSet,
  type RecordIn,
  type RecordSet,
  type SetOptions,
} from "../collections/collection-set.ts";
import { toDateText } from "../dates/date-text.ts";
import type { Entry, Evidence, Source, Speaker, Statement } from "../generated/types.ts";
import { claimsOf, claimText } from "./claim-words.ts";
import { urlOfPassage } from "./passage-url.ts";
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

/** A record of which own ones may lack any field. */
type Own<Entry> = { readonly [Field in keyof Entry]?: Entry[Field] | undefined };

function toQuotedSpeaker({ actor, office, basis }: Speaker, set: RecordSet): QuotedSpeaker {
  return {
    name: labelOf(actor, set),
    ...(office !== undefined && { office: officeText(office, set) }),
    basis,
  };
}

type Place = Pick<QuotationData, "outlet" | "language" | "url" | "link">;

/** Outlet, language, address, and the address that opens at a passage. */
function placeOf(passage: Evidence, set: RecordSet): Place {
  // own records may name a source that is not in the collections
  const source = set.get("source", passage.source);
  if (source === undefined) return { outlet: passage.source, url: "", link: "" };
  const { outlet = passage.source, language, url = "" } = source as Own<Source>;
  return {
    outlet,
    ...(language !== undefined && { language }),
    url,
    link: urlOfPassage(passage, set) ?? "",
  };
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

function statementQuotation(statement: Statement, set: RecordSet): Quotation[] {
  // own records may lack fields that the build derives
  const { id, speakers } = statement;
  const written = statement as Own<Statement>;
  const { credit = "", gist = "", label = gist, mode, utterance } = written;
  const passages = claimsOf(statement);
  const [first] = passages;
  if (first === undefined) return [];
  const all = set.ofKind("statement");
  const inUtterance = utterance === undefined ? [] : all.where({ utterance });
  const together = inUtterance.map(({ id }) => id);
  const data = {
    words: claimText(passages),
    verbatim: mode === "direct-quotation",
    speakers: speakers.map((speaker) => toQuotedSpeaker(speaker, set)),
    credit,
    ...occasionOf(statement),
    ...placeOf(first, set),
    statements: together.includes(id) ? together : [id, ...together],
  };
  return [withLines(data, { label, isNarration: mode === "agency-narration" })];
}

/** The statements whose claims are among the words of a passage. */
function claimsIn({ source, position }: Evidence, set: RecordSet): Statement[] {
  return set
    .completeOf("statement")
    .filter((statement) =>
      claimsOf(statement).some(
        (claim) =>
          claim.source === source &&
          claim.position.start < position.end &&
          position.start < claim.position.end,
      ),
    );
}

/** A passage that supports another record: words of the outlet, which may tell of claims. */
function passageQuotation(passage: Evidence, set: RecordSet): Quotation {
  const claims = claimsIn(passage, set);
  const speakers = claims.flatMap((claim) =>
    claim.speakers.map((speaker) => toQuotedSpeaker(speaker, set)),
  );
  const unique = new Map(speakers.map((speaker) => [speaker.name, speaker]));
  const place = placeOf(passage, set);
  const published = set.get("source", passage.source)?.published;
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

function passageQuotations({ evidence }: Entry, set: RecordSet): Quotation[] {
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
  return [...passages.values()].map((passage) => passageQuotation(passage, set));
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
 * @throws InputError when the collections have no record with the id of this one.
 * @example quotations(statements.get("sia-praise-support-of-russia"))[0]?.text
 */
export function quotations<Set extends CollectionSet = Collections>(
  record: RecordIn<Set>,
  options: SetOptions<Set> = {},
): Quotation[] {
  const set = readSet(options, "quotations");
  const { complete } = set.recordLike(record, "quotations");
  if (complete.kind === "source" || complete.kind === "topic") return [];
  return complete.kind === "statement"
    ? statementQuotation(complete, set)
    : passageQuotations(complete, set);
}
