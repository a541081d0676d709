/**
 * `npm run bench:import`: what importing the built package costs, in fresh processes, less an empty module. Absolute times drift:
 * compare within one run. It fails where a bar is missed.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const rounds = 15;
const folder = mkdtempSync(join(tmpdir(), "baku-moscow-"));
const empty = join(folder, "empty.mjs");
writeFileSync(empty, "export default 0;\n");
const index = pathToFileURL(resolve("dist/index.js")).href;

/** Milliseconds that a stretch of a fresh process takes. */
function once(code: string): number {
  const file = join(folder, "run.mjs");
  writeFileSync(file, `import { performance } from "node:perf_hooks";\n${code}\n`);
  const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
  if (stderr) throw new Error(stderr);
  return Number(stdout);
}
const importing = (url: string) => `const t = performance.now(); await import(${JSON.stringify(url)}); console.log(performance.now() - t);`;
const using = (code: string) => `const m = await import(${JSON.stringify(index)}); ${code}`;
const measured: Record<string, string> = {
  "empty module": importing(pathToFileURL(empty).href),
  "main entry, all data": importing(index),
  "first touch of statements (parse, freeze)": using("const t = performance.now(); m.statements.size; console.log(performance.now() - t);"),
  "first query after it": using(
    'm.statements.size; const t = performance.now(); m.statements.where({ speakers: "sergey-lavrov", topics: "peace-process" }); console.log(performance.now() - t);',
  ),
  "get, the millionth": using(
    'for (let i = 0; i < 1e6; i++) m.statements.get("kavkaza-135-flights-a-week"); const t = performance.now(); for (let i = 0; i < 1e6; i++) m.statements.get("kavkaza-135-flights-a-week"); console.log((performance.now() - t) / 1e6);',
  ),
};
const times = new Map(Object.keys(measured).map((name) => [name, [] as number[]]));
for (let round = 0; round < rounds; round++) for (const [name, code] of Object.entries(measured)) times.get(name)!.push(once(code)); // interleaved
rmSync(folder, { recursive: true, force: true });

const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
/** At most so many milliseconds. */
const bars: Record<string, number> = {
  "main entry, less an empty module": 5,
  "first touch of statements (parse, freeze)": 5,
  "first query after it": 0.2,
};
times.set(
  "main entry, less an empty module",
  times.get("main entry, all data")!.map((ms, round) => ms - times.get("empty module")![round]!),
);
console.log(`Node ${process.version}, median of ${rounds} fresh processes, milliseconds`);
for (const [name, list] of times) {
  const [ms, bar] = [median(list), bars[name]];
  if (bar !== undefined && ms > bar) process.exitCode = 1;
  const told = bar === undefined ? "" : ` (at most ${bar}${ms > bar ? ": missed" : ""})`;
  console.log(`  ${ms.toFixed(name.startsWith("get") ? 6 : 3).padStart(10)}  ${name}${told}`);
}
