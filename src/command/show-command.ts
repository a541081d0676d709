/** `baku-moscow show ID`. */
import { describeWithdrawal } from "../criteria/tombstones.ts";
import { description, withdrawn } from "../generated/release.ts";
import { related } from "../questions/related.ts";
import { withdrawnAs } from "../questions/resolve.ts";
import { exampleIds } from "../outputs/example-ids.ts";
import { toJson, type Command } from "./command.ts";
import { checkFlags, readRecord, wantsJson } from "./flags.ts";
import { viewRecord } from "./record-view.ts";

export const showCommand: Command = {
  usage: `${description.name} show ID`,
  does: "Shows a record, its related records, and the words that support each field.",
  help: [
    "Passages are shown in their context, with source, address and place in the text.",
    "explicit: the words show the field. inferred: they need a reason, which is given.",
    "coded: a judgement by the codebook. outside: another page says so.",
    "A withdrawn ID shows its successor, and says so.",
  ].join("\n"),
  example: () => `show ${exampleIds().statement}`,
  takes: { words: "ids" },
  run(call) {
    checkFlags(call, []);
    const record = readRecord(call.words, "show");
    const [id] = call.words as [string];
    if (!wantsJson(call)) {
      const notice = describeWithdrawal(id, withdrawn);
      const view = viewRecord(record, call.screen);
      return notice === "" ? view : `${notice}\n\n${view}`;
    }
    const relations = related(record).relations.map((relation) => ({
      ...relation,
      records: relation.records.map(({ id }) => id),
    }));
    return toJson({ withdrawn: withdrawnAs(id), record, related: relations });
  },
};
