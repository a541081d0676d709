/** `npm test`: everything that CI checks, in order, the cheap and the fundamental first. It stops at the first step that fails. */
import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const steps: readonly (readonly [name: string, command: string])[] = [
  ["generated files are current", "tsx scripts/compile.ts --check"],
  ["build", "tsx scripts/build.ts"],
  ["the changesets promise what the data need", "tsx scripts/release/data-diff.ts --brief"],
  ["examples", "tsx scripts/examples.ts"],
  ["format", "prettier --check --log-level warn ."],
  ["lint", "eslint --max-warnings 0 ."],
  ["types", "tsc -p ."],
  ["tests", "vitest run"],
  ["docs", "typedoc --logLevel Warn"],
  ["explorer, in a browser", "tsx scripts/test-browser.ts"],
  ["package", "publint --strict"],
  ["package types", "attw --pack . --profile esm-only --quiet"],
];

const cwd = fileURLToPath(new URL("..", import.meta.url));
const started = performance.now();
for (const [name, command] of steps) {
  const begun = performance.now();
  console.log(`\n== ${name}: ${command}`);
  const { status } = spawnSync(`npx --no-install ${command}`, { cwd, stdio: "inherit", shell: true });
  if (status !== 0) {
    console.error(`\nfailed: ${name} (${command})`);
    process.exit(status ?? 1);
  }
  console.log(`   ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
console.log(`\nall ${steps.length} steps passed in ${((performance.now() - started) / 1000).toFixed(0)} s`);
