/**
 * What a check reports: where, what is wrong, and what to do about it. One run reports all problems
 * at once.
 */

import { toVisible } from "../src/text/visible.ts";

export interface Problem extends Spot {
  readonly message: string;
  /** The value to write instead, where only one can be meant. */
  readonly fix?: string;
}

export type Path = readonly (string | number)[];

/** Where a value is in a file; lines and columns count from 1. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where a scalar starts and ends, in UTF-16 code units of the file. */
  readonly range?: readonly [start: number, end: number];
}

/**
 * Files by their path from the root of the project, with `/` between folders: all that compile
 * knows of the disk.
 */
export type Files = ReadonlyMap<string, Uint8Array>;

export function startOf(file: string): Spot {
  return { file, line: 1, column: 1 };
}

export function dotted(path: Path): string {
  return path.join(".");
}

/** A message that starts with the field that it is about. */
export function problem(spot: Spot, path: Path, message: string, fix?: string): Problem {
  return {
    ...spot,
    message: path.length === 0 ? message : `${dotted(path)}: ${message}`,
    ...(fix !== undefined && { fix }),
  };
}

/** A longer message would only repeat what is in the file. */
const longestMessage = 600;

export function format({ file, line, column, message }: Problem): string {
  const shown = toVisible(message);
  const cut = shown.length > longestMessage ? `${shown.slice(0, longestMessage)}…` : shown;
  return `${file}:${line}:${column} ${cut}`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.message, b.message)
  );
}

/** Problems by place, each once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((one) => [format(one), one]));
  return [...unique.values()].sort(compareProblems);
}

/** A quotation in a message, shortened in the middle. */
export function shorten(text: string, limit = 80): string {
  const points = [...text.replace(/\s+/g, " ")];
  if (points.length <= limit) return points.join("");
  return `${points.slice(0, limit - 22).join("")} … ${points.slice(-19).join("")}`;
}
