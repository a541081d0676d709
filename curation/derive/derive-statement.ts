/**
 * What follows from the rest of a statement: its label, its speakers, and what it has from its
 * meeting.
 */
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
  mode: Statement["mode"],
): Basis | undefined {
  if (drafts.get(actor)?.kind !== "person")
    // a report that names nobody names no state either
    return mode === "unattributed-report" ? "anaphoric" : "state-metonymy";
  const support = proof.supports.get(`/speakers/${i}`);
  if (!support?.ways.has("explicit")) return undefined;
  return support.form === "office" ? "office" : "named";
}

function deriveSpeaker(
  context: DeriveContext,
  { actor, basis: chosen, ...notation }: SpeakerNotation,
  i: number,
  statement: Expanded<"statement">,
  meeting: Published["meeting"] | undefined,
): Statement["speakers"][number] {
  const path = ["speakers", i];
  const officeAndSide = deriveOfficeAndSide(context, actor, notation, meeting?.date, path);
  const basis = chosen ?? basisOfEvidence(context, actor, i, statement.mode);
  // without any support there is a problem already
  if (basis === undefined && context.proof.supports.has(`/speakers/${i}`))
    report(
      context,
      path,
      `the quote does not name ${actor}; write { actor: ${actor}, basis: anaphoric } or ` +
        "basis: office",
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

export function deriveStatement(
  statement: Expanded<"statement">,
  context: DeriveContext,
): Pick<Statement, "label" | "speakers" | "sides" | "date" | "place" | "country"> {
  const meeting =
    statement.meeting === undefined ? undefined : context.meetings.get(statement.meeting);
  const speakers = statement.speakers.map((speaker, i) =>
    deriveSpeaker(context, speaker, i, statement, meeting),
  );
  return {
    label: statement.gist,
    speakers,
    sides: [...new Set(speakers.flatMap(({ side }) => side ?? []))],
    ...fromMeeting(meeting, context),
  };
}
