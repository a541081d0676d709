import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { findPublicationFaults, withAbsoluteLinks } from "../../tools/release/publication.ts";
import { verifyRelease } from "../../tools/release/verify-release.ts";

const complete = {
  repository: { type: "git", url: "git+https://github.com/example/baku.git" },
  bugs: { url: "https://github.com/example/baku/issues" },
  homepage: "https://example.org",
  author: "Example",
};

test("a package that names everything can be published", () => {
  expect(findPublicationFaults(complete)).toEqual([]);
  expect(findPublicationFaults(complete, "example/baku")).toEqual([]);
});

test("each missing field is reported with what belongs there", () => {
  expect(findPublicationFaults({})).toEqual([
    "package.json: repository.url is missing; fill in git+https://github.com/OWNER/NAME.git",
    "package.json: bugs.url is missing; fill in https://github.com/OWNER/NAME/issues",
    "package.json: homepage is missing; fill in the address of the documentation",
    "package.json: author is missing; fill in a name, or a name and address",
  ]);
});

test("the repository is the one in which the release is built", () => {
  expect(findPublicationFaults(complete, "someone/fork")).toEqual([
    "package.json: repository.url names example/baku, but this release is built in someone/fork; " +
      "npm refuses provenance unless they are the same",
  ]);
  expect(findPublicationFaults({ ...complete, repository: { url: "baku" } })).toEqual([
    'package.json: repository.url "baku" is not the address of a repository',
  ]);
});

test("links and pictures of the README lead to the repository; others stay", () => {
  const readme = "![A](docs/a.svg) [B](docs/b.md) [C](https://example.org/c) [D](#d)";
  expect(withAbsoluteLinks(readme, complete.repository.url)).toBe(
    "![A](https://raw.githubusercontent.com/example/baku/HEAD/docs/a.svg) " +
      "[B](https://github.com/example/baku/blob/HEAD/docs/b.md) " +
      "[C](https://example.org/c) [D](#d)",
  );
  const own = withAbsoluteLinks(readFileSync("README.md", "utf8"), complete.repository.url);
  expect(own).not.toMatch(/\]\((?!https?:|#)/);
});

test("a release is verified against what its tag builds", () => {
  const folder = mkdtempSync(join(tmpdir(), "baku-moscow-verify-test-"));
  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  const spies = [
    vi.spyOn(console, "log").mockImplementation(print),
    vi.spyOn(console, "error").mockImplementation(print),
  ];
  try {
    // a small package whose release:pack is `npm pack`
    const root = join(folder, "root");
    mkdirSync(root);
    const scripts = { "release:pack": "npm pack --silent --pack-destination" };
    const manifest = { name: "small", version: "1.0.0", files: ["a.txt"], scripts };
    writeFileSync(join(root, "package.json"), JSON.stringify(manifest));
    const lock = {
      name: "small",
      version: "1.0.0",
      lockfileVersion: 3,
      requires: true,
      packages: { "": { name: "small", version: "1.0.0" } },
    };
    writeFileSync(join(root, "package-lock.json"), JSON.stringify(lock));
    writeFileSync(join(root, "a.txt"), "as tagged\n");
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], {
        cwd: root,
        stdio: "pipe",
      });
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "-m", "release");
    git("tag", "v1.0.0");
    const pack = (to: string) => {
      mkdirSync(join(folder, to));
      execFileSync("npm", ["pack", "--silent", "--pack-destination", join(folder, to)], {
        cwd: root,
      });
      return join(folder, to, "small-1.0.0.tgz");
    };
    const honest = pack("honest");
    writeFileSync(join(root, "a.txt"), "something else\n");
    const changed = pack("changed");

    expect(verifyRelease(root, honest)).toBe(true);
    expect(printed).toEqual(["1.0.0: the tarball is byte for byte what the tag v1.0.0 builds"]);
    printed.length = 0;
    expect(verifyRelease(root, changed)).toBe(false);
    expect(printed).toEqual([
      "1.0.0: the tarball differs from what the tag v1.0.0 builds",
      "  package/a.txt: differs",
    ]);
  } finally {
    for (const spy of spies) spy.mockRestore();
    rmSync(folder, { recursive: true, force: true });
  }
});
