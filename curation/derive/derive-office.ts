/** The office that a person held at the time of an event. */
import { bounds } from "../../src/dates/edtf.ts";
import type { z } from "zod";
import type { Office as OfficeSchema } from "../../src/schema/person.ts";
import type { DateNotation, OfficeNotation, PersonNotation, WrittenDate } from "../draft.ts";
import type { Path } from "../problem.ts";
import { expandDate } from "../validate/expand.ts";
import { countryOf } from "../draft.ts";
import { report, type DeriveContext } from "./derive-context.ts";

type Office = z.infer<typeof OfficeSchema>;

/** An office without its term. */
function withoutTerm({ title, organization, country, level }: OfficeNotation): Office {
  return {
    title,
    ...(organization !== undefined && { organization }),
    ...(country !== undefined && { country }),
    ...(level !== undefined && { level }),
  };
}

function boundOf(date: WrittenDate | undefined, end: "earliest" | "latest"): string | null {
  return date === undefined ? null : bounds(expandDate(date).edtf)[end];
}

/** Whether a person may have held an office at the time of an event. */
function mayHaveHeld({ from, to }: OfficeNotation, when: DateNotation | undefined): boolean {
  if (when === undefined) return true;
  const event = bounds(when.edtf);
  const [start, end] = [boundOf(from, "earliest"), boundOf(to, "latest")];
  const beganBefore = start === null || event.latest === null || start <= event.latest;
  const endedAfter = end === null || event.earliest === null || event.earliest <= end;
  return beganBefore && endedAfter;
}

function titlesOf(offices: readonly OfficeNotation[], separator: string): string {
  return offices.map(({ title }) => title).join(separator);
}

/**
 * The office of a person: the one that the curator chose by its title, or the only one at the time
 * of the event. When there are several, the curator must choose.
 */
function officeOf(
  context: DeriveContext,
  person: string,
  when: DateNotation | undefined,
  chosenTitle: string | undefined,
  path: Path,
): Office | undefined {
  const draft = context.drafts.get(person);
  const offices = (draft?.kind === "person" ? draft.notation.offices : undefined) ?? [];
  if (chosenTitle !== undefined) {
    const chosen = offices.find(({ title }) => title === chosenTitle);
    if (chosen !== undefined) return withoutTerm(chosen);
    const known = titlesOf(offices, ", ") || "none";
    report(
      context,
      path,
      `${person} has no office "${chosenTitle}" in people.yaml; it has: ${known}`,
    );
    return undefined;
  }
  const [office, ...others] = offices.filter((one) => mayHaveHeld(one, when));
  if (office === undefined) return undefined;
  if (others.length === 0) return withoutTerm(office);
  const time = when === undefined ? "" : " at that time";
  const choices = titlesOf([office, ...others], " | ");
  report(
    context,
    path,
    `${person} has ${others.length + 1} offices${time}; choose one (office: ${choices})`,
  );
  return undefined;
}

/** The office and side of a person or other actor at an event. */
export function deriveOfficeAndSide(
  context: DeriveContext,
  actor: string,
  notation: PersonNotation,
  when: DateNotation | undefined,
  path: Path,
): { office?: Office; side?: string } {
  const isPerson = context.drafts.get(actor)?.kind === "person";
  const office = isPerson ? officeOf(context, actor, when, notation.office, path) : undefined;
  const side = notation.side ?? office?.country ?? countryOf(actor, context.drafts);
  return {
    ...(office !== undefined && { office }),
    ...(side !== undefined && { side }),
  };
}
