/**
 * `npm run bench`, after `npm run build` and `npm install --prefix bench/rivals`: compares the
 * answers of the contenders, then times them side by side. `--sizes 1000,10000,100000` is the
 * default. `--write` writes docs/benchmarks.md. It fails if a limit of `results.ts` is missed.
 */
import { existsSync, writeFileSync } from "node:fs";
import { describeMemory } from "./memory.ts";
import { measureMemoryRange } from "./memory-process.ts";
import { describeTimes, measureWorkload, type Times } from "./measure.ts";
import { contenders, startContender, type ContenderProcess } from "./processes.ts";
import { workloads, type Workload } from "./queries.ts";
import { toReport } from "./report.ts";
import { factorOf, missedLimits, type Results } from "./results.ts";

/** Below this size, the memory for the heap itself hides what the indexes take. */
const leastSizeForMemory = 10_000;

async function startAll(size: number): Promise<ContenderProcess[]> {
  const started: ContenderProcess[] = [];
  for (const name of Object.keys(contenders)) {
    const contender = await startContender(name, size);
    started.push(contender);
    console.log(`  ${name}: ready in ${contender.readyMs.toFixed(0)} ms`);
  }
  return started;
}

async function runSize(size: number): Promise<Results> {
  console.log(`\n${size.toLocaleString("en")} statements`);
  const started = await startAll(size);
  const times = new Map<Workload, Times>();
  const readyMs = new Map(started.map((contender) => [contender.name, contender.readyMs]));
  for (const workload of Object.keys(workloads) as Workload[]) {
    times.set(workload, await measureWorkload(started, workload, size));
    const factor = factorOf({ size, readyMs, times, memory: undefined }, workload).toFixed(1);
    const line = describeTimes(workload, times.get(workload)!);
    console.log(`${line}  (the best library takes ${factor} times ours)`);
  }
  for (const contender of started) await contender.stop();
  const memory = size < leastSizeForMemory ? undefined : await measureMemoryRange(size);
  if (memory !== undefined) console.log(describeMemory(size, memory));
  return { size, readyMs, times, memory };
}

if (!existsSync(new URL("rivals/node_modules", import.meta.url)))
  throw new Error("the rivals are not installed; run npm install --prefix bench/rivals");
const flag = process.argv.indexOf("--sizes");
const sizes = flag === -1 ? "1000,10000,100000" : process.argv[flag + 1]!;
const all: Results[] = [];
for (const size of sizes.split(",")) all.push(await runSize(Number(size)));
if (process.argv.includes("--write"))
  writeFileSync(new URL("../docs/benchmarks.md", import.meta.url), toReport(all));
const missed = missedLimits(all);
if (missed.length > 0) {
  console.error(`These limits were missed:\n${missed.join("\n")}`);
  process.exitCode = 1;
}
