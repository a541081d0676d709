/** What a check reports: where, what is wrong, and what to do about it. All problems of a run come at once. */

export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type Path = readonly (string | number)[];

/** Where a value stands in a file; lines and columns count from 1. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Files by their path from the project's root, with `/` between folders: all that compile knows of the disk. */
export type Files = ReadonlyMap<string, Uint8Array>;

export const startOf = (file: string): Spot => ({ file, line: 1, column: 1 });

export const dotted = (path: Path): string => path.join(".");

/** A message that starts with the field it is about. */
export const problem = (spot: Spot, path: Path, message: string): Problem => ({
  ...spot,
  message: path.length === 0 ? message : `${dotted(path)}: ${message}`,
});

export const format = (p: Problem): string => `${p.file}:${p.line}:${p.column} ${p.message}`;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By place; each problem once. */
export function sorted(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((p) => [format(p), p]));
  return [...unique.values()].sort(
    (a, b) => byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.message, b.message),
  );
}

/** A quotation in a message, shortened in the middle. */
export function shorten(text: string, limit = 80): string {
  const points = [...text.replace(/\s+/g, " ")];
  return points.length <= limit ? points.join("") : `${points.slice(0, limit - 22).join("")} … ${points.slice(-19).join("")}`;
}
