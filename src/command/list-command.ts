/** `baku-moscow list KIND`. */
import { description } from "../generated/release.ts";
import { collectionOf } from "../collections/all-collections.ts";
import { pluralOf } from "../generated/fields.ts";
import { exampleIds } from "../outputs/example-ids.ts";
import type { Command } from "./command.ts";
import {
  criteriaHelp,
  fieldFlags,
  kinds,
  readFlagCriteria,
  readKind,
  readWholeNumber,
} from "./flags.ts";
import { printRecords } from "./print-records.ts";

const options = ["limit", "offset", "order"];

export const listCommand: Command = {
  usage: `${description.name} list KIND [--FIELD VALUE …]`,
  does: "Lists the records of a kind that match all criteria.",
  help: [
    "Each field of the kind is a flag.",
    criteriaHelp,
    "--limit N, --offset N, --order oldest|newest.",
    "",
    ...kinds.map((kind) => `${pluralOf[kind].padEnd(14)} ${fieldFlags(kind)}`),
  ].join("\n"),
  example: () => `list statements --speakers ${exampleIds().speaker}`,
  takes: {
    words: "kinds",
    flags: { limit: [], offset: [], order: ["oldest", "newest"] },
    criteria: true,
  },
  run(call) {
    const kind = readKind(call.words, "list");
    const order = call.flags.get("order");
    const records = collectionOf(kind).where(readFlagCriteria(call, kind, options), {
      ...readWholeNumber(call, "limit"),
      ...readWholeNumber(call, "offset"),
      // where() checks the order and explains what is wrong with it
      ...(order !== undefined && { order: order as "oldest" }),
    });
    return printRecords(records, call, [kind]);
  },
};
