/** `npm test`: everything that CI checks, in order. It stops at the first step that fails. */
import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { projectRoot } from "./root.ts";

/** The names are those of the npm scripts, so that each step can be run by itself. */
const steps: readonly (readonly [name: string, script: string])[] = [
  ["build, and committed files are current", "build -- --check"],
  ["the changesets promise what the data need", "data:diff -- --brief"],
  ["format", "format:check"],
  ["lint", "lint"],
  ["types", "typecheck"],
  ["examples of the documentation", "examples"],
  ["tests, the browser included", "test:all"],
  ["documentation", "docs:api"],
  ["package", "test:package"],
];

const started = performance.now();
for (const [name, script] of steps) {
  const begun = performance.now();
  console.log(`\n== ${name}: npm run ${script}`);
  const { status } = spawnSync(`npm run --silent ${script}`, {
    cwd: projectRoot,
    stdio: "inherit",
    shell: true,
  });
  if (status !== 0) {
    console.error(`\nfailed: ${name} (npm run ${script})`);
    process.exit(status ?? 1);
  }
  console.log(`   ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`\nall ${steps.length} steps passed in ${seconds} s`);
