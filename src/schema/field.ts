/**
 * How a field, a reference and a vocabulary are described, so that types, JSON Schemas, the codebook, the rule of
 * ground and the criteria are all derived from one place.
 */
import { z } from "zod";

/** The nine kinds of record, in the order in which the dataset lists them. */
export const kinds = ["source", "person", "organization", "place", "topic", "visit", "meeting", "statement", "agreement"] as const;
export type Kind = (typeof kinds)[number];

/** What a reference may point at: one kind, or one of the two unions. */
export type RefTarget = Kind | "country" | "actor" | "entity" | "asserter";

/** The kinds that each reference may point at. A country is a place whose type is `country`. */
export const targets: Record<RefTarget, readonly (Kind | "country")[]> = {
  source: ["source"],
  person: ["person"],
  organization: ["organization"],
  place: ["place"],
  topic: ["topic"],
  visit: ["visit"],
  meeting: ["meeting"],
  statement: ["statement"],
  agreement: ["agreement"],
  country: ["country"],
  actor: ["person", "organization", "country"],
  asserter: ["person", "organization", "country", "source"],
  entity: ["person", "organization", "place", "agreement", "meeting", "visit"],
};

/** What a value rests on: the words themselves, a judgement by the codebook, or nothing that a passage could show. */
export type Ground = "stated" | "coded" | "none";

/** What is known of a field beyond its type. */
export interface FieldMeta {
  /** One sentence: what the field says. */
  readonly description: string;
  /** A value as it is published. */
  readonly example: unknown;
  readonly ground: Ground;
  /** The build works the value out; nobody writes it. */
  readonly derived?: true;
  /** How curators write it, where that is not how it is published. */
  readonly notation?: z.ZodType;
  /** The member by which an object in this field is matched by criteria and shown by a passage. */
  readonly key?: string;
  /** false: criteria cannot ask for this field. */
  readonly criterion?: false;
}

/** A schema with all that is known of the field it stands for. */
export function field<S extends z.ZodType>(schema: S, { example, ...meta }: FieldMeta): S {
  return schema.meta({ ...meta, examples: [example] });
}

/** A term of a closed vocabulary. */
export interface Term {
  /** One line: when the term is chosen. */
  readonly means: string;
  /** A case from a seed, or what a case would be. */
  readonly example: string;
  /** Beginnings of words that show the term in a passage, for fields whose ground is `stated`. */
  readonly words?: readonly string[];
  /** The nearest code of CAMEO and PLOVER and how near it is. */
  readonly crosswalk?: Crosswalk;
}

/** A term's place in the field's event ontologies; the relation is that of the two meanings. */
export interface Crosswalk {
  readonly cameo: string;
  readonly plover: string;
  readonly relation: "exact" | "close" | "broad" | "none";
}

/** A closed vocabulary: an enum whose terms carry their definitions. */
export function vocabulary<const T extends Record<string, Term>>(
  id: string,
  description: string,
  terms: T,
): z.ZodEnum<{ [K in keyof T & string]: K }> {
  return z.enum(Object.keys(terms) as [keyof T & string]).meta({ id, description, terms });
}

/** A reference to a record, by its id. */
export function ref(target: RefTarget): z.ZodString {
  return slug.meta({ ref: target });
}

/** An id: lower-case letters and digits in words joined by hyphens. */
export const slug: z.ZodString = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "an id is lower-case letters and digits in words joined by hyphens");

/** Words: text that holds at least one letter, so that a stray number is caught. */
export const words: z.ZodString = z
  .string()
  .min(1, "is empty")
  .refine((text) => text === "" || /\p{L}/u.test(text), { error: (issue) => `words belong here, not the number ${String(issue.input)}` });
