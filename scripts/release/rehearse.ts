/**
 * `npm run release:rehearse`: everything that a release does but publish. Packs twice and compares the bytes, looks at what
 * is in the tarball, and installs it as users would: under several versions of Node.js (`require`, `import`, the command, the
 * README's tour), of TypeScript, bundled for a browser, and read with Python and DuckDB. It needs the npm registry. It
 * refuses to start on uncommitted changes; `--dirty` rehearses them all the same. Every fault is told, and the exit status
 * is 1 when there is one.
 */
import { build, transformSync } from "esbuild";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { asserted, blocks } from "../blocks.ts";
import { allowed, limit } from "./tarball.ts";

const nodes = ["20", "22", "24", "26"];
const compilers = ["5.4", "5.9", "6", "7"];

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const faults: string[] = [];
const done: string[] = [];
/** One thing that must hold; what it throws is its fault, and the others go on. */
async function step(name: string, check: () => void | Promise<void>): Promise<void> {
  try {
    await check();
    done.push(name);
    console.log(`ok    ${name}`);
  } catch (error) {
    faults.push(name);
    console.log(`FAULT ${name}: ${(error as Error).message.trim()}`);
  }
}
function run(command: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, ...env } });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}\n${(stdout + stderr).slice(-3000)}`);
  return stdout;
}
const must = (holds: boolean, message: string) => {
  if (!holds) throw new Error(message);
};
const json = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;

/** Builds and packs into a folder; the path of the tarball. */
function pack(into: string): string {
  mkdirSync(into);
  run("npx", ["--no-install", "tsx", "scripts/build.ts"], root);
  const [packed] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", into], root)) as [
    { filename: string },
  ];
  return join(into, packed.filename);
}

/** The README's tour as a module that fails when an answer differs. */
function tour(): string {
  const { code } = blocks("README.md").next().value as { code: string[] };
  const imports = code.filter((line) => line.startsWith("import "));
  const body = code
    .filter((line) => !line.startsWith("import "))
    .map((line) => asserted(line).replace(/expect\((.*)\)\.toEqual\((.*)\);$/, "same($1, $2);"));
  return `${imports.join("\n")}
const same = (is: unknown, should: unknown) => { if (JSON.stringify(is) !== JSON.stringify(should)) throw new Error(JSON.stringify(is) + " is not " + JSON.stringify(should)); };
${body.join("\n")}
`;
}

async function rehearse(work: string): Promise<void> {
  let tarball = "";
  await step("packs to the same bytes twice", () => {
    const [one, two] = [pack(join(work, "one")), pack(join(work, "two"))];
    const hash = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
    must(hash(one) === hash(two), "the second tarball differs from the first");
    tarball = one;
  });
  if (!tarball) return;
  await step("publint --strict", () => void run("npx", ["--no-install", "publint", "--strict", tarball], root));
  await step("attw", () => void run("npx", ["--no-install", "attw", tarball, "--profile", "esm-only", "--quiet"], root));

  const tools = join(work, "tools");
  const project = join(work, "project");
  for (const folder of [tools, project]) mkdirSync(folder);
  writeFileSync(join(tools, "package.json"), '{"private":true}');
  writeFileSync(join(project, "package.json"), '{"private":true,"type":"module"}');
  const install = (cwd: string, packages: readonly string[]) =>
    run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages], cwd);

  await step("installs without a dependency", () => {
    install(project, [tarball]);
    must(
      readdirSync(join(project, "node_modules"))
        .filter((name) => !name.startsWith("."))
        .join() === "baku-moscow",
      "it brought other packages",
    );
  });
  const installed = join(project, "node_modules/baku-moscow");
  const under = (folder: string, before = ""): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = `${before}${name}`;
      return statSync(join(folder, name)).isDirectory() ? under(join(folder, name), `${path}/`) : [path];
    });
  await step(`the tarball holds only what is allowed, no seed text, within ${limit / 1000} kB`, () => {
    const size = statSync(tarball).size;
    const files = under(installed);
    const strange = files.filter((file) => !allowed.test(file));
    must(strange.length === 0, `not on the list: ${strange.join(", ")}`);
    for (const seed of readdirSync(`${root}/seeds`).filter((name) => name.endsWith(".txt"))) {
      const paragraphs = readFileSync(`${root}/seeds/${seed}`, "utf8")
        .split("\n")
        .filter((line) => Array.from(line).length > 320);
      for (const file of files) {
        const text = readFileSync(join(installed, file), "utf8");
        for (const paragraph of paragraphs)
          must(!text.includes(paragraph) && !text.includes(JSON.stringify(paragraph).slice(1, -1)), `${file} holds a paragraph of ${seed}`);
      }
    }
    must(size <= limit, `it has ${size} bytes`);
    console.log(`      ${size} bytes, ${files.length} files`);
  });
  await step("one version in every file", () => {
    const { version } = json<{ version: string }>(join(installed, "package.json"));
    const held: Record<string, string | undefined> = {
      "package-lock.json": json<{ version: string }>(`${root}/package-lock.json`).version,
      "CITATION.cff": /^version: (.*)$/m.exec(readFileSync(join(installed, "CITATION.cff"), "utf8"))?.[1],
      ".zenodo.json": json<{ version: string }>(`${root}/.zenodo.json`).version,
      "data.json": json<{ version: string }>(join(installed, "dist/data.json")).version,
      "datapackage.json": json<{ version: string }>(join(installed, "dist/datapackage.json")).version,
    };
    for (const [file, has] of Object.entries(held)) must(has === version, `${file} has ${has}, package.json ${version}`);
  });

  const { exports } = json<{ exports: Record<string, string> }>(join(installed, "package.json"));
  const subpaths = Object.entries(exports).flatMap(([subpath, target]) => {
    if (!subpath.includes("*")) return [subpath];
    const [before, after] = target.slice(2).split("*") as [string, string];
    return under(join(installed, before)).map((file) => subpath.replace("*", file + after));
  });
  writeFileSync(join(project, "tour.mjs"), transformSync(tour(), { loader: "ts", format: "esm" }).code);
  writeFileSync(
    join(project, "subpaths.mjs"),
    `import { existsSync } from "node:fs"; import { createRequire } from "node:module"; import { fileURLToPath } from "node:url";
