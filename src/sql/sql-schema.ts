/** The scripts that make tables, indexes and views. */
import { fieldsOfKind } from "../generated/fields.ts";
import { linkTable, type Dialect } from "./sql-dialect.ts";
import {
  belowTable,
  columnsOf,
  kindTables,
  listColumns,
  metaTable,
  type KindTable,
  type NamedColumn,
  type ValueColumn,
} from "./sql-tables.ts";
import { quoteName, toColumnName } from "./sql-text.ts";

/** The tables of the kinds, in the order of the dataset. */
export const allKindTables: readonly KindTable[] = Object.values(kindTables);

/** The columns of a dyad, as in csv/dyads.csv. */
export const dyadTable = "dyads";

/** The columns that a table has in a database: SQLite has other tables for lists. */
export function ownColumns(table: KindTable, { name }: Dialect): NamedColumn[] {
  return columnsOf(table).filter(({ type }) => name !== "sqlite" || type !== "texts");
}

function isRequired({ name, type }: NamedColumn): boolean {
  return name === "seq" || type === "id" || type === "texts" || type === "record";
}

/** A column as CREATE TABLE has it. The types of ClickHouse tell whether null is allowed. */
function columnText(column: NamedColumn, { name, types }: Dialect): string {
  const type = types[column.type];
  if (name === "clickhouse") return `${quoteName(column.name)} ${type}`;
  if (column.name === "seq" && name !== "duckdb") return `"seq" ${type} PRIMARY KEY`;
  return `${quoteName(column.name)} ${type}${isRequired(column) ? " NOT NULL" : ""}`;
}

/** What comes after the columns: the order in which ClickHouse keeps its rows. */
function engineText(order: readonly string[], { name }: Dialect): string {
  if (name !== "clickhouse") return "";
  const keys = order.map(quoteName).join(", ");
  return ` ENGINE = MergeTree ORDER BY (${keys}) SETTINGS allow_nullable_key = 1`;
}

function createTable(
  name: string,
  columns: readonly NamedColumn[],
  order: readonly string[],
  dialect: Dialect,
): string {
  const list = columns.map((column) => `  ${columnText(column, dialect)}`).join(",\n");
  return `CREATE TABLE ${quoteName(name)} (\n${list}\n)${engineText(order, dialect)};`;
}

function createKindTable(table: KindTable, dialect: Dialect): string[] {
  const order = table.date ? [table.date.day, "seq"] : ["seq"];
  const own = createTable(table.name, ownColumns(table, dialect), order, dialect);
  if (dialect.name !== "sqlite") return [own];
  const links = listColumns(table).map(
    ({ name }) =>
      `CREATE TABLE ${quoteName(linkTable(table.name, name))} (\n` +
      '  "value" TEXT NOT NULL,\n  "seq" INTEGER NOT NULL,\n' +
      '  PRIMARY KEY ("value", "seq")\n) WITHOUT ROWID;',
  );
  return [own, ...links];
}

function textColumns(names: readonly string[]): NamedColumn[] {
  return names.map((name) => ({ name, type: "id" }));
}

/** The statements that make the tables. */
export function createTables(dialect: Dialect, dyadColumns: readonly string[]): string[] {
  const dyads = textColumns(dyadColumns.map(toColumnName));
  return [
    ...allKindTables.flatMap((table) => createKindTable(table, dialect)),
    createTable(belowTable, textColumns(["above", "id"]), ["above", "id"], dialect),
    createTable(dyadTable, dyads, ["source", "target"], dialect),
    createTable(metaTable, textColumns(["key", "value"]), ["key"], dialect),
  ];
}

/** Whether a column holds ids: these are what people ask for most. */
function holdsIds({ kind }: KindTable, { field, key }: ValueColumn): boolean {
  return Object.entries(fieldsOfKind[kind]).some(
    ([name, one]) => (one.in ?? name) === field && one.key === key && one.of !== undefined,
  );
}

/** Index names share the names of tables in PostgreSQL. */
function indexName(table: KindTable, suffix: string): string {
  return quoteName(`by_${table.name}_${suffix}`);
}

function sqliteIndexes(table: KindTable): string[] {
  return listColumns(table).map(({ name }) => {
    const link = linkTable(table.name, name);
    return `CREATE INDEX ${quoteName(`by_${link}`)} ON ${quoteName(link)} ("seq", "value");`;
  });
}

function postgresIndexes(table: KindTable): string[] {
  const lists = listColumns(table).filter((column) => holdsIds(table, column));
  return lists.map(
    ({ name }) =>
      `CREATE INDEX ${indexName(table, name)} ON ${quoteName(table.name)} ` +
      `USING gin (${quoteName(name)});`,
  );
}

/** Indexes of SQLite and PostgreSQL: over ids and days. */
function rowIndexes(table: KindTable, { name }: Dialect): string[] {
  const on = (suffix: string, columns: string, unique = "") =>
    `CREATE ${unique}INDEX ${indexName(table, suffix)} ON ${quoteName(table.name)} (${columns});`;
  const { date, columns } = table;
  const day = date && quoteName(date.day);
  const scalars = columns.filter((one) => one.type !== "texts" && holdsIds(table, one));
  return [
    on("id", '"id"', "UNIQUE "),
    ...(day === undefined
      ? []
      : [
          on("oldest", `${day}${name === "postgres" ? " NULLS LAST" : ""}, "seq"`),
          on("newest", `${day} DESC${name === "postgres" ? " NULLS LAST" : ""}, "seq"`),
        ]),
    ...scalars.map((column) =>
      on(column.name, [quoteName(column.name), ...(day ? [day] : [])].join(", ")),
    ),
    ...(name === "sqlite" ? sqliteIndexes(table) : postgresIndexes(table)),
  ];
}

