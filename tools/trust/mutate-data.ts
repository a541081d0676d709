/**
 * `npm run mutate:data [-- --step N] [-- --ground GROUND]`: makes each slip of data-mutants.ts, one
 * at a time, and compiles. A slip that the build does not notice survives. The figures and the
 * survivors, each with the reason why no build can notice it, go to readings/mutation. With a step,
 * only every Nth slip is made, and nothing is written. With a ground (stated, coded, evidence),
 * only the values on this ground are changed, and what is known of the others is kept.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findProblems } from "../../curation/compile.ts";
import { readTree } from "../../curation/read/files.ts";
import { kinds, type Kind } from "../../src/schema/field.ts";
import { mutantsOf, type KnownIds, type Mutant } from "./data-mutants.ts";
import { readRecords } from "../../curation/validate/read-records.ts";

const folder = "readings/mutation";
const release = { version: "0.0.0" };
const files = readTree(".", ["data", "seeds"], []);

function knownIds(): KnownIds {
  const { drafts } = readRecords(files, []);
  const kindOf = new Map([...drafts].map(([id, { kind }]) => [id, kind]));
  const idsOf = (kind: Kind) => [...kindOf].filter(([, one]) => one === kind).map(([id]) => id);
  return { kindOf, ofKind: new Map(kinds.map((kind) => [kind, idsOf(kind).sort()])) };
}

/** The value of a flag; undefined when it is not given. */
function flagOf(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}

function allMutants(): Mutant[] {
  const known = knownIds();
  const decoder = new TextDecoder();
  return [...files]
    .filter(
      ([file]) => file.startsWith("data/") && !/segments|withdrawn|corrections|reviews/.test(file),
    )
    .flatMap(([file, bytes]) => mutantsOf(file, decoder.decode(bytes), known));
}

/** What the build says of a slip first; undefined when it notices nothing. */
function firstProblem({ file, write }: Mutant): string | undefined {
  const changed = new Map([...files, [file, new TextEncoder().encode(write())]]);
  const [problem] = findProblems(changed, release);
  return problem?.message;
}

type Result = Omit<Mutant, "write"> & { readonly message?: string };

function run(part: number, parts: number, step: number, ground: string): Result[] {
  const wanted = allMutants().filter((one) => ground === "all" || one.ground === ground);
  const chosen = wanted.filter((_, i) => i % step === 0);
  return chosen
    .filter((_, i) => i % parts === part)
    .map((mutant) => {
      const { write: _write, ...rest } = mutant;
      const message = firstProblem(mutant);
      return message === undefined ? rest : { ...rest, message };
    });
}

/** Runs one part of the mutants in a process of its own. */
function runApart(part: number, parts: number, step: number, ground: string): Promise<Result[]> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [part, parts, step, ground].map(String), {
      execArgv: ["--import", "tsx"],
    });
    child.once("message", (results) => {
      resolve(results as Result[]);
    });
    child.once("error", reject);
  });
}

/** How many of each sort of slip were made, and how many the build did not notice. */
function countSlips(results: readonly Result[]) {
  const sorts = [...new Set(results.map(({ ground, slip }) => `${ground}|${slip}`))].sort();
  return sorts.map((sort) => {
    const own = results.filter(({ ground, slip }) => `${ground}|${slip}` === sort);
    const { ground, slip } = own[0]!;
    const survived = own.filter(({ message }) => message === undefined).length;
    return { ground, slip, made: own.length, survived };
  });
}

/** Why no check of the build can notice a slip. */
function reasonOf({ ground, slip, field, change }: Result): string {
  if (ground === "coded") return "a judgement: the build does not weigh words";
  if (ground === "none") return "rests on no words: the curator's own, or from a register";
  if (slip.startsWith("quote"))
    return "the shorter words still stand in the text and show the value";
  if (slip === "dropped evidence") return "other words show the values too";
  if (ground === "evidence") return "the text of a page is not held";
  if (field === "about" && change.endsWith("→ baku")) return "the words name the capital as well";
  return "the words, reason or finding name both";
}

function writeLines(path: string, items: readonly unknown[]): void {
  writeFileSync(path, `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]\n`);
}

/** What is known of the other grounds. */
function keptLines(path: string, ground: string): unknown[] {
  if (ground === "all" || !existsSync(path)) return [];
  const known = JSON.parse(readFileSync(path, "utf8")) as { readonly ground: string }[];
  return known.filter((one) => one.ground !== ground);
}

async function main(): Promise<void> {
  const step = Number(flagOf("--step") ?? 1);
  const ground = flagOf("--ground") ?? "all";
  if (!["all", "stated", "coded", "evidence", "none"].includes(ground))
    throw new Error(`no ground "${ground}"; it is stated, coded, evidence or none`);
  const parts = Math.max(1, availableParallelism());
  const all = Array.from({ length: parts }, (_, part) => runApart(part, parts, step, ground));
  const results = (await Promise.all(all)).flat();
  const survivors = results
    .filter(({ message }) => message === undefined)
    .map((result) => ({ ...result, reason: reasonOf(result) }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const counts = countSlips(results);
  for (const { ground, slip, made, survived } of counts)
    console.log(`${ground}, ${slip}: ${survived} of ${made} not noticed`);
  if (step > 1) return;
  mkdirSync(folder, { recursive: true });
  for (const [name, lines] of [
    ["slips", counts],
    ["survivors", survivors],
  ] as const) {
    const path = `${folder}/${name}.json`;
    writeLines(path, [...keptLines(path, ground), ...lines]);
  }
}

if (process.send === undefined) await main();
else {
  const [part, parts, step] = process.argv.slice(2, 5).map(Number) as [number, number, number];
  process.send(run(part, parts, step, process.argv[5]!));
}
