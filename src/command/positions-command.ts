/** `baku-moscow positions ID`. */
import { description } from "../generated/release.ts";
import type { ActorId, EntityId, TopicId } from "../generated/types.ts";
import { labelOf } from "../outputs/record-text.ts";
import { changes } from "../questions/changes.ts";
import { positions, type Position, type SidePositions } from "../questions/positions.ts";
import { exampleIds } from "../outputs/example-ids.ts";
import { toJson, UsageError, type Call, type Command } from "./command.ts";
import { checkFlags, readRecord, wantsJson } from "./flags.ts";
import { styled, wrap, type Screen } from "./terminal.ts";

function linkLines({ to, from }: Position, screen: Screen): string[] {
  return [...to, ...from].map(({ type, statement, reason }) =>
    styled(screen, "dim", `      ${wrap(`${type} ${statement} (${reason})`, screen.width, 6)}`),
  );
}

function positionLines(position: Position, screen: Screen): string[] {
  const { label, id } = position.statement;
  return [`  ${wrap(`${label} [${id}]`, screen.width, 4)}`, ...linkLines(position, screen)];
}

function sideLines({ side, positions: claims }: SidePositions, screen: Screen): string[] {
  const name = side === undefined ? "No side, or nobody is named" : labelOf(side);
  const lines = claims.flatMap((position) => positionLines(position, screen));
  return ["", styled(screen, "bold", `${name} (${claims.length})`), ...lines];
}

function readSubject({ words }: Call): string {
  const [subject, ...more] = words;
  if (subject === undefined || more.length > 0)
    throw new UsageError("positions takes the id of one topic or entity");
  return readRecord([subject], "positions").id;
}

export const positionsCommand: Command = {
  usage: `${description.name} positions ID [--actor ID]`,
  does: "Shows what each side says on a topic or an entity, and how its claims answer each other.",
  help: [
    "ID is the id of a topic or an entity.",
    "--actor ID: only the claims of this person, organization or state, and how they went on.",
  ].join("\n"),
  example: () => `positions ${exampleIds().topic}`,
  takes: { words: "ids", flags: { actor: [] } },
  run(call) {
    checkFlags(call, ["actor"]);
    // positions() and changes() check the ids and explain what is wrong with them
    const subject = readSubject(call) as TopicId | EntityId;
    const actor = call.flags.get("actor") as ActorId | undefined;
    const found = actor === undefined ? positions(subject) : changes(actor, subject);
    if (wantsJson(call)) return toJson(found);
    const lines = found.flatMap((item) =>
      "positions" in item ? sideLines(item, call.screen) : positionLines(item, call.screen),
    );
    return lines.length === 0 ? "no claim" : lines.join("\n").replace(/^\n/, "");
  },
};
