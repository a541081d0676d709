/** Records as a table, with the columns that the schemas give. */
import { places } from "../collections/places.ts";
import { columnsOfKind } from "../generated/columns.ts";
import type { DatasetRecord, Kind } from "../generated/types.ts";
import { toCsv } from "./csv.ts";
import { toRow, type TableColumn } from "./record-row.ts";

function isoCode(country: string): string {
  const ids = places.get(country)?.externalIds ?? [];
  return ids.find(({ scheme }) => scheme === "iso-3166-1")?.id ?? "";
}

/** Every column of some kinds, each once. */
function columnsOfKinds(kinds: readonly Kind[]): TableColumn[] {
  const all = kinds.flatMap((kind) => columnsOfKind[kind]);
  const named = new Map(all.map((column) => [column.name, column]));
  return [...named.values()];
}

/**
 * Records as CSV (RFC 4180), the column names first. The columns are those of the kinds, whatever
 * was found: for one kind the table is the published one, filtered.
 */
export function recordsToTable(records: readonly DatasetRecord[], kinds: readonly Kind[]): string {
  const columns = columnsOfKinds(kinds);
  const rows = records.map((record) => toRow(record, columns, isoCode));
  return toCsv([columns.map(({ name }) => name), ...rows]);
}
