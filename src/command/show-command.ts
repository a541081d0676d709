/** `baku-moscow show ID`. */
import { related } from "../questions/related.ts";
import { toJson, type Command } from "./command.ts";
import { checkFlags, readRecord, wantsJson } from "./flags.ts";
import { viewRecord } from "./record-view.ts";

export const showCommand: Command = {
  usage: "baku-moscow show ID",
  shows: "a record, its related records, and the words that support each field",
  help: [
    "Passages are shown in their context, with source, address and place in the text.",
    "explicit: the words show the field. inferred: they need a reason, which is given.",
    "coded: a judgement by the codebook. outside: another page says so.",
  ].join("\n"),
  run(call) {
    checkFlags(call, []);
    const record = readRecord(call.words, "show");
    if (!wantsJson(call)) return viewRecord(record, call.screen);
    const relations = related(record).relations.map((relation) => ({
      ...relation,
      records: relation.records.map(({ id }) => id),
    }));
    return toJson({ record, related: relations });
  },
};
