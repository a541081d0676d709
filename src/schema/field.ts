/**
 * How fields, references and vocabularies are described. The types, JSON Schemas, the codebook, the
 * rule of ground and the criteria are all derived from these descriptions.
 */
import { z } from "zod";
import { ownTerms } from "./own-terms.ts";
import type { Term } from "./term.ts";

export type { Crosswalk, Term } from "./term.ts";

/** The ten kinds of record, in the order in which the dataset lists them. */
export const kinds = [
  "source",
  "person",
  "organization",
  "place",
  "topic",
  "visit",
  "meeting",
  "event",
  "statement",
  "agreement",
] as const;
export type Kind = (typeof kinds)[number];

/** What a reference may point at: one kind, countries, or a union of kinds. */
export type RefTarget = Kind | "country" | "actor" | "entity" | "asserter" | "gathering";

/** The kinds that each reference may point at. A country is a place whose type is `country`. */
export const targets: Record<RefTarget, readonly (Kind | "country")[]> = {
  source: ["source"],
  person: ["person"],
  organization: ["organization"],
  place: ["place"],
  topic: ["topic"],
  visit: ["visit"],
  meeting: ["meeting"],
  event: ["event"],
  statement: ["statement"],
  agreement: ["agreement"],
  country: ["country"],
  actor: ["person", "organization", "country"],
  asserter: ["person", "organization", "country", "source"],
  gathering: ["meeting", "visit"],
  entity: ["person", "organization", "place", "agreement", "meeting", "visit", "event"],
};

/**
 * What a value rests on: the words themselves, a judgement by the codebook, or nothing that can be
 * shown by a passage.
 */
export type Ground = "stated" | "coded" | "none";

/** What is known about a field in addition to its type. */
export interface FieldMeta {
  /** One sentence that says what the field contains. */
  readonly description: string;
  readonly ground: Ground;
  /** The build derives the value; curators do not write it. */
  readonly derived?: true;
  /** How curators write it, if this differs from the published form. */
  readonly notation?: z.ZodType;
  /** The member of an object in this field that criteria match and that a passage shows. */
  readonly key?: string;
  /** false: criteria cannot select by this field. */
  readonly criterion?: false;
}

/**
 * The schema that each field was made from. Zod keeps the name of a schema only on the original
 * schema.
 */
const namedSchemas = new WeakMap<z.ZodType, z.ZodType>();

/** A schema with everything that is known about the field that it describes. */
export function field<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  const described = schema.meta({ ...meta });
  namedSchemas.set(described, namedSchema(schema));
  return described;
}

/** The named schema of a field. For a schema that is not a field, this is the schema itself. */
export function namedSchema(schema: z.ZodType): z.ZodType {
  return namedSchemas.get(schema) ?? schema;
}

/** The terms of a vocabulary in this dataset: its own beside the given ones, or in their place. */
function withOwnTerms<T extends Record<string, Term>>(id: string, terms: T): T {
  const { instead, terms: added } = ownTerms[id] ?? { instead: false, terms: {} };
  // the terms of a dataset are known when it is built, and not when this code is written
  return { ...(instead ? {} : terms), ...added } as T;
}

/** A closed vocabulary: an enum in which every term has a definition. */
export function vocabulary<const T extends Record<string, Term>>(
  id: string,
  description: string,
  given: T,
): z.ZodEnum<{ [K in keyof T & string]: K }> {
  const terms = withOwnTerms(id, given);
  return z
    .enum(Object.keys(terms) as [keyof T & string])
    .meta({ typeName: id, description, terms });
}

/** A reference to a record, by its id. */
export function ref(target: RefTarget): z.ZodString {
  return slug.meta({ ref: target });
}

/** An id: words of lower-case letters and digits, joined by hyphens. */
export const slug: z.ZodString = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    "expects an id: words of lower-case letters and digits, joined by hyphens",
  );

/** Words: text with at least one letter, so that a number in the wrong place is rejected. */
export const words: z.ZodString = z
  .string()
  .min(1, "is empty")
  .refine((text) => text === "" || /\p{L}/u.test(text), {
    error: (issue) => `expects words, not the number ${String(issue.input)}`,
  });
