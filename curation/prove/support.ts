/** What is known about the support of a record while it is proved, and afterwards. */
import type { z } from "zod";
import type { Evidence, Outside } from "../../src/schema/evidence.ts";
import type { Drafts } from "../draft.ts";
import type { Passage } from "../locate/find-quote.ts";
import type { Name } from "../locate/names.ts";
import type { SeedText } from "../locate/seed-text.ts";
import type { Problem } from "../problem.ts";
import type { FieldValues } from "../validate/expand.ts";

/** What the evidence of all records is checked against. */
export interface ProofContext {
  readonly drafts: Drafts;
  readonly texts: ReadonlyMap<string, SeedText>;
  readonly names: ReadonlyMap<string, readonly Name[]>;
  /** The words of a source that say whose account it gives. */
  readonly accountWords: ReadonlyMap<string, Passage>;
  readonly problems: Problem[];
}

/** Words in a passage that show a value. Offsets are UTF-16, into the passage. */
export interface ShownWords {
  readonly start: number;
  readonly end: number;
  /** How the words name a record, when they do. */
  readonly form?: Name["form"];
}

/** How one passage supports one value. */
export interface Support {
  readonly passage: Passage;
  /** JSON Pointer of the value in the record. */
  readonly pointer: string;
  readonly certainty: "explicit" | "inferred" | "coded";
  /** Why the words mean it, for an inference. */
  readonly reason?: string;
  readonly words?: ShownWords;
  /** What the passage is for, in a statement. */
  readonly role?: "claim" | "attribution" | "context";
}

/** A page and the values that it supports. */
export interface PageSupport {
  readonly source: string;
  readonly supports: string[];
  readonly finding: string;
}

/** All ways in which a value is supported. */
export interface ValueSupport {
  readonly ways: ReadonlySet<"explicit" | "inferred" | "coded" | "outside">;
  /** How the words name a record, when they do. */
  readonly form?: Name["form"];
  /** The exact words of the first explicit passage. */
  readonly words?: string;
}

/** A stretch of a seed, in code points. */
export interface Stretch {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** The proof of a record. */
export interface Proof {
  readonly evidence: z.infer<typeof Evidence>[];
  readonly outside: z.infer<typeof Outside>[];
  /** How each value is supported, by its pointer. */
  readonly supports: ReadonlyMap<string, ValueSupport>;
  /** The stretches that curators chose; what a name shows by itself is not among them. */
  readonly chosen: readonly Stretch[];
  /** Of a statement: the first passage with words of the claim. */
  readonly claim?: Passage;
  /** Where the first passage of the record is, for the order of records. */
  readonly first?: Stretch;
}

/** The proof of a record that rests on no passage: a source or a topic. */
export const noProof: Proof = { evidence: [], outside: [], supports: new Map(), chosen: [] };

/** The field of a pointer and the position in it, if it is a list. */
export function splitPointer(pointer: string): { field: string; index: number | undefined } {
  const [, field, index] = pointer.split("/");
  return { field: field!, index: index === undefined ? undefined : Number(index) };
}

/** The value that a pointer leads to. */
export function valueAt(record: FieldValues, pointer: string): unknown {
  const { field, index } = splitPointer(pointer);
  const value = record[field];
  if (index === undefined || !Array.isArray(value)) return value;
  const items: readonly unknown[] = value;
  return items[index];
}

/** A pointer as a path in the notation. */
export function toPath(pointer: string): (string | number)[] {
  const { field, index } = splitPointer(pointer);
  return index === undefined ? [field] : [field, index];
}
