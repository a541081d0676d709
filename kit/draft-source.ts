/**
 * `npm run draft -- FILE` starts the records of a new text: it copies the text to seeds/, and
 * writes what can be known of it: the entry in data/sources.yaml with hash and length, the
 * sentences (data/segments), and a candidate for each of them (data/statements), with the names
 * that the dataset knows. What only a reader can know stands there as a comment.
 *
 * `npm run draft -- SOURCE-ID` does the same for a source that data/sources.yaml has, and
 * `npm run draft -- SOURCE-ID CLAIMS` has a candidate for each claim of a table or of Web
 * Annotations instead. It never overwrites a file.
 */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { readTree } from "../curation/read/files.ts";
import type { Drafts } from "../curation/draft.ts";
import { readRecords } from "../curation/validate/read-records.ts";
import { didYouMean } from "../src/text/did-you-mean.ts";
import { candidateLines, toScalar } from "./candidate.ts";
import { readAnnotations } from "./claim-annotations.ts";
import { toCandidates } from "./claim-candidates.ts";
import { readClaimTable } from "./claim-table.ts";
import { isMain } from "./folders.ts";

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

function schemaComment(name: string): string {
  return `# yaml-language-server: $schema=../../schemas/notation/${name}.schema.json\n`;
}

function toSegments(sentences: readonly string[]): string {
  const list = sentences.map((sentence) => `  - ${toScalar(sentence)}\n`).join("");
  return [
    schemaComment("segments"),
    "# The sentences of the text, as far as a rule can find them; correct them. One that says\n",
    '# nothing: { text: "…", boilerplate: why }\n',
    `segments:\n${list}`,
  ].join("");
}

/** A name that the dataset knows. */
interface KnownName {
  readonly text: string;
  readonly id: string;
}

/** A name as curators write it. */
type WrittenName = string | { readonly text: string };

/** The names of all records, longest first. */
export function knownNames(drafts: Drafts): KnownName[] {
  const names = [...drafts.values()].flatMap(({ id, notation }) => {
    const { names: written = [] } = notation as { names?: readonly WrittenName[] };
    return written.map((name) => ({ text: typeof name === "string" ? name : name.text, id }));
  });
  const unique = new Map(names.map((name) => [`${name.text}\n${name.id}`, name]));
  return [...unique.values()].sort((a, b) => b.text.length - a.text.length);
}

/** The known names in a sentence, in its order; no name within a longer one. */
function namesIn(sentence: string, names: readonly KnownName[]): KnownName[] {
  const taken: { start: number; end: number; name: KnownName }[] = [];
  for (const name of names) {
    const form = name.text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const match = new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, "u").exec(sentence);
    if (match === null) continue;
    const [start, end] = [match.index, match.index + name.text.length];
    if (!taken.some((other) => start < other.end && other.start < end))
      taken.push({ start, end, name });
  }
  return taken.sort((a, b) => a.start - b.start).map(({ name }) => name);
}

function toCandidate(id: string, sentence: string, i: number, names: readonly KnownName[]): string {
  const found = namesIn(sentence, names).map((name) => `${name.text} = ${name.id}`);
  const lines = candidateLines(`${id}-sentence-${i + 1}`, toScalar(sentence));
  const heading = found.length === 0 ? [] : [`names: ${found.join("; ")}`];
  return [...heading, ...lines].map((line) => `  # ${line}\n`).join("");
}

/** A file of statements that holds candidates. */
function toStatements(id: string, candidates: string): string {
  return `${schemaComment("statements")}# Remove the "# " of a candidate that is a claim and fill it
# in; delete the others.
source: ${id}
# meeting:
# occasion:
mode: reported-speech
statements:
${candidates}`;
}

/** A new entry of data/sources.yaml; what only a reader knows is a comment. */
function toSourceEntry(id: string, file: string, bytes: Uint8Array): string {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const codePoints = [...new TextDecoder().decode(bytes)].length;
  return `${id}:
  # label: outlet and day
  role: seed
  # outlet:
  # title:
  # url:
  # language: en
  # published: { edtf: , basis: dateline, asWritten: }
  seed: { file: ${file}, sha256: ${sha256}, codePoints: ${codePoints} }
  # accordingTo: { basis: not-told }
  curation: complete
  # knownFrom: what of this the text says, and what is outside knowledge
`;
}

