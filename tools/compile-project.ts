/**
 * `npm run compile`: data/ and seeds/ to src/generated, schemas/, docs/codebook.md,
 * docs/evidence.md, NOTICE and CITATION.cff. With `--check` it writes src/generated only and fails
 * when another file is not current.
 */
import { existsSync, readFileSync } from "node:fs";
import { compile, type Compiled } from "../curation/compile.ts";
import { alignedFile } from "../curation/derive/derive-confirmed.ts";
import { generatedFolder } from "../curation/emit/all-outputs.ts";
import { reliabilityFile } from "../curation/trust-figures.ts";
import { coverageLines, cueLine } from "../curation/emit/evidence-report.ts";
import { format, sortProblems, type Problem } from "../curation/problem.ts";
import { compareOutputs, readTree, WriteError, writeOutputs } from "../curation/read/files.ts";
import { readSnapshot } from "./release/release-state.ts";
import { isMain, projectRoot } from "./root.ts";

/** Folders in which compile writes every file. */
const ownedFolders = [generatedFolder, "schemas"];

/** What readers measured, where there is such a measurement. */
const readingFiles = [alignedFile, reliabilityFile];

type Outputs = ReadonlyMap<string, string>;

/** Compiles what is on the disk. */
function compileFiles(root: string): { result: Compiled; problems: readonly Problem[] } {
  const unread: Problem[] = [];
  const readings = readingFiles.filter((path) => existsSync(`${root}/${path}`));
  const files = readTree(root, ["data", "seeds", ...readings], unread);
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as {
    version: string;
  };
  const last = readSnapshot(root);
  const released = last?.version === version ? last.released : null;
  const result = compile(files, { version, released, since: last?.since ?? {} });
  return { result, problems: sortProblems([...unread, ...result.problems]) };
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

/** Compiles; an output that cannot be written is told in one line. */
function compileOrTell(): boolean {
  try {
    return compileProject(projectRoot, process.argv.includes("--check"));
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    console.error(`${error.message}\nNothing was written.`);
    return false;
  }
}

if (isMain(import.meta.url) && !compileOrTell()) process.exitCode = 1;
