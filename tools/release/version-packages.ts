/**
 * `npm run version-packages`: prepares a release from the pending changesets. It refuses before it
 * writes when something is uncommitted, when the changesets promise less than the data need, or
 * when a released id is lost. It restores every file when a later step fails.
 *
 * In order: changesets sets the version and writes CHANGELOG.md; the lockfile follows; CHANGELOG.md
 * and releases/changelog.json name the records that changed; the snapshot becomes that of the new
 * release; compile updates CITATION.cff, .zenodo.json, NOTICE and the data.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { compileDataset } from "../../kit/compile-dataset.ts";
import { isMain, projectRoot } from "../root.ts";
import { describeChanges, toSnapshot, type Changes, type Snapshot } from "./data-changes.ts";
import { diffData } from "./data-diff.ts";
import {
  changelogFile,
  readData,
  readFields,
  readJson,
  readPromisedLevel,
  readSnapshot,
  snapshotFile,
} from "./release-state.ts";

/** Why no release can be prepared now; empty when one can. */
export function findObstacles(root: string, gitStatus: string): string[] {
  const faults: string[] = [];
  if (gitStatus.trim() !== "")
    faults.push(`uncommitted changes; commit or undo them first:\n${gitStatus.trimEnd()}`);
  const { faults: dataFaults } = diffData(root);
  faults.push(...dataFaults);
  if (readPromisedLevel(root) === null && dataFaults.length === 0)
    faults.push("no pending changeset, so there is nothing to release; run npx changeset");
  return faults;
}

/** CHANGELOG.md with the changed records at the end of a version's section. */
export function addRecordsToChangelog(
  changelog: string,
  version: string,
  lines: readonly string[],
): string {
  const heading = new RegExp(`^## ${version.replace(/\./g, "\\.")}$`, "m").exec(changelog);
  if (heading === null) throw new Error(`CHANGELOG.md has no section for ${version}`);
  const next = changelog.indexOf("\n## ", heading.index + 1);
  const section = changelog.slice(0, next === -1 ? undefined : next).trimEnd();
  const rest = next === -1 ? "" : `\n${changelog.slice(next + 1)}`;
  const list = lines.map((line) => `- ${line}\n`).join("");
  return `${section}\n\n### Records\n\n${list}${rest}`;
}

function setLockfileVersion(root: string, version: string): void {
  const file = `${root}/package-lock.json`;
  const lock = readJson<{ version: string; packages: Record<string, { version: string }> }>(file);
  lock.version = version;
  lock.packages[""]!.version = version;
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}

/** Adds a release to releases/changelog.json. */
function logRelease(root: string, version: string, released: string, changes: Changes): void {
  const { changed, withdrawn, schema, level } = changes;
  const kinds = [...new Set(changes.added.map(({ kind }) => kind))];
  const added = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      changes.added.filter((record) => record.kind === kind).map(({ id }) => id),
    ]),
  );
  const file = `${root}/${changelogFile}`;
  const log = existsSync(file) ? readJson<object[]>(file) : [];
  const entry = { version, released, level, added, changed, withdrawn, schema };
  writeFileSync(file, `${JSON.stringify([entry, ...log])}\n`);
}

/** Compiles as the new release and writes its snapshot. */
function writeSnapshot(
  root: string,
  version: string,
  released: string,
  before: Snapshot | undefined,
): void {
  const file = `${root}/${snapshotFile}`;
  const empty = { since: {}, fields: {}, records: {} };
  // the version and day of the snapshot tell compile that this version is a release
  writeFileSync(file, JSON.stringify({ ...(before ?? empty), version, released }));
  if (!compileDataset({ dataset: root, machine: root }, false))
    throw new Error("the data do not compile");
  const snapshot = toSnapshot(readData(root), readFields(root), released, before);
  writeFileSync(file, `${JSON.stringify(snapshot, null, 1)}\n`);
}

function prepareRelease(root: string, today: string): string {
  const before = readSnapshot(root);
  const { changes } = diffData(root);
  execFileSync("npx", ["--no-install", "changeset", "version"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const { version } = readJson<{ version: string }>(`${root}/package.json`);
  setLockfileVersion(root, version);
  const changelog = readFileSync(`${root}/CHANGELOG.md`, "utf8");
  const lines = describeChanges(changes);
  writeFileSync(`${root}/CHANGELOG.md`, addRecordsToChangelog(changelog, version, lines));
  mkdirSync(`${root}/releases`, { recursive: true });
  logRelease(root, version, today, changes);
  writeSnapshot(root, version, today, before);
  return version;
}

function git(root: string, ...args: string[]): string {
  return execFileSync("git", args, { cwd: root, encoding: "utf8" });
}

function tryToFindObstacles(root: string): string[] {
  try {
    return findObstacles(root, git(root, "status", "--porcelain"));
  } catch (error) {
    return [(error as Error).message];
  }
}

function main(root: string): void {
  const obstacles = tryToFindObstacles(root);
  if (obstacles.length > 0) {
    console.error(`${obstacles.join("\n")}\n\nno release was prepared; nothing was written`);
    process.exitCode = 1;
    return;
  }
  try {
    const version = prepareRelease(root, new Date().toISOString().slice(0, 10));
    console.log(`${version} is prepared: review git diff, then commit`);
  } catch (error) {
    // everything was committed before, so whatever differs now is ours
    git(root, "checkout", "--quiet", "--", ".");
    git(root, "clean", "--quiet", "-fd", "CHANGELOG.md", "releases", ".changeset");
    console.error(
      `${(error as Error).message}\n\nno release was prepared; every file is as it was before`,
    );
    process.exitCode = 1;
  }
}

if (isMain(import.meta.url)) main(projectRoot);
