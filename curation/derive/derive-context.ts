/** What the derivation of one record works with. */
import type { Draft, Drafts, Published } from "../draft.ts";
import { problem, type Path, type Problem } from "../problem.ts";
import type { Proof } from "../prove/support.ts";

export interface DeriveContext {
  readonly draft: Draft;
  readonly proof: Proof;
  readonly drafts: Drafts;
  /** Meetings that are finished; statements come after them. */
  readonly meetings: ReadonlyMap<string, Published["meeting"]>;
  readonly problems: Problem[];
}

export function report({ draft, problems }: DeriveContext, path: Path, message: string): void {
  problems.push(problem(draft.spot(path), path, message));
}

/** Whether a problem was already reported on the line of a value. */
export function hasProblemAt({ draft, problems }: DeriveContext, path: Path): boolean {
  const { file, line } = draft.spot(path);
  return problems.some((one) => one.file === file && one.line === line);
}