/** In ClickHouse: which parts of a table cannot hold a value. */
function clickhouseIndexes(table: KindTable): string[] {
  const lists = listColumns(table).filter((column) => holdsIds(table, column));
  return ["id", ...lists.map(({ name }) => name)].flatMap((name) => {
    const alter = `ALTER TABLE ${quoteName(table.name)}`;
    const index = indexName(table, name);
    return [
      `${alter} ADD INDEX ${index} ${quoteName(name)} TYPE bloom_filter GRANULARITY 1;`,
      `${alter} MATERIALIZE INDEX ${index};`,
    ];
  });
}

/** The statements that make the indexes; to be run when the data are loaded. */
export function createIndexes(dialect: Dialect): string[] {
  return allKindTables.flatMap((table) => {
    if (dialect.name === "clickhouse") return clickhouseIndexes(table);
    if (dialect.name !== "duckdb") return rowIndexes(table, dialect);
    return [`CREATE UNIQUE INDEX ${indexName(table, "id")} ON ${quoteName(table.name)} ("id");`];
  });
}

/** Labels in one text, sorted where the database can. */
function joinedText(column: string, { name }: Dialect): string {
  if (name === "sqlite") return `group_concat(${column}, '; ')`;
  if (name === "clickhouse") return `arrayStringConcat(arraySort(groupArray(${column})), '; ')`;
  return `string_agg(${column}, '; ' ORDER BY ${column})`;
}

/** The statements with the values of some lists, one row for each combination. */
function statementsWith(lists: readonly string[], dialect: Dialect): string {
  return lists.reduce(
    (source, list, i) => dialect.withValues(source, "statements", list, `value_${i + 1}`),
    'SELECT * FROM "statements"',
  );
}

function view(name: string, text: string): string {
  return `CREATE VIEW ${quoteName(name)} AS\n${text};`;
}

/** One row for each statement and each value of a list, with the label of the value. */
function pairsView(name: string, list: string, labels: string, dialect: Dialect): string {
  return view(
    `statement_${name}s`,
    `SELECT s."id" AS "statement", s."value_1" AS "${name}",\n` +
      `  coalesce(l."label", s."value_1") AS "${name}_label"\n` +
      `FROM (${statementsWith([list], dialect)}) AS s\n` +
      `LEFT JOIN ${quoteName(labels)} AS l ON l."id" = s."value_1"\n` +
      'WHERE s."value_1" IS NOT NULL',
  );
}

function detailsView(dialect: Dialect): string {
  const joined = (name: string) =>
    `LEFT JOIN (\n  SELECT "statement", ${joinedText(`"${name}_label"`, dialect)} AS "labels"\n` +
    `  FROM "statement_${name}s" GROUP BY "statement"\n) AS ${name} ` +
    `ON ${name}."statement" = s."id"`;
  return view(
    "statement_details",
    'SELECT s."seq" AS "seq", s."id" AS "id", s."date_day" AS "date_day", s."label" AS "label",\n' +
      '  s."mode" AS "mode", s."speech_act" AS "speech_act", s."source" AS "source",\n' +
      '  s."place" AS "place", s."meeting" AS "meeting", m."label" AS "meeting_label",\n' +
      '  speaker."labels" AS "speakers", topic."labels" AS "topics"\n' +
      'FROM "statements" AS s\n' +
      'LEFT JOIN "meetings" AS m ON m."id" = s."meeting"\n' +
      `${joined("speaker")}\n${joined("topic")}`,
  );
}

function dyadsView(dialect: Dialect): string {
  return view(
    "statement_dyads",
    'SELECT DISTINCT s."id" AS "statement", s."value_1" AS "speaker",\n' +
      '  coalesce(s."value_2", s."value_3") AS "target", s."event_code" AS "cameo",\n' +
      '  s."speech_act" AS "speech_act", s."mode" AS "mode", s."place" AS "place",\n' +
      '  s."date_earliest" AS "date_earliest", s."date_latest" AS "date_latest",\n' +
      '  s."source" AS "source"\n' +
      `FROM (${statementsWith(["speakers", "targets", "addressees"], dialect)}) AS s\n` +
      'WHERE s."value_1" IS NOT NULL',
  );
}

/** Views for those who write SQL by hand. */
export function createViews(dialect: Dialect): string[] {
  return [
    view(
      "actors",
      'SELECT "id", "label", \'person\' AS "kind" FROM "people"\n' +
        'UNION ALL SELECT "id", "label", \'organization\' AS "kind" FROM "organizations"\n' +
        'UNION ALL SELECT "id", "label", \'country\' AS "kind" FROM "places" ' +
        "WHERE \"type\" = 'country'",
    ),
    pairsView("speaker", "speakers", "actors", dialect),
    pairsView("topic", "topics", "topics", dialect),
    detailsView(dialect),
    dyadsView(dialect),
  ];
}
