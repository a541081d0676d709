/**
 * `npm run version-packages`: prepares a release from the pending changesets. It refuses before it writes when something
 * is uncommitted, when the changesets promise less than the data need, or when a released id is lost; and it puts every
 * file back when a later step fails.
 *
 * In order: changesets sets the version and writes CHANGELOG.md; the lockfile follows; the records that changed are named
 * in CHANGELOG.md and releases/changelog.json; the snapshot becomes that of the new release; compile brings CITATION.cff,
 * .zenodo.json, NOTICE and the data in step.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run as compile } from "../compile.ts";
import { dataDiff } from "./data-diff.ts";
import { inWords, snapshotOf } from "./diff.ts";
import { changelogFile, promised, readData, readFields, readSnapshot, snapshotFile } from "./state.ts";

/** Why no release can be prepared now; empty when one can. */
export function obstacles(root: string, gitStatus: string): string[] {
  const faults: string[] = [];
  if (gitStatus.trim() !== "") faults.push(`uncommitted changes; commit or undo them first:\n${gitStatus.trimEnd()}`);
  const { faults: wrong } = dataDiff(root);
  faults.push(...wrong);
  if (promised(root) === null && wrong.length === 0) faults.push("no pending changeset, so there is nothing to release; run npx changeset");
  return faults;
}

/** The record-level part of a version's section in CHANGELOG.md. */
export function withRecords(changelog: string, version: string, lines: readonly string[]): string {
  const heading = new RegExp(`^## ${version.replace(/\./g, "\\.")}$`, "m");
  const at = heading.exec(changelog);
  if (!at) throw new Error(`CHANGELOG.md has no section for ${version}`);
  const next = changelog.indexOf("\n## ", at.index + 1);
  const end = next === -1 ? changelog.length : next;
  return `${changelog.slice(0, end).trimEnd()}\n\n### Records\n\n${lines.map((line) => `- ${line}\n`).join("")}${next === -1 ? "" : `\n${changelog.slice(end + 1)}`}`;
}

function prepare(root: string, today: string): string {
  const before = readSnapshot(root);
  const { changes } = dataDiff(root);
  execFileSync("npx", ["--no-install", "changeset", "version"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as { version: string };
  const lock = JSON.parse(readFileSync(`${root}/package-lock.json`, "utf8")) as {
    version: string;
    packages: Record<string, { version: string }>;
  };
  lock.version = lock.packages[""]!.version = version;
  writeFileSync(`${root}/package-lock.json`, `${JSON.stringify(lock, null, 2)}\n`);
  writeFileSync(`${root}/CHANGELOG.md`, withRecords(readFileSync(`${root}/CHANGELOG.md`, "utf8"), version, inWords(changes)));
  mkdirSync(`${root}/releases`, { recursive: true });
  const log = existsSync(`${root}/${changelogFile}`) ? (JSON.parse(readFileSync(`${root}/${changelogFile}`, "utf8")) as object[]) : [];
  const { changed, withdrawn, schema, level } = changes;
  const added = Object.fromEntries(
    [...new Set(changes.added.map(({ kind }) => kind))].map((kind) => [
      kind,
      changes.added.filter((record) => record.kind === kind).map(({ id }) => id),
    ]),
  );
  writeFileSync(
    `${root}/${changelogFile}`,
    `${JSON.stringify([{ version, released: today, level, added, changed, withdrawn, schema }, ...log])}\n`,
  );
  // the version and day of the snapshot tell compile that this version is a release; the records follow once it has run
  writeFileSync(
    `${root}/${snapshotFile}`,
    JSON.stringify({ ...(before ?? { since: {}, fields: {}, records: {} }), version, released: today }),
  );
  if (!compile(root, false)) throw new Error("the data do not compile");
  writeFileSync(`${root}/${snapshotFile}`, `${JSON.stringify(snapshotOf(readData(root), readFields(root), today, before), null, 1)}\n`);
  return version;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" });
  let faults: string[];
  try {
    faults = obstacles(root, git("status", "--porcelain"));
  } catch (error) {
    faults = [(error as Error).message];
  }
  if (faults.length > 0) {
    console.error(`${faults.join("\n")}\n\nno release was prepared, and nothing was written`);
    process.exitCode = 1;
  } else {
    try {
      const version = prepare(root, new Date().toISOString().slice(0, 10));
      console.log(`${version} is prepared: look at git diff, then commit`);
    } catch (error) {
      // everything was committed, so what is there now beyond that is ours
      git("checkout", "--quiet", "--", ".");
      git("clean", "--quiet", "-fd", "CHANGELOG.md", "releases", ".changeset");
      console.error(`${(error as Error).message}\n\nno release was prepared, and every file is as it was`);
      process.exitCode = 1;
    }
  }
}
