/** Own records from a file: JSON in the shape of data.json, or NDJSON, one record a line. */
import { closeSync, openSync, readSync } from "node:fs";
import { describeValue, isPlainObject } from "../criteria/input-error.ts";
import { pluralOf } from "../generated/fields.ts";
import type { Kind } from "../generated/types.ts";
import type { OwnRecords } from "../own/own-records.ts";
import { didYouMean } from "../text/did-you-mean.ts";
import { NotFoundError, UsageError } from "./command.ts";
import { readTextFile } from "./read-file.ts";

const kinds = Object.keys(pluralOf) as Kind[];

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${place}: is not JSON: ${(error as Error).message}`);
  }
}

/** Lines of a file, which may be larger than a text can be. */
function* linesOf(file: string): Generator<string> {
  let handle: number;
  try {
    handle = openSync(file, "r");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "no such file" : (code ?? message);
    throw new NotFoundError(`${describeValue(file)} cannot be read: ${reason}`);
  }
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const buffer = Buffer.alloc(1 << 20);
    let rest = "";
    for (;;) {
      const length = readSync(handle, buffer);
      rest += decoder.decode(buffer.subarray(0, length), { stream: length > 0 });
      const lines = rest.split("\n");
      rest = lines.pop()!;
      yield* lines;
      if (length === 0) break;
    }
    if (rest !== "") yield rest;
  } finally {
    closeSync(handle);
  }
}

function readKindOf(record: unknown, place: string): Kind {
  if (!isPlainObject(record)) throw new UsageError(`${place}: expects a record`);
  const { kind } = record;
  const known = kinds.find((one) => one === kind);
  if (known !== undefined) return known;
  const suggestion = typeof kind === "string" ? didYouMean(kind, kinds) : "";
  throw new UsageError(
    `${place}: "kind" is ${describeValue(kind)}` +
      (suggestion || `; write one of ${kinds.join(", ")}`),
  );
}

function readLines(file: string): OwnRecords {
  const lists = Object.fromEntries(kinds.map((kind) => [pluralOf[kind], [] as unknown[]]));
  let line = 0;
  for (const text of linesOf(file)) {
    line++;
    if (text.trim() === "") continue;
    const place = `${describeValue(file)} line ${line}`;
    const record = parseJson(text, place);
    lists[pluralOf[readKindOf(record, place)]]!.push(record);
  }
  return lists;
}

/** The records of a file. toCollections checks them. */
export function readOwnRecords(file: string): OwnRecords {
  if (/\.(ndjson|jsonl)$/i.test(file)) return readLines(file);
  const place = describeValue(file);
  const text = readTextFile(file);
  const isLines = /^\s*\{[^\n]*\}\s*\n\s*\{/.test(text);
  if (isLines) throw new UsageError(`${place}: has a record on each line; name it .ndjson`);
  const data = parseJson(text, place);
  if (Array.isArray(data))
    throw new UsageError(`${place}: is a list; write lists by their names: { "statements": […] }`);
  return data as OwnRecords;
}
