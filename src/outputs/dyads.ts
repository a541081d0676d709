/** Dyads for event coders: who does what to whom, when, and where that is written. */
import { fail } from "../criteria/input-error.ts";
import { agreements } from "../collections/agreements.ts";
import { meetings } from "../collections/meetings.ts";
import { sources } from "../collections/sources.ts";
import { statements } from "../collections/statements.ts";
import { visits } from "../collections/visits.ts";
import type {
  Agreement,
  Entry,
  EventCode,
  EventDate,
  Meeting,
  Occurrence,
  Statement,
  Visit,
} from "../generated/types.ts";
import { actorCode } from "./actor-codes.ts";
import { claimsOf } from "./claim-words.ts";
import { toCsv } from "./csv.ts";
import { passageUrl } from "./passage-url.ts";

/**
 * One act of one actor towards one other. Plain JSON; a text is empty where the dataset states
 * nothing.
 */
export interface Dyad {
  /** Who acts: the id of an actor. */
  readonly source: string;
  /** The source in CAMEO, such as `AZEGOV`. */
  readonly sourceCode: string;
  /** To whom: the id of an actor. */
  readonly target: string;
  /** The target in CAMEO. */
  readonly targetCode: string;
  /** The code of the act in CAMEO. */
  readonly cameo: string;
  /** The class of the act in PLOVER (2.0 draft). */
  readonly plover: string;
  /** How near the code is: `exact`, `close`, `broad` or `none`. */
  readonly relation: EventCode["relation"];
  /** The date in EDTF. */
  readonly date: string;
  /** The earliest day, YYYY-MM-DD. */
  readonly earliest: string;
  /** The latest day, YYYY-MM-DD. */
  readonly latest: string;
  /** How the date is known. */
  readonly dateBasis: string;
  /** The id of the place. */
  readonly place: string;
  /** The kind of record. */
  readonly kind: "statement" | "meeting" | "visit" | "agreement";
  /** The id of the record. */
  readonly record: string;
  /** The act or type: the speech act, format, type of visit or type of document. */
  readonly act: string;
  /**
   * The mode of speech of a statement; whether a meeting or visit took place; the statuses of a
   * document.
   */
  readonly mode: string;
  /** For a relayed claim, the stance of whoever passes it on. */
  readonly stance: string;
  /** The article or page. */
  readonly article: string;
  /** The address of the article, which opens at the words. */
  readonly passage: string;
}

/** The columns of the table, in order. */
const columns = [
  "source",
  "sourceCode",
  "target",
  "targetCode",
  "cameo",
  "plover",
  "relation",
  "date",
  "earliest",
  "latest",
  "dateBasis",
  "place",
  "kind",
  "record",
  "act",
  "mode",
  "stance",
  "article",
  "passage",
] as const satisfies readonly (keyof Dyad)[];

type Pair = readonly [source: string, target: string];
type Fixed = Omit<Dyad, "source" | "sourceCode" | "target" | "targetCode">;

function dateColumns(date: EventDate | undefined) {
  return {
    date: date?.edtf ?? "",
    earliest: date?.earliest ?? "",
    latest: date?.latest ?? "",
    dateBasis: date?.basis ?? "",
  };
}

function codeColumns({ cameo, plover = "", relation }: EventCode) {
  return { cameo, plover, relation };
}

/** The first passage of a record, or the first page that supports it; or of one of its values. */
function placeInSource(record: Entry, pointer?: string): Pick<Dyad, "article" | "passage"> {
  const isWanted = ({ supports }: { readonly supports: readonly string[] }) =>
    pointer === undefined || supports.includes(pointer);
  const passages = record.kind === "statement" ? claimsOf(record) : record.evidence;
  const passage = passages.find(isWanted);
  if (passage !== undefined) return { article: passage.source, passage: passageUrl(passage) };
  const page = record.outside.find(isWanted)?.source;
  return { article: page ?? "", passage: page === undefined ? "" : sources.get(page).url };
}

function toDyads(pairs: readonly Pair[], fixed: Fixed): Dyad[] {
  return pairs.map(([source, target]) => ({
    source,
    sourceCode: actorCode(source),
    target,
    targetCode: actorCode(target),
    ...fixed,
  }));
}

/** Every pair of different actors, in both directions. */
function bothWays(actors: readonly string[]): Pair[] {
  const unique = [...new Set(actors)];
  return unique.flatMap((source) =>
    unique.filter((target) => target !== source).map((target): Pair => [source, target]),
  );
}

/** Each speaker with each target; without targets with each addressee, or with nobody. */
function pairsOfStatement({ speakers, targets, addressees }: Statement): Pair[] {
  const others = targets.length > 0 ? targets : addressees;
  const to: readonly string[] = others.length > 0 ? others : [""];
  return speakers.flatMap(({ actor }) => to.map((target): Pair => [actor, target]));
}

