/**
 * What follows from the rest of a statement: its credit line and label, its speakers, the quotation
 * that holds it, and what it has from its meeting.
 */
import { markedStretches } from "../locate/quotation-marks.ts";
import type { Proof } from "../prove/support.ts";
import { deriveCredit } from "./derive-credit.ts";
import { deriveDate } from "./derive-date.ts";
import { codeOfStatement } from "./derive-event-code.ts";
import { expandDate } from "../validate/expand.ts";
import { countryOf, type Published, type SpeakerNotation } from "../draft.ts";
import type { Expanded } from "../validate/expand.ts";
import { report, type DeriveContext } from "./derive-context.ts";
import { deriveOfficeAndSide } from "./derive-office.ts";

type Statement = Published["statement"];
type Speaker = Statement["speakers"][number];
type Basis = Speaker["basis"];

/** How a speaker is known, when the curator does not say it; undefined when the curator must. */
function basisOfEvidence(
  { proof, drafts }: DeriveContext,
  actor: string,
  i: number,
): Basis | undefined {
  const support = proof.supports.get(`/speakers/${i}`);
  if (!support?.ways.has("explicit")) return undefined;
  if (drafts.get(actor)?.kind !== "person") return "state-metonymy";
  return support.form === "office" ? "office" : "named";
}

function deriveSpeaker(
  context: DeriveContext,
  { actor, basis: chosen, ...notation }: SpeakerNotation,
  i: number,
  meeting: Published["meeting"] | undefined,
): Speaker {
  const path = ["speakers", i];
  const officeAndSide = deriveOfficeAndSide(context, actor, notation, meeting?.date, path);
  const basis = chosen ?? basisOfEvidence(context, actor, i);
  const isPerson = context.drafts.get(actor)?.kind === "person";
  // without any support there is a problem already
  if (basis === undefined && context.proof.supports.has(`/speakers/${i}`))
    report(
      context,
      path,
      `the attribution does not name ${actor}; write { actor: ${actor}, basis: … } with ` +
        (isPerson ? "anaphoric, office or other-page" : "inferred-side"),
    );
  // without a basis there is a problem, and the record is not published
  return { actor, ...officeAndSide, basis: basis ?? "named", certainty: certaintyOf(context, i) };
}

/** How certain it is who speaks: the best of the ways in which it is supported. */
function certaintyOf({ proof }: DeriveContext, i: number): Speaker["certainty"] {
  const ways = proof.supports.get(`/speakers/${i}`)?.ways;
  if (ways?.has("explicit")) return "explicit";
  return ways?.has("inferred") ? "inferred" : "outside";
}

/** Date, place and country of the meeting at which it was said. */
function fromMeeting(
  meeting: Published["meeting"] | undefined,
  { drafts }: DeriveContext,
): Pick<Statement, "date" | "place" | "country"> {
  const place = meeting?.place?.place;
  const country = place === undefined ? undefined : countryOf(place, drafts);
  return {
    ...(meeting?.date !== undefined && { date: meeting.date }),
    ...(place !== undefined && { place }),
    ...(country !== undefined && { country }),
  };
}

/** The outlet's own narration is dated by its publication. */
function publicationDate(source: string, context: DeriveContext): Pick<Statement, "date"> {
  const draft = context.drafts.get(source);
  const published = draft?.kind === "source" ? draft.notation.published : undefined;
  return published === undefined
    ? {}
    : { date: deriveDate(context, expandDate(published), ["source"]) };
}

/** When a relayed claim was passed on, as the meeting gives it at which that was. */
function passedOnWhen(
  { relayedBy }: Expanded<"statement">,
  context: DeriveContext,
): Statement["date"] {
  const [first] = relayedBy.flatMap((relay) => {
    const draft = context.drafts.get(relay.in);
    const meeting = draft?.kind === "statement" ? draft.notation.meeting : undefined;
    return (meeting === undefined ? undefined : context.meetings.get(meeting)?.date) ?? [];
  });
  return first;
}

/** A relayed claim was made before it was passed on, or on the day itself. */
function relayedDate(
  statement: Expanded<"statement">,
  context: DeriveContext,
): Pick<Statement, "date"> {
  const said = passedOnWhen(statement, context);
  const day = said?.latest ?? undefined;
  const basis = said?.basis === "outside-research" ? said.basis : "inferred-from-content";
  const reason = "the claim was made before it was passed on, or on the same day";
  return day === undefined
    ? {}
    : {
        date: deriveDate(context, { edtf: `../${day}`, basis, reason }, ["relayedBy"]),
      };
}

function accordingToOf(source: string, { drafts }: DeriveContext): Pick<Statement, "accordingTo"> {
  const draft = drafts.get(source);
  const written = draft?.kind === "source" ? draft.notation.accordingTo : undefined;
  if (written === undefined) return {};
  const { basis, actor } = written;
  return { accordingTo: { basis, ...(actor !== undefined && { actor }) } };
}

/** The quotation of the article that holds the claim: the article and its number there. */
function utteranceOf({ claim }: Proof): string | undefined {
  if (claim === undefined) return undefined;
  const stretch = markedStretches(claim.text.text).find(
    ({ start, end }) => start <= claim.start && claim.start < end,
  );
  return stretch && `${claim.text.id}/${stretch.quotation}`;
}

export function deriveStatement(
  statement: Expanded<"statement">,
  context: DeriveContext,
): Pick<
  Statement,
  | "label"
  | "credit"
  | "utterance"
  | "accordingTo"
  | "speakers"
  | "sides"
  | "date"
  | "place"
  | "country"
  | "eventCode"
  | "confirmed"
> {
  const meeting =
    statement.meeting === undefined ? undefined : context.meetings.get(statement.meeting);
  const speakers = statement.speakers.map((speaker, i) =>
    deriveSpeaker(context, speaker, i, meeting),
  );
  const said = {
    ...fromMeeting(meeting, context),
    ...(statement.mode === "agency-narration" && publicationDate(statement.source, context)),
    ...relayedDate(statement, context),
  };
  const isAttributed = context.proof.evidence.some(({ role }) => role === "attribution");
  const passedOn = passedOnWhen(statement, context);
  const isPassedOnLater = passedOn !== undefined && passedOn.earliest !== passedOn.latest;
  const credit = deriveCredit(
    { ...statement, ...said, speakers, isAttributed, isPassedOnLater },
    context.drafts,
  );
  const utterance = statement.mode === "direct-quotation" && utteranceOf(context.proof);
  return {
    label: `${credit}: ${statement.gist}`,
    credit,
    ...(typeof utterance === "string" && { utterance }),
    ...accordingToOf(statement.source, context),
    eventCode: codeOfStatement(statement),
    // filled in when all records are there
    confirmed: [],
    speakers,
    sides: [...new Set(speakers.flatMap(({ side }) => side ?? []))],
    ...said,
  };
}
