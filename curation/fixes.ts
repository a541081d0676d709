/** Fixes what has one right answer, in the files of the curator. */
import type { Files, Problem, Spot } from "./problem.ts";

/** A value that was replaced. */
export interface Change extends Spot {
  readonly from: string;
  readonly to: string;
}

/** The files with replaced values, by path, and what was replaced. */
export interface Fixed {
  readonly files: ReadonlyMap<string, string>;
  readonly changes: readonly Change[];
}

/** A text that YAML reads as itself without quotation marks, wherever it stands. */
const plainForm = /^[\p{L}\p{N}][\p{L}\p{N} .;()’”“‘–-]*$/u;

/** A value as YAML; a no-break space is made visible. */
function toYaml(value: string): string {
  if (plainForm.test(value) && !value.endsWith(" ")) return value;
  return JSON.stringify(value).replaceAll("\u00a0", "\\_");
}

type Fixable = Problem & Required<Pick<Problem, "fix" | "range">>;

function isFixable(problem: Problem): problem is Fixable {
  return problem.fix !== undefined && problem.range !== undefined;
}

/** Problems of one file from the last to the first, each value once. */
function inReverse(problems: readonly Fixable[]): Fixable[] {
  const byStart = new Map(problems.map((one) => [one.range[0], one]));
  return [...byStart.values()].sort((a, b) => b.range[0] - a.range[0]);
}

/** Replaces the values that have one right answer. Nothing is written. */
export function applyFixes(files: Files, problems: readonly Problem[]): Fixed {
  const fixable = problems.filter(isFixable);
  const fixed = new Map<string, string>();
  const changes: Change[] = [];
  for (const file of new Set(fixable.map((one) => one.file))) {
    let text = new TextDecoder().decode(files.get(file));
    for (const { line, column, range, fix } of inReverse(
      fixable.filter((one) => one.file === file),
    )) {
      const to = toYaml(fix);
      // the line end after a folded text is not part of it
      const from = text.slice(...range).trimEnd();
      changes.unshift({ file, line, column, from, to });
      text = text.slice(0, range[0]) + to + text.slice(range[0] + from.length);
    }
    fixed.set(file, text);
  }
  return { files: fixed, changes };
}
