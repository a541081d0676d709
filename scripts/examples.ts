/**
 * Makes a test of every TypeScript block of README.md, docs/*.md and the doc comments of src, so that what people copy
 * compiles and runs, against the built package. `expression; //=> value` becomes an assertion.
 */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { asserted, blocks } from "./blocks.ts";

const out = "test/examples";

function under(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      return statSync(path).isDirectory() ? under(path, ending) : path.endsWith(ending) ? [path] : [];
    });
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
