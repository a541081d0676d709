/** Tools that find records: by words, by criteria, by date. */
import { allRecords, collectionOf } from "../collections/all-collections.ts";
import { pluralOf } from "../generated/fields.ts";
import { description } from "../generated/release.ts";
import type { DatasetRecord } from "../generated/types.ts";
import { search } from "../questions/search-all.ts";
import type { Hit } from "../questions/search-in.ts";
import { timeline, type TimelineOptions } from "../questions/timeline.ts";
import { exampleIds } from "../outputs/example-ids.ts";
import {
  countText,
  datasetLine,
  nothingLine,
  toAnswer,
  type Answer,
  type Arguments,
  type AssistantTool,
} from "./assistant-tool.ts";
import {
  kindArgument,
  limitArgument,
  offsetArgument,
  readKindArgument,
  readPageArguments,
  readText,
  readWhere,
  whereArgument,
} from "./read-arguments.ts";
import { tellRecord, toldLines } from "./told-record.ts";

/** So many quotations stand beside each record of a list. */
const quotationsInLists = 1;

/** What is beyond the page. */
function restLine(total: number, shown: number, offset: number): string[] {
  const left = total - offset - shown;
  return left > 0 ? [`${left} more: ask again with offset ${offset + shown}.`] : [];
}

/** That an uncertain date matches too, where the criteria ask for a date. */
function dateLine(where: object): string[] {
  const asksMore = JSON.stringify(where).includes('"match"');
  if (!("date" in where) || asksMore) return [];
  const certain = '{"date": {"from": "2022-12", "to": "2022-12", "match": "certain"}}';
  return [`A date matches what may lie in it; what must is asked so: ${certain}`];
}

/** Records as an answer; the first line says what they are. */
function tellList(
  first: string,
  records: readonly DatasetRecord[],
  total: number,
  offset: number,
): Answer {
  const told = records.map((record) => tellRecord(record, quotationsInLists));
  const lines = [first, ...told.flatMap((one) => ["", ...toldLines(one)])];
  return toAnswer([...lines, ...restLine(total, records.length, offset)], {
    total,
    records: told,
  });
}

function hitLines({ record, missing }: Hit<DatasetRecord>): string[] {
  const without = missing.length === 0 ? [] : [`  It does not hold: ${missing.join(", ")}`];
  return ["", ...toldLines(tellRecord(record, quotationsInLists)), ...without];
}

/** All hits, so that the answer can say how many there are. */
function searchHits(given: Arguments, query: string): Hit<DatasetRecord>[] {
  const kind = readKindArgument(given);
  const all = { limit: allRecords().length };
  return kind === undefined
    ? search(query, all)
    : search(query, { in: collectionOf(kind), ...all });
}

/** What the hits are worth: all words, or only some. */
function searchLine(query: string, hits: readonly Hit<DatasetRecord>[]): string {
  const whole = hits.filter(({ missing }) => missing.length === 0).length;
  const words = JSON.stringify(query);
  if (whole === 0)
    return (
      `${datasetLine}: no record holds all the words ${words}. These hold some of them; each ` +
      "says which it lacks. If none is about the question, say that the articles do not hold it."
    );
  const all = `${whole} of ${hits.length} with all of them`;
  return `${datasetLine}: records with the words ${words}, ${all}.`;
}

