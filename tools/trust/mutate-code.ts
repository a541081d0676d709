/**
 * `npm run mutate:code [-- GROUP…]`: StrykerJS changes the code in one place at a time, and the
 * unit tests must notice. It writes the score of each group and every change that no test noticed
 * to readings/mutation/code.json. All groups take more than an hour, so `npm test` does not run it.
 * What is known of a group is kept in .mutation/, so that another run only tries what the tests or
 * the code have changed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isMain, projectRoot } from "../root.ts";

/** The code whose faults would be worst, by what it does. */
export const groups: Readonly<Record<string, readonly string[]>> = {
  dates: ["src/dates/*.ts"],
  criteria: ["src/criteria/*.ts"],
  store: [
    "src/collections/store.ts",
    "src/own/index-store.ts",
    "src/own/field-index.ts",
    "src/own/day-index.ts",
    "src/own/posting-list.ts",
    "src/own/query-plan.ts",
    "src/own/candidate-filters.ts",
  ],
  quoting: [
    "src/outputs/quotations.ts",
    "src/outputs/quotation-lines.ts",
    "src/outputs/claim-words.ts",
    "src/outputs/passage-url.ts",
    "curation/locate/find-quote.ts",
    "curation/locate/quotation-marks.ts",
  ],
  proving: ["curation/prove/*.ts"],
};

/** The tests that run for a group, where not all unit tests must run for every change. */
const testsOfGroup: Readonly<Record<string, string>> = {
  proving:
    "test/curation/{compile,planted,inference,prove,prove-statements,shown-words,fixes," +
    "claim-words,tutorial}.test.ts",
};

export const codeFile = "readings/mutation/code.json";
const reportFile = ".mutation/report.json";

/** A change that no test noticed. */
export interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

/** What came of the changes in a group. */
export interface GroupResult {
  readonly noticed: number;
  readonly survived: number;
  /** In percent. */
  readonly score: number;
  readonly survivors: readonly Survivor[];
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** The report of StrykerJS, as far as it is used. */
interface Report {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly status: string;
          readonly replacement?: string;
          readonly location: { readonly start: Position; readonly end: Position };
        }[];
      }
    >
  >;
}

const longestShown = 80;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > longestShown ? `${line.slice(0, longestShown)}…` : line;
}

/** The text between two positions, which count from 1. */
function textBetween(source: string, start: Position, end: Position): string {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  return lines.join("\n");
}

const noticed: ReadonlySet<string> = new Set(["Killed", "Timeout"]);
const missed: ReadonlySet<string> = new Set(["Survived", "NoCoverage"]);

/** What a report says of a group. */
export function summarize({ files }: Report): GroupResult {
  const all = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ file, source, ...mutant })),
  );
  const survivors = all
    .filter(({ status }) => missed.has(status))
    .map(({ file, source, location: { start, end }, replacement = "" }) => ({
      file,
      line: start.line,
      from: shorten(textBetween(source, start, end)),
      to: shorten(replacement),
    }));
  const found = all.filter(({ status }) => noticed.has(status)).length;
  const score = (100 * found) / (found + survivors.length);
  return {
    noticed: found,
    survived: survivors.length,
    score: Number(score.toFixed(1)),
    survivors,
  };
}

function runGroup(name: string): GroupResult {
  const files = groups[name];
  if (files === undefined)
    throw new Error(`no group "${name}"; it is one of ${Object.keys(groups).join(", ")}`);
  const known = ["--incremental", "--incrementalFile", `.mutation/${name}.json`];
  const flags = ["stryker", "run", "--mutate", files.join(","), ...known];
  const tests = testsOfGroup[name];
  const { status } = spawnSync("npx", flags, {
    cwd: projectRoot,
    stdio: "inherit",
    env: { ...process.env, ...(tests !== undefined && { MUTATION_TESTS: tests }) },
  });
  if (status !== 0) throw new Error(`stryker failed on ${name}; its message stands above`);
  return summarize(JSON.parse(readFileSync(`${projectRoot}/${reportFile}`, "utf8")) as Report);
}

function main(names: readonly string[]): void {
  const file = `${projectRoot}/${codeFile}`;
  const results = (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}) as Record<
    string,
    GroupResult
  >;
  for (const name of names.length > 0 ? names : Object.keys(groups)) {
    results[name] = runGroup(name);
    writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
    console.log(`${name}: ${results[name].score} % noticed, ${results[name].survived} survived`);
  }
}

if (isMain(import.meta.url))
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
