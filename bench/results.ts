/** What a run measured, and the limits that it must meet. */
import type { MemoryRange } from "./memory.ts";
import type { Times } from "./measure.ts";
import { compositeName, filterName, ownName } from "./processes.ts";
import type { Workload } from "./queries.ts";

/** What was measured at one size. */
export interface Results {
  readonly size: number;
  /** Milliseconds until the first query can run, by contender. */
  readonly readyMs: ReadonlyMap<string, number>;
  readonly times: ReadonlyMap<Workload, Times>;
  readonly memory: MemoryRange | undefined;
}

/** How many times as long as baku-moscow a rival must take, at least. */
export interface Limit {
  readonly size: number;
  readonly workload: Workload;
  readonly factor: number;
  /** The rival; the fastest library if it is absent. */
  readonly beside?: string;
}

const small = (["W2", "W3a", "W3b", "W4", "W6"] as const).map((workload): Limit => ({
  size: 1000,
  workload,
  factor: 10,
}));

export const limits: readonly Limit[] = [
  ...small,
  { size: 100_000, workload: "W2", factor: 50 },
  { size: 100_000, workload: "W2", factor: 5, beside: compositeName },
  { size: 100_000, workload: "W3a", factor: 50 },
  { size: 100_000, workload: "W3b", factor: 200 },
  { size: 100_000, workload: "W4", factor: 500 },
  { size: 100_000, workload: "W5", factor: 5 },
  { size: 100_000, workload: "W6", factor: 60 },
  { size: 100_000, workload: "W7", factor: 7, beside: "better-sqlite3" },
  { size: 100_000, workload: "W7", factor: 80, beside: "MiniSearch" },
  { size: 100_000, workload: "W8b", factor: 20 },
];

/** At 100,000 records, the most bytes per record beyond the records themselves. */
export const memoryLimits = { size: 100_000, fields: 150, text: 250 };

/** How many times as long a rival takes, or the fastest library without an ideal index. */
export function factorOf({ times }: Results, workload: Workload, beside?: string): number {
  const measured = times.get(workload)!;
  const notLibraries = [ownName, filterName, compositeName];
  const rivals = [...measured].filter(([name]) =>
    beside === undefined ? !notLibraries.includes(name) : name === beside,
  );
  return Math.min(...rivals.map(([, ms]) => ms)) / measured.get(ownName)!;
}

/** Limits of the sizes that were run, with the factors that were measured. */
export function measuredLimits(all: readonly Results[]): (Limit & { measured: number })[] {
  return all.flatMap((results) =>
    limits
      .filter(({ size }) => size === results.size)
      .map((limit) => ({
        ...limit,
        measured: factorOf(results, limit.workload, limit.beside),
      })),
  );
}

/** A line for each limit that was missed. */
export function missedLimits(all: readonly Results[]): string[] {
  const slow = measuredLimits(all)
    .filter(({ factor, measured }) => measured < factor)
    .map(
      ({ size, workload, factor, beside, measured }) =>
        `${workload} at ${size}: ${measured.toFixed(1)} times ` +
        `${beside ?? "the best library"}; the limit is ${factor}`,
    );
  const large = all.flatMap(({ size, memory }) => {
    if (size !== memoryLimits.size || memory === undefined) return [];
    return (["fields", "text"] as const)
      .filter((what) => memory[what].middle > memoryLimits[what])
      .map(
        (what) =>
          `${what}: ${memory[what].middle.toFixed(0)} bytes per record; the limit is ` +
          `${memoryLimits[what]}`,
      );
  });
  return [...slow, ...large];
}
