/** `baku-moscow count KIND --by FIELD`. */
import { description } from "../generated/release.ts";
import { collectionOf } from "../collections/all-collections.ts";
import { pluralOf } from "../generated/fields.ts";
import { toCsv } from "../outputs/csv.ts";
import { countBy } from "../questions/count-by.ts";
import { exampleIds } from "../outputs/example-ids.ts";
import { toJson, toNdjson, UsageError, type Command } from "./command.ts";
import { criteriaHelp, readFlagCriteria, readKind } from "./flags.ts";
import { columns } from "./terminal.ts";

export const countCommand: Command = {
  usage: `${description.name} count KIND --by FIELD[,FIELD] [--FIELD VALUE …]`,
  does: "Counts the records that have each value of one field or two.",
  help: [
    'FIELD is a field of the kind, month or year. "not stated" is counted too.',
    "A record with several values counts once for each.",
    criteriaHelp,
  ].join("\n"),
  example: () => `count statements --by speakers,month --topics ${exampleIds().topic}`,
  takes: { words: "kinds", flags: { by: [] }, criteria: true },
  run(call) {
    const kind = readKind(call.words, "count");
    const by = call.flags.get("by")?.split(",");
    if (by === undefined) throw new UsageError("count needs --by FIELD or --by FIELD,FIELD");
    const criteria = readFlagCriteria(call, kind, ["by"]);
    // countBy() checks the names of the fields and explains what is wrong with them
    const { total, cells } = countBy(collectionOf(kind), by as never, criteria);
    if (call.format === "json") return toJson({ total, by, cells });
    if (call.format === "ndjson") return toNdjson(cells);
    const rows = cells.map(({ values, count }) => [
      ...values.map((value) => value ?? "not stated"),
      String(count),
    ]);
    if (call.format === "csv") return toCsv([[...by, "count"], ...rows]);
    return [...columns(rows, call.screen, 0), `${total} ${pluralOf[kind]}`].join("\n");
  },
};
