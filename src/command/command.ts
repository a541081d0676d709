/** What a command is, and the two ways in which one can fail. */
import type { Screen } from "./terminal.ts";

/** Wrong usage: exit status 2. */
export class UsageError extends Error {}
/** Nothing found: exit status 1. */
export class NotFoundError extends Error {}

export type Format = "text" | "json" | "ndjson" | "csv";

/** One call of the command, as the user wrote it. */
export interface Call {
  /** The words that are not flags. */
  readonly words: readonly string[];
  /** The flags with their values, without those that every command has. */
  readonly flags: ReadonlyMap<string, string>;
  readonly format: Format;
  readonly screen: Screen;
  /** Reports the progress of long work. The report is not part of the output. */
  readonly progress: (line: string) => void;
}

export interface Command {
  readonly usage: string;
  /** What it shows, in one line. */
  readonly shows: string;
  readonly help: string;
  /** Returns the text to print. */
  run(call: Call): string | Promise<string>;
}

export function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** One JSON text per line; nothing at all for an empty list. */
export function toNdjson(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}
