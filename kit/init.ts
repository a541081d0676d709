/** `init DIR`: starts a dataset with one short article, which compiles and passes its own tests. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { KitError, readManifest, type Manifest } from "./machine.ts";
import { machineRoot } from "./folders.ts";

const nameForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The packages that a dataset needs to be built. */
export const buildPackages = [
  "@fontsource-variable/source-sans-3",
  "@fontsource-variable/source-serif-4",
  "@types/node",
  "esbuild",
  "tsup",
  "tsx",
  "typescript",
  "yaml",
  "zod",
];

/** The code of a dataset is that of the machine; its records are its own. NOTICE names both. */
export const licenses = ["LICENSE", "LICENSE-DATA"];

/** The name of the kit on npm. */
export const kitName = "quoted-records";

/** The subpaths of a dataset: those of the machine's own package, and none that it lacks. */
function exportsOf(own: Readonly<Record<string, string>>): Record<string, string> {
  const missing = ["./changelog.json", "./reliability.json"];
  return Object.fromEntries(Object.entries(own).filter(([path]) => !missing.includes(path)));
}

/** The subpaths that every dataset has. */
function givenExports(): Record<string, string> {
  const file = `${machineRoot}/kit/exports.json`;
  if (existsSync(file))
    return exportsOf(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>);
  return exportsOf(readManifest(machineRoot).exports ?? {});
}

function versionsOf({ dependencies = {}, devDependencies = {} }: Manifest): [string, string][] {
  const all = { ...devDependencies, ...dependencies };
  return buildPackages.map((name) => [name, all[name]!]);
}

/** package.json of a new dataset. */
export function newManifest(name: string, kit: string): object {
  const versions = versionsOf(readManifest(machineRoot));
  return {
    name,
    version: "0.1.0",
    description: "",
    license: "(MIT AND CC0-1.0)",
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19.0" },
    files: ["dist", "LICENSE-DATA", "NOTICE", "CITATION.cff"],
    bin: { [name]: "dist/cli.js" },
    exports: givenExports(),
    scripts: {
      build: `${kitName} build`,
      compile: `${kitName} compile`,
      draft: `${kitName} draft`,
      site: `${kitName} site`,
      start: `${kitName} build && node dist/cli.js`,
      test: `${kitName} build && node --test`,
    },
    peerDependencies: { zod: "^4.0.0" },
    peerDependenciesMeta: { zod: { optional: true } },
    devDependencies: { [kitName]: kit, ...Object.fromEntries(versions) },
  };
}

/** What stands in the way of a new dataset in a folder; nothing but hidden files may be there. */
function checkFolder(folder: string): void {
  if (!existsSync(folder)) return;
  const found = readdirSync(folder).filter((name) => !name.startsWith("."));
  if (found.length > 0)
    throw new KitError(
      `${folder} is not empty (${found.slice(0, 3).join(", ")}); name a new or an empty folder`,
    );
}

/** Starts a dataset; returns what to do next. `kit` is the version or place of the kit. */
export function init(directory: string, kit: string): string {
  const folder = resolve(directory);
  const name = basename(folder);
  if (!nameForm.test(name))
    throw new KitError(
      `"${name}" cannot be the name of the package: use lower-case letters and digits in words ` +
        "joined by hyphens",
    );
  checkFolder(folder);
  mkdirSync(folder, { recursive: true });
  cpSync(`${machineRoot}/kit/template`, folder, { recursive: true });
  for (const file of licenses) cpSync(`${machineRoot}/${file}`, `${folder}/${file}`);
  // npm leaves files of this name out of a package
  renameSync(join(folder, "gitignore"), join(folder, ".gitignore"));
  for (const file of ["README.md", "data/dataset.yaml", "test/dataset.test.js"]) {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll("DATASET", name));
  }
  writeFileSync(
    join(folder, "package.json"),
    `${JSON.stringify(newManifest(name, kit), null, 2)}\n`,
  );
  return [
    `${folder} holds a dataset with one short article. Next:`,
    `  cd ${directory}`,
    "  npm install",
    "  npm test        # compiles, builds and tests it",
    "  npm run draft -- FILE   # starts the records of a text of yours",
  ].join("\n");
}
