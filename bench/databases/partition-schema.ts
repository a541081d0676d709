/**
 * The scripts of an export with `statements` divided by year, to measure what that gives. It is
 * not part of the export, because a `seq` or `id` alone cannot be a unique key of such a table in
 * PostgreSQL.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DialectName } from "../../src/sql.ts";

const years = Array.from({ length: 10 }, (_, i) => 2015 + i);

/** The text with its first `part` after `from` replaced. It throws when there is none. */
function replaceAfter(text: string, from: string, part: string, by: string): string {
  const start = text.indexOf(from);
  const at = text.indexOf(part, start);
  if (start < 0 || at < 0) throw new Error(`no ${part} after ${from}`);
  return text.slice(0, at) + by + text.slice(at + part.length);
}

function partitionPostgres(schema: string): string {
  const table = 'CREATE TABLE "statements"';
  const parts = years.map(
    (year) =>
      `CREATE TABLE "statements_${year}" PARTITION OF "statements" ` +
      `FOR VALUES FROM ('${year}-01-01') TO ('${year + 1}-01-01');\n`,
  );
  const others = 'CREATE TABLE "statements_others" PARTITION OF "statements" DEFAULT;\n';
  const keyless = replaceAfter(schema, table, "bigint PRIMARY KEY", "bigint NOT NULL");
  const end = `\n) PARTITION BY RANGE ("date_day");\n${parts.join("")}${others}`;
  return replaceAfter(keyless, table, "\n);\n", end);
}

function partitionClickhouse(schema: string): string {
  const order = 'ORDER BY ("date_day", "seq")';
  // the day is a number of days since 1970
  const year = `PARTITION BY toYear(toDate32(coalesce("date_day", 0)))`;
  return replaceAfter(schema, 'CREATE TABLE "statements"', order, `${year} ${order}`);
}

function change(file: string, by: (text: string) => string): void {
  writeFileSync(file, by(readFileSync(file, "utf8")));
}

/** Changes the scripts in `folder`. */
export function partitionSchema(folder: string, name: DialectName): void {
  const schema = join(folder, "schema.sql");
  if (name === "clickhouse") change(schema, partitionClickhouse);
  else if (name === "postgres") {
    change(schema, partitionPostgres);
    change(join(folder, "indexes.sql"), (indexes) =>
      indexes.replace('UNIQUE INDEX "by_statements_id"', 'INDEX "by_statements_id"'),
    );
  } else throw new Error(`${name} has no partitions: take postgres or clickhouse`);
}
