/**
 * The package in the environments of its users: versions of Node.js and TypeScript, and a browser
 * bundle.
 */
import { build, transformSync } from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { readJson } from "../release-state.ts";
import { toTour } from "./tour.ts";
import {
  assertThat,
  filesUnder,
  installTool,
  run,
  type Step,
  type Workplace,
} from "./workplace.ts";

const nodeVersions = ["20", "22", "24", "26"];
const compilerVersions = ["5.4", "5.9", "6", "7"];

/** Every subpath that the package exports, patterns written out. */
function exportedSubpaths({ installed }: Workplace): string[] {
  const manifest = readJson<{ exports: Record<string, string> }>(join(installed, "package.json"));
  return Object.entries(manifest.exports).flatMap(([subpath, target]) => {
    if (!subpath.includes("*")) return [subpath];
    const folder = join(installed, target.split("*")[0]!);
    return filesUnder(folder.replace(/\/$/, "")).map((file) => subpath.replace("*", file));
  });
}

/** A program that loads every subpath by import and by require. */
function toSubpathProgram(subpaths: readonly string[]): string {
  return `import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
const require = createRequire(import.meta.url);
for (const subpath of ${JSON.stringify(subpaths)}) {
  const name = "baku-moscow" + subpath.slice(1);
  const file = import.meta.resolve(name);
  if (!existsSync(fileURLToPath(file))) throw new Error(name + " leads nowhere");
  if (subpath === "./schema" || !file.endsWith(".js")) continue;
  const [imported, required] = [await import(name), require(name)];
  for (const key of Object.keys(imported))
    if (imported[key] !== required[key]) throw new Error(name + ": require gives another " + key);
}
`;
}

function checkNode(work: Workplace, version: string): string {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const folder = installTool(work, `node-${version}`, `${name}@${version}`);
  const binary = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  const node = join(folder, "node_modules", name, binary);
  const exact = run(node, ["--version"], work.project).trim();
  assertThat(exact.startsWith(`v${version}.`), `it is ${exact}`);
  run(node, ["--no-warnings", "tour.mjs"], work.project);
  run(node, ["--no-warnings", "subpaths.mjs"], work.project);
  const command = "node_modules/baku-moscow/dist/cli.js";
  const shown = run(node, [command, "show", "kavkaza-135-flights-a-week"], work.project);
  assertThat(shown.includes("135 flights"), `the command prints: ${shown.slice(0, 200)}`);
  return exact;
}

function checkCompiler(work: Workplace, version: string): undefined {
  const folder = installTool(work, `typescript-${version}`, `typescript@${version}`);
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
    const config = JSON.stringify({ compilerOptions, files: ["tour.ts"] });
    writeFileSync(join(work.project, "tsconfig.json"), config);
    const compiler = join(folder, "node_modules/typescript/bin/tsc");
    run(process.execPath, [compiler, "-p", "."], work.project);
  }
}

async function checkBrowser({ root, project }: Workplace): Promise<undefined> {
  const { outputFiles } = await build({
    stdin: {
      contents: toTour(root).replace('process.env.ID ?? ""', '""'),
      resolveDir: project,
      loader: "ts",
    },
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    write: false,
    logLevel: "silent",
  });
  const lines: unknown[] = [];
  const log = (...args: unknown[]) => lines.push(args);
  runInContext(outputFiles[0]!.text, createContext({ console: { log } }));
  assertThat(lines.length > 0, "it printed nothing");
}

/** Writes the programs that the steps run. */
function writePrograms(work: Workplace): void {
  const tour = toTour(work.root);
  const { code } = transformSync(tour, { loader: "ts", format: "esm" });
  const declaration = "declare const process: { env: Record<string, string | undefined> };\n";
  mkdirSync(work.project, { recursive: true });
  writeFileSync(join(work.project, "tour.mjs"), code);
  writeFileSync(join(work.project, "tour.ts"), `${declaration}${tour}\nexport {};\n`);
  const program = toSubpathProgram(exportedSubpaths(work));
  writeFileSync(join(work.project, "subpaths.mjs"), program);
}

export function environmentSteps(work: Workplace): Step[] {
  writePrograms(work);
  return [
    ...nodeVersions.map((version) => ({
      name: `Node ${version}: the tour, every subpath by import and require, the command`,
      check: () => checkNode(work, version),
    })),
    ...compilerVersions.map((version) => ({
      name: `TypeScript ${version}: the tour under nodenext and bundler, strict`,
      check: () => {
        checkCompiler(work, version);
      },
    })),
    {
      name: "bundled for a browser, the tour runs without Node.js",
      check: () => checkBrowser(work),
    },
  ];
}
