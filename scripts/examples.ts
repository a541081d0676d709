/**
 * Makes a test of every TypeScript block of README.md, docs/*.md and the doc comments of src, so that what people copy
 * compiles and runs, against the built package. `expression; //=> value` becomes an assertion.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";

const out = "test/examples";

function under(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      return statSync(path).isDirectory() ? under(path, ending) : path.endsWith(ending) ? [path] : [];
    });
}

/** The TypeScript blocks of a file, with the line that each starts on. */
function* blocks(file: string): Generator<{ line: number; code: string[] }> {
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
function asserted(line: string): string {
  const match = /^(\s*)(.*?);?\s*\/\/=> (.*)$/.exec(line);
  if (!match) return line;
  const [, indent, expression, value] = match as unknown as [string, string, string, string];
  const declared = /^(?:const|let) (\w+)/.exec(expression)?.[1];
  return declared ? `${indent}${expression}; expect(${declared}).toEqual(${value});` : `${indent}expect(${expression}).toEqual(${value});`;
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
let count = 0;
for (const file of ["README.md", ...under("docs", ".md"), ...under("src", ".ts").filter((path) => !path.startsWith("src/generated/"))]) {
  for (const { line, code } of blocks(file)) {
    const imports = code.filter((l) => l.startsWith("import "));
    const body = code.filter((l) => !l.startsWith("import ")).map(asserted);
    writeFileSync(
      `${out}/${file.replace(/\W+/g, "-")}-${line}.test.ts`,
      `import { expect, test } from "vitest";\n${imports.join("\n")}\ntest("${file}:${line}", async () => {\n  void expect;\n${body.map((l) => `  ${l}`).join("\n")}\n});\n`,
    );
    count++;
  }
}
console.log(`${count} examples`);
if (count === 0) process.exitCode = 1;
