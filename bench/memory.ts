/** What the indexes take, beyond the records themselves. */
import { performance } from "node:perf_hooks";
import { toCollections } from "baku-moscow/own";
import { search } from "baku-moscow/search";
import { generateCorpus, type CorpusStatement } from "./corpus.ts";
import { generateQueries } from "./queries.ts";

/** Bytes per record. */
export interface MemoryUse {
  /** After queries for each field, alone and with each other field. */
  readonly firstFields: number;
  /** After queries for the records of each value. */
  readonly fields: number;
  readonly text: number;
  readonly textMs: number;
}

/** Heap and array buffers in bytes, after a garbage collection. */
export function usedBytes(): number {
  for (let i = 0; i < 5; i++) globalThis.gc!();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const fields = [
  "source",
  "meeting",
  "mode",
  "speechAct",
  "speakers",
  "topics",
  "about",
  "place",
  "country",
] as const;

function valuesOf(statement: CorpusStatement, field: (typeof fields)[number]): readonly string[] {
  if (field === "speakers") return statement.speakers.map(({ actor }) => actor);
  return [statement[field]].flat();
}

/** Builds the indexes one after the other, and measures after each. */
export function measureMemory(size: number): MemoryUse {
  const corpus = generateCorpus(size);
  const { statements } = toCollections(corpus.data);
  const queries = generateQueries(corpus, 40).W7;
  const first = corpus.data.statements[0]!;
  const criteria = [
    ...fields.map((field) => ({ [field]: valuesOf(first, field)[0]! })),
    { date: first.date.edtf },
  ];
  statements.get(first.id); // the lookup by id is not an index of criteria
  const start = usedBytes();
  for (let i = 0; i < 8; i++)
    for (const each of criteria) statements.where(each, { limit: 1, order: "newest" });
  for (const a of criteria) for (const b of criteria) statements.count({ ...a, ...b });
  const afterFirst = usedBytes();
  for (const field of fields)
    for (const value of new Set(corpus.data.statements.flatMap((s) => valuesOf(s, field))))
      statements.where({ [field]: value });
  const afterFields = usedBytes();
  const begun = performance.now();
  search("nothing", { in: statements });
  const textMs = performance.now() - begun;
  for (const { words } of queries) search(words.join(" "), { in: statements });
  const afterText = usedBytes();
  if (statements.size !== size) throw new Error("the records are gone");
  return {
    firstFields: (afterFirst - start) / size,
    fields: (afterFields - start) / size,
    text: (afterText - afterFields) / size,
    textMs,
  };
}

/** The lowest, middle and highest of several measurements. */
interface Range {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** What several processes took. */
export type MemoryRange = { readonly [Key in keyof MemoryUse]: Range };

/** "90 (88 to 112)". */
function rangeText({ low, middle, high }: Range): string {
  return `${middle.toFixed(0)} (${low.toFixed(0)} to ${high.toFixed(0)})`;
}

export function describeMemory(size: number, memory: MemoryRange): string {
  return (
    `${size.toLocaleString("en")} statements: ${rangeText(memory.firstFields)} bytes per record ` +
    "for ten fields, after queries for each field alone and with each other field. This becomes " +
    `${rangeText(memory.fields)} after queries for the records of each value. The text takes ` +
    `${rangeText(memory.text)} bytes per record; indexing it took ${rangeText(memory.textMs)} ms.`
  );
}
