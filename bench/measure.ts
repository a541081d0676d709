/** Compares the answers of the contenders, then measures them side by side. */
import type { ContenderProcess } from "./processes.ts";
import { workloads, type Workload } from "./queries.ts";

const warmUpMs = 300;
const mostRounds = 25;
const fewestRounds = 3;
/** After this time, and the fewest rounds, a contender is not measured further. */
const mostMsPerContender = 1500;
/** A round takes at least about this time, so that the clock is precise enough. */
const roundMs = 5;

/** Milliseconds per query, by contender. */
export type Times = ReadonlyMap<string, number>;

const isRanked = (workload: Workload) => workload === "W7" || workload.startsWith("W8");

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
}

/** Throws if a contender has another answer than the first. */
async function compareAnswers(
  able: readonly ContenderProcess[],
  workload: Workload,
  size: number,
): Promise<void> {
  const pool = size > 10_000 ? 8 : 40;
  const limit = isRanked(workload) ? size : Infinity;
  const read = async (contender: ContenderProcess) => {
    const answers = await contender.answers(workload, pool, limit);
    // the ranks differ between contenders, so only the sets of matches are compared
    return answers.map((ids) => (isRanked(workload) ? [...ids].sort() : ids).join("\n"));
  };
  const expected = await read(able[0]!);
  for (const contender of able)
    for (const [i, answer] of (await read(contender)).entries())
      if (answer !== expected[i])
        throw new Error(
          `${workload} at ${size}: the answer of ${contender.name} to query ${i} is different`,
        );
}

/** All contenders answer the same queries: only 10 where one of them takes more than 2 ms. */
function poolOf(workload: Workload, warm: Times): number {
  if (workload === "W5") return 1;
  return Math.max(...warm.values()) > 2 ? 10 : 40;
}

/** The milliseconds per query of each contender that can run a workload. */
export async function measureWorkload(
  started: readonly ContenderProcess[],
  workload: Workload,
  size: number,
): Promise<Times> {
  const able = started.filter((contender) => contender.workloads.has(workload));
  await compareAnswers(able, workload, size);
  const warm = new Map<string, number>();
  for (const contender of able)
    warm.set(contender.name, await contender.warmUp(workload, warmUpMs));
  const pool = poolOf(workload, warm);
  const rounds = new Map<string, number[]>(able.map(({ name }) => [name, []]));
  const spent = new Map<string, number>(able.map(({ name }) => [name, 0]));
  for (let round = 0; round < mostRounds; round++)
    for (const contender of able) {
      const { name } = contender;
      if (round >= fewestRounds && spent.get(name)! > mostMsPerContender) continue;
      const times = Math.round(roundMs / warm.get(name)! / pool);
      const repeated = Math.max(1, Math.min(5000, times));
      const ms = await contender.measure(workload, pool, repeated);
      spent.set(name, spent.get(name)! + ms * pool * repeated);
      rounds.get(name)!.push(ms);
    }
  return new Map([...rounds].map(([name, ms]) => [name, median(ms)]));
}

/** For the tables: a time in microseconds. */
export function toMicroseconds(ms: number): string {
  const microseconds = ms * 1000;
  return microseconds >= 100 ? microseconds.toFixed(0) : microseconds.toPrecision(2);
}

/** One line for the console. */
export function describeTimes(workload: Workload, times: Times): string {
  const parts = [...times].map(([name, ms]) => `${name} ${toMicroseconds(ms)}`);
  return `  ${workload.padEnd(4)}${workloads[workload].padEnd(46)}${parts.join(", ")}`;
}
