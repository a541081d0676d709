/**
 * The model as plain data, made in one pass over the Zod schemas. All other code reads this data.
 * The types, the codebook, the tables, the criteria, the YAML reader and the rule of ground are
 * derived from these descriptions.
 */
import { z } from "zod";
import {
  kinds,
  namedSchema,
  type FieldMeta,
  type Kind,
  type RefTarget,
  type Term,
} from "./field.ts";
import { plural, schemas } from "./records.ts";

/** The type of value that a schema accepts. */
export type Shape =
  | { readonly type: "text" | "number" | "integer" | "boolean" | "null" }
  /** The id of a record. */
  | { readonly type: "reference"; readonly to: RefTarget }
  /** One fixed text. */
  | { readonly type: "literal"; readonly value: string }
  /** A term of a closed vocabulary. If the vocabulary has no name, the terms are plain text. */
  | {
      readonly type: "term";
      readonly name?: string;
      readonly description: string;
      readonly terms: readonly string[];
      readonly definitions: Readonly<Record<string, Term>>;
    }
  | ObjectShape
  | { readonly type: "list"; readonly of: Shape }
  /** An object whose keys are not known, with a value for each key. */
  | { readonly type: "map"; readonly of: Shape }
  | { readonly type: "union"; readonly options: readonly Shape[] };

export interface ObjectShape {
  readonly type: "object";
  /** The name of its type, such as `Office`. */
  readonly name?: string;
  readonly description: string;
  readonly members: readonly Member[];
}

/** A member of an object. */
export interface Member {
  readonly name: string;
  readonly description: string;
  /** A value as it is published, where the dataset gives one (data/examples.yaml). */
  readonly example?: unknown;
  readonly optional: boolean;
  readonly nullable: boolean;
  readonly shape: Shape;
}

/** A field of a record: a member with what the codebook says about it. */
export interface FieldDescription extends Member {
  readonly ground: FieldMeta["ground"];
  /** The build derives the value; curators do not write it. */
  readonly derived: boolean;
  /** The member of an object in this field that criteria match and that a passage shows. */
  readonly key?: string;
  /** How criteria can select by this field; absent if they cannot. */
  readonly criterion?: Criterion;
}

/** How criteria select by a field: by date, by the ids of a target, by terms, or by any text. */
export type Criterion =
  | { readonly by: "date" | "text" }
  | { readonly by: "id"; readonly of: RefTarget }
  | { readonly by: "term"; readonly terms: readonly string[] };

/** A criterion for a member of an object, such as the basis of a speaker. */
export interface MemberCriterion {
  /** `speakers.basis`. */
  readonly name: string;
  readonly field: string;
  readonly key: string;
  readonly description: string;
  readonly criterion: Criterion;
}

/** A kind of record. */
export interface KindDescription {
  readonly kind: Kind;
  readonly plural: string;
  readonly description: string;
  readonly fields: readonly FieldDescription[];
}

/** What is known about a schema in addition to its type. */
interface Meta extends Partial<FieldMeta> {
  readonly typeName?: string;
  readonly ref?: RefTarget;
  readonly terms?: Readonly<Record<string, Term>>;
}

function metaOf(schema: z.ZodType): Meta {
  return (schema.meta() ?? {}) as Meta;
}

/** A schema without the wrappers that make it optional or nullable. */
function unwrap(schema: z.ZodType): { inner: z.ZodType; optional: boolean; nullable: boolean } {
  let inner = schema;
  let [optional, nullable] = [false, false];
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) {
    if (inner instanceof z.ZodOptional) optional = true;
    else nullable = true;
    inner = inner.unwrap() as z.ZodType;
  }
  return { inner, optional, nullable };
}

function describeObject(schema: z.ZodObject): ObjectShape {
  const { typeName, description = "" } = metaOf(namedSchema(schema));
  const members = Object.entries<z.ZodType>(schema.shape).map(([name, member]) =>
    describeMember(name, member),
  );
  return {
    type: "object",
    ...(typeName !== undefined && { name: typeName }),
    description,
    members,
  };
}

function describeTerm(schema: z.ZodEnum): Shape {
  const { typeName, description = "", terms = {} } = metaOf(namedSchema(schema));
  return {
    type: "term",
    ...(typeName !== undefined && { name: typeName }),
    description,
    terms: schema.options.map(String),
    definitions: terms,
  };
}

function isWhole(schema: z.ZodNumber): boolean {
  return schema.format === "safeint";
}

