/**
 * `npm run sql:differential -- DATABASE …`: compares what databases answer with what the
 * collections answer, over random data. `--sets 3`, `--questions 300` and `--seed 1` are the
 * defaults; `parquet` is a name as well. PostgreSQL is reached at `DATABASE_URL`; its schema public
 * is emptied.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundledData, ownData, type ExportData } from "../../src/command/export-data.ts";
import { writeScripts } from "../../src/command/export-scripts.ts";
import { loadParquetWriter, writeParquet } from "../../src/command/parquet-files.ts";
import { collections } from "../../src/index.ts";
import { toCollections, type OwnCollections, type OwnRecords } from "../../src/own.ts";
import { openDatabase, type DialectName } from "../../src/sql.ts";
import { dialectNames } from "../../src/sql/sql-dialect.ts";
import { toRandom, type Random } from "../random.ts";
import { compareAnswers, type Comparison } from "./compare-answers.ts";
import { loadScripts, openers, runScript, type DatabaseEngine } from "./database-engines.ts";
import { poolsOfBundled, randomSet, type Pools } from "./random-set.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sets: { type: "string", default: "3" },
    questions: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
  },
});

interface DataSet {
  readonly data: ExportData;
  readonly set: OwnCollections<OwnRecords>;
  readonly pools: Pools;
}

function* dataSets(random: Random): Generator<DataSet> {
  // the bundled collections have the verbs of own ones
  const set = collections as unknown as OwnCollections<OwnRecords>;
  yield { data: bundledData(), set, pools: poolsOfBundled() };
  for (let i = 0; i < Number(values.sets); i++) {
    const { data, pools } = randomSet(1000, random);
    yield { data: ownData(data, false), set: toCollections(data), pools };
  }
}

/** A database, or Parquet files with DuckDB over them. */
type EngineName = DialectName | "parquet";

/** A database with the data of an export, whose files are in a folder. */
async function openLoaded(
  name: EngineName,
  data: ExportData,
  folder: string,
): Promise<DatabaseEngine> {
  const files = join(folder, "files");
  mkdirSync(files);
  if (name === "parquet") {
    await writeParquet(files, data, await loadParquetWriter(), () => undefined);
    const engine = await openers.duckdb(join(folder, "views.duckdb"));
    // the views name their files as they are in the folder
    process.chdir(files);
    await runScript(engine, files, "views");
    return engine;
  }
  writeScripts(files, data, name, () => undefined);
  const url = process.env.DATABASE_URL ?? "";
  const engine = await openers[name](name === "postgres" ? url : join(folder, "database"));
  await loadScripts(engine, files, url);
  return engine;
}

async function compareEngine(name: EngineName): Promise<Comparison> {
  const random = toRandom(Number(values.seed));
  const total: Comparison = { criteria: 0, answered: 0, counts: 0, lookups: 0, mismatches: [] };
  for (const { data, set, pools } of dataSets(random)) {
    const folder = mkdtempSync(join(tmpdir(), "differential-"));
    const engine = await openLoaded(name, data, folder);
    const database = await openDatabase(engine.options);
    const questions = Number(values.questions);
    const found = await compareAnswers(set, database, pools, { questions, random });
    await engine.close();
    process.chdir(tmpdir());
    rmSync(folder, { recursive: true });
    for (const key of ["criteria", "answered", "counts", "lookups"] as const)
      total[key] += found[key];
    total.mismatches.push(...found.mismatches);
  }
  return total;
}

const names = [...dialectNames, "parquet"];
if (positionals.length === 0 || !positionals.every((name) => names.includes(name)))
  throw new Error(`name databases: ${names.join(", ")}`);

for (const name of positionals as EngineName[]) {
  const { criteria, answered, counts, lookups, mismatches } = await compareEngine(name);
  console.log(
    `${name}: ${criteria} criteria (${answered} with an answer), ${counts} tables of counts, ` +
      `${lookups} look-ups, ${mismatches.length} mismatches`,
  );
  for (const mismatch of mismatches.slice(0, 10)) console.log(`  ${mismatch}`);
  // without answers nothing was compared
  if (mismatches.length > 0 || answered === 0) process.exitCode = 1;
}
