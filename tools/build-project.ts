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
import { compileProject } from "./compile-project.ts";
import { isMain, projectRoot } from "./root.ts";

/** Runs a command of a development dependency; returns whether it succeeded. */
function runTool(root: string, file: string, args: readonly string[]): boolean {
  const { status } = spawnSync(process.execPath, [`${root}/node_modules/${file}`, ...args], {
    cwd: root,
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
function copySchemas(root: string): void {
  mkdirSync(`${root}/dist/schemas/criteria`, { recursive: true });
  for (const folder of ["schemas", "schemas/criteria"])
    for (const name of readdirSync(`${root}/${folder}`)) {
      if (!name.endsWith(".schema.json")) continue;
      const schema: unknown = JSON.parse(readFileSync(`${root}/${folder}/${name}`, "utf8"));
      writeFileSync(`${root}/dist/${folder}/${name}`, JSON.stringify(schema));
    }
}

/** What the package ships as compile writes it. */
const shippedAsTheyAre = [
  ...["data.json", "datapackage.json", "codebook.json", "reliability.json"],
  ...["csv", "codebook"],
];

/** Builds; returns whether all went well. */
export function buildProject(root: string, check: boolean): boolean {
  if (!compileProject(root, check)) return false;
  rmSync(`${root}/dist`, { recursive: true, force: true });
  if (!runTool(root, "tsup/dist/cli-default.js", ["--silent"])) return false;
  removeBareImports(root);
  writeKindStubs(root);
  for (const path of shippedAsTheyAre)
    cpSync(`${root}/src/generated/${path}`, `${root}/dist/${path}`, { recursive: true });
  copySchemas(root);
  // processes of their own, because they import the package that was just built
  if (!runTool(root, "tsx/dist/cli.mjs", ["tools/write-coding.ts"])) return false;
  const flags = check ? ["--check"] : [];
  return runTool(root, "tsx/dist/cli.mjs", ["site/pictures/write-pictures.ts", ...flags]);
}

if (isMain(import.meta.url) && !buildProject(projectRoot, process.argv.includes("--check")))
  process.exitCode = 1;
