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

/** What may follow a command, for completion in a shell. */
export interface Takes {
  /** What its words name. */
  readonly words?: "kinds" | "ids" | "kinds and ids";
  /** Its flags, each with the values that it takes; an empty list: any value. */
  readonly flags?: Readonly<Record<string, readonly string[]>>;
  /** Its flags that take no value. */
  readonly switches?: readonly string[];
  /** true: the fields of a kind are flags too. */
  readonly criteria?: boolean;
}

export interface Command {
  readonly usage: string;
  /** What it does, in one line that begins with a verb. */
  readonly does: string;
  readonly help: string;
  /** A call that finds something, without the name of the program. */
  readonly example: () => string;
  readonly takes: Takes;
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