/** Writes a file that is not there; returns whether it did. */
function writeUnlessThere(path: string, content: string | Uint8Array): boolean {
  if (existsSync(path)) {
    console.log(`${path} exists already and was not changed`);
    return false;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  console.log(`wrote ${path}`);
  return true;
}

const sourcesFile = "data/sources.yaml";

/** The id of a source, from the name of its file. */
export function idOfFile(path: string): string {
  const name = basename(path).replace(/\.[^.]*$/, "");
  const id = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (id === "") throw new Error(`"${name}" gives no id; name the file in Latin letters`);
  return id;
}

/** The file of the text of a source. */
function seedFileOf(id: string, drafts: Drafts): string {
  if (existsSync(`seeds/${id}.txt`)) return `seeds/${id}.txt`;
  const seeds = [...drafts.values()].flatMap((draft) =>
    draft.kind === "source" && draft.notation.seed ? [[draft.id, draft.notation.seed.file]] : [],
  );
  const file = new Map(seeds as [string, string][]).get(id);
  if (file !== undefined) return file;
  const known = seeds.map(([name]) => name!);
  throw new Error(`no file and no source with a seed "${id}"${didYouMean(id, known)}`);
}

/** Adds a text to the sources; returns its id. */
function addSource(path: string, drafts: Drafts): string {
  const id = idOfFile(path);
  const file = `seeds/${id}.txt`;
  // an entry that is not filled in yet is no record
  const isListed = new RegExp(`^${id}:`, "m").test(readFileSync(sourcesFile, "utf8"));
  if (isListed || drafts.has(id))
    throw new Error(`"${id}" is there already; npm run draft -- ${id} drafts its sentences`);
  const bytes = readFileSync(path);
  writeUnlessThere(file, bytes);
  appendFileSync(sourcesFile, toSourceEntry(id, file, bytes));
  console.log(`added ${id} to ${sourcesFile}`);
  return id;
}

/** Candidates for claims that were marked in another tool, in a table or as annotations. */
function draftClaims(file: string, text: string, id: string): string {
  if (!existsSync(file)) throw new Error(`there is no file "${file}"`);
  const claims = readFileSync(file, "utf8");
  if (file.endsWith(".csv")) return toCandidates(readClaimTable(claims), text, id);
  if (/\.json(?:ld)?$/.test(file)) return toCandidates(readAnnotations(claims), text, id);
  throw new Error(`"${file}" is neither a table (.csv) nor Web Annotations (.json, .jsonld)`);
}

/** A candidate for each sentence. */
function draftSentences(id: string, sentences: readonly string[], drafts: Drafts): string {
  const names = knownNames(drafts);
  return sentences.map((sentence, i) => toCandidate(id, sentence, i, names)).join("\n");
}

function main(what: string | undefined, claims: string | undefined): void {
  if (what === undefined || what.startsWith("-"))
    throw new Error(
      "name a text or a source: npm run draft -- FILE, or npm run draft -- SOURCE-ID, or, with " +
        "claims from another tool, npm run draft -- SOURCE-ID CLAIMS. The name of the file " +
        "becomes the id of the source.",
    );
  const { drafts } = readRecords(readTree(".", ["data"], []), []);
  const isFile = existsSync(what);
  const id = isFile ? addSource(what, drafts) : what;
  const file = isFile ? `seeds/${id}.txt` : seedFileOf(id, drafts);
  const text = readFileSync(file, "utf8");
  const sentences = splitSentences(text);
  // a faulty file of claims is reported before anything is written
  const candidates =
    claims === undefined ? draftSentences(id, sentences, drafts) : draftClaims(claims, text, id);
  writeUnlessThere(`data/segments/${id}.yaml`, toSegments(sentences));
  const statementsFile = `data/statements/${id}.yaml`;
  const isNew = writeUnlessThere(statementsFile, toStatements(id, candidates));
  if (!isNew && claims !== undefined)
    console.log(`add what you need of these under "statements:" yourself:\n\n${candidates}`);
}

if (isMain(import.meta.url))
  try {
    main(process.argv[2], process.argv[3]);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
