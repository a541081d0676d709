/** The tool that tells what each side says on a subject, and how the claims answer each other. */
import type { ActorId, EntityId, TopicId } from "../generated/types.ts";
import { labelOf } from "../outputs/record-text.ts";
import { changes } from "../questions/changes.ts";
import { positions, type Position, type SidePositions } from "../questions/positions.ts";
import { exampleIds } from "../outputs/example-ids.ts";
import {
  countText,
  datasetLine,
  nothingLine,
  toAnswer,
  type Arguments,
  type AssistantTool,
} from "./assistant-tool.ts";
import { readRecordArgument } from "./read-arguments.ts";
import { tellRecord, toldLines, type ToldRecord } from "./told-record.ts";

/** A claim with how it stands to others, each told with its speaker. */
interface ToldPosition extends ToldRecord {
  readonly relations: readonly string[];
}

function tellPosition({ statement, to, from }: Position): ToldPosition {
  const relations = [...to, ...from].map(
    ({ type, statement: other, reason }) =>
      `${type} “${labelOf(other)}” [${other}], because ${reason}`,
  );
  return { ...tellRecord(statement, 1), relations };
}

function positionLines(told: ToldPosition): string[] {
  return ["", ...toldLines(told), ...told.relations.map((relation) => `  Relation: ${relation}`)];
}

function sideName({ side }: Pick<SidePositions, "side">): string {
  return side === undefined ? "Nobody's side, or nobody is named" : labelOf(side);
}

/** The claims by side, or those of one actor. */
function readSides(given: Arguments): { side: string; claims: ToldPosition[] }[] {
  const subject = readRecordArgument(given, "subject").id as TopicId | EntityId;
  if (given.actor === undefined)
    return positions(subject).map((side) => ({
      side: sideName(side),
      claims: side.positions.map(tellPosition),
    }));
  const actor = readRecordArgument(given, "actor").id as ActorId;
  const claims = changes(actor, subject).map(tellPosition);
  return claims.length === 0 ? [] : [{ side: labelOf(actor), claims }];
}

export const positionsTool: AssistantTool = {
  name: "positions",
  title: "Each side's claims on a subject",
  description:
    "What each side says on a topic, event, agreement, place or organization, and which claims " +
    "answer, reject, restate or agree with which. Take the id from search; an event or a road " +
    "may have claims of its own beside those of its topic. A side that is not listed has none.",
  arguments: {
    subject: { type: "string", description: "The id of a topic or of what claims are about." },
    actor: {
      type: "string",
      description: "Only the claims of this person, organization or state, oldest first.",
    },
  },
  required: ["subject"],
  example: () => ({ subject: exampleIds().topic }),
  run(given) {
    const sides = readSides(given);
    const subject = labelOf(String(given.subject));
    if (sides.length === 0) {
      const who = given.actor === undefined ? "" : ` of ${labelOf(String(given.actor))}`;
      return toAnswer([nothingLine(`no claim${who} on ${subject}`)], { sides: [] });
    }
    const lines = sides.flatMap(({ side, claims }) => [
      "",
      `${side} (${countText(claims.length, "claim", "claims")})`,
      ...claims.flatMap(positionLines),
    ]);
    return toAnswer([`${datasetLine}: claims on ${subject}, by side.`, ...lines], { sides });
  },
};
