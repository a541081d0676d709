/**
 * `npm run build`: compiles the data, bundles what users import, and draws the pictures of the
 * documentation. With `--check` committed files are compared instead of written.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { compileDataset } from "./compile-dataset.ts";
import { isMain, places, type Places } from "./folders.ts";

/** Runs a command of a development dependency; returns whether it succeeded. */
function runTool({ dataset, machine }: Places, file: string, args: readonly string[]): boolean {
  const { status } = spawnSync(process.execPath, [`${dataset}/node_modules/${file}`, ...args], {
    cwd: machine,
    stdio: "inherit",
  });
  return status === 0;
}

/**
 * The subpath of a kind exports the collection of the main file: one copy of the records,
 * whichever way they are imported. A file per kind would also triple the time of importing in
 * Node.js.
 */
function writeKindStubs(root: string): void {
  const { exports } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as {
    exports: Record<string, string>;
  };
  for (const file of Object.values(exports)) {
    const name = /^\.\/dist\/(\w+)\.js$/.exec(file)?.[1];
    if (name !== undefined && existsSync(`${root}/src/collections/${name}.ts`))
      writeFileSync(`${root}/dist/${name}.js`, `export { ${name} } from "./index.js";\n`);
  }
}

/**
 * Removes imports of nothing. The bundler writes one for each chunk that a chunk imports, and the
 * bundlers of users warn of them, because the package has no side effects.
 */
function removeBareImports(root: string): void {
  for (const name of readdirSync(`${root}/dist`).filter((file) => file.endsWith(".js"))) {
    const file = `${root}/dist/${name}`;
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(/^import "\.\/chunk-\w+\.js";\n/gm, ""));
  }
}

/** Copies the JSON Schemas without the white space that they have for reviewers. */
function copySchemas({ dataset, machine }: Places): void {
  mkdirSync(`${machine}/dist/schemas/criteria`, { recursive: true });
  for (const folder of ["schemas", "schemas/criteria"])
    for (const name of readdirSync(`${dataset}/${folder}`)) {
      if (!name.endsWith(".schema.json")) continue;
      const schema: unknown = JSON.parse(readFileSync(`${dataset}/${folder}/${name}`, "utf8"));
      writeFileSync(`${machine}/dist/${folder}/${name}`, JSON.stringify(schema));
    }
}

/** What the package ships as compile writes it; a dataset without figures of trust has no such. */
const shippedAsTheyAre = [
  ...["data.json", "datapackage.json", "codebook.json", "reliability.json"],
  ...["csv", "codebook"],
];

/** Copies what compile wrote for other programs. */
function copyGenerated(machine: string): void {
  for (const path of shippedAsTheyAre) {
    const from = `${machine}/src/generated/${path}`;
    if (existsSync(from)) cpSync(from, `${machine}/dist/${path}`, { recursive: true });
  }
}

/** The package that the comments of the code name as an example. */
const nameInComments = "baku-moscow";

/** An example in a comment, up to the next tag or the end of the comment. */
const exampleInComment = /^ *\* @example.*\n(?: *\*(?! @|\/).*\n)*/gm;

/** In a dataset of its own, the documentation in the types leaves out examples of another one. */
function adaptTypes(machine: string, name: string): void {
  for (const file of readdirSync(`${machine}/dist`).filter((one) => one.endsWith(".d.ts"))) {
    const path = `${machine}/dist/${file}`;
    const text = readFileSync(path, "utf8").replace(exampleInComment, "");
    writeFileSync(path, text.replaceAll(nameInComments, name));
  }
}

/** Moves the built package from the machine into the dataset. */
function deliver({ dataset, machine }: Places): void {
  if (dataset === machine) return;
  const { name } = JSON.parse(readFileSync(`${dataset}/package.json`, "utf8")) as { name: string };
  adaptTypes(machine, name);
  rmSync(`${dataset}/dist`, { recursive: true, force: true });
  cpSync(`${machine}/dist`, `${dataset}/dist`, { recursive: true });
}

/** Builds; returns whether all went well. */
export function buildDataset(where: Places, check: boolean): boolean {
  const { dataset, machine } = where;
  if (!compileDataset(where, check)) return false;
  rmSync(`${machine}/dist`, { recursive: true, force: true });
  if (!runTool(where, "tsup/dist/cli-default.js", ["--silent"])) return false;
  removeBareImports(machine);
  writeKindStubs(machine);
  copyGenerated(machine);
  copySchemas(where);
  // processes of their own, because they import the package that was just built
  if (!runTool(where, "tsx/dist/cli.mjs", ["kit/write-coding.ts"])) return false;
  deliver(where);
  const flags = [`${dataset}/docs/pictures`, ...(check ? ["--check"] : [])];
  return runTool(where, "tsx/dist/cli.mjs", ["site/pictures/write-pictures.ts", ...flags]);
}

if (isMain(import.meta.url) && !buildDataset(places, process.argv.includes("--check")))
  process.exitCode = 1;
