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

function readPart(handle: number, buffer: Uint8Array, file: string): number {
  try {
    return readSync(handle, buffer);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new NotFoundError(`${describeValue(file)} cannot be read: ${code ?? message}`);
  }
}

/** The text of a part of a file; an empty part is the last. */
function decode(decoder: TextDecoder, part: Uint8Array, file: string): string {
  try {
    return decoder.decode(part, { stream: part.length > 0 });
  } catch {
    throw new UsageError(`${describeValue(file)}: is not UTF-8; save it as UTF-8`);
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
      const length = readPart(handle, buffer, file);
      rest += decode(decoder, buffer.subarray(0, length), file);
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

/** Own records, and where each is in its file. */
export interface OwnInput {
  readonly data: OwnRecords;
  /** A message about records with their lines, where the file has lines. */
  readonly withLines: (message: string) => string;
}

const recordPlace = new RegExp(`\\b(${Object.values(pluralOf).join("|")})\\.(\\d+)\\b`, "g");

function readLines(file: string): OwnInput {
  const lists = Object.fromEntries(kinds.map((kind) => [pluralOf[kind], [] as unknown[]]));
  const linesOfLists = Object.fromEntries(kinds.map((kind) => [pluralOf[kind], [] as number[]]));
  let line = 0;
  for (const text of linesOf(file)) {
    line++;
    if (text.trim() === "") continue;
    const place = `${describeValue(file)} line ${line}`;
    const record = parseJson(text, place);
    const name = pluralOf[readKindOf(record, place)];
    lists[name]!.push(record);
    linesOfLists[name]!.push(line);
  }
  const withLines = (message: string) =>
    message.replace(
      recordPlace,
      (path, name: string, i: string) => `line ${linesOfLists[name]![Number(i)] ?? "?"} (${path})`,
    );
  return { data: lists, withLines };
}

/** The records of a file. toCollections checks them. */
export function readOwnRecords(file: string): OwnInput {
  if (/\.(ndjson|jsonl)$/i.test(file)) return readLines(file);
  const place = describeValue(file);
  const text = readTextFile(file);
  const isLines = /^\s*\{[^\n]*\}\s*\n\s*\{/.test(text);
  if (isLines) throw new UsageError(`${place}: has a record on each line; name it .ndjson`);
  const data = parseJson(text, place);
  if (Array.isArray(data))
    throw new UsageError(`${place}: is a list; write lists by their names: { "statements": […] }`);
  return { data: data as OwnRecords, withLines: (message) => message };
}
