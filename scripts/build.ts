/** `npm run build`: compile the data, then bundle what users import. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "./compile.ts";
import { eager } from "./eager.ts";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
if (!run(root, false)) process.exit(1);
rmSync(`${root}/dist`, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, ["node_modules/tsup/dist/cli-default.js", "--silent"], { cwd: root, stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

// What a first question calls is compiled at import, not function by function when it is asked.
writeFileSync(`${root}/dist/index.js`, eager(readFileSync(`${root}/dist/index.js`, "utf8")));

// The subpath of a kind hands out the main file's collection: one copy of the records, whichever way they are imported.
const { exports } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as { exports: Record<string, string> };
for (const file of Object.values(exports)) {
  const name = /^\.\/dist\/(\w+)\.js$/.exec(file)?.[1];
  if (name && existsSync(`${root}/src/records/${name}.ts`))
    writeFileSync(`${root}/dist/${name}.js`, `export { ${name} } from "./index.js";\n`);
}
for (const path of ["data.json", "datapackage.json", "csv"])
  cpSync(`${root}/src/generated/${path}`, `${root}/dist/${path}`, { recursive: true });

// The published JSON Schemas, without the white space that they have here for reviewers.
mkdirSync(`${root}/dist/schemas/criteria`, { recursive: true });
for (const folder of ["", "criteria/"])
  for (const name of readdirSync(`${root}/schemas/${folder}`).filter((file) => file.endsWith(".schema.json")))
    writeFileSync(
      `${root}/dist/schemas/${folder}${name}`,
      JSON.stringify(JSON.parse(readFileSync(`${root}/schemas/${folder}${name}`, "utf8"))),
    );