function dyadsOfStatement(statement: Statement): Dyad[] {
  const { id, kind, speechAct, mode, date, place = "", eventCode, relayedBy } = statement;
  return toDyads(pairsOfStatement(statement), {
    ...codeColumns(eventCode),
    ...dateColumns(date),
    place,
    kind,
    record: id,
    act: speechAct,
    mode,
    stance: relayedBy.map(({ stance }) => stance).join("|"),
    ...placeInSource(statement),
  });
}

/** Who did not come, and who says so, is told by accounts: a row would take a side. */
const withoutDyad: ReadonlySet<Occurrence> = new Set(["declined", "postponed", "cancelled"]);

function dyadsOfMeeting(meeting: Meeting): Dyad[] {
  if (withoutDyad.has(meeting.occurrence)) return [];
  const { id, kind, format, occurrence, date, place, eventCode, sides, visitors } = meeting;
  const fixed = {
    ...dateColumns(date),
    place: place?.place ?? "",
    kind,
    record: id,
    act: format,
    mode: occurrence,
    stance: "",
    ...placeInSource(meeting),
  };
  return bothWays(sides).flatMap((pair) => {
    // only the host receives; for the guest CAMEO has the code of a visit
    const isGuest = eventCode.cameo === "043" && (visitors as string[]).includes(pair[0]);
    const code = { ...codeColumns(eventCode), ...(isGuest && { cameo: "042" }) };
    return toDyads([pair], { ...code, ...fixed });
  });
}

function dyadsOfVisit(visit: Visit): Dyad[] {
  const { id, kind, type, occurrence, date, places, eventCode, travellers, host } = visit;
  if (withoutDyad.has(occurrence)) return [];
  const fixed = {
    ...dateColumns(date),
    place: places[0] ?? "",
    kind,
    record: id,
    act: type,
    mode: occurrence,
    stance: "",
    ...placeInSource(visit),
  };
  const visiting = travellers.map((traveller): Pair => [traveller, host]);
  const hosting = travellers.map((traveller): Pair => [host, traveller]);
  const isHeld = occurrence === "held" || occurrence === "under-way";
  return [
    ...toDyads(visiting, { ...codeColumns(eventCode), ...fixed }),
    // CAMEO has a code of its own for the host of a visit that takes place
    ...(isHeld ? toDyads(hosting, { ...codeColumns(eventCode), cameo: "043", ...fixed }) : []),
  ];
}

/** Who stands to whom in a document: proposers to addressees, or all that made it to each other. */
function pairsOfAgreement({ parties }: Agreement): Pair[] {
  const withRole = (...wanted: string[]) =>
    parties.filter(({ role }) => wanted.includes(role)).map(({ actor }) => actor);
  const proposed = withRole("proposer").flatMap((source) =>
    withRole("addressee").map((target): Pair => [source, target]),
  );
  return [...proposed, ...bothWays(withRole("signatory", "party"))];
}

function dyadsOfAgreement(agreement: Agreement): Dyad[] {
  const { id, kind, type, statuses, date, place, eventCode } = agreement;
  const signed = statuses.findIndex(({ value }) => value === "signed");
  // a set of documents is told by its members
  if (eventCode === undefined || type === "collective") return [];
  return toDyads(pairsOfAgreement(agreement), {
    ...codeColumns(eventCode),
    ...dateColumns(date),
    place: place?.place ?? "",
    kind,
    record: id,
    act: type,
    mode: [...new Set(statuses.map(({ value }) => value))].join("|"),
    stance: "",
    ...placeInSource(agreement, `/statuses/${signed === -1 ? 0 : signed}`),
  });
}

/**
 * All acts of one actor towards another, as event coders count them: one row for each speaker and
 * target of a claim, for each ordered pair of the sides of a meeting or the parties of a document,
 * and for each traveller and host. The outlets' own narration, meetings and visits that were
 * declined, postponed or cancelled, and sets of documents are not in it.
 *
 * A claim without target or addressee has an empty target. A row says what the source says; it does
 * not say that it is so.
 *
 * @throws InputError when it is given criteria.
 * @see https://github.com/openeventdata/PLOVER
 * @example dyads().filter(({ target }) => target === "armenia").length
 */
export function dyads(...given: never[]): Dyad[] {
  // callers without types may expect to select with criteria
  if (given.length > 0) fail("dyads: takes no criteria; filter the rows that it returns");
  return [
    ...[...statements].flatMap(dyadsOfStatement),
    ...[...meetings].flatMap(dyadsOfMeeting),
    ...[...visits].flatMap(dyadsOfVisit),
    ...[...agreements].flatMap(dyadsOfAgreement),
  ];
}

/**
 * The same as CSV (RFC 4180), the column names first.
 *
 * @throws InputError when it is given rows.
 * @example dyadsToCsv().split("\r\n")[0]
 */
export function dyadsToCsv(...given: never[]): string {
  if (given.length > 0) fail("dyadsToCsv: takes no rows; it writes all of dyads()");
  return toCsv([columns, ...dyads().map((row) => columns.map((name) => row[name]))]);
}
