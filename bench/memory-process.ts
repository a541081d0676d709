/**
 * Memory of the indexes, measured in processes of their own: what ran before in one process changes
 * it. `tsx bench/memory-process.ts SIZE` prints the figures of one size.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describeMemory, measureMemory, type MemoryRange, type MemoryUse } from "./memory.ts";

const runs = 5;

async function measureApart(size: number): Promise<MemoryUse> {
  const child = fork(fileURLToPath(import.meta.url), [String(size)], {
    execArgv: ["--import", "tsx", "--expose-gc", "--max-old-space-size=8000"],
  });
  const [use] = (await once(child, "message")) as [MemoryUse];
  return use;
}

/** The lowest, middle and highest of some numbers. */
function rangeOf(numbers: readonly number[]): MemoryRange[keyof MemoryRange] {
  const sorted = [...numbers].sort((a, b) => a - b);
  return { low: sorted[0]!, middle: sorted[(runs - 1) / 2]!, high: sorted.at(-1)! };
}

/** Several measurements, one after the other. */
export async function measureMemoryRange(size: number): Promise<MemoryRange> {
  const all: MemoryUse[] = [];
  for (let i = 0; i < runs; i++) all.push(await measureApart(size));
  const of = (key: keyof MemoryUse) => rangeOf(all.map((use) => use[key]));
  return {
    firstFields: of("firstFields"),
    fields: of("fields"),
    text: of("text"),
    textMs: of("textMs"),
  };
}

const [, script, size] = process.argv;
if (script === fileURLToPath(import.meta.url) && size !== undefined) {
  if (process.send !== undefined) process.send(measureMemory(Number(size)));
  else console.log(describeMemory(Number(size), await measureMemoryRange(Number(size))));
}