/** The shape of a schema. Wrappers that make it optional or nullable are dropped. */
export function describeShape(schema: z.ZodType): Shape {
  const { inner } = unwrap(schema);
  const { ref } = metaOf(inner);
  if (ref !== undefined) return { type: "reference", to: ref };
  if (inner instanceof z.ZodObject) return describeObject(inner);
  if (inner instanceof z.ZodEnum) return describeTerm(inner);
  if (inner instanceof z.ZodArray)
    return { type: "list", of: describeShape(inner.element as z.ZodType) };
  if (inner instanceof z.ZodRecord)
    return { type: "map", of: describeShape(inner.valueType as z.ZodType) };
  if (inner instanceof z.ZodUnion)
    return { type: "union", options: inner.options.map((o) => describeShape(o as z.ZodType)) };
  if (inner instanceof z.ZodLiteral) return { type: "literal", value: String(inner.value) };
  if (inner instanceof z.ZodNumber) return { type: isWhole(inner) ? "integer" : "number" };
  if (inner instanceof z.ZodBoolean) return { type: "boolean" };
  return { type: "text" };
}

function describeMember(name: string, schema: z.ZodType): Member {
  const { inner, optional, nullable } = unwrap(schema);
  const { description = metaOf(inner).description ?? "" } = metaOf(schema);
  return { name, description, optional, nullable, shape: describeShape(schema) };
}

/** The shape of one value of a field: for a list, of an item; for an object, of its key. */
function keyShape(shape: Shape, key: string | undefined): Shape {
  if (shape.type === "list") return keyShape(shape.of, key);
  if (shape.type !== "object" || key === undefined) return shape;
  return shape.members.find(({ name }) => name === key)?.shape ?? shape;
}

function criterionOf(member: Member, { key, criterion }: Meta): Criterion | undefined {
  if (criterion === false) return undefined;
  if (member.shape.type === "object" && member.shape.name === "EventDate") return { by: "date" };
  const shape = keyShape(member.shape, key);
  if (shape.type === "reference") return { by: "id", of: shape.to };
  return shape.type === "term" ? { by: "term", terms: shape.terms } : { by: "text" };
}

function describeField(name: string, schema: z.ZodType): FieldDescription {
  const meta = metaOf(schema);
  const member = describeMember(name, schema);
  const criterion = criterionOf(member, meta);
  return {
    ...member,
    ground: meta.ground ?? "none",
    derived: meta.derived ?? false,
    ...(meta.key !== undefined && { key: meta.key }),
    ...(criterion !== undefined && { criterion }),
  };
}

/** The object that a field holds, or that the items of its list are. */
function objectIn(shape: Shape): ObjectShape | undefined {
  if (shape.type === "list") return objectIn(shape.of);
  return shape.type === "object" ? shape : undefined;
}

/**
 * The criteria for the members of a field: those that are terms or ids. Its key is matched by the
 * field itself.
 */
export function memberCriteria({
  name,
  key,
  shape,
  criterion,
}: FieldDescription): MemberCriterion[] {
  const members = criterion === undefined ? [] : (objectIn(shape)?.members ?? []);
  return members.flatMap((member) => {
    const { type } = member.shape;
    if (member.name === key || (type !== "term" && type !== "reference")) return [];
    return {
      name: `${name}.${member.name}`,
      field: name,
      key: member.name,
      description: member.description || `${member.name} of ${name}`,
      criterion: criterionOf(member, {})!,
    };
  });
}

function describeKind(kind: Kind): KindDescription {
  const schema: z.ZodObject = schemas[kind];
  return {
    kind,
    plural: plural[kind],
    description: metaOf(schema).description ?? "",
    fields: Object.entries<z.ZodType>(schema.shape).map(([name, field]) =>
      describeField(name, field),
    ),
  };
}

/** The ten kinds, in the order in which the dataset lists them. */
export const model: readonly KindDescription[] = kinds.map(describeKind);

const kindsByName = new Map(model.map((description) => [description.kind, description]));

/** The description of a kind. */
export function kindDescription(kind: Kind): KindDescription {
  return kindsByName.get(kind)!;
}

const fieldsByKind = new Map(
  model.map(({ kind, fields }) => [kind, new Map(fields.map((field) => [field.name, field]))]),
);

/** The fields of a kind, by name. */
export function fieldsOf(kind: Kind): ReadonlyMap<string, FieldDescription> {
  return fieldsByKind.get(kind)!;
}

/** Calls `use` with a shape and every shape inside it. */
export function eachShape(shape: Shape, use: (shape: Shape) => void): void {
  use(shape);
  if (shape.type === "object") for (const member of shape.members) eachShape(member.shape, use);
  if (shape.type === "list" || shape.type === "map") eachShape(shape.of, use);
  if (shape.type === "union") for (const option of shape.options) eachShape(option, use);
}
