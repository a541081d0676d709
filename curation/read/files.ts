/** The only code that reads and writes files. Outputs are written all or none. */
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { problem, startOf, type Files, type Problem } from "../problem.ts";

/** Every file under some folders of a root. A file that cannot be read is a problem. */
export function readTree(root: string, folders: readonly string[], problems: Problem[]): Files {
  const files = new Map<string, Uint8Array>();
  const read = (path: string): void => {
    const place = join(root, path);
    try {
      if (statSync(place).isDirectory())
        for (const name of readdirSync(place).sort()) read(`${path}/${name}`);
      else files.set(path, readFileSync(place));
    } catch (error) {
      const hasCode = error instanceof Error && "code" in error;
      const reason = hasCode ? String(error.code) : String(error);
      const message = `cannot be read (${reason}); check that it exists and its permissions`;
      problems.push(problem(startOf(path), [], message));
    }
  };
  for (const folder of folders) read(folder);
  return files;
}

function currentText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** How the disk differs from outputs. */
export interface Difference {
  /** Outputs that the disk has not, or in another form. */
  readonly changed: readonly string[];
  /** Files in the owned folders that are not outputs. */
  readonly left: readonly string[];
}

/**
 * How the disk differs from outputs; in the folders that are `owned`, every file must be an output.
 */
export function compareOutputs(
  root: string,
  outputs: ReadonlyMap<string, string>,
  owned: readonly string[],
): Difference {
  const isChanged = ([path, text]: [string, string]) => currentText(join(root, path)) !== text;
  const changed = [...outputs].filter(isChanged).map(([path]) => path);
  const present = [...readTree(root, owned, []).keys()];
  return { changed, left: present.filter((path) => !outputs.has(path)) };
}

/**
 * Writes outputs that changed: first all of them beside their places, then all of them into place.
 */
export function writeOutputs(
  root: string,
  outputs: ReadonlyMap<string, string>,
  owned: readonly string[],
): void {
  const { changed, left } = compareOutputs(root, outputs, owned);
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
