/**
 * Packs the package as it is published: the same bytes for the same sources, wherever it is built.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildDataset } from "../../kit/build-dataset.ts";
import { withAbsoluteLinks, type Manifest } from "./publication.ts";
import { readJson } from "./release-state.ts";

/** What is packed beside dist/. */
const packedFiles = [
  ...["package.json", "README.md", "LICENSE", "LICENSE-DATA", "NOTICE", "CITATION.cff"],
  "AGENTS.md",
  "releases/changelog.json",
];

/** Sets the rights of files that are packed, which otherwise depend on the umask of the machine. */
function setRights(path: string): void {
  if (!statSync(path).isDirectory()) {
    chmodSync(path, 0o644);
    return;
  }
  chmodSync(path, 0o755);
  for (const name of readdirSync(path)) setRights(join(path, name));
}

/** Runs a function while the README has links that work on npm, and restores it afterwards. */
function withPublishedReadme<Result>(root: string, run: () => Result): Result {
  const file = `${root}/README.md`;
  const readme = readFileSync(file, "utf8");
  const repository = readJson<Manifest>(`${root}/package.json`).repository?.url;
  if (repository === undefined) return run();
  try {
    writeFileSync(file, withAbsoluteLinks(readme, repository));
    return run();
  } finally {
    writeFileSync(file, readme);
  }
}

/** Builds and packs into a folder; returns the path of the tarball. */
export function packProject(root: string, folder: string): string {
  if (!buildDataset({ dataset: root, machine: root }, false)) throw new Error("the build failed");
  mkdirSync(folder, { recursive: true });
  setRights(`${root}/dist`);
  chmodSync(`${root}/dist/cli.js`, 0o755);
  for (const file of packedFiles) chmodSync(`${root}/${file}`, 0o644);
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const output = withPublishedReadme(root, () =>
    execFileSync("npm", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  );
  const [packed] = JSON.parse(output) as [{ filename: string }];
  return join(folder, packed.filename);
}
