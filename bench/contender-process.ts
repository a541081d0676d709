/**
 * One contender in its own process, so that neither the garbage nor the compiled code of the others
 * affects it. `processes.ts` starts it as `contender-process.ts MODULE SIZE OPTIONS` and sends it
 * tasks; it answers each.
 */
import { performance } from "node:perf_hooks";
import { rankedLimit, type Contender, type OpenContender } from "./contender.ts";
import { generateCorpus } from "./corpus.ts";
import type { Task, TaskResult } from "./processes.ts";
import { generateQueries, type Workload } from "./queries.ts";

type Ask = (parameters: unknown, limit: number) => unknown;

const [module, size, options] = process.argv.slice(2) as [string, string, string];
const { open } = (await import(module)) as { open: OpenContender };
const corpus = generateCorpus(Number(size));
const queries = generateQueries(corpus, 40);
const opening = performance.now();
const contender: Contender = await open(corpus.data, JSON.parse(options) as object);
const readyMs = performance.now() - opening;

/** The last answer is kept, so that the engine cannot drop a call whose result nobody reads. */
let last: unknown;

/** This function is not async, because loops in async functions are slow. */
function runAll(ask: Ask, parameters: readonly unknown[], times: number): void {
  for (let time = 0; time < times; time++)
    for (const each of parameters) last = ask(each, rankedLimit);
}

async function awaitAll(ask: Ask, parameters: readonly unknown[], times: number): Promise<void> {
  for (let time = 0; time < times; time++)
    for (const each of parameters) last = await ask(each, rankedLimit);
}

/** The first queries, so many times; the mean milliseconds per query. */
async function measure(workload: Workload, pool: number, times: number): Promise<number> {
  const ask = contender.answer[workload] as Ask;
  const parameters: readonly unknown[] = queries[workload].slice(0, pool);
  const first = ask(parameters[0], rankedLimit);
  const isAsync = first instanceof Promise;
  await first;
  const start = performance.now();
  if (isAsync) await awaitAll(ask, parameters, times);
  else runAll(ask, parameters, times);
  return (performance.now() - start) / parameters.length / times;
}

/** Runs all queries in turn for some time; the milliseconds per query of the fastest round. */
async function warmUp(workload: Workload, ms: number): Promise<number> {
  const start = performance.now();
  let fastest = Infinity;
  while (performance.now() - start < ms)
    fastest = Math.min(fastest, await measure(workload, queries[workload].length, 1));
  return fastest;
}

/** The answers to the first queries, in the form in which they are compared. */
async function answers(workload: Workload, pool: number, limit: number): Promise<string[][]> {
  const ask = contender.answer[workload] as Ask;
  const found: string[][] = [];
  for (const parameters of queries[workload].slice(0, pool)) {
    const answer = await ask(parameters, limit);
    if (workload !== "W5") found.push(contender.toIds(answer));
    else
      found.push(
        [...contender.toCounts!(answer)].map(([name, count]) => `${name}: ${count}`).sort(),
      );
  }
  return found;
}

async function perform(task: Task): Promise<TaskResult> {
  if (task.type === "answers") return answers(task.workload, task.pool, task.limit);
  if (task.type === "warm-up") return warmUp(task.workload, task.ms);
  return measure(task.workload, task.pool, task.times);
}

process.on("message", (task: Task) => {
  void perform(task).then((result) => process.send!(result));
});
process.on("disconnect", () => {
  process.exit(last === contender ? 1 : 0);
});
process.send!({ readyMs, workloads: Object.keys(contender.answer) });
