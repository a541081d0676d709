/** Defects of a release, each with the message that tells it. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { diffData } from "../../tools/release/data-diff.ts";
import { packProject } from "../../tools/release/pack.ts";
import { readData, readPromisedLevel } from "../../tools/release/release-state.ts";
import { compareFiles } from "../../tools/release/verify-release.ts";
import {
  assertAlone,
  assertSameFile,
  checkContents,
} from "../../tools/release/rehearsal/tarball-steps.ts";

const made: string[] = [];

/** A folder with files. */
function folder(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), "baku-moscow-rules-"));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
});

function runTool(name: string, ...args: string[]) {
  const command = ["node_modules/tsx/dist/cli.mjs", `tools/release/${name}.ts`, ...args];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return { status, stderr };
}

test("data that was not compiled, and a changeset without a level", () => {
  expect(() => readData("nowhere")).toThrow(
    "src/generated/data.json is missing; run npm run compile",
  );
  const root = folder({ ".changeset/one.md": '---\n"other": minor\n---\n\nText.\n' });
  expect(() => readPromisedLevel(root)).toThrow(
    '.changeset/one.md: has no level for "baku-moscow"; npx changeset writes one',
  );
});

test("a changeset with a level that does not exist", () => {
  const root = folder({ ".changeset/one.md": '---\n"baku-moscow": huge\n---\n\nText.\n' });
  expect(() => readPromisedLevel(root)).toThrow(
    '.changeset/one.md: no level "huge"; it is one of ',
  );
});

test("before the first release everything is new", () => {
  const root = folder({ ".changeset/one.md": '---\n"baku-moscow": minor\n---\n\nFirst.\n' });
  mkdirSync(join(root, "src/generated"), { recursive: true });
  cpSync("src/generated/data.json", join(root, "src/generated/data.json"));
  cpSync("schemas", join(root, "schemas"), { recursive: true });
  expect(diffData(root).lines[0]).toMatch(/^nothing was released yet: \d+ records added/);
});

test("data that do not compile are not packed", () => {
  const root = folder({ "package.json": '{"version":"0.0.0"}', "data/topics.yaml": "a: {" });
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  expect(() => packProject(root, root)).toThrow("the build failed");
});

test("a package.json without repository is not published", () => {
  expect(runTool("publication")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("The package cannot be published yet. See docs/versioning.md."),
  });
});

test("files of two tarballs that differ", () => {
  const given = new Map([
    ["a", "1"],
    ["b", "2"],
  ]);
  const built = new Map([
    ["b", "3"],
    ["c", "4"],
  ]);
  expect(compareFiles(given, built)).toEqual([
    "a: is only in the given tarball",
    "b: differs",
    "c: is only in the build of the tag",
  ]);
  const root = folder({ one: "1", other: "2" });
  expect(() => {
    assertSameFile(join(root, "one"), join(root, "other"));
  }).toThrow("the second tarball differs from the first");
});

test("a tarball that is not named, or not there", () => {
  expect(runTool("verify-release")).toEqual({
    status: 2,
    stderr: "Name the tarball: npm run verify-release -- baku-moscow-0.1.0.tgz\n",
  });
  expect(runTool("verify-release", "nowhere.tgz")).toEqual({
    status: 2,
    stderr: "nowhere.tgz: there is no such file\n",
  });
});

test("a tarball with the text of an article, and one that is too large", () => {
  const long = execFileSync("sh", ["-c", "awk 'length($0) > 400' seeds/003_*.txt | head -1"]);
  const installed = folder({ "package.json": long });
  const work = { root: ".", installed };
  const small = join(folder({ "a.tgz": "" }), "a.tgz");
  expect(() => checkContents(work, small)).toThrow("holds a paragraph of a seed: ");
  const large = join(folder({ "b.tgz": Buffer.alloc(700_000) }), "b.tgz");
  const clean = { root: ".", installed: folder({ "package.json": "{}" }) };
  expect(() => checkContents(clean, large)).toThrow("it has 700000 bytes, and the limit is ");
});

test("a package that brings others", () => {
  const modules = folder({ "baku-moscow/a": "", "other/a": "" });
  expect(() => assertAlone(modules)).toThrow("it brought other packages: baku-moscow, other");
});
