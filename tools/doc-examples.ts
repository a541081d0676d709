/** The TypeScript examples of a document, and what they claim as assertions. */
import { readFileSync } from "node:fs";

/** An example and the line on which it starts. */
export interface Example {
  readonly line: number;
  readonly code: readonly string[];
}

const fenceStart = /^```(ts|typescript)$/;

/** The examples of a Markdown file, or of the doc comments of a TypeScript file. */
export function readExamples(file: string): Example[] {
  const isSource = file.endsWith(".ts");
  const lines = readFileSync(file, "utf8").split("\n");
  const texts = isSource
    ? lines.map((line) => (/^\s*\*/.test(line) ? line.replace(/^\s*\* ?/, "") : ""))
    : lines;
  const found: Example[] = [];
  for (let i = 0; i < texts.length; i++) {
    if (!fenceStart.test(texts[i]!)) continue;
    const end = texts.indexOf("```", i + 1);
    found.push({ line: i + 1, code: texts.slice(i + 1, end) });
    i = end;
  }
  return found;
}

/** An example's imports, and its other lines. */
export function splitImports({ code }: Example): { imports: string[]; body: string[] } {
  return {
    imports: code.filter((line) => line.startsWith("import ")),
    body: code.filter((line) => !line.startsWith("import ")),
  };
}

/**
 * A line with its claim as an assertion: `expression; //=> value` becomes an `expect`. A
 * declaration is kept, and its variable is checked.
 */
export function toAssertion(line: string): string {
  const match = /^(\s*)(.*?);?\s*\/\/=> (.*)$/.exec(line);
  if (!match) return line;
  const [, indent, expression, value] = match as unknown as [string, string, string, string];
  const variable = /^(?:const|let) (\w+)/.exec(expression)?.[1];
  return variable === undefined
    ? `${indent}expect(${expression}).toEqual(${value});`
    : `${indent}${expression}; expect(${variable}).toEqual(${value});`;
}

/** An `@example` of a doc comment that is one expression, and its line. */
const exampleTag = /^\s*\* @example (.+)$/;

/** The expressions after `@example` in the doc comments of a TypeScript file. */
export function readExpressions(file: string): Example[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, i) => {
    const first = exampleTag.exec(line)?.[1];
    if (first === undefined) return [];
    const rest = lines.slice(i + 1);
    const end = rest.findIndex((other) => /^\s*\*(?:\/| @)/.test(other));
    const more = rest.slice(0, end).map((other) => other.replace(/^\s*\* ?/, ""));
    return [{ line: i + 1, code: [[first, ...more].join(" ")] }];
  });
}
