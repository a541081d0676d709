/**
 * `npm run compile`: data/ and seeds/ to src/generated, schemas/, docs/codebook.md,
 * docs/evidence.md, NOTICE and CITATION.cff. With `--check` it writes src/generated only and fails
 * when another file is not current. With `--fix` it first fixes what has one right answer, and
 * shows each change. With `--watch` it compiles again after each save.
 */
import { existsSync, readFileSync, watch, writeFileSync } from "node:fs";
import { compile, type Compiled } from "../curation/compile.ts";
import { applyFixes } from "../curation/fixes.ts";
import { alignedFile } from "../curation/derive/derive-confirmed.ts";
import { generatedFolder } from "../curation/emit/all-outputs.ts";
import { reliabilityFile } from "../curation/trust-figures.ts";
import { coverageLines, cueLine } from "../curation/emit/evidence-report.ts";
import { format, sortProblems, type Files, type Problem } from "../curation/problem.ts";
import { compareOutputs, readTree, WriteError, writeOutputs } from "../curation/read/files.ts";
import { readSnapshot } from "./release/release-state.ts";
import { isMain, projectRoot } from "./root.ts";

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

/** Compiles what is on the disk. */
function compileFiles(root: string): Run {
  const unread: Problem[] = [];
  const readings = readingFiles.filter((path) => existsSync(`${root}/${path}`));
  const files = readTree(root, [...curatedFolders, ...readings], unread);
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as {
    version: string;
  };
  const last = readSnapshot(root);
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

/**
 * Compiles; returns whether all went well. With `check`, committed files are compared instead of
 * written.
 */
export function compileProject(root: string, check: boolean): boolean {
  const { result, problems } = compileFiles(root);
  if (problems.length > 0 || !("outputs" in result)) {
    const count = `${problems.length} ${problems.length === 1 ? "problem" : "problems"}`;
    console.error(`${problems.map(format).join("\n")}\n\n${count}; nothing was written.`);
    return false;
  }
  if (!check) {
    writeOutputs(root, result.outputs, ownedFolders);
    return true;
  }
  for (const line of coverageLines(result.dataset)) console.log(line);
  console.log(cueLine(result.dataset));
  writeOutputs(root, select(result.outputs, false), [generatedFolder]);
  return checkCommitted(root, result.outputs);
}

/** One fixed value may show that another one is wrong; nothing needs more rounds. */
const mostRounds = 5;

/** Fixes what has one right answer and shows each change; returns the number of changes. */
export function fixProject(root: string): number {
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

/** Compiles; an output that cannot be written is told in one line. */
function compileOrTell(check: boolean): boolean {
  try {
    return compileProject(projectRoot, check);
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    console.error(`${error.message}\nNothing was written.`);
    return false;
  }
}

/** Editors save a file in several steps, which are one change. */
const quietTime = 50;

function compileAndTellTime(): void {
  const started = performance.now();
  const isFine = compileOrTell(false);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (isFine) console.log("no problem");
  console.log(`(${seconds} s; waiting for a change)\n`);
}

/** Compiles after each change, until the process is ended. */
function watchProject(): void {
  compileAndTellTime();
  let timer: NodeJS.Timeout | undefined;
  for (const folder of curatedFolders)
    watch(`${projectRoot}/${folder}`, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(compileAndTellTime, quietTime);
    });
}

function main(flags: readonly string[]): void {
  const known = ["--check", "--fix", "--watch"];
  const unknown = flags.filter((flag) => !known.includes(flag));
  if (unknown.length > 0) {
    console.error(`compile: no flag ${unknown.join(", ")}; it takes ${known.join(", ")}`);
    process.exitCode = 1;
    return;
  }
  if (flags.includes("--fix")) fixProject(projectRoot);
  if (flags.includes("--watch")) watchProject();
  else if (!compileOrTell(flags.includes("--check"))) process.exitCode = 1;
}

if (isMain(import.meta.url)) main(process.argv.slice(2));
