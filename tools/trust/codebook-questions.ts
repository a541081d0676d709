/**
 * `npm run codebook:questions -- DIR`: questions for the label-free tests of the instructions of
 * the third reading. The definitions and examples are asked without their terms; claims are coded
 * with the terms in their order, and in the reverse one.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { statements } from "baku-moscow";
import { parse } from "yaml";
import type { Examples } from "../../curation/validate/examples-notation.ts";

const instructions = "readings/third/instructions.md";
/** Every third claim is coded twice. */
const step = 3;

/** A term of the instructions, with its definition. */
export interface DefinedTerm {
  readonly term: string;
  readonly definition: string;
}

/** Every row of a table of the instructions that begins with a term. */
export function termsOf(text: string): DefinedTerm[] {
  return text.split("\n").flatMap((line) => {
    const cells = line.split(" | ").map((cell) => cell.replace(/^\| |\s*\|$/g, "").trim());
    const term = /^`([\w-]+)`$/.exec(cells[0] ?? "")?.[1];
    return term === undefined ? [] : [{ term, definition: cells.at(-1)! }];
  });
}

/** The instructions with the rows of every table in the reverse order. */
function reversed(text: string): string {
  const lines = text.split("\n");
  const isRow = (line: string | undefined) => line !== undefined && /^\| `/.test(line);
  const result: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const rows: string[] = [];
    while (isRow(lines[i])) rows.push(lines[i++]!);
    result.push(...rows.reverse());
    if (i < lines.length) result.push(lines[i]!);
  }
  return result.join("\n");
}

/** A number for an id that tells nothing of its place. */
function idOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/** The codebook's example of each mode and speech act, unless it names no words. */
export function examples(): { readonly id: string; readonly term: string; example: string }[] {
  const { terms = {} } = parse(readFileSync("data/examples.yaml", "utf8")) as Examples;
  return ["Mode", "SpeechAct"].flatMap((name) =>
    Object.entries(terms[name] ?? {}).flatMap(([term, example]) =>
      example.startsWith("reserved") ? [] : [{ id: idOf(example), term, example }],
    ),
  );
}

/** The definitions, each with the term that it defines. */
export function definitions(): { readonly id: string; readonly term: string; text: string }[] {
  return termsOf(readFileSync(instructions, "utf8")).map(({ term, definition }) => ({
    id: idOf(`${term} ${definition}`),
    term,
    text: definition,
  }));
}

/** Claims to be coded twice. */
export function sample(): { readonly id: string; readonly words: string }[] {
  return [...statements]
    .filter((_, i) => i % step === 0)
    .map(({ id, evidence }) => {
      const part = (role: string) =>
        evidence
          .filter((passage) => passage.role === role)
          .map(({ quote }) => `${quote.prefix}[${quote.exact}]${quote.suffix}`)
          .join(" … ");
      return {
        id: idOf(id),
        words: `claim: ${part("claim")}\nattribution: ${part("attribution")}`,
      };
    });
}

function inOrderOfId<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const [folder] = process.argv.slice(2);
if (folder !== undefined && process.argv[1]?.endsWith("codebook-questions.ts")) {
  mkdirSync(folder, { recursive: true });
  const text = readFileSync(instructions, "utf8");
  const write = (name: string, lines: readonly string[]) => {
    writeFileSync(`${folder}/${name}`, `${lines.join("\n")}\n`);
  };
  writeFileSync(`${folder}/instructions.md`, text);
  writeFileSync(`${folder}/instructions-reversed.md`, reversed(text));
  write(
    "definitions.txt",
    inOrderOfId(definitions()).map(({ id, text: one }) => `${id} ${one}`),
  );
  write(
    "examples.txt",
    inOrderOfId(examples()).map(({ id, example }) => `${id} ${example}`),
  );
  write(
    "claims.txt",
    inOrderOfId(sample()).map(({ id, words }) => `## ${id}\n${words}`),
  );
}
