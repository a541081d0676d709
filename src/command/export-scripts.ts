/** The scripts and the data files of each database. */
import { dialects, linkTable, type Dialect } from "../sql/sql-dialect.ts";
import { toSqliteLiteral, toTextLiteral } from "../sql/sql-literals.ts";
import {
  createIndexes,
  createTables,
  createViews,
  dyadTable,
  ownColumns,
} from "../sql/sql-schema.ts";
import {
  belowTable,
  columnsOf,
  listColumns,
  metaTable,
  type KindTable,
  type NamedColumn,
} from "../sql/sql-tables.ts";
import { quoteName } from "../sql/sql-text.ts";
import type { Row, RowValue } from "../sql/to-row.ts";
import { dyadColumns, rowsOf, type ExportData, type SmallTable } from "./export-data.ts";
import { writeLines } from "./export-folder.ts";

/** The databases that are loaded by scripts. */
export type ScriptTarget = "sqlite" | "duckdb" | "postgres" | "clickhouse";

/** Reports the progress of large tables from time to time. */
export type Progress = (line: string) => void;

/** So many rows are inserted by one statement. */
const rowsPerInsert = 200;
/** The progress is reported each time after so many rows. */
const rowsPerReport = 100_000;

/** Passes values on, and reports from time to time how many. */
export function* reported<Value>(
  values: Iterable<Value>,
  name: string,
  count: number,
  progress: Progress,
): Generator<Value> {
  let done = 0;
  for (const value of values) {
    yield value;
    if (++done % rowsPerReport === 0)
      progress(`${name}: ${done.toLocaleString("en")} of ${count.toLocaleString("en")}`);
  }
}

function* inParts<Value>(values: Iterable<Value>, size: number): Generator<Value[]> {
  let part: Value[] = [];
  for (const value of values) {
    part.push(value);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

function insertText(table: string, rows: readonly (readonly string[])[]): string {
  const values = rows.map((row) => `(${row.join(", ")})`).join(",\n");
  return `INSERT INTO ${quoteName(table)} VALUES\n${values};`;
}

/** The statements that fill a table of texts. */
function* insertTexts(name: string, { rows }: SmallTable, dialect: Dialect): Generator<string> {
  for (const part of inParts(rows, rowsPerInsert)) {
    const literals = part.map((row) => row.map((text) => toTextLiteral(text, dialect)));
    yield insertText(name, literals);
  }
}

/** What COPY of PostgreSQL writes for characters that end a cell or a row. */
const copyEscapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

/** A cell for COPY of PostgreSQL in its text format; its CSV ends at a line with `\.` */
function toCopyCell(value: RowValue): string {
  if (value === null) return "\\N";
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  const text =
    typeof value === "string"
      ? value
      : `{${value.map((one) => `"${one.replace(/[\\"]/g, "\\$&")}"`).join(",")}}`;
  return text.replace(/[\\\t\n\r]/g, (character) => copyEscapes[character]!);
}

/** A row for ClickHouse, in which days are numbers such as 20221205. */
function toClickhouseRow(row: Row, columns: readonly NamedColumn[], dialect: Dialect): object {
  const cells = columns.map(({ name, type }) => {
    const value: RowValue = row[name] ?? null;
    return [name, type === "day" && value !== null ? dialect.toDay(value as string) : value];
  });
  return Object.fromEntries(cells) as object;
}

/** How the rows of a kind are written to a file, and how that file is loaded. */
interface DataFile {
  readonly ending: string;
  readonly line: (row: Row, table: KindTable) => string;
  readonly load: (table: KindTable, file: string) => string;
}

