/**
 * What SQLite, DuckDB, PostgreSQL and ClickHouse write differently. All other SQL is the same text
 * for the four. A list is an array in three of them, and a table of its own in SQLite.
 */
import { checkName } from "../criteria/input-error.ts";
import { quoteName, type SqlValue } from "./sql-text.ts";

/** The databases for which queries are written. */
export type DialectName = "sqlite" | "duckdb" | "postgres" | "clickhouse";

/** The types of columns. A day is a date without time; a flag is true, false or null. */
export type ColumnType = "integer" | "id" | "term" | "text" | "texts" | "day" | "flag" | "record";

/** The types of parameters. */
export type ParameterType = "text" | "texts" | "day" | "integer";

/** How one database writes what differs. Columns and parameters are given as SQL. */
export interface Dialect {
  readonly name: DialectName;
  /** Whether all rows are counted in no time; the others have `seq` as primary key. */
  readonly countsFast: boolean;
  /** The type of a column. */
  readonly types: Readonly<Record<ColumnType, string>>;
  /** The placeholder of the parameter at a position, from 1. */
  parameter(position: number, type: ParameterType): string;
  /** A list of texts as the value of a parameter. */
  toTexts(values: readonly string[]): SqlValue;
  /** A day, YYYY-MM-DD, as the value of a parameter. */
  toDay(day: string): SqlValue;
  /** Whether a scalar column is one of the texts. */
  isAnyOf(column: string, texts: string): string;
  /**
   * Whether a list holds one of the texts. `inOrder`: a few records are wanted in the order of
   * their days, so that walking that order and testing each finds them soonest.
   */
  hasAny(table: string, column: string, texts: string, inOrder: boolean): string;
  /** Whether a list holds a text, where a database finds one text sooner than one of several. */
  hasOne?(column: string, text: string): string;
  /** Whether a list holds anything. */
  isNotEmpty(table: string, column: string): string;
  /** A query with all columns of `source` and the values of a list, one a row; null for none. */
  withValues(source: string, table: string, column: string, as: string): string;
  /** A day column as text, YYYY-MM-DD. */
  dayText(column: string): string;
}

/** The table that holds the values of a list in SQLite: seq and value. */
export function linkTable(table: string, column: string): string {
  return `${table}_${column}`;
}

/** JSON as the value of a parameter: the drivers of SQLite and DuckDB have no type for lists. */
function toJsonTexts(values: readonly string[]): string {
  return JSON.stringify(values);
}

const sqlite: Dialect = {
  name: "sqlite",
  countsFast: false,
  types: {
    ...{ integer: "INTEGER", id: "TEXT", term: "TEXT", text: "TEXT", texts: "TEXT" },
    ...{ day: "TEXT", flag: "INTEGER", record: "TEXT" },
  },
  parameter: (position) => `?${position}`,
  toTexts: toJsonTexts,
  toDay: (day) => day,
  isAnyOf: (column, texts) => `${column} IN (SELECT value FROM json_each(${texts}))`,
  hasAny: (table, column, texts, inOrder) => {
    const link = quoteName(linkTable(table, column));
    const isOneOf = `l."value" IN (SELECT value FROM json_each(${texts}))`;
    const isLinked = `l."seq" = ${quoteName(table)}."seq"`;
    return inOrder
      ? `EXISTS (SELECT 1 FROM ${link} AS l WHERE ${isLinked} AND ${isOneOf})`
      : `"seq" IN (SELECT l."seq" FROM ${link} AS l WHERE ${isOneOf})`;
  },
  isNotEmpty: (table, column) =>
    `EXISTS (SELECT 1 FROM ${quoteName(linkTable(table, column))} AS l ` +
    `WHERE l."seq" = ${quoteName(table)}."seq")`,
  withValues: (source, table, column, as) =>
    `SELECT s.*, l."value" AS ${quoteName(as)} FROM (${source}) AS s ` +
    `LEFT JOIN ${quoteName(linkTable(table, column))} AS l ON l."seq" = s."seq"`,
  dayText: (column) => column,
};

