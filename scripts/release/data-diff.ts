/**
 * `npm run data:diff`: what changed in the data since the last release, and the level that this needs. It fails when the
 * pending changesets promise less, or when a released id is lost. `--json` gives the changes as JSON,
 * `--brief` their numbers only.
 */
import { fileURLToPath } from "node:url";
import { diff, inWords } from "./diff.ts";
import { promised, readData, readFields, readSnapshot, tooLow } from "./state.ts";

/** What is to be printed, and what is wrong. */
export function dataDiff(root: string): { changes: ReturnType<typeof diff>; lines: string[]; faults: string[] } {
  const snapshot = readSnapshot(root);
  const changes = diff(snapshot, readData(root), readFields(root));
  const since = snapshot ? `since ${snapshot.version} (${snapshot.released})` : "nothing was released yet";
  const low = tooLow(changes.level, promised(root));
  return {
    changes,
    lines: [
      `${since}: ${changes.added.length} records added, ${new Set(changes.changed.map(({ id }) => id)).size} changed, ${changes.withdrawn.length} withdrawn; level ${changes.level ?? "none"}`,
      ...inWords(changes),
    ],
    faults: [...changes.faults, ...(low ? [low] : [])],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { changes, lines, faults } = dataDiff(fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, ""));
    console.log(
      process.argv.includes("--json")
        ? JSON.stringify(changes, null, 2)
        : lines.slice(0, process.argv.includes("--brief") ? 1 : undefined).join("\n"),
    );
    for (const fault of faults) console.error(fault);
    if (faults.length > 0) process.exitCode = 1;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
