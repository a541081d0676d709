/**
 * Characters that no text of a record needs: they are not seen, or they break the tables. Words of
 * a pinned text are not checked here, because they are found in it letter for letter.
 */
import { nameOfCharacter } from "../../src/text/visible.ts";
import { problem, type Path, type Problem } from "../problem.ts";
import type { YamlFile } from "../read/yaml.ts";

/**
 * Controls with line ends, marks of direction, characters without width, halves of pairs, and code
 * points that are no character or have no agreed one.
 */
const unseen = new RegExp(
  "[\\p{Cc}\\p{Cf}\\p{Surrogate}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cn}" +
    "\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u2800\\u3164\\uffa0\\ufe00-\\ufe0f]",
  "u",
);

/** The fields that hold words of a pinned text, or a part of it. */
const quoting: ReadonlySet<string> = new Set([
  "quote",
  "quotes",
  "claim",
  "attribution",
  "context",
  "cue",
  "words",
  "items",
]);

function faultOf(text: string): string | undefined {
  const match = unseen.exec(text);
  if (match !== null)
    return `holds ${nameOfCharacter(match[0])}, which is no sign that readers see; remove it`;
  return text.includes("|")
    ? 'holds "|", which separates the values of lists in the tables; write another sign'
    : undefined;
}

function* textsIn(value: unknown, path: Path): Generator<[text: string, path: Path]> {
  if (typeof value === "string") yield [value, path];
  else if (typeof value === "object" && value !== null)
    for (const [name, inner] of Object.entries(value)) {
      if (quoting.has(name)) continue;
      // ids become names of files and types, and are checked as ids
      yield* textsIn(inner, [...path, Array.isArray(value) ? Number(name) : name]);
    }
}

/** Reports characters of a file of records that no text needs. */
export function checkCharacters({ value, spot }: YamlFile, problems: Problem[]): void {
  for (const [text, path] of textsIn(value, [])) {
    const fault = faultOf(text);
    if (fault !== undefined) problems.push(problem(spot(path), path, fault));
  }
}
