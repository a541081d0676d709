/** `baku-moscow related ID`. */
import { description } from "../generated/release.ts";
import { related, type Relation } from "../questions/related.ts";
import { exampleIds } from "../outputs/example-ids.ts";
import type { Command } from "./command.ts";
import { checkFlags, kinds, readRecord } from "./flags.ts";
import { printRecords } from "./print-records.ts";
import { styled, wrap, type Screen } from "./terminal.ts";

/** Each link with the field that makes it, or how the claims stand to each other. */
function toText(relations: readonly Relation[], screen: Screen): string {
  if (relations.length === 0) return "no record is linked";
  const blocks = relations.map(({ direction, kind, field, type, records }) => {
    const name = type ?? (direction === "forward" ? field : `${kind}.${field}`);
    const lines = records.map(({ label, id }) => `  ${wrap(`${label} [${id}]`, screen.width, 4)}`);
    return [styled(screen, "bold", name), ...lines].join("\n");
  });
  return blocks.join("\n\n");
}

export const relatedCommand: Command = {
  usage: `${description.name} related ID`,
  does: "Lists the records that a record names, and those that name it.",
  help: [
    "Each link with the field that makes it; between claims, how they stand to each other.",
    "With --json, --ndjson or --csv as records.",
  ].join("\n"),
  example: () => `related ${exampleIds().speaker}`,
  takes: { words: "ids" },
  run(call) {
    checkFlags(call, []);
    const { relations } = related(readRecord(call.words, "related"));
    if (call.format === "text") return toText(relations, call.screen);
    const records = new Set(relations.flatMap((relation) => relation.records));
    return printRecords([...records], call, kinds);
  },
};
