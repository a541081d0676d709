/** What follows from the rest of a meeting: offices, sides, visitors, level. */
import type { z } from "zod";
import type { Level as LevelSchema } from "../../src/schema/person.ts";
import { countryOf, type Drafts, type Published } from "../draft.ts";
import type { Expanded } from "../validate/expand.ts";
import type { DeriveContext } from "./derive-context.ts";
import { codeOfMeeting } from "./derive-event-code.ts";
import { deriveOfficeAndSide } from "./derive-office.ts";

type Meeting = Published["meeting"];
type Level = z.infer<typeof LevelSchema>;

/** From the highest to the lowest. */
const ranks: readonly Level[] = [
  "head-of-state",
  "head-of-government",
  "foreign-minister",
  "ambassador",
];

/** The rank at which the sides met: that of the lower side's highest participant. */
function levelOf(format: Meeting["format"], participants: Meeting["participants"]): Level {
  if (format === "commission-session") return "commission";
  const highest = new Map<string, number>();
  for (const { office, side } of participants) {
    const rank = office?.level === undefined ? -1 : ranks.indexOf(office.level);
    if (side !== undefined && rank !== -1)
      highest.set(side, Math.min(rank, highest.get(side) ?? rank));
  }
  return ranks[Math.max(...highest.values())] ?? "unspecified";
}

/** The sides that did not host; none when nobody is known as the host. */
function visitorsOf(sides: readonly string[], hosts: readonly string[], drafts: Drafts): string[] {
  if (hosts.length === 0) return [];
  const hostSides = new Set(hosts.flatMap((id) => [id, countryOf(id, drafts) ?? id]));
  return sides.filter((id) => !hostSides.has(id));
}

export function deriveMeeting(
  meeting: Expanded<"meeting">,
  context: DeriveContext,
): Pick<
  Meeting,
  "participants" | "sides" | "visitors" | "level" | "readouts" | "withoutReadout" | "eventCode"
> {
  const participants = meeting.participants.map(({ person, ...notation }, i) => ({
    person,
    ...deriveOfficeAndSide(context, person, notation, meeting.date, ["participants", i]),
  }));
  const ownSides = participants.flatMap(({ side }) => side ?? []);
  const sides = [...new Set([...meeting.sides, ...ownSides])];
  return {
    participants,
    sides,
    visitors: visitorsOf(sides, meeting.hosts, context.drafts),
    level: levelOf(meeting.format, participants),
    // filled in when all statements are known (derive-readouts.ts)
    readouts: [],
    withoutReadout: [],
    eventCode: codeOfMeeting(meeting),
  };
}
