/** The TypeScript blocks of a document, and what they claim as assertions. */
import { readFileSync } from "node:fs";

/** The TypeScript blocks of a file, with the line that each starts on. */
export function* blocks(file: string): Generator<{ line: number; code: string[] }> {
  const inComment = file.endsWith(".ts");
  const text = readFileSync(file, "utf8").split("\n");
  const plain = (line: string) => (inComment ? line.replace(/^\s*\* ?/, "") : line);
  for (let i = 0; i < text.length; i++) {
    if ((inComment && !/^\s*\*/.test(text[i]!)) || !/^```(ts|typescript)$/.test(plain(text[i]!))) continue;
    const line = i + 1;
    const code: string[] = [];
    while (++i < text.length && plain(text[i]!) !== "```") code.push(plain(text[i]!));
    yield { line, code };
  }
}

/** `expression; //=> value` as an assertion; a declaration is kept and its variable checked. */
export function asserted(line: string): string {
  const match = /^(\s*)(.*?);?\s*\/\/=> (.*)$/.exec(line);
  if (!match) return line;
  const [, indent, expression, value] = match as unknown as [string, string, string, string];
  const declared = /^(?:const|let) (\w+)/.exec(expression)?.[1];
  return declared ? `${indent}${expression}; expect(${declared}).toEqual(${value});` : `${indent}expect(${expression}).toEqual(${value});`;
}