const dataFiles: Readonly<Record<Exclude<ScriptTarget, "sqlite">, DataFile>> = {
  postgres: {
    ending: "tsv",
    line: (row, table) =>
      columnsOf(table)
        .map(({ name }) => toCopyCell(row[name]!))
        .join("\t"),
    // \copy reads the file where psql runs
    load: (table, file) => `\\copy ${quoteName(table.name)} FROM '${file}'`,
  },
  duckdb: {
    ending: "ndjson",
    line: (row) => JSON.stringify(row),
    load: (table, file) => {
      const types = columnsOf(table).map(
        ({ name, type }) => `${quoteName(name)}: '${dialects.duckdb.types[type]}'`,
      );
      const order = table.date ? `${quoteName(table.date.day)} NULLS LAST, "seq"` : '"seq"';
      return (
        `INSERT INTO ${quoteName(table.name)}\n` +
        `SELECT * FROM read_ndjson('${file}', columns = {${types.join(", ")}},\n` +
        `  maximum_object_size = 268435456) ORDER BY ${order};`
      );
    },
  },
  clickhouse: {
    ending: "ndjson",
    line: (row, table) =>
      JSON.stringify(toClickhouseRow(row, columnsOf(table), dialects.clickhouse)),
    load: (table, file) =>
      `INSERT INTO ${quoteName(table.name)} FROM INFILE '${file}' FORMAT JSONEachRow;`,
  },
};

/** The statements that fill a table of SQLite and the tables of its lists. */
function* sqliteRows(table: KindTable, rows: Iterable<Row>): Generator<string> {
  const columns = ownColumns(table, dialects.sqlite);
  const lists = listColumns(table);
  for (const part of inParts(rows, rowsPerInsert)) {
    yield insertText(
      table.name,
      part.map((row) => columns.map(({ name, type }) => toSqliteLiteral(row[name]!, type))),
    );
    for (const { name } of lists) {
      const links = part.flatMap((row) =>
        (row[name] as readonly string[]).map((value) => [
          toTextLiteral(value, dialects.sqlite),
          String(row.seq),
        ]),
      );
      if (links.length > 0) yield insertText(linkTable(table.name, name), links);
    }
  }
}

/** The table `meta` of a database tells for which one its tables are. */
export function metaOf({ meta }: ExportData, { name }: Dialect): SmallTable {
  return { ...meta, rows: [...meta.rows, ["dialect", name]] };
}

/** The statements that load the data. The table meta comes last: it tells that loading finished. */
function* loadLines(data: ExportData, target: ScriptTarget, progress: Progress): Generator<string> {
  const dialect = dialects[target];
  if (target === "sqlite") yield "BEGIN;";
  for (const kind of data.kinds) {
    const { table, count } = kind;
    if (count === 0) continue;
    if (target === "sqlite")
      yield* sqliteRows(table, reported(rowsOf(kind), table.name, count, progress));
    else yield dataFiles[target].load(table, `${table.name}.${dataFiles[target].ending}`);
  }
  yield* insertTexts(belowTable, data.below, dialect);
  yield* insertTexts(dyadTable, data.dyads, dialect);
  yield* insertTexts(metaTable, metaOf(data, dialect), dialect);
  if (target === "sqlite") yield "COMMIT;";
}

/** Writes the scripts and data files of a database into a folder. */
export function writeScripts(
  folder: string,
  data: ExportData,
  target: ScriptTarget,
  progress: Progress,
): void {
  const dialect = dialects[target];
  writeLines(`${folder}/schema.sql`, [
    ...createTables(dialect, dyadColumns),
    ...createViews(dialect),
  ]);
  writeLines(`${folder}/indexes.sql`, createIndexes(dialect));
  if (target !== "sqlite")
    for (const kind of data.kinds) {
      const { table, count } = kind;
      if (count === 0) continue;
      const { ending, line } = dataFiles[target];
      const rows = reported(rowsOf(kind), table.name, count, progress);
      writeLines(
        `${folder}/${table.name}.${ending}`,
        mapLines(rows, (row) => line(row, table)),
      );
    }
  writeLines(`${folder}/load.sql`, loadLines(data, target, progress));
}

function* mapLines<Value>(
  values: Iterable<Value>,
  toLine: (value: Value) => string,
): Generator<string> {
  for (const value of values) yield toLine(value);
}
