/** A folder that is there whole or not at all, and files that are written line by line. */
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { describeValue } from "../criteria/input-error.ts";
import { UsageError } from "./command.ts";

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
    this.#flush();
    closeSync(this.#handle);
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

/**
 * Writes into a folder beside the one that is meant, and moves it there when all is written. After
 * an error nothing is left behind.
 */
export async function writeWhole(
  target: string,
  write: (folder: string) => void | Promise<void>,
): Promise<void> {
  const folder = resolve(target);
  checkTarget(folder);
  mkdirSync(dirname(folder), { recursive: true });
  const temporary = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  try {
    await write(temporary);
    // a temporary folder is closed to others
    chmodSync(temporary, 0o755);
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
}
