/** What every contender offers. */
import type { Corpus } from "./corpus.ts";
import type { Parameters, Workload } from "./queries.ts";

/**
 * What a contender returns is its own form: ids, records or rows. `toIds` and `toCounts` bring it
 * into the form in which the answers are compared.
 */
export interface Contender<Answer = unknown> {
  /** The workloads that the contender can run. `limit` is for ranked ones. */
  readonly answer: {
    readonly [W in Workload]?: (
      parameters: Parameters[W],
      limit: number,
    ) => Answer | Promise<Answer>;
  };
  toIds(answer: Answer): string[];
  /** The number of each month and topic, by their names, for a contender that runs W5. */
  toCounts?(answer: Answer): Map<string, number>;
}

/** Opens a contender with the records of a corpus. */
export type OpenContender = (
  data: Corpus["data"],
  options: { readonly composite?: boolean },
) => Contender | Promise<Contender>;

/** How many results of ranked workloads are asked for. */
export const rankedLimit = 10;
