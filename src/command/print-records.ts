/** Lists of records in each format. */
import { toDateText } from "../dates/date-text.ts";
import type { DatasetRecord, EventDate, Kind } from "../generated/types.ts";
import { recordsToTable } from "../outputs/record-table.ts";
import { toJson, toNdjson, type Call } from "./command.ts";
import { occurrenceText } from "./occurrence-text.ts";
import { columnsOrBlocks, type Screen } from "./terminal.ts";

function dateOf(record: DatasetRecord): EventDate | undefined {
  if ("date" in record) return record.date;
  return "published" in record ? record.published : undefined;
}

/** What sort of record it is; of a statement, the mode of speech: its label names the speaker. */
function sortOf(record: DatasetRecord): string {
  if (record.kind === "statement") return record.mode;
  if ("type" in record) return record.type;
  return "format" in record ? record.format : "";
}

function rowOf(record: DatasetRecord): string[] {
  const date = dateOf(record);
  const progress = "occurrence" in record ? occurrenceText(record) : "held";
  const sort = `${sortOf(record)}${progress === "held" ? "" : `, ${progress}`}`;
  return [date === undefined ? "" : toDateText(date), sort, record.label, record.id];
}

/** Records as lines, in columns; columns that are empty in all lines are left out. */
function toLines(records: readonly DatasetRecord[], screen: Screen): string {
  if (records.length === 0) return "no record matches";
  const rows = records.map(rowOf);
  const isUsed = rows[0]!.map((_, column) => rows.some((row) => row[column] !== ""));
  const used = rows.map((row) => row.filter((_, column) => isUsed[column]));
  return columnsOrBlocks(used, screen, used[0]!.length - 2).join("\n");
}

/** Records in the format of a call. The kinds are those that the call can show. */
export function printRecords(
  records: readonly DatasetRecord[],
  { format, screen }: Call,
  kinds: readonly Kind[],
): string {
  switch (format) {
    case "json":
      return toJson(records);
    case "ndjson":
      return toNdjson(records);
    case "csv":
      return recordsToTable(records, kinds);
    case "text":
      return toLines(records, screen);
  }
}
