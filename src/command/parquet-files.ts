/** Parquet files, one for each table. The writer is an optional package of the user's. */
import { description } from "../generated/release.ts";
import { dialects } from "../sql/sql-dialect.ts";
import { createViews, dyadTable } from "../sql/sql-schema.ts";
import { belowTable, columnsOf, metaTable, type NamedColumn } from "../sql/sql-tables.ts";
import { quoteName } from "../sql/sql-text.ts";
import type { Row, RowValue } from "../sql/to-row.ts";
import { UsageError } from "./command.ts";
import { rowsOf, type ExportData, type SmallTable } from "./export-data.ts";
import { writeLines } from "./export-folder.ts";
import { metaOf, reported, type Progress } from "./export-scripts.ts";

/** An element of a Parquet schema. */
interface SchemaElement {
  readonly name: string;
  readonly type?: string;
  readonly converted_type?: string;
  readonly repetition_type?: "REQUIRED" | "OPTIONAL" | "REPEATED";
  readonly num_children?: number;
}

/** As much of hyparquet-writer as is used. */
export interface ParquetWriter {
  readonly fileWriter: (filename: string) => unknown;
  readonly parquetWriteRows: (options: {
    writer: unknown;
    rows: Iterable<Readonly<Record<string, unknown>>>;
    columns: readonly { readonly name: string }[];
    schema: readonly SchemaElement[];
    rowGroupSize: number;
  }) => unknown;
}

const rowGroupSize = 100_000;

/** Loads the package that writes Parquet, or tells how to install it. */
export async function loadParquetWriter(): Promise<ParquetWriter> {
  // a name that a bundler does not resolve, because the package may be absent
  const name = "hyparquet-writer";
  try {
    return (await import(name)) as ParquetWriter;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== "ERR_MODULE_NOT_FOUND") throw error;
    const own = description.name;
    throw new UsageError(
      `export --to parquet needs the package ${name}: npm install ${own} ${name}, or ` +
        `npx -p ${own} -p ${name} ${own} export …`,
    );
  }
}

function toElements({ name, type }: NamedColumn): SchemaElement[] {
  const required = { repetition_type: "REQUIRED" } as const;
  const optional = { repetition_type: "OPTIONAL" } as const;
  const text = { type: "BYTE_ARRAY", converted_type: "UTF8" } as const;
  switch (type) {
    case "integer":
      return [{ name, type: "INT64", ...required }];
    case "texts":
      return [
        { name, converted_type: "LIST", num_children: 1, ...required },
        { name: "list", num_children: 1, repetition_type: "REPEATED" },
        { name: "element", ...text, ...required },
      ];
    case "day":
      return [{ name, type: "INT32", converted_type: "DATE", ...optional }];
    case "flag":
      return [{ name, type: "BOOLEAN", ...optional }];
    default:
      return [{ name, ...text, ...(type === "id" || type === "record" ? required : optional) }];
  }
}

function toSchema(columns: readonly NamedColumn[]): SchemaElement[] {
  return [{ name: "root", num_children: columns.length }, ...columns.flatMap(toElements)];
}

/** A row as the writer takes it: INT64 as bigint, days as dates. */
function toParquetRow(row: Row, columns: readonly NamedColumn[]): Record<string, unknown> {
  const cells = columns.map(({ name, type }): [string, unknown] => {
    const value: RowValue = row[name] ?? null;
    if (type === "integer") return [name, BigInt(value as number)];
    if (type === "day" && value !== null) return [name, new Date(`${value as string}T00:00:00Z`)];
    return [name, value];
  });
  return Object.fromEntries(cells);
}

function* parquetRows(rows: Iterable<Row>, columns: readonly NamedColumn[]) {
  for (const row of rows) yield toParquetRow(row, columns);
}

function smallColumns({ columns }: SmallTable): NamedColumn[] {
  return columns.map((name) => ({ name, type: "id" }));
}

function smallRows({ columns, rows }: SmallTable): Row[] {
  return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]!])));
}

/** Writes a Parquet file for each table, and views for DuckDB. */
export async function writeParquet(
  folder: string,
  data: ExportData,
  { fileWriter, parquetWriteRows }: ParquetWriter,
  progress: Progress,
): Promise<void> {
  const write = async (name: string, columns: readonly NamedColumn[], rows: Iterable<Row>) => {
    await parquetWriteRows({
      writer: fileWriter(`${folder}/${name}.parquet`),
      rows: parquetRows(rows, columns),
      columns: columns.map((column) => ({ name: column.name })),
      schema: toSchema(columns),
      rowGroupSize,
    });
  };
  for (const kind of data.kinds) {
    const { table, count } = kind;
    const rows = reported(rowsOf(kind), table.name, count, progress);
    await write(table.name, columnsOf(table), rows);
  }
  const meta = metaOf(data, dialects.duckdb);
  const small = { [belowTable]: data.below, [dyadTable]: data.dyads, [metaTable]: meta };
  for (const [name, table] of Object.entries(small))
    await write(name, smallColumns(table), smallRows(table));
  const names = [...data.kinds.map(({ table }) => table.name), ...Object.keys(small)];
  writeLines(`${folder}/views.sql`, [
    ...names.map(
      (name) => `CREATE VIEW ${quoteName(name)} AS SELECT * FROM read_parquet('${name}.parquet');`,
    ),
    ...createViews(dialects.duckdb),
  ]);
}
