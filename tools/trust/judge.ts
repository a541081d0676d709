/**
 * `npm run judge`: how often a passage says what its record says, after a reader who saw only the
 * pair and the definition (readings/passages). `-- --write DIR` writes the pairs that were not
 * judged yet into files for a reader; `-- --collect DIR` takes the reader's answers.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { allPairs, type Pair } from "./passage-pairs.ts";
import type { Answer } from "./passage-figures.ts";
import { plantedPairs, type PlantedPair } from "./planted-pairs.ts";

const folder = "readings/passages";
const perFile = 280;

function readJson<Value>(name: string, otherwise: Value): Value {
  const path = `${folder}/${name}.json`;
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Value) : otherwise;
}

/** A list as JSON with one item a line, so that a change of one is one changed line. */
function writeJson(name: string, items: readonly unknown[]): void {
  const lines = items.map((item) => JSON.stringify(item)).join(",\n");
  writeFileSync(`${folder}/${name}.json`, `[\n${lines}\n]\n`);
}

/** A pair as the reader sees it. */
function toText({ id, field, words, says, definition }: Pair): string {
  const lines = words.map(({ role = "words", before, text, after, reason }) => {
    const because = reason === undefined ? "" : `\n  because: ${reason}`;
    return `${role}: ${before}[${text}]${after}${because}`.replace(/\n(?! {2})/g, " ");
  });
  return [`## ${id}`, ...lines, `says: ${field} = ${says}`, `means: ${definition}`].join("\n");
}

/** Pairs of which the reader sees the same are one. */
function unique<Item extends Pair>(pairs: readonly Item[]): Item[] {
  return [...new Map(pairs.map((pair) => [pair.id, pair])).values()];
}

function write(to: string): void {
  const judged = new Set(readJson<Answer[]>("answers", []).map(({ id }) => id));
  // false pairs are made once: what was measured with them must stay as it was
  const kept = readJson<PlantedPair[]>("planted", []);
  const planted = kept.length > 0 ? kept : plantedPairs();
  // the ids are hashes, so that their order says nothing
  const pairs = unique([...allPairs(), ...planted])
    .filter(({ id }) => !judged.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  mkdirSync(to, { recursive: true });
  for (let i = 0; i * perFile < pairs.length; i++) {
    const part = pairs.slice(i * perFile, (i + 1) * perFile);
    writeFileSync(`${to}/pairs-${i + 1}.md`, part.map(toText).join("\n\n"));
  }
  const all = unique([...readJson<Pair[]>("pairs", []), ...allPairs()]);
  writeJson("pairs", all);
  writeJson("planted", planted);
  console.log(`${pairs.length} pairs to judge in ${to}`);
}

/** The answers of a file, one a line: id, answer, why. */
function readAnswers(path: string, round: number): Answer[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line) => {
    const match = /^([0-9a-f]{12})\s+(yes|no|unclear)\b[\s:,–-]*(.*)$/.exec(line);
    if (match === null) return [];
    const [, id, answer, why] = match as unknown as [string, string, Answer["answer"], string];
    return [{ id, answer, ...(why !== "" && { why }), round }];
  });
}

function collect(from: string): void {
  const files = readdirSync(from).filter((name) => name.startsWith("answers-"));
  const kept = readJson<Answer[]>("answers", []);
  const round = Math.max(0, ...kept.map((answer) => answer.round)) + 1;
  const fresh = files.flatMap((name) => readAnswers(`${from}/${name}`, round));
  // the first answer to a pair counts
  const all = new Map([...fresh, ...kept].map((answer) => [answer.id, answer]));
  writeJson(
    "answers",
    [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  console.log(`${all.size} answers`);
}

const [mode, place] = process.argv.slice(2);
if (mode === "--write" && place) write(place);
else if (mode === "--collect" && place) collect(place);
