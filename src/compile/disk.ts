/** The only code that touches the disk. Outputs are written all or none. */
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { problem, startOf, type Files, type Problem } from "./problem.ts";

/** Every file under some folders of a root. What cannot be read is a problem, not an omission. */
export function readTree(root: string, folders: readonly string[], problems: Problem[]): Files {
  const files = new Map<string, Uint8Array>();
  const read = (path: string): void => {
    try {
      if (statSync(join(root, path)).isDirectory()) for (const name of readdirSync(join(root, path)).sort()) read(`${path}/${name}`);
      else files.set(path, readFileSync(join(root, path)));
    } catch (error) {
      problems.push(
        problem(
          startOf(path),
          [],
          `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}); check that it exists and its permissions`,
        ),
      );
    }
  };
  for (const folder of folders) read(folder);
  return files;
}

const current = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

/** The outputs that are not on the disk as they should be, and the files that should no longer be there. */
export function stale(root: string, outputs: ReadonlyMap<string, string>, owned: readonly string[]): { changed: string[]; left: string[] } {
  const changed = [...outputs].filter(([path, text]) => current(join(root, path)) !== text).map(([path]) => path);
  const present = [...readTree(root, owned, []).keys()];
  return { changed, left: present.filter((path) => !outputs.has(path)) };
}

/** Writes what changed: first everything beside its place, then everything into it. */
export function write(root: string, outputs: ReadonlyMap<string, string>, owned: readonly string[]): void {
  const { changed, left } = stale(root, outputs, owned);
  const aside = (path: string) => `${join(root, path)}.new`;
  try {
    for (const path of changed) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(aside(path), outputs.get(path)!);
    }
  } catch (error) {
    for (const path of changed) rmSync(aside(path), { force: true });
    throw error;
  }
  for (const path of changed) renameSync(aside(path), join(root, path));
  for (const path of left) rmSync(join(root, path));
}
