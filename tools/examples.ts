/**
 * Writes a test for every TypeScript example of README.md, AGENTS.md, docs/*.md and the doc
 * comments of src, so that what people copy compiles and runs against the built package.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { readExamples, readExpressions, splitImports, toAssertion } from "./doc-examples.ts";

const folder = "test/examples";

/** The files under a folder with an ending, by path. */
function filesUnder(root: string, ending: string): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .map((path) => `${root}/${path}`)
    .sort();
}

function toTest(title: string, imports: readonly string[], body: readonly string[]): string {
  const lines = body.map((line) => `  ${toAssertion(line)}`);
  return [
    'import { expect, test } from "vitest";',
    ...imports,
    `test("${title}", async () => {`,
    "  void expect;",
    ...lines,
    "});",
    "",
  ].join("\n");
}

const sources = filesUnder("src", ".ts").filter((path) => !path.startsWith("src/generated/"));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
let count = 0;
for (const file of ["README.md", "AGENTS.md", ...filesUnder("docs", ".md"), ...sources])
  for (const example of readExamples(file)) {
    const { imports, body } = splitImports(example);
    const name = `${file.replace(/\W+/g, "-")}-${example.line}.test.ts`;
    writeFileSync(`${folder}/${name}`, toTest(`${file}:${example.line}`, imports, body));
    count++;
  }
/** The entries of the package, and what each exports, by name. */
const entries = ["", "/search", "/cite", "/coding", "/own", "/sql", "/schema"];
const exported = new Map<string, string>();
for (const path of entries) {
  const names = Object.keys((await import(`baku-moscow${path}`)) as object);
  for (const name of names) if (!exported.has(name)) exported.set(name, `baku-moscow${path}`);
}

/** The imports of the names that an expression uses. */
function importsFor(expression: string): string[] {
  const names = new Set(
    expression.replace(/"[^"]*"/g, '""').match(/(?<![.\w])[A-Za-z]\w*(?!\w*:)/g) ?? [],
  );
  return [...names]
    .filter((name) => exported.has(name))
    .map((name) => `import { ${name} } from "${exported.get(name)!}";`);
}

// an example without a claim must at least have a value
for (const file of sources)
  for (const { line, code } of readExpressions(file)) {
    const [expression] = code as [string];
    const body = expression.includes("//=>")
      ? expression
      : `expect(await ${expression}).toBeDefined();`;
    const name = `${file.replace(/\W+/g, "-")}-${line}-expression.test.ts`;
    writeFileSync(`${folder}/${name}`, toTest(`${file}:${line}`, importsFor(expression), [body]));
    count++;
  }
console.log(`${count} examples`);
if (count === 0) process.exitCode = 1;
