/**
 * `npm run facts`: writes the facts of the dataset again, wherever tests and documents state them:
 * the answers to readers' questions and the lines of quotations (test/ships/__snapshots__), the
 * values after `//=>` in the documents, the figures of the README, and the lists of AGENTS.md. Run
 * it after the data changed, and read the difference: each changed fact must be one that you meant
 * to change.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { reliabilityLine } from "../curation/emit/reliability-page.ts";
import type { Reliability } from "../curation/trust-figures.ts";
import { renewDerivedParts } from "./derived-parts.ts";
import { readExamples, splitImports, type Example } from "./doc-examples.ts";
import { isMain, projectRoot } from "./root.ts";

const workFolder = `${projectRoot}/.facts`;
const claimForm = /^(\s*)(.*?);?\s*\/\/=> (.*)$/;

/** A value in the style of the documents: `["a", 1]`, `{ a: 1 }`. */
export function toSource(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toSource).join(", ")}]`;
  if (typeof value !== "object" || value === null)
    return value === undefined ? "undefined" : JSON.stringify(value);
  const members = Object.entries(value).map(([name, inner]) => {
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
    return `${key}: ${toSource(inner)}`;
  });
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** The lines of an example as a module that keeps the value of each claim by its line. */
function toModule(example: Example): string {
  const { imports } = splitImports(example);
  const body = example.code.map((line, i) => {
    if (line.startsWith("import ")) return "";
    const match = claimForm.exec(line);
    if (match === null) return line;
    const expression = match[2]!;
    const variable = /^(?:const|let) (\w+)/.exec(expression)?.[1];
    return variable === undefined
      ? `claims.set(${i}, ${expression});`
      : `${expression}; claims.set(${i}, ${variable});`;
  });
  return [...imports, "export const claims = new Map<number, unknown>();", ...body, ""].join("\n");
}

/** The value that a document states. The documents are ours. */
function valueOf(text: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  return new Function(`return (${text});`)() as unknown;
}

/** A line with the value that its expression has now. */
export function renewLine(line: string, value: unknown): string {
  const match = claimForm.exec(line)!;
  const isSame = isDeepStrictEqual(valueOf(match[3]!), value);
  return isSame ? line : line.replace(/\/\/=> .*$/, () => `//=> ${toSource(value)}`);
}

/** Writes the values of one document again; returns how many changed. */
async function renewDocument(file: string): Promise<number> {
  const lines = readFileSync(file, "utf8").split("\n");
  let changed = 0;
  for (const example of readExamples(file)) {
    if (!example.code.some((line) => claimForm.test(line))) continue;
    const path = `${workFolder}/${file.replace(/\W+/g, "-")}-${example.line}.mts`;
    writeFileSync(path, toModule(example));
    const { claims } = (await import(path)) as { claims: ReadonlyMap<number, unknown> };
    for (const [i, value] of claims) {
      const at = example.line + i;
      const renewed = renewLine(lines[at]!, value);
      if (renewed !== lines[at]) changed++;
      lines[at] = renewed;
    }
  }
  if (changed > 0) writeFileSync(file, lines.join("\n"));
  return changed;
}

const columns = 100;

/** Words in lines of at most 100 columns. */
function wrap(words: string): string {
  const lines = [""];
  for (const word of words.split(" ")) {
    const longer = lines.at(-1) === "" ? word : `${lines.at(-1)!} ${word}`;
    if (longer.length <= columns) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join("\n");
}

/** A text in which one paragraph has other words; its lines stay when the words do. */
function replaceInParagraph(text: string, words: RegExp, to: string): string {
  return text
    .split("\n\n")
    .map((paragraph) => {
      const before = paragraph.replace(/\s+/g, " ");
      const after = before.replace(words, () => to);
      return after === before ? paragraph : wrap(after);
    })
    .join("\n\n");
}

/** The README with the figures that the dataset has now. */
export function renewReadme(
  readme: string,
  { statements, narrations, descriptions, reliability }: ReadmeFacts,
): string {
  const withPictures = Object.entries(descriptions).reduce(
    (text, [name, description]) =>
      text.replace(
        new RegExp(`!\\[[^\\]]*\\]\\(docs/pictures/${name}\\.svg\\)`),
        () => `![${description}](docs/pictures/${name}.svg)`,
      ),
    readme,
  );
  const withCounts = withPictures.replace(
    /Of the \d+ statements,(\s+)\d+ are/,
    (_, space: string) => `Of the ${statements} statements,${space}${narrations} are`,
  );
  return replaceInParagraph(
    withCounts,
    /A reader who saw only the words.*? of the articles\./,
    reliability,
  );
}

interface ReadmeFacts {
  readonly statements: number;
  readonly narrations: number;
  /** What the pictures show, by their names. */
  readonly descriptions: Readonly<Record<string, string>>;
  readonly reliability: string;
}

function descriptionOf(picture: string): string {
  const drawn = readFileSync(`docs/pictures/${picture}.svg`, "utf8");
  return /<desc id="description">(.*?)<\/desc>/.exec(drawn)![1]!;
}

async function readmeFacts(): Promise<ReadmeFacts> {
  const { statements } = await import("baku-moscow");
  const figures = JSON.parse(readFileSync("readings/reliability.json", "utf8")) as Reliability;
  return {
    statements: statements.size,
    narrations: statements.count({ mode: "agency-narration" }),
    descriptions: {
      timeline: descriptionOf("timeline"),
      "speakers-by-topic": descriptionOf("speakers-by-topic"),
    },
    reliability: reliabilityLine(figures),
  };
}

/** The tests whose snapshots are facts of the dataset. */
const snapshotTests = ["test/ships/reader-questions.test.ts", "test/ships/quotation-cases.test.ts"];

function renewAnswers(): boolean {
  const args = ["vitest", "run", "--project", "unit", ...snapshotTests, "--update"];
  return spawnSync("npx", args, { cwd: projectRoot, stdio: "inherit" }).status === 0;
}

async function main(): Promise<void> {
  mkdirSync(workFolder, { recursive: true });
  try {
    const documents = readdirSync("docs").filter((name) => name.endsWith(".md"));
    for (const file of ["README.md", "AGENTS.md", ...documents.map((name) => `docs/${name}`)])
      console.log(`${file}: ${await renewDocument(file)} values changed`);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
  const readme = readFileSync("README.md", "utf8");
  writeFileSync("README.md", renewReadme(readme, await readmeFacts()));
  for (const file of ["README.md", "AGENTS.md"])
    writeFileSync(file, renewDerivedParts(readFileSync(file, "utf8")));
  if (!renewAnswers()) process.exitCode = 1;
}

if (isMain(import.meta.url)) await main();
