/**
 * `npm run bench:databases -- DATABASE …`: loads a synthetic corpus into databases and asks them
 * the workloads, beside the collections in memory. `--sizes 100000,1000000` is the default.
 * `memory` and `parquet` (DuckDB over Parquet files) are names as well; both are left out above
 * `--memory-limit` records. `--plain` makes no indexes, `--partitions` divides the statements by
 * year. PostgreSQL is reached at `DATABASE_URL`; its schema public is emptied. Each line of the
 * output is a row of the tables in docs/scale.md.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeScripts } from "../../src/command/export-scripts.ts";
import { loadParquetWriter, writeParquet } from "../../src/command/parquet-files.ts";
import { countBy } from "../../src/index.ts";
import { pluralOf } from "../../src/generated/fields.ts";
import { toCollections, type OwnRecords } from "../../src/own.ts";
import { openDatabase, type DialectName } from "../../src/sql.ts";
import { openers, runScript, type DatabaseEngine } from "./database-engines.ts";
import {
  databaseWorkloads,
  toQuestions,
  type Asked,
  type DatabaseWorkload,
  type Question,
} from "./database-questions.ts";
import { partitionSchema } from "./partition-schema.ts";
import { streamCorpus } from "./stream-corpus.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: "string", default: "100000,1000000" },
    questions: { type: "string", default: "10" },
    rounds: { type: "string", default: "3" },
    plain: { type: "boolean", default: false },
    partitions: { type: "boolean", default: false },
    "memory-limit": { type: "string", default: "2000000" },
    folder: { type: "string", default: tmpdir() },
  },
});
const url = process.env.DATABASE_URL ?? "";
const variant = (values.plain ? ", no indexes" : "") + (values.partitions ? ", by year" : "");
const workloads = Object.keys(databaseWorkloads) as DatabaseWorkload[];

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

function toText(ms: number): string {
  return ms < 10 ? ms.toFixed(2) : ms.toFixed(0);
}

/** The median time of a workload in milliseconds, after one round that is not timed. */
async function timeWorkload(questions: readonly Question[], asked: Asked): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= Number(values.rounds); round++)
    for (const question of questions) {
      const start = performance.now();
      await question(asked);
      if (round > 0) times.push(performance.now() - start);
    }
  return median(times);
}

async function timeAll(name: string, size: number, asked: Asked): Promise<void> {
  const questions = toQuestions(size, Number(values.questions));
  const cells: string[] = [];
  for (const workload of workloads)
    cells.push(toText(await timeWorkload(questions[workload], asked)));
  console.log(`| ${name} | ${size.toLocaleString("en")} | ${cells.join(" | ")} |`);
}

async function runMemory(size: number): Promise<void> {
  const start = performance.now();
  const lists = streamCorpus(size).kinds.map(({ table, records }) => [
    pluralOf[table.kind],
    [...records],
  ]);
  const { statements } = toCollections(Object.fromEntries(lists) as OwnRecords);
  console.log(`memory, ${size}: ready in ${seconds(start)}`);
  await timeAll("memory", size, {
    where: (criteria, options) => statements.where(criteria, options),
    count: (criteria) => statements.count(criteria),
    countBy: () => countBy(statements, ["month", "topics"]),
  });
}

function sizeOnDisk(name: DialectName, place: string): number {
  if (name !== "postgres")
    return Number(execFileSync("du", ["-sb", place], { encoding: "utf8" }).split("\t")[0]);
  // with partitions there are several
  const tables = "relkind = 'r' AND relname LIKE 'statements%'";
  const query = `SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE ${tables}`;
  return Number(execFileSync("psql", ["-At", "-c", query, url], { encoding: "utf8" }));
}

/** Runs the indexes, unless the plain tables are to be measured. */
async function makeIndexes(engine: DatabaseEngine, scripts: string): Promise<string> {
  if (values.plain) return "no indexes";
  const start = performance.now();
  await runScript(engine, scripts, "indexes", url);
  return `indexes ${seconds(start)}`;
}

async function load(
  engine: DatabaseEngine,
  scripts: string,
  place: string,
  size: number,
): Promise<void> {
  await runScript(engine, scripts, "schema", url);
  const start = performance.now();
  await runScript(engine, scripts, "load", url);
  const loaded = seconds(start);
  const indexed = await makeIndexes(engine, scripts);
  if (engine.name === "postgres") await engine.exec("VACUUM ANALYZE");
  if (engine.name === "sqlite") await engine.exec("ANALYZE");
  const bytes = Math.round(sizeOnDisk(engine.name, place) / size);
  console.log(`${engine.name}, ${size}: load ${loaded}, ${indexed}, ${bytes} B a record`);
}

async function runEngine(name: DialectName, size: number): Promise<void> {
  const folder = mkdtempSync(join(values.folder, "databases-"));
  const scripts = join(folder, "scripts");
  mkdirSync(scripts);
  const start = performance.now();
  writeScripts(scripts, streamCorpus(size), name, () => undefined);
  console.log(`${name}, ${size}: files written in ${seconds(start)}`);
  if (values.partitions) partitionSchema(scripts, name);
  const place = name === "postgres" ? url : join(folder, "database");
  const engine = await openers[name](place);
  await load(engine, scripts, place, size);
  await timeEngine(`${name}${variant}`, size, engine);
  rmSync(folder, { recursive: true, force: true });
}

async function timeEngine(name: string, size: number, engine: DatabaseEngine): Promise<void> {
  const { statements } = await openDatabase(engine.options);
  await timeAll(name, size, {
    where: (criteria, options) => statements.where(criteria, options),
    count: (criteria) => statements.count(criteria),
    countBy: () => statements.countBy(["month", "topics"]),
  });
  await engine.close();
}

async function runParquet(size: number): Promise<void> {
  const folder = mkdtempSync(join(values.folder, "databases-"));
  const start = performance.now();
  await writeParquet(folder, streamCorpus(size), await loadParquetWriter(), () => undefined);
  const bytes = Math.round(statSync(join(folder, "statements.parquet")).size / size);
  console.log(`parquet, ${size}: files written in ${seconds(start)}, ${bytes} B a record`);
  const engine = await openers.duckdb(join(folder, "views.duckdb"));
  // the views name their files as they are in the folder
  process.chdir(folder);
  await runScript(engine, folder, "views");
  await timeEngine("duckdb over parquet", size, engine);
  process.chdir("/");
  rmSync(folder, { recursive: true, force: true });
}

async function run(name: string, size: number): Promise<void> {
  const fits = size <= Number(values["memory-limit"]);
  if (name !== "memory" && name !== "parquet") await runEngine(name as DialectName, size);
  else if (!fits) console.log(`${name}, ${size}: left out, above --memory-limit`);
  else if (name === "memory") await runMemory(size);
  else await runParquet(size);
}

console.log(`| database | statements | ${workloads.join(" | ")} |`);
for (const size of values.sizes.split(",").map(Number))
  for (const name of positionals) await run(name, size);
