/**
 * `npm run release:rehearse`: everything that a release does except publishing. It packs twice and
 * compares the bytes, checks the contents of the tarball, and installs it as users would: under
 * several versions of Node.js, TypeScript and Zod, with Jest, Bun and Deno, bundled for a browser,
 * and read with Python, R, DuckDB, biber and BibTeX. It needs the npm registry. It refuses to start
 * on uncommitted changes unless `--dirty` is given. Every fault is reported, and the exit status is
 * 1 when there is one.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../root.ts";
import { environmentSteps } from "./rehearsal/environment-steps.ts";
import { otherToolsSteps } from "./rehearsal/other-tools-steps.ts";
import { peerSteps } from "./rehearsal/peer-steps.ts";
import { packTwice, publicationStep, tarballSteps } from "./rehearsal/tarball-steps.ts";
import { toWorkplace, type Step } from "./rehearsal/workplace.ts";

const passed: string[] = [];
const failed: string[] = [];

/** Runs a step; a fault is reported, and the next steps go on. */
async function runStep({ name, check }: Step): Promise<void> {
  try {
    const remark = await check();
    passed.push(name);
    console.log(`ok    ${name}${typeof remark === "string" ? `\n      ${remark}` : ""}`);
  } catch (error) {
    failed.push(name);
    console.log(`FAULT ${name}: ${(error as Error).message.trim()}`);
  }
}

async function runSteps(steps: readonly Step[]): Promise<void> {
  for (const step of steps) await runStep(step);
}

async function rehearse(folder: string): Promise<void> {
  const work = toWorkplace(projectRoot, folder);
  await runStep(publicationStep(work));
  let tarball: string | undefined;
  await runStep({
    name: "packs to the same bytes twice, whatever the umask, zone and locale",
    check() {
      tarball = packTwice(work);
      return undefined;
    },
  });
  if (tarball === undefined) return;
  await runSteps(tarballSteps(work, tarball));
  await runSteps(environmentSteps(work));
  await runSteps(peerSteps(work));
  await runSteps(otherToolsSteps(work));
}

function uncommittedChanges(): string {
  const args = ["status", "--porcelain"];
  return execFileSync("git", args, { cwd: projectRoot, encoding: "utf8" }).trimEnd();
}

function report(): void {
  const total = passed.length + failed.length;
  if (failed.length === 0) console.log(`\nall ${total} steps passed`);
  else {
    console.log(`\n${failed.length} of ${total} steps failed: ${failed.join("; ")}`);
    process.exitCode = 1;
  }
}

const changes = uncommittedChanges();
if (changes !== "" && !process.argv.includes("--dirty")) {
  console.error(
    `uncommitted changes; commit or undo them first, or rehearse them with --dirty:\n${changes}`,
  );
  process.exitCode = 1;
} else {
  const folder = mkdtempSync(join(tmpdir(), "baku-moscow-rehearsal-"));
  try {
    await rehearse(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  report();
}
