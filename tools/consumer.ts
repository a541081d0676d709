/**
 * A user's project around the built package: what its compiler reports, and what a look-up costs
 * it.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export interface Compilation {
  /** What the compiler reports; empty when there is no error. */
  readonly errors: string;
  readonly types: number;
  readonly instantiations: number;
}

type Resolution = "nodenext" | "bundler";

function compilerOptions(resolution: Resolution, skipLibCheck: boolean): object {
  return {
    module: resolution === "nodenext" ? "nodenext" : "esnext",
    moduleResolution: resolution,
    target: "es2022",
    lib: ["es2022"],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck,
  };
}

/** Makes a project with one file that has the package installed. */
function writeProject(folder: string, code: string, options: object): void {
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("."), join(folder, "node_modules/baku-moscow"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  writeFileSync(join(folder, "one.ts"), code);
  const config = { compilerOptions: options, files: ["one.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
}

/** Compiles one file in a project of its own. */
export function compileInProject(
  code: string,
  resolution: Resolution,
  skipLibCheck: boolean,
): Compilation {
  const folder = mkdtempSync(join(tmpdir(), "baku-moscow-"));
  try {
    writeProject(folder, code, compilerOptions(resolution, skipLibCheck));
    const compiler = resolve("node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [compiler, "-p", ".", "--extendedDiagnostics"], {
      cwd: folder,
      encoding: "utf8",
    });
    const count = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(stdout)?.[1] ?? NaN);
    return {
      errors: stdout.split(/^Files:/m)[0]!.trim(),
      types: count("Types"),
      instantiations: count("Instantiations"),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What one file costs beyond an empty one. */
export function costOf(code: string): { types: number; instantiations: number } {
  const empty = compileInProject("export {};\n", "nodenext", true);
  const one = compileInProject(code, "nodenext", true);
  if (one.errors !== "") throw new Error(one.errors);
  return {
    types: one.types - empty.types,
    instantiations: one.instantiations - empty.instantiations,
  };
}
