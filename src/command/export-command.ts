/** The command `export`: tables for a database. */
import { writeFileSync } from "node:fs";
import { checkName, InputError } from "../criteria/input-error.ts";
import { description } from "../generated/release.ts";
import { dialectNames } from "../sql/sql-dialect.ts";
import { toJson, UsageError, type Call, type Command } from "./command.ts";
import { bundledData, ownData, type ExportData } from "./export-data.ts";
import { checkTarget, writeWhole } from "./export-folder.ts";
import { exportReadme, firstAnswer, type ExportTarget } from "./export-readme.ts";
import { writeScripts } from "./export-scripts.ts";
import { checkFlags, wantsJson } from "./flags.ts";
import { loadParquetWriter, writeParquet } from "./parquet-files.ts";
import { readOwnRecords } from "./read-own-records.ts";

const targets: readonly ExportTarget[] = ["parquet", ...dialectNames];

function readTarget({ flags }: Call): ExportTarget {
  const target = flags.get("to");
  if (target === undefined) throw new UsageError(`export needs --to ${targets.join("|")}`);
  checkName("--to", "database", target, targets);
  return target as ExportTarget;
}

function readFolder({ words }: Call): string {
  const [folder, ...more] = words;
  if (folder === undefined || more.length > 0)
    throw new UsageError("export takes one folder, which it makes: export --to duckdb DIR");
  return folder;
}

function readData({ flags, progress }: Call): ExportData {
  const file = flags.get("from");
  const withBundled = flags.has("bundled");
  if (file === undefined) {
    if (withBundled) throw new UsageError("--bundled goes with --from FILE");
    return bundledData();
  }
  progress(`reads ${file}`);
  const { data, withLines } = readOwnRecords(file);
  try {
    return ownData(data, withBundled);
  } catch (error) {
    if (error instanceof InputError) throw new InputError(withLines(error.message));
    throw error;
  }
}

async function writeExport(
  folder: string,
  data: ExportData,
  target: ExportTarget,
  { progress }: Call,
): Promise<void> {
  if (target === "parquet") await writeParquet(folder, data, await loadParquetWriter(), progress);
  else writeScripts(folder, data, target, progress);
  writeFileSync(`${folder}/first-answer.sql`, `${firstAnswer}\n`);
  writeFileSync(`${folder}/README.md`, exportReadme(data, target));
}

export const exportCommand: Command = {
  usage: `${description.name} export --to DATABASE DIR [--from FILE]`,
  does: "Writes the records as tables for a database.",
  help: [
    `DATABASE is one of ${targets.join(", ")}. DIR is a new or an empty folder.`,
    "Its README tells how to load the tables and how to ask them.",
    "--from FILE: your own records instead: JSON in the shape of data.json, or NDJSON (.ndjson,",
    ".jsonl) with a record on each line. --bundled: with the records of this package.",
    "Parquet needs the package hyparquet-writer.",
  ].join("\n"),
  example: () => "export --to duckdb records",
  takes: { flags: { to: targets, from: [] }, switches: ["bundled"] },
  async run(call) {
    checkFlags(call, ["to", "from", "bundled"]);
    const isJson = wantsJson(call);
    const target = readTarget(call);
    const folder = readFolder(call);
    // all that can be wrong is found before anything is written
    checkTarget(folder);
    if (target === "parquet") await loadParquetWriter();
    const data = readData(call);
    const total = data.kinds.reduce((sum, { count }) => sum + count, 0);
    if (total === 0) throw new UsageError("export: the file holds no record");
    await writeWhole(folder, (temporary) => writeExport(temporary, data, target, call));
    if (isJson) return toJson({ to: target, folder, records: total });
    return `${total.toLocaleString("en")} records for ${target} in ${folder}; read its README.md`;
  },
};