const duckdb: Dialect = {
  name: "duckdb",
  countsFast: true,
  types: {
    ...{ integer: "BIGINT", id: "VARCHAR", term: "VARCHAR", text: "VARCHAR", texts: "VARCHAR[]" },
    ...{ day: "DATE", flag: "BOOLEAN", record: "VARCHAR" },
  },
  parameter: (position, type) => {
    if (type === "texts") return `from_json(CAST($${position} AS JSON), '["VARCHAR"]')`;
    return type === "day" ? `CAST($${position} AS DATE)` : `$${position}`;
  },
  toTexts: toJsonTexts,
  toDay: (day) => day,
  isAnyOf: (column, texts) => `list_contains(${texts}, ${column})`,
  hasAny: (_table, column, texts) => `list_has_any(${quoteName(column)}, ${texts})`,
  hasOne: (column, text) => `list_contains(${quoteName(column)}, ${text})`,
  isNotEmpty: (_table, column) => `len(${quoteName(column)}) > 0`,
  withValues: (source, _table, column, as) =>
    `SELECT *, unnest(CASE WHEN len(${quoteName(column)}) = 0 THEN [NULL] ` +
    `ELSE ${quoteName(column)} END) AS ${quoteName(as)} FROM (${source}) AS s`,
  dayText: (column) => `CAST(${column} AS VARCHAR)`,
};

const postgres: Dialect = {
  name: "postgres",
  countsFast: false,
  types: {
    ...{ integer: "bigint", id: "text", term: "text", text: "text", texts: "text[]" },
    ...{ day: "date", flag: "boolean", record: "jsonb" },
  },
  parameter: (position, type) => {
    const cast = { texts: "text[]", day: "date", text: "text", integer: "bigint" }[type];
    return `$${position}::${cast}`;
  },
  toTexts: (values) => values,
  // the year 0000 of ISO 8601 is the year 1 before Christ
  toDay: (day) => (day.startsWith("0000") ? `0001${day.slice(4)} BC` : day),
  isAnyOf: (column, texts) => `${column} = ANY(${texts})`,
  hasAny: (_table, column, texts) => `${quoteName(column)} && ${texts}`,
  isNotEmpty: (_table, column) => `${quoteName(column)} <> '{}'`,
  withValues: (source, _table, column, as) =>
    `SELECT s.*, l."value" AS ${quoteName(as)} FROM (${source}) AS s ` +
    `LEFT JOIN LATERAL unnest(s.${quoteName(column)}) AS l("value") ON true`,
  dayText: (column) => `to_char(${column}, 'YYYY-MM-DD')`,
};

const clickhouse: Dialect = {
  name: "clickhouse",
  countsFast: true,
  types: {
    ...{ integer: "UInt64", id: "String", term: "LowCardinality(Nullable(String))" },
    // Array(LowCardinality(String)) does not find an empty text, and Date32 makes old days 1900
    ...{ text: "Nullable(String)", texts: "Array(String)", day: "Nullable(Int32)" },
    ...{ flag: "Nullable(Bool)", record: "String" },
  },
  parameter: (position, type) => {
    const named = { texts: "Array(String)", day: "Int32", text: "String", integer: "UInt64" }[type];
    return `{p${position}:${named}}`;
  },
  toTexts: (values) => values,
  toDay: (day) => Number(day.replaceAll("-", "")),
  isAnyOf: (column, texts) => `has(${texts}, ${column})`,
  hasAny: (_table, column, texts) => `hasAny(${quoteName(column)}, ${texts})`,
  isNotEmpty: (_table, column) => `notEmpty(${quoteName(column)})`,
  withValues: (source, _table, column, as) =>
    `SELECT *, arrayJoin(if(empty(${quoteName(column)}), [CAST(NULL, 'Nullable(String)')], ` +
    `CAST(${quoteName(column)}, 'Array(Nullable(String))'))) AS ${quoteName(as)} ` +
    `FROM (${source}) AS s`,
  dayText: (column) => {
    const digits = `leftPad(toString(${column}), 8, '0')`;
    const part = (start: number, length: number) => `substring(${digits}, ${start}, ${length})`;
    return `concat(${part(1, 4)}, '-', ${part(5, 2)}, '-', ${part(7, 2)})`;
  },
};

/** The four dialects, by name. */
export const dialects: Readonly<Record<DialectName, Dialect>> = {
  sqlite,
  duckdb,
  postgres,
  clickhouse,
};

/** The names of the dialects. */
export const dialectNames = Object.keys(dialects) as DialectName[];

/** The dialect with a name, or an InputError that names the nearest one. */
export function readDialect(caller: string, name: unknown): Dialect {
  checkName(`${caller}.dialect`, "dialect", name, dialectNames);
  return dialects[name as DialectName];
}
