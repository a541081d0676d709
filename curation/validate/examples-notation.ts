/**
 * data/examples.yaml: an example from this dataset for fields and terms. The codebook, the types
 * and the JSON Schemas show them. The schemas have none, because they serve every dataset. Of a
 * kind, the file need only name a record: its values are the examples.
 */
import { z } from "zod";
import { describeShape, model, eachShape } from "../../src/schema/describe.ts";
import { Tombstone } from "../../src/schema/evidence.ts";
import { Correction, Review } from "../../src/schema/corrections-and-reviews.ts";
import { kinds, namedSchema } from "../../src/schema/field.ts";
import { schemas } from "../../src/schema/records.ts";

type Members = Readonly<Record<string, z.ZodType>>;

/** The schemas that a schema is made of. */
export function partsOf(schema: z.ZodType): readonly z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return [schema.unwrap() as z.ZodType];
  if (schema instanceof z.ZodObject) return Object.values<z.ZodType>(schema.shape);
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
  return schema instanceof z.ZodUnion ? (schema.options as z.ZodType[]) : [];
}

/** The name of a type, such as `Speaker`. */
function typeNameOf(schema: z.ZodType): string | undefined {
  return namedSchema(schema).meta()?.typeName as string | undefined;
}

/** The members of every named object inside a schema, by the name of its type. */
function collectObjects(schema: z.ZodType, found: Map<string, Members>): void {
  const name = typeNameOf(schema);
  if (schema instanceof z.ZodObject && name !== undefined) found.set(name, schema.shape);
  for (const part of partsOf(schema)) collectObjects(part, found);
}

/** The members of which there may be examples, by kind or by the name of the type. */
function ownersOfMembers(): ReadonlyMap<string, Members> {
  const found = new Map<string, Members>();
  for (const kind of kinds) {
    const { kind: _same, ...fields } = schemas[kind].shape as Members;
    for (const field of Object.values(fields)) collectObjects(field, found);
    found.set(kind, fields);
  }
  for (const schema of [Tombstone, Correction, Review]) collectObjects(schema, found);
  return found;
}

/** The terms of every vocabulary that has a name. */
function termsByVocabulary(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const fields = model.flatMap((kind) => kind.fields.map(({ shape }) => shape));
  for (const shape of [...fields, ...[Tombstone, Correction, Review].map(describeShape)])
    eachShape(shape, (part) => {
      if (part.type === "term" && part.name !== undefined) found.set(part.name, part.terms);
    });
  return found;
}

/** An object of which every member may be left out. */
function optionalObject(members: Members): z.ZodType {
  const optional = Object.entries(members).map(([name, schema]) => [name, schema.optional()]);
  return z.strictObject(Object.fromEntries(optional) as Members).optional();
}

function mapValues<In>(map: ReadonlyMap<string, In>, change: (value: In) => z.ZodType): Members {
  return Object.fromEntries([...map].map(([name, value]) => [name, change(value)]));
}

/** Examples of fields by kind or type, and of terms by vocabulary. */
export interface Examples {
  readonly fields?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  readonly terms?: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
}

const notation = z
  .strictObject({
    fields: optionalObject(mapValues(ownersOfMembers(), optionalObject)).meta({
      description: "Values as they are published, by kind or type, and by field.",
    }),
    terms: optionalObject(
      mapValues(termsByVocabulary(), (terms) =>
        optionalObject(Object.fromEntries(terms.map((term) => [term, z.string().min(1)]))),
      ),
    ).meta({ description: "Cases from the texts, by vocabulary and term." }),
  })
  .meta({ description: "Examples from this dataset for the codebook, types and schemas." });

export const examplesFile = "data/examples.yaml";
// the compiler cannot follow a schema that is made from data
export const examplesNotation = notation as unknown as z.ZodType<Examples>;
export const examplesShape = describeShape(notation);

/** The example of a member of a kind or type. */
export function exampleOfMember(
  { fields = {} }: Examples,
  owner: string,
  member: string,
): { readonly example?: unknown } {
  const example = fields[owner]?.[member];
  return example === undefined ? {} : { example };
}
