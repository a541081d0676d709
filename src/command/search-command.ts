/** `baku-moscow search WORDS`. */
import { description } from "../generated/release.ts";
import { sources } from "../collections/sources.ts";
import { collectionOf } from "../collections/all-collections.ts";
import type { DatasetRecord, Kind } from "../generated/types.ts";
import { search, type Hit, type Passage, type SearchOptions } from "../search.ts";
import { exampleIds } from "../outputs/example-ids.ts";
import { toJson, UsageError, type Call, type Command } from "./command.ts";
import {
  checkFlags,
  criteriaHelp,
  kindNames,
  kinds,
  readFlagCriteria,
  readKind,
  readWholeNumber,
} from "./flags.ts";
import { printRecords } from "./print-records.ts";
import { styled, wrap, type Screen } from "./terminal.ts";

const options = ["in", "limit", "offset"];

/** Where to search: everywhere, or in the records of a kind that match the other flags. */
function searchedPart(call: Call): SearchOptions<DatasetRecord, object> {
  const name = call.flags.get("in");
  if (name === undefined) {
    checkFlags(call, options);
    return {};
  }
  const kind = readKind([name], "--in");
  return { in: collectionOf(kind), where: readFlagCriteria(call, kind, options) };
}

/** The kinds that a hit may have. */
function searchedKinds(call: Call): readonly Kind[] {
  const name = call.flags.get("in");
  return name === undefined ? kinds : [readKind([name], "--in")];
}

/** A passage with the words found in it, coloured or between asterisks. */
function markWords({ text, marks }: Passage, screen: Screen): string {
  const mark = (word: string) => (screen.colour ? styled(screen, "yellow", word) : `*${word}*`);
  let done = 0;
  let out = "";
  for (const [start, end] of marks) {
    out += text.slice(done, start) + mark(text.slice(start, end));
    done = end;
  }
  return out + text.slice(done);
}

/** The words that the record does not hold, in brackets. */
function missingText(missing: readonly string[], screen: Screen): string {
  return missing.length === 0 ? "" : styled(screen, "dim", ` (without: ${missing.join(", ")})`);
}

function toLines({ record, passages, missing }: Hit<DatasetRecord>, screen: Screen): string {
  const [best] = passages;
  const id = styled(screen, "bold", record.id) + missingText(missing, screen);
  if (best?.field === "label") return `${id}  ${wrap(markWords(best, screen), screen.width, 2)}`;
  const title = `${id}  ${record.label}`;
  if (best === undefined) return title;
  const source = best.source === undefined ? undefined : sources.get(best.source);
  const where = source === undefined ? best.field : `words of ${source.outlet}`;
  return `${title}\n  ${where}: ${wrap(markWords(best, screen), screen.width, 2)}`;
}

export const searchCommand: Command = {
  usage: `${description.name} search WORDS [--in KIND] [--FIELD VALUE …]`,
  does: "Finds the records that hold the words: first all of them, then the most of them.",
  help: [
    "Other forms of a word, longer words that begin with it and single typing errors are found",
    "too. A word with a digit matches only itself. Case, accents and script do not matter.",
    "--limit N (20), --offset N.",
    "With --in KIND each field of the kind is a flag.",
    criteriaHelp,
  ].join("\n"),
  example: () => `search ${exampleIds().topic.replaceAll("-", " ")} --in statements`,
  takes: { flags: { in: kindNames, limit: [], offset: [] }, criteria: true },
  run(call) {
    if (call.words.length === 0) throw new UsageError("search takes words");
    const hits = search(call.words.join(" "), {
      ...searchedPart(call),
      ...readWholeNumber(call, "limit"),
      ...readWholeNumber(call, "offset"),
    });
    if (call.format === "json") return toJson(hits);
    if (call.format !== "text")
      return printRecords(
        hits.map(({ record }) => record),
        call,
        searchedKinds(call),
      );
    if (hits.length === 0) return "no record matches";
    return hits.map((hit) => toLines(hit, call.screen)).join("\n");
  },
};
