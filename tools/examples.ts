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

function toBlock(title: string, body: readonly string[]): string {
  const lines = body.map((line) => `  ${toAssertion(line)}`);
  return [`test("${title}", async () => {`, "  void expect;", ...lines, "});"].join("\n");
}

function toTest(title: string, imports: readonly string[], body: readonly string[]): string {
  const start = 'import { expect, test } from "vitest";';
  return [start, ...imports, toBlock(title, body), ""].join("\n");
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

/** The expressions of doc comments in one file, because a file takes longer than its test. */
function expressionTests(): { text: string; count: number } {
  const found = sources.flatMap((file) =>
    readExpressions(file).map(({ line, code }) => ({ title: `${file}:${line}`, code: code[0]! })),
  );
  const imports = new Set(found.flatMap(({ code }) => importsFor(code)));
  const tests = found.map(({ title, code }) => {
    // an example without a claim must at least have a value
    const isClaim = code.includes("//=>");
    return toBlock(title, [isClaim ? code : `expect(await ${code}).toBeDefined();`]);
  });
  const text = ['import { expect, test } from "vitest";', ...imports, ...tests, ""].join("\n");
  return { text, count: found.length };
}

const expressions = expressionTests();
writeFileSync(`${folder}/expressions.test.ts`, expressions.text);
count += expressions.count;
console.log(`${count} examples`);
if (count === 0) process.exitCode = 1;
