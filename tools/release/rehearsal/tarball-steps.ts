/** What is in the tarball. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { packProject } from "../pack.ts";
import { findPublicationFaults, type Manifest } from "../publication.ts";
import { readJson } from "../release-state.ts";
import { isAllowedFile, sizeLimit } from "../tarball.ts";
import { assertThat, filesUnder, install, run, type Step, type Workplace } from "./workplace.ts";

function hashFile(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** Runs a function with other rights of new files, and in another time zone and language. */
function elsewhere<Result>(run: () => Result): Result {
  const before = process.umask(0o077);
  const { TZ, LC_ALL } = process.env;
  Object.assign(process.env, { TZ: "Asia/Baku", LC_ALL: "tr_TR.UTF-8" });
  try {
    return run();
  } finally {
    process.umask(before);
    for (const [name, value] of Object.entries({ TZ, LC_ALL }))
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
  }
}

/** Packs twice, the second time as on another machine; returns the path of the tarball. */
export function packTwice({ root, folder }: Workplace): string {
  const pack = (name: string) => {
    const path = join(folder, name);
    mkdirSync(path);
    return packProject(root, path);
  };
  const first = pack("first");
  const second = elsewhere(() => pack("second"));
  assertSameFile(first, second);
  return first;
}

/** Throws unless two tarballs have the same bytes. */
export function assertSameFile(first: string, second: string): void {
  assertThat(hashFile(first) === hashFile(second), "the second tarball differs from the first");
}

/** The paragraphs of the seeds that are too long to be quoted. */
function longParagraphs(root: string): string[] {
  return readdirSync(`${root}/seeds`)
    .filter((name) => name.endsWith(".txt"))
    .flatMap((name) => readFileSync(`${root}/seeds/${name}`, "utf8").split("\n"))
    .filter((line) => Array.from(line).length > 320);
}

export function checkContents(
  work: Pick<Workplace, "root" | "installed">,
  tarball: string,
): string {
  const files = filesUnder(work.installed);
  const unexpected = files.filter((file) => !isAllowedFile(file));
  assertThat(unexpected.length === 0, `not allowed: ${unexpected.join(", ")}`);
  for (const file of files) {
    const text = readFileSync(join(work.installed, file), "utf8");
    for (const paragraph of longParagraphs(work.root))
      assertThat(
        !text.includes(paragraph) && !text.includes(JSON.stringify(paragraph).slice(1, -1)),
        `${file} holds a paragraph of a seed: ${paragraph.slice(0, 60)}`,
      );
  }
  const { size } = statSync(tarball);
  assertThat(size <= sizeLimit, `it has ${size} bytes, and the limit is ${sizeLimit}`);
  return `${size} bytes, ${files.length} files`;
}

function checkVersions({ root, installed }: Workplace): undefined {
  const versionIn = (file: string) => readJson<{ version: string }>(file).version;
  const version = versionIn(join(installed, "package.json"));
  const citation = readFileSync(join(installed, "CITATION.cff"), "utf8");
  const versions: Readonly<Record<string, string | undefined>> = {
    "package-lock.json": versionIn(`${root}/package-lock.json`),
    "CITATION.cff": /^version: "(.*)"$/m.exec(citation)?.[1],
    ".zenodo.json": versionIn(`${root}/.zenodo.json`),
    "data.json": versionIn(join(installed, "dist/data.json")),
    "datapackage.json": versionIn(join(installed, "dist/datapackage.json")),
  };
  for (const [file, has] of Object.entries(versions))
    assertThat(has === version, `${file} has ${has ?? "no version"}, package.json ${version}`);
}

function checkInstallation({ project }: Workplace, tarball: string): undefined {
  install(project, [tarball]);
  assertAlone(join(project, "node_modules"));
}

/** Throws unless a folder of modules holds this package only. */
export function assertAlone(modules: string): undefined {
  const names = readdirSync(modules).filter((name) => !name.startsWith("."));
  assertThat(names.join() === "baku-moscow", `it brought other packages: ${names.join(", ")}`);
}

export function tarballSteps(work: Workplace, tarball: string): Step[] {
  const tool = (...args: string[]) => {
    run("npx", ["--no-install", ...args], work.root);
    return undefined;
  };
  return [
    {
      name: "publint --strict",
      check: () => {
        tool("publint", "--strict", tarball);
      },
    },
    {
      name: "attw",
      check: () => {
        tool("attw", tarball, "--profile", "esm-only", "--quiet");
      },
    },
    {
      name: "installs without a dependency",
      check: () => {
        checkInstallation(work, tarball);
      },
    },
    {
      name: `the tarball holds only allowed files, no seed text, at most ${sizeLimit / 1000} kB`,
      check: () => checkContents(work, tarball),
    },
    {
      name: "every file has the same version",
      check: () => {
        checkVersions(work);
      },
    },
  ];
}

/** Whether npm would accept the publication. */
export function publicationStep({ root }: Workplace): Step {
  return {
    name: "package.json names what npm needs for a publication",
    check() {
      const manifest = readJson<Manifest>(`${root}/package.json`);
      const faults = findPublicationFaults(manifest, process.env.GITHUB_REPOSITORY);
      assertThat(faults.length === 0, faults.join("\n"));
      return undefined;
    },
  };
}
