import type { DatasetRecord } from "../generated/types.ts";

/** A cell as RFC 4180 has it. One that a spreadsheet would take for a formula gets an apostrophe in front. */
export function toCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Rows as CSV with CRLF line ends, the first one the column names. */
export const toCsv = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.map(toCell).join(",")}\r\n`).join("");

/** The columns of a record: ids in a list joined by `|`, objects as `field.member`, lists of objects as JSON, passages as `quotes`. */
function flat(record: DatasetRecord): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [name, value] of Object.entries(record) as [string, unknown][]) {
    if (name === "evidence")
      cells.set("quotes", [...new Set((value as { quote: { exact: string } }[]).map((e) => e.quote.exact))].join(" […] "));
    else if (Array.isArray(value))
      cells.set(name, value.every((item) => typeof item === "string") ? value.join("|") : value.length === 0 ? "" : JSON.stringify(value));
    else if (typeof value === "object" && value !== null)
      for (const [member, inner] of Object.entries(value)) cells.set(`${name}.${member}`, inner === null ? "" : String(inner));
    else cells.set(name, String(value));
  }
  return cells;
}

/** Records as CSV: one row each, a column for every field that any of them has. */
export function recordsToCsv(records: readonly DatasetRecord[]): string {
  const rows = records.map(flat);
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return toCsv([columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ""))]);
}
