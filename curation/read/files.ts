/**
 * The only code that reads and writes files. Outputs are written all or none: a run that is ended
 * while it moves them into place is finished by the next one.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  lstatSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { problem, startOf, type Files, type Problem } from "../problem.ts";

/** A file of more bytes is no record and no article. */
const largestFile = 16 * 1024 * 1024;

/** What is wrong with a thing on the disk that is neither a folder nor a file that can be read. */
function faultOfEntry(place: string): string | undefined {
  const entry = lstatSync(place);
  if (entry.isDirectory()) return undefined;
  // a link may lead in a circle, or out of the project
  if (entry.isSymbolicLink()) return "is a link; put the file itself here";
  if (!entry.isFile()) return "is not a file; remove it";
  return entry.size > largestFile ? "has more than 16 MB; split or remove it" : undefined;
}

/** Every file under some folders of a root. What cannot be read is a problem. */
export function readTree(root: string, folders: readonly string[], problems: Problem[]): Files {
  const files = new Map<string, Uint8Array>();
  const report = (path: string, message: string) =>
    problems.push(problem(startOf(path), [], message));
  const read = (path: string): void => {
    const place = join(root, path);
    try {
      const fault = faultOfEntry(place);
      if (fault !== undefined) report(path, fault);
      else if (lstatSync(place).isDirectory())
        for (const name of readdirSync(place).sort()) read(`${path}/${name}`);
      else files.set(path, readFileSync(place));
    } catch (error) {
      const hasCode = error instanceof Error && "code" in error;
      const reason = hasCode ? String(error.code) : String(error);
      report(path, `cannot be read (${reason}); check that it exists and its permissions`);
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

/** Outputs cannot be written; the last ones are as they were. */
export class WriteError extends Error {}

const aside = (root: string, path: string) => `${join(root, path)}.new`;
/** Removes what lies beside the place of an output. */
function removeAside(root: string, path: string): void {
  try {
    rmSync(aside(root, path), { force: true });
  } catch {
    // a file where a folder belongs: there is nothing beside the place
  }
}

/** Lists the outputs that are being moved into place. */
const journalOf = (root: string) => join(root, ".compile-journal.json");

/** What is to be done when all new outputs are beside their places. */
interface Journal {
  /** Outputs to move into place. */
  readonly move: readonly string[];
  /** Files to remove. */
  readonly remove: readonly string[];
}

function finish(root: string, { move, remove }: Journal): void {
  for (const path of move)
    if (existsSync(aside(root, path))) renameSync(aside(root, path), join(root, path));
  for (const path of remove) rmSync(join(root, path), { force: true });
  rmSync(journalOf(root), { force: true });
}

/**
 * Finishes what a run that was ended has begun: with a journal all its outputs are there and are
 * moved into place; without one they may not be, and are removed.
 */
function recover(root: string, outputs: Iterable<string>): void {
  const text = currentText(journalOf(root));
  if (text !== undefined) finish(root, JSON.parse(text) as Journal);
  for (const path of outputs) removeAside(root, path);
}

/** Throws when a folder is where an output belongs. */
function checkPlaces(root: string, paths: readonly string[]): void {
  const isFolder = (path: string) => {
    try {
      return lstatSync(join(root, path)).isDirectory();
    } catch {
      return false;
    }
  };
  const inTheWay = paths.filter(isFolder);
  if (inTheWay.length > 0)
    throw new WriteError(`${inTheWay.join(", ")}: a folder is where a file belongs; remove it`);
}

/**
 * Writes outputs that changed: first all of them beside their places, then a journal, then all of
 * them into place. Files in the owned folders that are not outputs are removed.
 *
 * @throws WriteError when they cannot be written; then the last ones are as they were.
 */
export function writeOutputs(
  root: string,
  outputs: ReadonlyMap<string, string>,
  owned: readonly string[],
): void {
  recover(root, outputs.keys());
  const { changed, left } = compareOutputs(root, outputs, owned);
  checkPlaces(root, changed);
  const journal = journalOf(root);
  try {
    for (const path of changed) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(aside(root, path), outputs.get(path)!);
    }
    writeFileSync(`${journal}.new`, JSON.stringify({ move: changed, remove: left }));
    renameSync(`${journal}.new`, journal);
  } catch (error) {
    for (const path of changed) removeAside(root, path);
    rmSync(`${journal}.new`, { force: true });
    throw new WriteError(`the outputs cannot be written: ${(error as Error).message}`);
  }
  finish(root, { move: changed, remove: left });
}
