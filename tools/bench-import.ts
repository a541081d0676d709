/**
 * `npm run bench:import`: how long importing the built package takes, in fresh processes. Absolute
 * times drift: compare within one run.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const rounds = 15;
const folder = mkdtempSync(join(tmpdir(), "baku-moscow-"));
const emptyModule = join(folder, "empty.mjs");
writeFileSync(emptyModule, "export default 0;\n");
const index = pathToFileURL(resolve("dist/index.js")).href;

/** A program that prints how long `measured` takes after `before`. */
function toProgram(before: string, measured: string): string {
  return [
    'import { performance } from "node:perf_hooks";',
    before,
    "const start = performance.now();",
    measured,
    "console.log(performance.now() - start);",
  ].join("\n");
}

/** Milliseconds that a program prints. */
function runOnce(program: string): number {
  const file = join(folder, "run.mjs");
  writeFileSync(file, program);
  const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
  if (stderr) throw new Error(stderr);
  return Number(stdout);
}

const load = `const { statements } = await import(${JSON.stringify(index)});`;
const query = 'statements.where({ speakers: "sergey-lavrov", topics: "peace-process" });';
const lookUps = 'for (let i = 0; i < 1e6; i++) statements.get("kavkaza-135-flights-a-week");';
const programs: Readonly<Record<string, string>> = {
  "empty module": toProgram(
    "",
    `await import(${JSON.stringify(pathToFileURL(emptyModule).href)});`,
  ),
  "main entry, all data": toProgram("", `await import(${JSON.stringify(index)});`),
  "first use of statements (parse, freeze)": toProgram(load, "statements.size;"),
  "first query after it": toProgram(`${load} statements.size;`, query),
  "a million look-ups": toProgram(`${load} ${lookUps}`, lookUps),
};

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
}

const times = new Map(Object.keys(programs).map((name) => [name, [] as number[]]));
for (let round = 0; round < rounds; round++)
  for (const [name, program] of Object.entries(programs)) times.get(name)!.push(runOnce(program));
rmSync(folder, { recursive: true, force: true });

console.log(`Node ${process.version}, median of ${rounds} fresh processes, milliseconds`);
for (const [name, list] of times) console.log(`  ${median(list).toFixed(2).padStart(8)}  ${name}`);
