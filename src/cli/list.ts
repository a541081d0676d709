/** A collection in lines, filtered by criteria that are given as flags. */
import type { DatasetRecord } from "../generated/types.ts";
import { toDateText } from "../output/date-text.ts";
import { resolve } from "../index.ts";
import { columns, type Screen } from "./text.ts";

/**
 * A flag's value as a criterion: `a,b` any of them, `a+b` all of them, `not:a,b` none of them, `none` not stated,
 * `some` stated. Of a date: an EDTF date or interval, `certain:` before it to match only what must lie within.
 */
export function toCriterion(text: string, isDate: boolean): unknown {
  if (text === "none") return null;
  if (text === "some") return { not: null };
  if (isDate) {
    const edtf = text.replace(/^(certain|possible):/, "");
    if (!text.startsWith("certain:")) return edtf;
    const slash = edtf.indexOf("/");
    return { from: slash < 0 ? edtf : edtf.slice(0, slash), to: slash < 0 ? edtf : edtf.slice(slash + 1), match: "certain" };
  }
  if (text.startsWith("not:")) return { not: text.slice(4).split(",") };
  if (text.includes("+")) return { all: text.split("+") };
  return text.includes(",") ? text.split(",") : text;
}

export function list(records: readonly DatasetRecord[], screen: Screen): string {
  if (records.length === 0) return "no record matches";
  const rows = records.map((record) => {
    const date = "date" in record ? record.date : "published" in record ? record.published : undefined;
    const who =
      record.kind === "statement"
        ? record.speakers.map((s) => resolve(s.actor)?.label ?? s.actor).join(", ") || record.mode
        : "type" in record
          ? record.type
          : "format" in record
            ? record.format
            : "";
    const got = "occurrence" in record && record.occurrence !== "held" ? `, ${record.occurrence}` : "";
    return [date ? toDateText(date) : "", `${who}${got}`, record.label, record.id];
  });
  const used = rows[0]!.map((_, i) => rows.some((row) => row[i] !== ""));
  const kept = rows.map((row) => row.filter((_, i) => used[i]));
  return columns(kept, screen, kept[0]!.length - 2).join("\n");
}
