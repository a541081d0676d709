/**
 * Examples of the fields of each kind. All come from one record: values of several would describe
 * something that no source tells of.
 */
import { model, type KindDescription } from "../../src/schema/describe.ts";
import type { PublishedRecord } from "../draft.ts";
import type { Examples } from "../validate/examples-notation.ts";

/** Of a longer object the table of its parts says more. */
export const longestExample = 240;

/** The example of a value; undefined when there is none. Of a list the first entry is shown. */
export function exampleOfValue(name: string, value: unknown): unknown {
  // one of several accounts would be that of one side
  if (name === "accounts") return undefined;
  if (typeof value === "string" || value === undefined) return value;
  const shown = Array.isArray(value) ? value.slice(0, 1) : value;
  const isEmpty = Array.isArray(shown) && shown.length === 0;
  return isEmpty || JSON.stringify(shown).length > longestExample ? undefined : shown;
}

/** The record whose values are the examples of its kind: the one that is named, or the first. */
function exampleRecord(
  { kind }: KindDescription,
  records: readonly PublishedRecord[],
  named: unknown,
): object | undefined {
  const own = records.filter((record) => record.kind === kind);
  return own.find(({ id }) => id === named) ?? own[0];
}

function examplesOfKind(
  description: KindDescription,
  records: readonly PublishedRecord[],
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const record = exampleRecord(description, records, given.id) as
    Record<string, unknown> | undefined;
  const found = description.fields.flatMap(({ name }) => {
    const example = exampleOfValue(name, record?.[name]);
    return example === undefined ? [] : [[name, example] as const];
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
