/**
 * `npm run draft -- SOURCE-ID`: from the text of a source in data/sources.yaml, a first version of
 * its sentences (data/segments) and a skeleton of its statements (data/statements), so that
 * curating starts from the text. It never overwrites a file; both files must be corrected by hand.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parse } from "yaml";
import { didYouMean } from "../src/text/did-you-mean.ts";
import { isMain } from "./root.ts";

const abbreviations = [
  "Mr|Mrs|Ms|Dr|St|No|vs",
  "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec",
  "a\\.m|p\\.m",
];
const endsWithAbbreviation = new RegExp(`(?:\\b(?:${abbreviations.join("|")})|\\b[A-Z])\\.$`);

/** The end of a sentence: a stop, and then a capital or a digit. */
const sentenceEnd = /[.!?]["”’)]*(?=\s+["“(]?[\p{Lu}\p{N}])/gu;

/** The sentences of one paragraph, as far as a rule can find them. */
function splitParagraph(paragraph: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (const match of paragraph.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    if (endsWithAbbreviation.test(paragraph.slice(start, match.index + 1))) continue;
    found.push(paragraph.slice(start, end).trim());
    start = end;
  }
  return [...found, paragraph.slice(start).trim()].filter((sentence) => sentence !== "");
}

/**
 * A text in sentences. No sentence ends after an abbreviation or before a closing quotation mark.
 */
export function splitSentences(text: string): string[] {
  return text.split("\n").flatMap(splitParagraph);
}

/** A YAML scalar. JSON is YAML; a no-break space is made visible. */
function toScalar(text: string): string {
  return JSON.stringify(text).replace(/\u00a0/g, "\\_");
}

function schemaComment(name: string): string {
  return `# yaml-language-server: $schema=../../schemas/notation/${name}.schema.json\n`;
}

function toSegments(sentences: readonly string[]): string {
  const list = sentences.map((sentence) => `  - ${toScalar(sentence)}\n`).join("");
  return `${schemaComment("segments")}segments:\n${list}`;
}

function toStatements(id: string, sentences: readonly string[]): string {
  const statements = sentences.map(
    (sentence, i) => `  ${id}-sentence-${i + 1}: # name the claim
    speakers: []
    speechAct: assert
    gist: 
    topics: []
    claim: ${toScalar(sentence)}
`,
  );
  return `${schemaComment("statements")}source: ${id}
meeting:
occasion: talks
mode: reported-speech
statements:
${statements.join("\n")}`;
}

/** The file of the text of a source. */
function seedFileOf(id: string): string {
  const sources = parse(readFileSync("data/sources.yaml", "utf8"), {
    schema: "failsafe",
  }) as Readonly<Record<string, { readonly seed?: { readonly file: string } }>>;
  const seeds = Object.keys(sources).filter((name) => sources[name]!.seed !== undefined);
  const seed = seeds.includes(id) ? sources[id]!.seed : undefined;
  if (seed !== undefined) return seed.file;
  throw new Error(`no source "${id}" with a seed in data/sources.yaml${didYouMean(id, seeds)}`);
}

function writeUnlessThere(path: string, content: string): void {
  if (existsSync(path)) {
    console.log(`${path} exists already and was not changed`);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  console.log(`wrote ${path}`);
}

function main(id: string | undefined): void {
  if (id === undefined) throw new Error("Name the source: npm run draft -- SOURCE-ID");
  const sentences = splitSentences(readFileSync(seedFileOf(id), "utf8"));
  writeUnlessThere(`data/segments/${id}.yaml`, toSegments(sentences));
  writeUnlessThere(`data/statements/${id}.yaml`, toStatements(id, sentences));
}

if (isMain(import.meta.url))
  try {
    main(process.argv[2]);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
