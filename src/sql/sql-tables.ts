/** The tables that hold a dataset: one for each kind, with a column for each criterion. */
import type { Fields } from "../criteria/fields.ts";
import { fieldsOfKind, pluralOf } from "../generated/fields.ts";
import type { Kind } from "../generated/types.ts";
import type { ColumnType } from "./sql-dialect.ts";
import { toColumnName } from "./sql-text.ts";

/** A column for the values of a field. */
export interface ValueColumn {
  readonly name: string;
  readonly type: Extract<ColumnType, "id" | "term" | "text" | "texts">;
  /** The field of the record, and the member of its objects. */
  readonly field: string;
  readonly key?: string | undefined;
}

/** A field that is a date: four columns. */
export interface DateColumns {
  readonly field: string;
  /** The earliest day; null: the start is open. */
  readonly earliest: string;
  /** The latest day; null: the end is open. */
  readonly latest: string;
  /** Whether nothing about the date is approximate or uncertain; null: there is no date. */
  readonly exact: string;
  /** The day by which records are ordered: the earliest, or the latest where the start is open. */
  readonly day: string;
}

/** The table of a kind. */
export interface KindTable {
  /** The name of the collection: `statements`. */
  readonly name: string;
  readonly kind: Kind;
  readonly columns: readonly ValueColumn[];
  /** The date by which records are ordered, where the kind has one. */
  readonly date?: DateColumns;
}

/** A column of any sort, in the order of the table. */
export interface NamedColumn {
  readonly name: string;
  readonly type: ColumnType;
}

function toDateColumns(field: string): DateColumns {
  const named = (part: string) => `${field}_${part}`;
  return {
    field,
    ...{ earliest: named("earliest"), latest: named("latest"), exact: named("exact") },
    day: named("day"),
  };
}

function toValueColumns(fields: Fields): ValueColumn[] {
  return Object.entries(fields).flatMap(([name, { criterion, list, terms, in: holder, key }]) => {
    if (criterion !== "value" || name === "id") return [];
    const scalar = terms === undefined ? "text" : "term";
    const type = list ? "texts" : scalar;
    return [{ name: toColumnName(name), type, field: holder ?? name, key }];
  });
}

function toKindTable(kind: Kind): KindTable {
  const fields = fieldsOfKind[kind];
  const dated = Object.keys(fields).find((name) => fields[name]!.criterion === "date");
  return {
    name: pluralOf[kind],
    kind,
    columns: toValueColumns(fields),
    ...(dated !== undefined && { date: toDateColumns(dated) }),
  };
}

const kinds = Object.keys(pluralOf) as Kind[];

/** The tables of the ten kinds. */
export const kindTables: Readonly<Record<Kind, KindTable>> = Object.fromEntries(
  kinds.map((kind) => [kind, toKindTable(kind)]),
) as Record<Kind, KindTable>;

/** All columns of a table in their order. */
export function columnsOf({ columns, date }: KindTable): NamedColumn[] {
  const days = date ? [date.earliest, date.latest, date.day] : [];
  return [
    { name: "seq", type: "integer" },
    { name: "id", type: "id" },
    { name: "label", type: "text" },
    ...columns.map(({ name, type }) => ({ name, type })),
    ...days.map((name) => ({ name, type: "day" as const })),
    ...(date ? [{ name: date.exact, type: "flag" as const }] : []),
    { name: "record", type: "record" },
  ];
}

/** The columns that are lists. */
export function listColumns({ columns }: KindTable): ValueColumn[] {
  return columns.filter(({ type }) => type === "texts");
}

/**
 * The table `meta` describes the database, with one row for each key.
 *
 * `format` is the version of these tables, `dialect` the database that they are for, `version`
 * that of the data, `rows` the number of rows of each table as JSON, and `withdrawn` the withdrawn
 * ids as JSON.
 */
export const metaTable = "meta";
/** The version of the tables; a database of another one is refused. */
export const tablesFormat = "1";

/** Which ids are below which, for those who write SQL: `above` and `id`. */
export const belowTable = "below";
