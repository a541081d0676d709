/** A folder of files that is written whole or not at all, and files written line by line. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { describeValue } from "../criteria/input-error.ts";
import { UsageError } from "./command.ts";

/** The file that tells how to go on is the last that appears. */
const readme = "README.md";
/** Lines are written in parts of about this many characters. */
const partLength = 1 << 20;

/** A text file that is written line by line. */
export class LineFile {
  readonly #handle: number;
  #lines: string[] = [];
  #length = 0;

  constructor(path: string) {
    this.#handle = openSync(path, "w");
  }

  write(line: string): void {
    this.#lines.push(line, "\n");
    this.#length += line.length + 1;
    if (this.#length >= partLength) this.#flush();
  }

  close(): void {
    try {
      this.#flush();
    } finally {
      closeSync(this.#handle);
    }
  }

  #flush(): void {
    const bytes = Buffer.from(this.#lines.join(""));
    let written = 0;
    while (written < bytes.length) written += writeSync(this.#handle, bytes, written);
    this.#lines = [];
    this.#length = 0;
  }
}

/** Writes all lines to a file, which is closed also when the lines fail. */
export function writeLines(path: string, lines: Iterable<string>): void {
  const file = new LineFile(path);
  try {
    for (const line of lines) file.write(line);
  } finally {
    file.close();
  }
}

/** Throws unless a folder can be written: it does not exist, or it is empty. */
export function checkTarget(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new UsageError(`export: ${describeValue(folder)} is a file; name a new folder`);
  const found = readdirSync(folder);
  if (found.length > 0)
    throw new UsageError(
      `export: ${describeValue(folder)} is not empty (${found.slice(0, 3).join(", ")}); ` +
        "name a new or an empty folder",
    );
}

/** Moves all files of a folder into an empty one, the README last. */
function moveFiles(from: string, to: string): void {
  const names = readdirSync(from).sort((a, b) => Number(a === readme) - Number(b === readme));
  for (const name of names) renameSync(join(from, name), join(to, name));
  rmdirSync(from);
}

/**
 * Writes a folder of files whole: into a temporary folder, whose files are moved when all are
 * written. After an error nothing is left behind.
 */
export async function writeWhole(
  target: string,
  write: (folder: string) => void | Promise<void>,
): Promise<void> {
  const folder = resolve(target);
  checkTarget(folder);
  const made = makeFolder(folder);
  const temporary = mkdtempSync(join(folder, ".export-"));
  try {
    await write(temporary);
    const others = readdirSync(folder).filter((name) => name !== basename(temporary));
    if (others.length > 0)
      throw new UsageError(
        `export: ${describeValue(folder)} was empty and now has ` +
          `${others.slice(0, 3).join(", ")}; name another folder`,
      );
    moveFiles(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (made !== undefined) removeEmpty(folder, made);
    throw error;
  }
}

/** Makes a folder and its parents; returns the first that it made. */
function makeFolder(folder: string): string | undefined {
  try {
    return mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `export: ${describeValue(folder)} cannot be made: ${code ?? message}; name another folder`,
    );
  }
}

/** Removes a folder and its parents, up to the first that was made, as far as they are empty. */
function removeEmpty(folder: string, made: string): void {
  try {
    for (let at = folder; at.startsWith(made); at = dirname(at)) rmdirSync(at);
  } catch {
    // somebody has put something there meanwhile
  }
}
