/** `npm run compile`: data/ and seeds/ to src/generated, schemas, docs/codebook.md and NOTICE. `--check` writes nothing and fails if a committed one is not current. */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { compile } from "../src/compile/compile.ts";
import { coverageLines } from "../src/compile/emit/evidence-report.ts";
import { readTree, stale, write } from "../src/compile/disk.ts";
import { format, sorted, type Problem } from "../src/compile/problem.ts";
import { readSnapshot } from "./release/state.ts";

/** Folders in which everything is written by compile. */
const owned = ["src/generated", "schemas"];

export function run(root: string, check: boolean): boolean {
  const started = performance.now();
  const problems: Problem[] = [];
  const files = readTree(root, ["data", "seeds"], problems);
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as { version: string };
  const last = readSnapshot(root);
  const result = compile(files, version, last?.version === version ? last.released : null, last?.since);
  const all = sorted([...problems, ...result.problems]);
  if (all.length > 0 || !("outputs" in result)) {
    console.error(`${all.map(format).join("\n")}\n\n${all.length} ${all.length === 1 ? "problem" : "problems"}; nothing was written.`);
    return false;
  }
  if (check) {
    for (const line of coverageLines(result.dataset)) console.log(line);
    const committed = new Map([...result.outputs].filter(([path]) => !path.startsWith("src/generated/")));
    const { changed, left } = stale(root, committed, ["schemas"]);
    for (const path of [...changed, ...left])
      console.error(`${path}:1:1 is not what data/ and src/schema give; run npm run compile and commit it`);
    return changed.length + left.length === 0;
  }
  write(root, result.outputs, owned);
  const seconds = (performance.now() - started) / 1000;
  if (seconds > 1) console.error(`compiled in ${seconds.toFixed(1)} s`);
  return true;
}

if (
  process.argv[1] === fileURLToPath(import.meta.url) &&
  !run(fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, ""), process.argv.includes("--check"))
)
  process.exitCode = 1;
