/**
 * `npm test`: everything that CI checks, in order. Steps of one stage run at the same time. It
 * stops after the first stage in which a step fails.
 */
import { exec } from "node:child_process";
import { performance } from "node:perf_hooks";
import { projectRoot } from "./root.ts";

interface Step {
  readonly name: string;
  /** The npm script, so that each step can be run by itself. */
  readonly script: string;
}

function step(name: string, script: string): Step {
  return { name, script };
}

const stages: readonly (readonly Step[])[] = [
  [step("build, and committed files are current", "build -- --check")],
  [
    step("the changesets promise what the data need", "data:diff -- --brief"),
    step("format", "format:check"),
    step("lint", "lint"),
    step("types", "typecheck"),
    step("documentation", "docs:api"),
  ],
  [step("examples of the documentation", "examples")],
  [step("tests, the browser included", "test:all")],
  [step("package", "test:package")],
];

/** No step prints more than this. */
const longestOutput = 64 * 1024 * 1024;

function secondsSince(begun: number): string {
  return ((performance.now() - begun) / 1000).toFixed(1);
}

/** Runs a step and prints what it told when it ends; returns whether it passed. */
function runStep({ name, script }: Step): Promise<boolean> {
  const begun = performance.now();
  const options = { cwd: projectRoot, maxBuffer: longestOutput };
  return new Promise((resolve) => {
    exec(`npm run --silent ${script}`, options, (error, stdout, stderr) => {
      console.log(`\n== ${name}: npm run ${script}\n${stdout}${stderr}`.trimEnd());
      console.log(`   ${secondsSince(begun)} s`);
      if (error) console.error(`\nfailed: ${name} (npm run ${script})`);
      resolve(error === null);
    });
  });
}

const started = performance.now();
for (const stage of stages) {
  const passed = await Promise.all(stage.map(runStep));
  if (passed.includes(false)) process.exit(1);
}
console.log(`\nall ${stages.flat().length} steps passed in ${secondsSince(started)} s`);