const require = createRequire(import.meta.url);
for (const subpath of ${JSON.stringify(subpaths)}) {
  const name = "baku-moscow" + subpath.slice(1);
  const file = import.meta.resolve(name);
  if (!existsSync(fileURLToPath(file))) throw new Error(name + " leads nowhere");
  if (subpath === "./schema" || !file.endsWith(".js")) continue;
  const [imported, required] = [await import(name), require(name)];
  for (const key of Object.keys(imported)) if (imported[key] !== required[key]) throw new Error(name + ": require gives another " + key);
}
`,
  );
  for (const version of nodes)
    await step(`Node ${version}: the tour, ${subpaths.length} subpaths by import and require, the command`, () => {
      const folder = join(tools, `node-${version}`);
      mkdirSync(folder);
      writeFileSync(join(folder, "package.json"), '{"private":true}');
      const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
      install(folder, [`${name}@${version}`]);
      const node = join(folder, "node_modules", name, process.platform === "win32" ? "bin/node.exe" : "bin/node");
      const exact = run(node, ["--version"], project).trim();
      must(exact.startsWith(`v${version}.`), `it is ${exact}`);
      run(node, ["--no-warnings", "tour.mjs"], project);
      run(node, ["--no-warnings", "subpaths.mjs"], project);
      const shown = run(node, ["node_modules/baku-moscow/dist/cli.js", "show", "kavkaza-135-flights-a-week"], project);
      must(shown.includes("135 flights"), `the command says: ${shown.slice(0, 200)}`);
      console.log(`      ${exact}`);
    });

  const noNode = "declare const process: { env: Record<string, string | undefined> };\n";
  writeFileSync(join(project, "tour.ts"), `${noNode}${tour()}\nexport {};\n`);
  for (const version of compilers)
    await step(`TypeScript ${version}: the tour under nodenext and bundler, strict, with the library's types checked`, () => {
      const folder = join(tools, `typescript-${version}`);
      mkdirSync(folder);
      writeFileSync(join(folder, "package.json"), '{"private":true}');
      install(folder, [`typescript@${version}`]);
      for (const [module, moduleResolution] of [
        ["nodenext", "nodenext"],
        ["esnext", "bundler"],
      ]) {
        const compilerOptions = {
          module,
          moduleResolution,
          target: "es2022",
          lib: ["es2022", "dom"],
          types: [],
          strict: true,
          noEmit: true,
          skipLibCheck: false,
        };
        writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["tour.ts"] }));
        run(process.execPath, [join(folder, "node_modules/typescript/bin/tsc"), "-p", "."], project);
      }
    });

  await step("bundled for a browser: the tour runs without anything of Node.js", async () => {
    const { outputFiles } = await build({
      stdin: { contents: tour().replace('process.env.ID ?? ""', '""'), resolveDir: project, loader: "ts" },
      bundle: true,
      minify: true,
      format: "iife",
      platform: "browser",
      write: false,
      logLevel: "silent",
    });
    const lines: unknown[] = [];
    runInContext(outputFiles[0]!.text, createContext({ console: { log: (...args: unknown[]) => lines.push(args) } }));
    must(lines.length > 0, "it printed nothing");
  });

  const counts = Object.fromEntries(
    readdirSync(join(installed, "dist/csv"))
      .filter((file) => file.endsWith(".csv"))
      .map((file) => [file, (json<Record<string, unknown[]>>(join(installed, "dist/data.json"))[file.replace(".csv", "")] ?? []).length]),
  );
  await step("the tables read with Python's csv module", () => {
    const script = `import csv, json, sys
for name, count in json.loads(sys.argv[2]).items():
    with open(sys.argv[1] + "/" + name, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert len(rows) == count, (name, len(rows), count)
    assert all(None not in row and None not in row.values() for row in rows), name
`;
    run("python3", ["-c", script, join(installed, "dist/csv"), JSON.stringify(counts)], work);
  });
  await step("the cookbook's Python prints what it says", () => {
    const script = /^```python\n(.*?)^```/ms.exec(readFileSync(`${root}/docs/cookbook.md`, "utf8"))?.[1] ?? "";
    const said = [...script.matchAll(/# (\d+)$/gm)].map((match) => match[1]);
    const printed = run("python3", ["-c", script], project).trim().split("\n");
    must(said.length > 0 && said.join() === printed.join(), `it prints ${printed.join()}, not ${said.join()}`);
  });
  await step("the cookbook's R prints what it says (on Debian: apt-get install r-base-core)", () => {
    const script = /^```r\n(.*?)^```/ms.exec(readFileSync(`${root}/docs/cookbook.md`, "utf8"))?.[1] ?? "";
    const said = [...script.matchAll(/# (\d+)$/gm)].map((match) => match[1]);
    const printed = run("Rscript", ["-e", script], project).trim().split(/\s+/);
    must(said.length > 0 && said.join() === printed.join(), `it prints ${printed.join()}, not ${said.join()}`);
  });
  await step("the tables read with DuckDB", () => {
    install(tools, ["@duckdb/node-api@1.5.6-r.1"]);
    writeFileSync(
      join(tools, "tables.mjs"),
      `import { DuckDBInstance } from "@duckdb/node-api";
const [folder, counts] = [process.argv[2], JSON.parse(process.argv[3])];
const db = await (await DuckDBInstance.create()).connect();
for (const [name, count] of Object.entries(counts)) {
  const rows = (await db.runAndReadAll("select count(*)::int as n, count(distinct id)::int as ids from read_csv('" + folder + "/" + name + "', header = true, all_varchar = true)")).getRowObjects()[0];
  if (rows.n !== count || rows.ids !== count) throw new Error(name + ": " + JSON.stringify(rows) + ", not " + count);
}
`,
    );
    run(process.execPath, ["tables.mjs", join(installed, "dist/csv"), JSON.stringify(counts)], tools);
  });

  await step("a subset cited by the command verifies in a new project, and not after a gist is changed", () => {
    const bin = join(installed, "dist/cli.js");
    const cited = run(process.execPath, [bin, "cite", "statements", "--about", "osce", "--json"], project);
    writeFileSync(join(project, "subset.json"), cited);
    run(process.execPath, [bin, "cite", "--verify", "subset.json"], project);
    const other = join(work, "changed");
    mkdirSync(join(other, "node_modules"), { recursive: true });
    run("cp", ["-r", installed, join(other, "node_modules/baku-moscow")], other);
    const index = join(other, "node_modules/baku-moscow/dist/index.js");
    const id = (JSON.parse(cited) as { subset: { members: [string, string][] } }).subset.members[0]![0];
    const text = readFileSync(index, "utf8");
    const changed = text.replace(new RegExp(`("id":"${id}",.*?"gist":")`), "$1Changed: ");
    must(text !== changed, `no gist of ${id} to change`);
    writeFileSync(index, changed);
    symlinkSync(join(project, "subset.json"), join(other, "subset.json"));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(other, "node_modules/baku-moscow/dist/cli.js"), "cite", "--verify", "subset.json"],
      { cwd: other, encoding: "utf8" },
    );
    must(status === 1 && (stdout + stderr).includes(`changed: ${id}`), `the changed one says (${status}): ${stdout}${stderr}`);
  });
}

const dirty = execFileSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" }).trimEnd();
if (dirty && !process.argv.includes("--dirty")) {
  console.error(`uncommitted changes; commit or undo them first, or rehearse them with --dirty:\n${dirty}`);
  process.exitCode = 1;
} else {
  const work = mkdtempSync(join(tmpdir(), "baku-moscow-rehearsal-"));
  try {
    await rehearse(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  console.log(
    faults.length === 0
      ? `\nall ${done.length} steps passed`
      : `\n${faults.length} of ${faults.length + done.length} steps failed: ${faults.join("; ")}`,
  );
  if (faults.length > 0) process.exitCode = 1;
}
