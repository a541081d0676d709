/**
 * `npm run compile`: data/ and seeds/ to src/generated, schemas/, docs/codebook.md,
 * docs/evidence.md, NOTICE and CITATION.cff. With `--check` it writes src/generated only and fails
 * when another file is not current. With `--fix` it first fixes what has one right answer, and
 * shows each change. With `--watch` it compiles again after each save.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { compile, type Compiled } from "../curation/compile.ts";
import { applyFixes } from "../curation/fixes.ts";
import { alignedFile } from "../curation/derive/derive-confirmed.ts";
import { generatedFolder } from "../curation/emit/all-outputs.ts";
import { reliabilityFile } from "../curation/trust-figures.ts";
import { coverageLines, cueLine } from "../curation/emit/evidence-report.ts";
import { format, sortProblems, type Files, type Problem } from "../curation/problem.ts";
import { compareOutputs, readTree, WriteError, writeOutputs } from "../curation/read/files.ts";
import { datasetRoot, isMain, places, type Places } from "./folders.ts";

/** Folders in which compile writes every file. */
const ownedFolders = [generatedFolder, "schemas"];

/** Folders in which curators write. */
const curatedFolders = ["data", "seeds"];

/** What readers measured, where there is such a measurement. */
const readingFiles = [alignedFile, reliabilityFile];

type Outputs = ReadonlyMap<string, string>;

/** What is on the disk, and what came of it. */
interface Run {
  readonly files: Files;
  readonly result: Compiled;
  readonly problems: readonly Problem[];
}

/** The last release, as far as compile needs it. */
interface Snapshot {
  readonly version: string;
  readonly released: string;
  readonly since: Readonly<Record<string, string>>;
}

/** The snapshot of the last release; undefined when there was none. */
function readLastRelease(root: string): Snapshot | undefined {
  const file = `${root}/releases/snapshot.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Snapshot) : undefined;
}

/** Compiles what is on the disk. */
function compileFiles(root: string): Run {
  const unread: Problem[] = [];
  const readings = readingFiles.filter((path) => existsSync(`${root}/${path}`));
  const files = readTree(root, [...curatedFolders, ...readings], unread);
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as {
    version: string;
  };
  const last = readLastRelease(root);
  const released = last?.version === version ? last.released : null;
  const result = compile(files, { version, released, since: last?.since ?? {} });
  return { files, result, problems: sortProblems([...unread, ...result.problems]) };
}

/** The outputs that are committed, or the others. */
function select(outputs: Outputs, committed: boolean): Outputs {
  const isCommitted = (path: string) => !path.startsWith(`${generatedFolder}/`);
  return new Map([...outputs].filter(([path]) => isCommitted(path) === committed));
}

/** Reports committed outputs that are not current. */
function checkCommitted(root: string, outputs: Outputs): boolean {
  const { changed, left } = compareOutputs(root, select(outputs, true), ["schemas"]);
  for (const path of [...changed, ...left])
    console.error(
      `${path}:1:1 is not what data/ and src/schema give; run npm run compile and commit it`,
    );
  return changed.length + left.length === 0;
}

/** Writes all outputs: what git ignores beside the machine, the others into the dataset. */
function writeAll({ dataset, machine }: Places, outputs: Outputs): void {
  if (dataset === machine) {
    writeOutputs(dataset, outputs, ownedFolders);
    return;
  }
  writeOutputs(machine, select(outputs, false), [generatedFolder]);
  writeOutputs(dataset, select(outputs, true), ["schemas"]);
}

/**
 * Compiles; returns whether all went well. With `check`, committed files are compared instead of
 * written.
 */
export function compileDataset({ dataset, machine }: Places, check: boolean): boolean {
  const { result, problems } = compileFiles(dataset);
  if (problems.length > 0 || !("outputs" in result)) {
    const count = `${problems.length} ${problems.length === 1 ? "problem" : "problems"}`;
    console.error(`${problems.map(format).join("\n")}\n\n${count}; nothing was written.`);
    return false;
  }
  if (!check) {
    writeAll({ dataset, machine }, result.outputs);
    return true;
  }
  for (const line of coverageLines(result.dataset)) console.log(line);
  console.log(cueLine(result.dataset));
  writeOutputs(machine, select(result.outputs, false), [generatedFolder]);
  return checkCommitted(dataset, result.outputs);
}

/** One fixed value may show that another one is wrong; nothing needs more rounds. */
const mostRounds = 5;

/** Fixes what has one right answer and shows each change; returns the number of changes. */
export function fixDataset(root: string): number {
  let count = 0;
  for (let round = 0; round < mostRounds; round++) {
    const { files, problems } = compileFiles(root);
    const { files: fixed, changes } = applyFixes(files, problems);
    if (changes.length === 0) break;
    for (const [path, text] of fixed) writeFileSync(`${root}/${path}`, text);
    for (const { file, line, column, from, to } of changes)
      console.log(`${file}:${line}:${column}\n  - ${from}\n  + ${to}`);
    count += changes.length;
  }
  console.log(`${count} ${count === 1 ? "value was" : "values were"} fixed`);
  return count;
}

/** Compiles; an output that cannot be written is reported in one line. */
function compileOrTell(check: boolean): boolean {
  try {
    return compileDataset(places, check);
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    console.error(`${error.message}\nNothing was written.`);
    return false;
  }
}

/** How often the files are looked at, in milliseconds. */
const watchInterval = 250;

/** What changes when a file under a folder is saved, added or removed. */
function signatureOf(folder: string): string {
  if (!existsSync(folder)) return "";
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .map((name) => {
      const status = statSync(`${folder}/${name}`, { throwIfNoEntry: false });
      return `${name} ${status?.mtimeMs ?? 0} ${status?.size ?? 0}`;
    })
    .join("\n");
}

function signatureOfAll(): string {
  return curatedFolders.map((folder) => signatureOf(`${datasetRoot}/${folder}`)).join("\n");
}

function compileAndTellTime(): void {
  const started = performance.now();
  const isFine = compileOrTell(false);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (isFine) console.log("no problem");
  console.log(`(${seconds} s; waiting for a change)\n`);
}

/**
 * Compiles after each change, until the process is ended. It looks at the files again and again,
 * because a watcher of the system loses a folder that is replaced.
 */
function watchDataset(): void {
  let compiled = signatureOfAll();
  let seen = compiled;
  compileAndTellTime();
  setInterval(() => {
    const now = signatureOfAll();
    // editors save a file in several steps: it is read when it has stayed the same
    const isQuiet = now === seen;
    seen = now;
    if (!isQuiet || now === compiled) return;
    compiled = now;
    compileAndTellTime();
  }, watchInterval);
}

function main(flags: readonly string[]): void {
  const known = ["--check", "--fix", "--watch"];
  const unknown = flags.filter((flag) => !known.includes(flag));
  if (unknown.length > 0) {
    console.error(`compile: no flag ${unknown.join(", ")}; it takes ${known.join(", ")}`);
    process.exitCode = 1;
    return;
  }
  if (flags.includes("--fix")) fixDataset(datasetRoot);
  if (flags.includes("--watch")) watchDataset();
  else if (compileOrTell(flags.includes("--check"))) console.log("no problem");
  else process.exitCode = 1;
}

if (isMain(import.meta.url)) main(process.argv.slice(2));
