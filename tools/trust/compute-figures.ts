/**
 * `npm run reliability`: computes every figure of trust again from what readers handed in
 * (readings/), and writes readings/reliability.json, which ships, and readings/third/aligned.json,
 * from which compile tells for each statement which of its codes the reader has too. With
 * `--check` it fails when the files differ.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { CodeChangeFigures } from "../../curation/trust-figures.ts";
import { isMain } from "../root.ts";
import { codebookFigures } from "./codebook-figures.ts";
import { compareAll, readingFigures } from "./compare-readings.ts";
import { codeFile, type GroupResult } from "./mutate-code.ts";
import { passageFigures } from "./passage-figures.ts";
import { reconstructionFigures } from "./reconstruction-figures.ts";
import { readCurrent } from "./third-reading.ts";

/** Numbers with three digits after the point: more say nothing. */
function rounded(_name: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 1000) / 1000 : value;
}

/** What `npm run mutate:data` found. */
function readSlips(): unknown {
  return JSON.parse(readFileSync("readings/mutation/slips.json", "utf8"));
}

/** What `npm run mutate:code` found, without the single changes. */
function readCode(): CodeChangeFigures[] {
  const groups = JSON.parse(readFileSync(codeFile, "utf8")) as Record<string, GroupResult>;
  return Object.entries(groups).map(([group, { noticed, survived, score }]) => ({
    group,
    noticed,
    survived,
    score,
  }));
}

/** All figures. */
function figures() {
  return {
    passages: passageFigures(),
    reading: readingFigures(),
    codebook: codebookFigures(),
    reconstruction: reconstructionFigures(),
    slips: readSlips(),
    code: readCode(),
  };
}

/**
 * For each statement that the reader found, the reader's codes. The words are those that the
 * records have now; the figures compare with those of the day of the reading.
 */
function aligned(): Record<string, unknown> {
  const pairs = compareAll(readCurrent).flatMap((comparison) => comparison.pairs);
  const sorted = pairs.sort((a, b) => (a.first.id < b.first.id ? -1 : 1));
  return Object.fromEntries(sorted.map(({ first, second }) => [first.id, second.codes]));
}

/** The members of an object, one a line. */
function linesOf(object: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(object).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** The files and their texts. */
export function reliabilityFiles(): ReadonlyMap<string, string> {
  return new Map([
    ["readings/reliability.json", `${JSON.stringify(figures(), rounded, 1)}\n`],
    ["readings/third/aligned.json", linesOf(aligned())],
  ]);
}

function main(isCheck: boolean): void {
  for (const [path, text] of reliabilityFiles()) {
    if (!isCheck) writeFileSync(path, text);
    else if (readFileSync(path, "utf8") !== text) {
      console.error(`${path}:1:1 is not what the readings give; run npm run reliability`);
      process.exitCode = 1;
    }
  }
}

if (isMain(import.meta.url)) main(process.argv.includes("--check"));
