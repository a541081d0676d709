/**
 * `npm run kit:pack [-- DIR]`: packs the kit as an npm package of its own: the machine without this
 * dataset, the template of a new dataset, and the versions of the packages with which this
 * repository builds.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { buildPackages, kitName, licenses } from "../kit/init.ts";
import { machineParts, readManifest } from "../kit/machine.ts";
import { isMain, projectRoot } from "./root.ts";

/** What belongs to this dataset or to this repository only. */
const leftOut = ["src/generated", "site/typedoc", "kit/prepare.ts"];

/** package.json of the kit. */
function kitManifest(): object {
  const { version, devDependencies = {} } = readManifest(projectRoot);
  return {
    name: kitName,
    version,
    description:
      "Texts in, YAML with quotations beside them, and a build that proves every field: makes " +
      "typed, citable npm packages of records that rest on the words of texts.",
    license: "MIT",
    type: "module",
    engines: { node: ">=20.19.0" },
    bin: { [kitName]: "kit/bin.js" },
    files: [...machineParts, "README.md", ...licenses],
    dependencies: Object.fromEntries(buildPackages.map((name) => [name, devDependencies[name]])),
  };
}

/** The kit's files in a folder. */
export function assembleKit(folder: string): void {
  for (const part of machineParts)
    cpSync(`${projectRoot}/${part}`, `${folder}/${part}`, {
      recursive: true,
      filter: (path) => !leftOut.includes(relative(projectRoot, path).replaceAll("\\", "/")),
    });
  for (const file of licenses) cpSync(`${projectRoot}/${file}`, `${folder}/${file}`);
  cpSync(`${projectRoot}/docs/your-own-dataset.md`, `${folder}/README.md`);
  const { exports } = readManifest(projectRoot);
  writeFileSync(`${folder}/kit/exports.json`, JSON.stringify(exports, null, 2));
  writeFileSync(`${folder}/package.json`, JSON.stringify(kitManifest(), null, 2));
}

/** Packs the kit into a folder; returns the path of the tarball. */
export function packKit(destination: string): string {
  const folder = mkdtempSync(join(tmpdir(), "kit-"));
  try {
    assembleKit(folder);
    mkdirSync(destination, { recursive: true });
    const args = ["pack", "--json", "--pack-destination", resolve(destination)];
    const output = execFileSync("npm", args, {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [packed] = JSON.parse(output) as [{ filename: string }];
    return join(destination, packed.filename);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url)) console.log(packKit(process.argv[2] ?? "."));
