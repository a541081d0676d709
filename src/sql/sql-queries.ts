/** Whole queries: pages of records, look-up, counts. */
import type { Page } from "../collections/store.ts";
import type { Grouping } from "../collections/counts.ts";
import type { Condition } from "../criteria/condition.ts";
import type { Dialect } from "./sql-dialect.ts";
import { listColumns, type KindTable } from "./sql-tables.ts";
import { quoteName, toLimitText, type SqlQuery } from "./sql-text.ts";
import { Parameters, whereText } from "./where-text.ts";

/** What a query asks: the table, in the SQL of a database, and what its records must meet. */
export interface Asking {
  readonly table: KindTable;
  readonly dialect: Dialect;
  readonly conditions: readonly Condition[];
}

/** The order of records: by day, undated last; on one day as they were loaded. */
function orderText({ date }: KindTable, order: Page["order"]): string {
  if (date === undefined) return ' ORDER BY "seq"';
  const direction = order === "newest" ? " DESC" : "";
  return ` ORDER BY ${quoteName(date.day)}${direction} NULLS LAST, "seq"`;
}

/** One page of the records that meet the conditions: by default the column `record`. */
export function selectQuery(
  { table, dialect, conditions }: Asking,
  page: Page,
  columns: readonly string[] = ["record"],
): SqlQuery {
  const parameters = new Parameters(dialect);
  const isPage = page.limit < Infinity && table.date !== undefined;
  const where = whereText(conditions, { table, dialect }, parameters, isPage);
  return parameters.toQuery(
    `SELECT ${columns.map(quoteName).join(", ")} FROM ${quoteName(table.name)} WHERE ${where}` +
      orderText(table, page.order) +
      toLimitText(page),
  );
}

/** The record after which a page begins: its day as text, null when undated, and its number. */
export interface PageEnd {
  readonly day: string | null;
  /** null: the page begins with the first of the undated records, which come last. */
  readonly seq: number | null;
}

/** Where a page of `each` begins: after so many records, or after a record. */
export type Part = { readonly offset: number } | PageEnd;

/** The records that come after one: those with a day, or the undated ones. */
function afterText(
  { date }: KindTable,
  order: Page["order"],
  { day, seq }: PageEnd,
  parameters: Parameters,
): string {
  const isUndated = date === undefined ? "" : `${quoteName(date.day)} IS NULL`;
  if (seq === null) return isUndated;
  const later = `"seq" > ${parameters.integer(seq)}`;
  if (date === undefined) return later;
  if (day === null) return `${isUndated} AND ${later}`;
  const column = quoteName(date.day);
  const from = parameters.day(day);
  const sign = order === "newest" ? "<" : ">";
  // the first comparison lets a database begin at the day in its index
  return `${column} ${sign}= ${from} AND (${column} ${sign} ${from} OR ${later})`;
}

/** One page of `each`: the columns `record`, `seq` and the day as text. */
export function partQuery(
  { table, dialect, conditions }: Asking,
  { limit, order, part }: { limit: number; order: Page["order"]; part: Part },
): SqlQuery {
  const parameters = new Parameters(dialect);
  const where = [whereText(conditions, { table, dialect }, parameters)];
  if ("seq" in part) where.push(afterText(table, order, part, parameters));
  const day = table.date === undefined ? "NULL" : dialect.dayText(quoteName(table.date.day));
  const offset = "offset" in part ? part.offset : 0;
  return parameters.toQuery(
    `SELECT "record", "seq", ${day} AS "day_text" FROM ${quoteName(table.name)} ` +
      `WHERE ${where.join(" AND ")}${orderText(table, order)}${toLimitText({ limit, offset })}`,
  );
}

/** How many records meet the conditions. */
export function countQuery({ table, dialect, conditions }: Asking): SqlQuery {
  const parameters = new Parameters(dialect);
  const where = whereText(conditions, { table, dialect }, parameters);
  return parameters.toQuery(
    `SELECT count(*) AS "count" FROM ${quoteName(table.name)} WHERE ${where}`,
  );
}

/** The record with an id. */
export function getQuery({ table, dialect }: Omit<Asking, "conditions">, id: string): SqlQuery {
  const parameters = new Parameters(dialect);
  const where = `"id" = ${parameters.text(id)}`;
  return parameters.toQuery(`SELECT "record" FROM ${quoteName(table.name)} WHERE ${where}`);
}

/** The month or year of a date that certainly lies in one. */
function periodText({ date }: KindTable, period: "month" | "year", dialect: Dialect): string {
  if (date === undefined) return "NULL";
  const { earliest, latest, exact } = date;
  const start = (day: string) =>
    `substring(${dialect.dayText(quoteName(day))}, 1, ${period === "month" ? 7 : 4})`;
  return (
    `CASE WHEN ${quoteName(exact)} = true AND ${start(earliest)} = ${start(latest)} ` +
    `THEN ${start(earliest)} END`
  );
}

/** Adds the values of a grouping to the rows of a query, as a column. */
function withGrouping(
  source: string,
  grouping: Grouping,
  as: string,
  { table, dialect }: Asking,
): string {
  if ("period" in grouping)
    return (
      `SELECT *, ${periodText(table, grouping.period, dialect)} AS ${quoteName(as)} ` +
      `FROM (${source}) AS s`
    );
  const { field, key } = grouping;
  const list = listColumns(table).find((one) => one.field === field && one.key === key);
  if (list !== undefined) return dialect.withValues(source, table.name, list.name, as);
  const scalar = table.columns.find((one) => one.field === field && one.key === key);
  const column = quoteName(scalar?.name ?? "id");
  return `SELECT *, ${column} AS ${quoteName(as)} FROM (${source}) AS s`;
}

/** How many records have each combination of values: a column for each grouping, and `count`. */
export function countByQuery(asking: Asking, groupings: readonly Grouping[]): SqlQuery {
  const { table, dialect, conditions } = asking;
  const parameters = new Parameters(dialect);
  const where = whereText(conditions, { table, dialect }, parameters);
  // databases read only the columns that the outer queries name
  let source = `SELECT * FROM ${quoteName(table.name)} WHERE ${where}`;
  const names = groupings.map((_, i) => `value_${i + 1}`);
  for (const [i, grouping] of groupings.entries())
    source = withGrouping(source, grouping, names[i]!, asking);
  const grouped = names.map(quoteName).join(", ");
  return parameters.toQuery(
    `SELECT ${grouped}, count(*) AS "count" FROM (${source}) AS s GROUP BY ${grouped}`,
  );
}
