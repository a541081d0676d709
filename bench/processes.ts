/** The contenders, and how each runs in its own process. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Workload } from "./queries.ts";

interface ContenderModule {
  readonly module: string;
  readonly options?: { readonly composite: boolean };
}

export const ownName = "baku-moscow";
export const filterName = "plain filter";
export const compositeName = "better-sqlite3, an index for each question";

/** The module of each contender, and the options with which it is opened. */
export const contenders: Readonly<Record<string, ContenderModule>> = {
  [ownName]: { module: "./baku-moscow.ts" },
  [filterName]: { module: "./rivals/filter.ts" },
  "better-sqlite3": { module: "./rivals/sqlite.ts" },
  [compositeName]: { module: "./rivals/sqlite.ts", options: { composite: true } },
  DuckDB: { module: "./rivals/duckdb.ts" },
  lokijs: { module: "./rivals/lokijs.ts" },
  MiniSearch: { module: "./rivals/minisearch.ts" },
};

export type Task =
  | {
      readonly type: "answers";
      readonly workload: Workload;
      readonly pool: number;
      readonly limit: number;
    }
  | { readonly type: "warm-up"; readonly workload: Workload; readonly ms: number }
  | {
      readonly type: "measure";
      readonly workload: Workload;
      readonly pool: number;
      readonly times: number;
    };

/** The ids of each answer, or milliseconds per query. */
export type TaskResult = string[][] | number;

/** A contender that is ready. */
export interface ContenderProcess {
  readonly name: string;
  readonly readyMs: number;
  readonly workloads: ReadonlySet<string>;
  answers(workload: Workload, pool: number, limit: number): Promise<string[][]>;
  /** Milliseconds per query. */
  warmUp(workload: Workload, ms: number): Promise<number>;
  /** Milliseconds per query. */
  measure(workload: Workload, pool: number, times: number): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a contender, and waits until it is ready. */
export async function startContender(name: string, size: number): Promise<ContenderProcess> {
  const { module, options = {} } = contenders[name]!;
  const child = fork(
    fileURLToPath(new URL("contender-process.ts", import.meta.url)),
    [module, String(size), JSON.stringify(options)],
    {
      serialization: "advanced",
      execArgv: ["--import", "tsx", "--max-old-space-size=8000", "--min-semi-space-size=16"],
    },
  );
  const failed = once(child, "exit").then(([code, signal]: unknown[]) => {
    if (code !== 0) throw new Error(`${name} at ${size} ended with ${String(code ?? signal)}`);
  });
  const receive = async (): Promise<unknown> => {
    const message = await Promise.race([once(child, "message"), failed]);
    return (message as unknown[])[0];
  };
  const ask = (task: Task): Promise<unknown> => {
    child.send(task);
    return receive();
  };
  const { readyMs, workloads } = (await receive()) as { readyMs: number; workloads: string[] };
  return {
    name,
    readyMs,
    workloads: new Set(workloads),
    answers: async (workload, pool, limit) =>
      (await ask({ type: "answers", workload, pool, limit })) as string[][],
    warmUp: async (workload, ms) => (await ask({ type: "warm-up", workload, ms })) as number,
    measure: async (workload, pool, times) =>
      (await ask({ type: "measure", workload, pool, times })) as number,
    stop: async () => {
      child.disconnect();
      await failed;
    },
  };
}
