/** Text files that users name. */
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { describeValue } from "../criteria/input-error.ts";
import { NotFoundError, UsageError } from "./command.ts";

/** A citation of a million members has some 70 MB. */
const largestFile = 256 * 1024 * 1024;

/** The encodings that a byte order mark tells; without one it is UTF-8. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

const tooLarge = "it has more than 256 MB";

function readWithin(size: number, file: string): Uint8Array {
  if (size > largestFile) throw new Error(tooLarge);
  return readFileSync(file);
}

/** Reads a pipe to its end, or to the limit: its size is not known before. */
function readPipe(file: string): Uint8Array {
  const pipe = openSync(file, "r");
  try {
    const parts: Buffer[] = [];
    let size = 0;
    for (;;) {
      const part = Buffer.alloc(65_536);
      const length = readSync(pipe, part);
      if (length === 0) return Buffer.concat(parts);
      size += length;
      if (size > largestFile) throw new Error(tooLarge);
      parts.push(part.subarray(0, length));
    }
  } finally {
    closeSync(pipe);
  }
}

function readBytes(file: string): Uint8Array {
  try {
    const stat = statSync(file);
    // a pipe is what `<(…)` of a shell names; a device such as /dev/zero never ends
    if (!stat.isFile() && !stat.isFIFO()) throw new Error("it is not a file");
    return stat.isFIFO() ? readPipe(file) : readWithin(stat.size, file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "no such file" : (code ?? message);
    throw new NotFoundError(`${describeValue(file)} cannot be read: ${reason}`);
  }
}

/**
 * The text of a file in UTF-8 with or without a byte order mark, or in UTF-16 with one, as Windows
 * PowerShell writes it.
 */
export function readTextFile(file: string): string {
  const bytes = readBytes(file);
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(
      `${describeValue(file)}: is not ${encoding.toUpperCase()}; save it as UTF-8`,
    );
  }
}
