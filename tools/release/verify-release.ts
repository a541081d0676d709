/**
 * `npm run verify-release -- TARBALL`: whether a tarball is what its tag builds. It checks out the
 * tag of the tarball's version into a temporary folder, installs, builds and packs there, and
 * compares the bytes. TARBALL is a file, such as `npm pack baku-moscow@0.1.0` downloads.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isMain, projectRoot } from "../root.ts";

function hashFile(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** Unpacks a tarball; returns its files by path, with their hashes. */
function unpack(tarball: string, folder: string): Map<string, string> {
  mkdirSync(folder);
  execFileSync("tar", ["-xzf", tarball, "-C", folder]);
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(path.slice(folder.length + 1), hashFile(path));
  }
  return files;
}

/** The version in the package.json of a tarball. */
function versionOf(tarball: string): string {
  const text = execFileSync("tar", ["-xzOf", tarball, "package/package.json"], {
    encoding: "utf8",
  });
  return (JSON.parse(text) as { version: string }).version;
}

/** Builds a tag in a folder of its own; returns the path of its tarball. */
function buildTag(root: string, tag: string, folder: string): string {
  const run = (command: string, args: readonly string[], cwd: string) => {
    const { status, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
    if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed\n${stderr}`);
  };
  const clone = join(folder, "clone");
  const out = join(folder, "out");
  mkdirSync(out);
  run("git", ["clone", "--quiet", "--branch", tag, "--depth", "1", `file://${root}`, clone], root);
  run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], clone);
  run("npm", ["run", "--silent", "release:pack", "--", out], clone);
  const [name] = readdirSync(out);
  return join(out, name!);
}

/** The files that differ between two tarballs. */
export function compareFiles(given: Map<string, string>, built: Map<string, string>): string[] {
  const names = [...new Set([...given.keys(), ...built.keys()])].sort();
  return names.flatMap((name) => {
    if (!built.has(name)) return [`${name}: is only in the given tarball`];
    if (!given.has(name)) return [`${name}: is only in the build of the tag`];
    return given.get(name) === built.get(name) ? [] : [`${name}: differs`];
  });
}

/** Whether a tarball is what its tag builds. The report is printed. */
export function verifyRelease(root: string, tarball: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), "baku-moscow-verify-"));
  try {
    const version = versionOf(tarball);
    const built = buildTag(root, `v${version}`, folder);
    if (hashFile(tarball) === hashFile(built)) {
      console.log(`${version}: the tarball is byte for byte what the tag v${version} builds`);
      return true;
    }
    const given = unpack(tarball, join(folder, "given"));
    const differences = compareFiles(given, unpack(built, join(folder, "built")));
    console.error(`${version}: the tarball differs from what the tag v${version} builds`);
    for (const difference of differences) console.error(`  ${difference}`);
    if (differences.length === 0) console.error("  the files are the same, the archive differs");
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function main(tarball: string | undefined): void {
  if (tarball === undefined || !existsSync(tarball)) {
    console.error(
      tarball === undefined
        ? "Name the tarball: npm run verify-release -- baku-moscow-0.1.0.tgz"
        : `${tarball}: there is no such file`,
    );
    process.exitCode = 2;
    return;
  }
  try {
    if (!verifyRelease(projectRoot, resolve(tarball))) process.exitCode = 1;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

if (isMain(import.meta.url)) main(process.argv[2]);
