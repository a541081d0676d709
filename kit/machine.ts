/**
 * Puts the machine into a dataset: the code that makes and queries the data, with the terms of the
 * dataset, in the folder .build/. There it compiles data/, and there the package is bundled.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { relative } from "node:path";
import { format, type Problem } from "../curation/problem.ts";
import { readTree } from "../curation/read/files.ts";
import { emitOwnTerms, readOwnTerms, termsFile } from "./read-terms.ts";
import { machineFolder, machineRoot, type Places } from "./folders.ts";

/** What the machine is made of. */
export const machineParts = ["src", "curation", "site", "kit", "tsup.config.ts", "tsconfig.json"];

/** What a dataset makes itself, or does not need. */
const leftOut = ["src/generated", "kit/template", "site/typedoc"];

/** A fault in what a user gave, told without the code that found it. */
export class KitError extends Error {}

/** package.json, as far as the kit reads it. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export function readManifest(folder: string): Manifest {
  const file = `${folder}/package.json`;
  if (!existsSync(file))
    throw new KitError(`${folder} has no package.json; start a dataset with init DIR`);
  return JSON.parse(readFileSync(file, "utf8")) as Manifest;
}

/** The name in data/dataset.yaml, which the package must have too. */
function checkName(dataset: string, { name }: Manifest): void {
  const file = `${dataset}/data/dataset.yaml`;
  if (!existsSync(file)) throw new KitError(`${dataset} has no data/dataset.yaml; init writes one`);
  const named = /^name: *["']?([^\s"'#]*)/m.exec(readFileSync(file, "utf8"))?.[1];
  if (named !== name)
    throw new KitError(
      `data/dataset.yaml has the name "${named ?? ""}" and package.json "${name}"; make them ` +
        "the same",
    );
}

/** The terms of a dataset as a module. */
function readTermsModule(dataset: string): string {
  const problems: Problem[] = [];
  const paths = existsSync(`${dataset}/${termsFile}`) ? [termsFile] : [];
  const terms = readOwnTerms(readTree(dataset, paths, problems), problems);
  if (problems.length > 0) throw new KitError(problems.map(format).join("\n"));
  return emitOwnTerms(terms);
}

/** Copies a part of the machine without what a dataset makes itself. */
function copyPart(part: string, machine: string): void {
  cpSync(`${machineRoot}/${part}`, `${machine}/${part}`, {
    recursive: true,
    filter: (path) => !leftOut.includes(relative(machineRoot, path).replaceAll("\\", "/")),
  });
}

/** Removes what an earlier machine left, but not what compile has written. */
function removeOldParts(machine: string): void {
  const source = existsSync(`${machine}/src`) ? readdirSync(`${machine}/src`) : [];
  const own = source.filter((name) => name !== "generated").map((name) => `src/${name}`);
  for (const part of [...own, "curation", "site", "kit"])
    rmSync(`${machine}/${part}`, { recursive: true, force: true });
}

/** Puts the machine into a dataset, newly each time; what compile has written stays. */
export function installMachine(dataset: string): Places {
  const manifest = readManifest(dataset);
  checkName(dataset, manifest);
  const terms = readTermsModule(dataset);
  const machine = `${dataset}/${machineFolder}`;
  mkdirSync(machine, { recursive: true });
  removeOldParts(machine);
  for (const part of machineParts) copyPart(part, machine);
  writeFileSync(`${machine}/src/schema/own-terms.ts`, terms);
  const imports = { "#dataset": "./dist/index.js", "#dataset/*": "./dist/*.js" };
  writeFileSync(`${machine}/package.json`, JSON.stringify({ ...manifest, imports }, null, 2));
  return { dataset, machine };
}
