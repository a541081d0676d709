/**
 * What follows from the rest of a statement: its credit line and label, its speakers, the quotation
 * that holds it, and what it has from its meeting.
 */
import { markedStretches } from "../locate/quotation-marks.ts";
import type { Proof } from "../prove/support.ts";
import { deriveCredit } from "./derive-credit.ts";
import { deriveDate } from "./derive-date.ts";
import { expandDate } from "../validate/expand.ts";
import { countryOf, type Published, type SpeakerNotation } from "../draft.ts";
import type { Expanded } from "../validate/expand.ts";
import { report, type DeriveContext } from "./derive-context.ts";
import { deriveOfficeAndSide } from "./derive-office.ts";

type Statement = Published["statement"];
type Basis = Statement["speakers"][number]["basis"];

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
): Statement["speakers"][number] {
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
        (isPerson ? "anaphoric or office" : "inferred-side"),
    );
  // without a basis there is a problem, and the record is not published
  return { actor, ...officeAndSide, basis: basis ?? "named" };
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
  "label" | "credit" | "utterance" | "speakers" | "sides" | "date" | "place" | "country"
> {
  const meeting =
    statement.meeting === undefined ? undefined : context.meetings.get(statement.meeting);
  const speakers = statement.speakers.map((speaker, i) =>
    deriveSpeaker(context, speaker, i, meeting),
  );
  const said = {
    ...fromMeeting(meeting, context),
    ...(statement.mode === "agency-narration" && publicationDate(statement.source, context)),
  };
  const isAttributed = context.proof.evidence.some(({ role }) => role === "attribution");
  const credit = deriveCredit({ ...statement, ...said, speakers, isAttributed }, context.drafts);
  const utterance = statement.mode === "direct-quotation" && utteranceOf(context.proof);
  return {
    label: `${credit}: ${statement.gist}`,
    credit,
    ...(typeof utterance === "string" && { utterance }),
    speakers,
    sides: [...new Set(speakers.flatMap(({ side }) => side ?? []))],
    ...said,
  };
}
