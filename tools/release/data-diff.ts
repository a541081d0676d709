/**
 * `npm run data:diff`: what changed in the data since the last release, and the level that this
 * needs. It fails when the pending changesets promise less, or when a released id is lost. `--json`
 * gives the changes as JSON, `--brief` only their numbers.
 */
import { isMain, projectRoot } from "../root.ts";
import { compareWithSnapshot, describeChanges, type Changes } from "./data-changes.ts";
import {
  faultOfPromise,
  readData,
  readFields,
  readPromisedLevel,
  readSnapshot,
} from "./release-state.ts";

/** The changes since the last release, the same in words, and what is wrong. */
export interface DataDiff {
  readonly changes: Changes;
  readonly lines: readonly string[];
  readonly faults: readonly string[];
}

function summarize({ added, changed, withdrawn, level }: Changes): string {
  const changedRecords = new Set(changed.map(({ id }) => id)).size;
  return (
    `${added.length} records added, ${changedRecords} changed, ${withdrawn.length} withdrawn; ` +
    `level ${level ?? "none"}`
  );
}

export function diffData(root: string): DataDiff {
  const snapshot = readSnapshot(root);
  const changes = compareWithSnapshot(snapshot, readData(root), readFields(root));
  const since = snapshot
    ? `since ${snapshot.version} (${snapshot.released})`
    : "nothing was released yet";
  const fault = faultOfPromise(changes.level, readPromisedLevel(root));
  return {
    changes,
    lines: [`${since}: ${summarize(changes)}`, ...describeChanges(changes)],
    faults: [...changes.faults, ...(fault === undefined ? [] : [fault])],
  };
}

function main(args: readonly string[]): void {
  const { changes, lines, faults } = diffData(projectRoot);
  if (args.includes("--json")) console.log(JSON.stringify(changes, null, 2));
  else console.log((args.includes("--brief") ? lines.slice(0, 1) : lines).join("\n"));
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

if (isMain(import.meta.url))
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