export const searchTool: AssistantTool = {
  name: "search",
  title: "Search the records",
  description:
    "Finds records of every kind by words: names, labels, claims and quotations. Start here. " +
    "Other forms of a word and single typing errors are found too.",
  arguments: {
    query: { type: "string", description: "Words, such as: trade turnover." },
    kind: { ...kindArgument, description: "Only records of this kind." },
    limit: limitArgument,
    offset: offsetArgument,
  },
  required: ["query"],
  example: () => ({ query: exampleIds().topic.replaceAll("-", " "), kind: "statements" }),
  run(given) {
    const query = readText(given, "query")!;
    const hits = searchHits(given, query);
    if (hits.length === 0)
      return toAnswer([nothingLine(`no record holds ${JSON.stringify(query)}`)], { records: [] });
    const { limit, offset } = readPageArguments(given);
    const shown = hits.slice(offset, offset + limit);
    const records = shown.map(({ record, missing }) => ({
      ...tellRecord(record, quotationsInLists),
      missing,
    }));
    const rest = restLine(hits.length, shown.length, offset);
    return toAnswer([searchLine(query, hits), ...shown.flatMap(hitLines), ...rest], {
      total: hits.length,
      records,
    });
  },
};

export const listTool: AssistantTool = {
  name: "list",
  title: "List records by criteria",
  description:
    "Lists and counts the records of a kind that match criteria, such as the statements of a " +
    "speaker on a topic in a month. Ids come from search, fields and terms from codebook.",
  arguments: {
    kind: kindArgument,
    where: whereArgument,
    order: { type: "string", enum: ["oldest", "newest"], description: "Default: oldest." },
    limit: limitArgument,
    offset: offsetArgument,
  },
  required: ["kind"],
  example: () => ({ kind: "statements", where: { speakers: exampleIds().speaker } }),
  run(given) {
    const kind = readKindArgument(given)!;
    const where = readWhere(given, kind);
    const order = readText(given, "order");
    const page = { ...readPageArguments(given), ...(order !== undefined && { order }) };
    const collection = collectionOf(kind);
    // where() checks the criteria and the page, and says what is wrong with them
    const records = collection.where(where, page as { order: "oldest" });
    const total = collection.count(where);
    const matching = `matching ${JSON.stringify(where)}`;
    if (total === 0)
      return toAnswer([nothingLine(`no ${kind} ${matching}`)], { total, records: [] });
    const found = countText(total, kind, pluralOf[kind]);
    const first = [`${datasetLine}: ${found} ${matching}.`, ...dateLine(where)].join("\n");
    return tellList(first, records, total, page.offset);
  },
};

/** How many events only may lie in the range. */
function uncertainText(range: TimelineOptions, events: readonly object[]): string {
  const { from, to, match } = range;
  if (match !== undefined || (from === undefined && to === undefined)) return "";
  const count = events.length - timeline({ ...range, match: "certain" }).length;
  return count === 0 ? "" : ` ${count} of them only may lie in it; match certain leaves them out.`;
}

export const timelineTool: AssistantTool = {
  name: "timeline",
  title: "What happened when",
  description:
    "Visits, meetings and agreements in order of time, also planned and declined ones; the " +
    "occurrence or status of each says how far it got.",
  arguments: {
    from: { type: "string", description: "First day, month or year: 2022-06." },
    to: { type: "string", description: "Last day, month or year." },
    match: {
      type: "string",
      enum: ["possible", "certain"],
      description: "possible (default): what may lie between them; certain: only what must.",
    },
    limit: limitArgument,
    offset: offsetArgument,
  },
  required: [],
  example: () => ({ from: description.years[0] ?? "2000" }),
  run(given) {
    const texts = ["from", "to", "match"].flatMap((name) => {
      const text = readText(given, name);
      return text === undefined ? [] : [[name, text] as const];
    });
    const range: TimelineOptions = Object.fromEntries(texts);
    const events = timeline(range);
    const { limit, offset } = readPageArguments(given);
    const asked = texts.map(([name, text]) => `${name} ${text}`).join(", ") || "all";
    if (events.length === 0)
      return toAnswer([nothingLine(`no event: ${asked}`)], { total: 0, records: [] });
    const found = countText(events.length, "event", "visits, meetings and agreements");
    const first = `${datasetLine}: ${found} (${asked}).${uncertainText(range, events)}`;
    return tellList(first, events.slice(offset, offset + limit), events.length, offset);
  },
};
