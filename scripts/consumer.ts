/** A consumer's project around the built package: what its compiler says, and what a look-up costs it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export interface Checked {
  /** What the compiler complains of; empty when it does not. */
  readonly errors: string;
  readonly types: number;
  readonly instantiations: number;
}

/** Compiles one file of a fresh project that has the package installed. */
export function check(code: string, resolution: "nodenext" | "bundler", skipLibCheck: boolean): Checked {
  const folder = mkdtempSync(join(tmpdir(), "baku-moscow-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(resolve("."), join(folder, "node_modules/baku-moscow"));
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    writeFileSync(join(folder, "one.ts"), code);
    const compilerOptions = {
      module: resolution === "nodenext" ? "nodenext" : "esnext",
      moduleResolution: resolution,
      target: "es2022",
      lib: ["es2022"],
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck,
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["one.ts"] }));
    const { stdout } = spawnSync(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-p", ".", "--extendedDiagnostics"], {
      cwd: folder,
      encoding: "utf8",
    });
    const count = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(stdout)?.[1] ?? NaN);
    return { errors: stdout.split(/^Files:/m)[0]!.trim(), types: count("Types"), instantiations: count("Instantiations") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What one typed look-up costs beyond an empty file. */
export function cost(code: string): { types: number; instantiations: number } {
  const [nothing, one] = [check("export {};\n", "nodenext", true), check(code, "nodenext", true)];
  if (one.errors) throw new Error(one.errors);
  return { types: one.types - nothing.types, instantiations: one.instantiations - nothing.instantiations };
}
