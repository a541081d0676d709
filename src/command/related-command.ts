/** `baku-moscow related ID`. */
import { related } from "../questions/related.ts";
import type { Command } from "./command.ts";
import { checkFlags, readRecord } from "./flags.ts";
import { printRecords } from "./print-records.ts";

export const relatedCommand: Command = {
  usage: "baku-moscow related ID",
  shows: "the records that a record names and those that name it",
  help: "Lists all of them; with --json, --ndjson or --csv as records.",
  run(call) {
    checkFlags(call, []);
    const { relations } = related(readRecord(call.words, "related"));
    const records = new Set(relations.flatMap((relation) => relation.records));
    return printRecords([...records], call);
  },
};
