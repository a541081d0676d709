/**
 * Examples of the fields of each kind. They come from one record, so that a reader of the codebook
 * sees a whole record, and from others only where that one has no value.
 */
import { model, type KindDescription } from "../../src/schema/describe.ts";
import type { PublishedRecord } from "../draft.ts";
import type { Examples } from "../validate/examples-notation.ts";

/** Of a longer object the table of its parts says more. */
const longestExample = 240;

/** The first entry of a list stands for all. */
function shorten(value: unknown): unknown {
  return Array.isArray(value) ? value.slice(0, 1) : value;
}

function isShown(value: unknown): boolean {
  if (typeof value === "string") return true;
  const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
  return !isEmpty && JSON.stringify(shorten(value)).length <= longestExample;
}

/** The records of a kind; the one that data/examples.yaml names comes first. */
function recordsOf({ kind }: KindDescription, records: readonly PublishedRecord[], first: unknown) {
  const own = records.filter((record) => record.kind === kind);
  return [...own.filter(({ id }) => id === first), ...own.filter(({ id }) => id !== first)];
}

function examplesOfKind(
  description: KindDescription,
  records: readonly PublishedRecord[],
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const own = recordsOf(description, records, given.id) as readonly object[];
  const found = description.fields.flatMap(({ name }) => {
    const values = own.map((record) => (record as Record<string, unknown>)[name]);
    const value = values.find(isShown);
    return value === undefined ? [] : [[name, shorten(value)] as const];
  });
  return { ...Object.fromEntries(found), ...given };
}

/** The given examples, with those of the fields of each kind from the records. */
export function deriveExamples(examples: Examples, records: readonly PublishedRecord[]): Examples {
  const { fields = {} } = examples;
  const ofKinds = model.map((description) => {
    const { kind } = description;
    return [kind, examplesOfKind(description, records, fields[kind] ?? {})] as const;
  });
  return { ...examples, fields: { ...fields, ...Object.fromEntries(ofKinds) } };
}
