/** What an export writes: the rows of every table, and the description of the tables. */
import { collections } from "../collections/all-collections.ts";
import { internalsOf } from "../collections/collection.ts";
import type { CollectionSet } from "../collections/collection-set.ts";
import type { Item } from "../criteria/condition.ts";
import { describeValue, fail } from "../criteria/input-error.ts";
import { pluralOf } from "../generated/fields.ts";
import { description, version, withdrawn } from "../generated/release.ts";
import type { Kind } from "../generated/types.ts";
import { dyads } from "../outputs/dyads.ts";
import { toCollections, type OwnRecords } from "../own/own-records.ts";
import { parentsOf } from "../own/own-vocabulary.ts";
import { withDescendants } from "../criteria/hierarchy.ts";
import { allKindTables } from "../sql/sql-schema.ts";
import { tablesFormat, type KindTable } from "../sql/sql-tables.ts";
import { toColumnName } from "../sql/sql-text.ts";
import { faultOfRow, toRow, type Row } from "../sql/to-row.ts";

/** A table of texts that is written whole. */
export interface SmallTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The records of a kind, in the order of their collection; they may be read more than once. */
export interface KindRecords {
  readonly table: KindTable;
  readonly count: number;
  readonly records: Iterable<Item>;
}

/** Everything that is exported. */
export interface ExportData {
  /** The title, for the README. */
  readonly title: string;
  readonly version: string;
  readonly kinds: readonly KindRecords[];
  readonly below: SmallTable;
  readonly dyads: SmallTable;
  readonly meta: SmallTable;
}

/** At most this many records are named in a message. */
const reportedRecords = 20;

/** The columns of the dyads, of which the bundled data have a table. */
export const dyadColumns: readonly string[] = Object.keys(dyads()[0] ?? {});

function dyadsTable(isBundled: boolean): SmallTable {
  const rows = isBundled ? dyads().map((dyad) => Object.values(dyad) as string[]) : [];
  return { columns: dyadColumns.map(toColumnName), rows };
}

function belowTable(recordsOf: (kind: Kind) => readonly Item[]): SmallTable {
  const below = withDescendants(parentsOf(recordsOf));
  const all = [...recordsOf("topic"), ...recordsOf("place")];
  // each has itself too, so that a join finds those that have nothing below them
  const rows = all.flatMap(({ id: above }) => (below[above] ?? [above]).map((id) => [above, id]));
  return { columns: ["above", "id"], rows };
}

/** Throws when a record cannot be held by a database, and names all such records. */
function checkRecords(kinds: readonly KindRecords[]): void {
  const faults: string[] = [];
  for (const { table, records } of kinds)
    for (const record of records) {
      const fault = faultOfRow(record, table);
      if (fault !== undefined) faults.push(`${table.name} ${describeValue(record.id)} ${fault}`);
    }
  if (faults.length === 0) return;
  const more = faults.length - reportedRecords;
  const list = faults.slice(0, reportedRecords).join("; ");
  fail(`export: ${list}${more > 0 ? `; and ${more} more` : ""}`);
}

/** The table `meta`. */
export function toMetaTable(
  kinds: readonly KindRecords[],
  tombstones: object,
  of: string,
): SmallTable {
  const rows = kinds.map(({ table, count }) => [table.name, count]);
  const values = {
    format: tablesFormat,
    version: of,
    rows: JSON.stringify(Object.fromEntries(rows)),
    withdrawn: JSON.stringify(tombstones),
  };
  return { columns: ["key", "value"], rows: Object.entries(values) };
}

interface Origin {
  readonly title: string;
  readonly version: string;
  readonly isBundled: boolean;
  readonly withdrawn: object;
}

function toExportData(set: CollectionSet, origin: Origin): ExportData {
  const recordsOf = (kind: Kind): readonly Item[] =>
    internalsOf(set[pluralOf[kind]], "export").store().records;
  const kinds = allKindTables.map((table): KindRecords => {
    const records = recordsOf(table.kind);
    return { table, count: records.length, records };
  });
  checkRecords(kinds);
  return {
    ...{ title: origin.title, version: origin.version, kinds },
    below: belowTable(recordsOf),
    dyads: dyadsTable(origin.isBundled),
    meta: toMetaTable(kinds, origin.withdrawn, origin.version),
  };
}

/** The data of this package. */
export function bundledData(): ExportData {
  return toExportData(collections, {
    ...{ title: description.title, version, isBundled: true, withdrawn },
  });
}

/** Own records, with those of this package where that is wanted. */
export function ownData(data: OwnRecords, withBundled: boolean): ExportData {
  const set = toCollections(data, { bundled: withBundled }) as unknown as CollectionSet;
  const own = (data.withdrawn ?? []).map((tombstone) => [tombstone.id, tombstone]);
  return toExportData(set, {
    title: "Own records",
    version: typeof data.version === "string" ? data.version : "",
    isBundled: withBundled,
    withdrawn: { ...(withBundled && withdrawn), ...(Object.fromEntries(own) as object) },
  });
}

/** The rows of a kind, one by one. */
export function* rowsOf({ table, records }: KindRecords): Generator<Row> {
  let seq = 0;
  for (const record of records) yield toRow(record, table, seq++);
}
