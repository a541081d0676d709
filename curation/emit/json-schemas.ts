/**
 * JSON Schemas: of the published records, for users; of the notation, with the ids to complete, for
 * curators' editors. Zod writes them, because the patterns and limits of values are known to Zod
 * only.
 */
import { z } from "zod";
import { model } from "../../src/schema/describe.ts";
import { Tombstone } from "../../src/schema/evidence.ts";
import { Correction, Review } from "../../src/schema/corrections-and-reviews.ts";
import { kinds, targets, type Kind, type RefTarget, type Term } from "../../src/schema/field.ts";
import { plural, schemas } from "../../src/schema/records.ts";
import type { Dataset } from "../dataset.ts";
import { datasetNotation } from "../validate/dataset-notation.ts";
import { exampleOfMember, partsOf, type Examples } from "../validate/examples-notation.ts";
import { loadedWordsNotation } from "../validate/loaded-words.ts";
import {
  filePerRecord,
  notations,
  segmentsNotation,
  statementHeader,
  correctionsNotation,
  reviewsNotation,
  withdrawnNotation,
} from "../validate/notation.ts";
import { emitCriteriaSchema } from "./criteria-schemas.ts";
import { draft, idOf, printSchema, type IdsOf, type Json } from "./json-schema-text.ts";
import { illustrateTerm } from "./illustrate.ts";
import { describeTerm } from "./term-text.ts";
import { capitalize } from "./type-text.ts";

/** What is known of fields and vocabularies, which JSON Schema has no words for. */
const ownKeywords = [
  "ref",
  "terms",
  "ground",
  "derived",
  "notation",
  "key",
  "criterion",
  "id",
  "typeName",
] as const;

/** What schemas are completed with. */
interface Completion {
  readonly examples: Examples;
  /** The ids that references may be, for editors. */
  readonly idsOf?: IdsOf;
  /** The kind of the records that the schema, or a map in it, is of. */
  readonly kind?: Kind;
}

function toOneOf(
  vocabulary: string | undefined,
  terms: Readonly<Record<string, Term>>,
  examples: Examples,
): object[] {
  return Object.entries(terms).map(([term, given]) => {
    const definition = illustrateTerm(vocabulary, term, given, examples);
    const { crosswalk } = definition;
    const plover = crosswalk?.plover ? `, PLOVER ${crosswalk.plover}` : "";
    return {
      const: term,
      description: describeTerm(definition),
      ...(crosswalk && { $comment: `CAMEO ${crosswalk.cameo} (${crosswalk.relation})${plover}` }),
    };
  });
}

/** Turns what Zod's metadata say into what JSON Schema says, and removes the rest. */
function standardize(json: Json, { idsOf, examples }: Completion): void {
  // Zod copies the metadata of a schema into its JSON Schema
  const { ref, terms, typeName } = json as {
    ref?: RefTarget;
    terms?: Readonly<Record<string, Term>>;
    typeName?: string;
  };
  if (ref !== undefined && idsOf !== undefined) {
    json.enum = idsOf(ref);
    delete json.pattern;
  }
  if (terms !== undefined) {
    json.oneOf = toOneOf(typeName, terms, examples);
    delete json.enum;
  }
  if (json.ground === "stated" || json.ground === "coded") json.$comment = `ground: ${json.ground}`;
  for (const keyword of ownKeywords) Reflect.deleteProperty(json, keyword);
  if (json.format === "edtf") delete json.format;
}

/** The schema that was given a name; a schema with more metadata is made from it. */
function originalOf(schema: z.ZodType): z.ZodType {
  const parent = schema._zod.parent as z.ZodType | undefined;
  const isNamed = parent?.meta()?.typeName !== undefined;
  return isNamed ? originalOf(parent) : schema;
}

const registered = new Set<z.ZodType>();

/**
 * Registers the names of the types in a schema as ids, by which Zod makes definitions. The schemas
 * that ship have none, because the ids of all packages of a program share one registry.
 */
function registerNames(schema: z.ZodType): void {
  const named = originalOf(schema);
  if (registered.has(named)) return;
  registered.add(named);
  const meta = named.meta();
  if (typeof meta?.typeName === "string")
    z.globalRegistry.add(named, { ...meta, id: meta.typeName });
  for (const part of partsOf(named)) registerNames(part);
}

/** The kind whose records have a type. */
function kindNamed(typeName: string | undefined): Kind | undefined {
  return kinds.find((kind) => capitalize(kind) === typeName);
}

/** Adds the examples of the dataset to the properties of an object. */
function addExamples(json: Json, owner: string, examples: Examples): void {
  for (const [name, property] of Object.entries(schemasUnder(json, "properties"))) {
    const { example } = exampleOfMember(examples, owner, name);
    if (example !== undefined) property.examples = [example];
  }
}

/** Adds examples to a schema: to its records, and to the definitions of named types. */
function illustrateSchema(json: Json, { kind, examples }: Completion): void {
  // Zod writes the values of a map as additional properties
  for (const record of [json, json.additionalProperties])
    if (kind !== undefined && typeof record === "object")
      addExamples(record as Json, kind, examples);
  for (const [name, definition] of Object.entries(schemasUnder(json, "$defs")))
    addExamples(definition, kindNamed(name) ?? name, examples);
}

function toJsonSchema(
  schema: z.ZodType,
  io: "input" | "output",
  completion: Completion = { examples: {} },
): Json {
  registerNames(schema);
  const json: Json = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      standardize(jsonSchema, completion);
    },
  });
  illustrateSchema(json, completion);
  return json;
}

/** The schemas under a keyword, by name. Zod leaves the keyword out when there are none. */
function schemasUnder(json: Json, keyword: "$defs" | "properties"): Record<string, Json> {
  return (json[keyword] ?? {}) as Record<string, Json>;
}

/** Definitions that several schemas have in the same form. */
function commonDefinitions(all: readonly Json[]): Json {
  const common: Json = {};
  for (const [name, definition] of all.flatMap((one) => Object.entries(one))) {
    const own = all.filter((one) => Object.hasOwn(one, name));
    const isSame = own.every((one) => JSON.stringify(one[name]) === JSON.stringify(definition));
    if (own.length > 1 && isSame) common[name] = definition;
  }
  return common;
}

/** Replaces references to definitions that are now in common.schema.json. */
function referToCommon(value: unknown, common: Json): void {
  if (typeof value !== "object" || value === null) return;
  const json = value as Json; // any object may be a part of a schema
  const name = typeof json.$ref === "string" && /^#\/\$defs\/(.+)$/.exec(json.$ref)?.[1];
  if (name && Object.hasOwn(common, name)) json.$ref = `common.schema.json#/$defs/${name}`;
  for (const inner of Object.values(json)) referToCommon(inner, common);
}

/** Moves the definitions that several schemas have into a common schema, which is returned. */
function shareDefinitions(published: Iterable<Json>): Json {
  const all = [...published];
  const common = commonDefinitions(all.map((schema) => schemasUnder(schema, "$defs")));
  const shared = {
    $schema: draft,
    description: "Parts that records of several kinds have.",
    $defs: structuredClone(common),
  };
  for (const schema of all) {
    const own = schemasUnder(schema, "$defs");
    for (const name of Object.keys(common)) Reflect.deleteProperty(own, name);
    referToCommon(schema, common);
  }
  return shared;
}

/**
 * A schema with its own address and a title, from which tools make names of types. Zod writes a
 * named schema as a reference to its definition, which some tools do not follow at the root.
 */
function withId(name: string, { $schema, $ref, $defs, ...rest }: Json): Json {
  const { [capitalize(name)]: root, ...others } = ($defs ?? {}) as Record<string, Json>;
  return {
    $schema,
    $id: idOf(name),
    title: capitalize(name),
    ...($ref === undefined ? rest : root),
    ...(Object.keys(others).length > 0 && { $defs: others }),
  };
}

/** The schemas of the kinds, and what several of them share. */
function emitPublishedSchemas(name: string, examples: Examples): Map<string, string> {
  const published = new Map<string, Json>(
    kinds.map((kind) => [
      kind,
      withId(kind, toJsonSchema(schemas[kind], "output", { examples, kind })),
    ]),
  );
  const whole = dataSchema(published, examples);
  const common = withId("common", shareDefinitions(published.values()));
  return new Map([
    ["schemas/common.schema.json", printSchema(common, name)],
    ...[...published].map(
      ([kind, json]) => [`schemas/${kind}.schema.json`, printSchema(json, name)] as const,
    ),
    ["schemas/data.schema.json", printSchema(whole, name)],
  ]);
}

/** What data.json holds beside the records. */
const schemasAboutRecords: Readonly<Record<string, z.ZodType>> = {
  tombstone: Tombstone,
  correction: Correction,
  review: Review,
};

/**
 * data.json: the whole dataset, with everything that it refers to in one file, because some tools
 * do not follow references to other files.
 */
function dataSchema(published: ReadonlyMap<string, Json>, examples: Examples): Json {
  const lists = model.map(({ kind, plural: name }): [string, Json] => [
    name,
    { type: "array", items: { $ref: `#/$defs/${capitalize(kind)}` } },
  ]);
  const records = kinds.map((kind): [string, Json] => [
    capitalize(kind),
    structuredClone(published.get(kind)!),
  ]);
  const aboutRecords = Object.entries(schemasAboutRecords).map(([name, schema]): [string, Json] => [
    capitalize(name),
    withId(name, toJsonSchema(schema, "output", { examples })),
  ]);
  const definitions: Record<string, Json> = {};
  for (const [name, schema] of [...records, ...aboutRecords]) {
    const { $schema: _draft, $id: _id, $defs, ...rest } = schema;
    Object.assign(definitions, $defs ?? {}, { [name]: rest });
  }
  return {
    $schema: draft,
    $id: idOf("data"),
    title: "Dataset",
    description: "data.json: the whole dataset.",
    type: "object",
    properties: {
      version: { type: "string" },
      ...Object.fromEntries(lists),
      withdrawn: { type: "array", items: { $ref: "#/$defs/Tombstone" } },
      corrections: { type: "array", items: { $ref: "#/$defs/Correction" } },
      reviews: { type: "array", items: { $ref: "#/$defs/Review" } },
    },
    required: [
      "version",
      ...model.map(({ plural: name }) => name),
      ...["withdrawn", "corrections", "reviews"],
    ],
    additionalProperties: false,
    $defs: definitions,
  };
}

/** The fields of a statement that its file's header may give. */
const headerFields = {
  source: true,
  meeting: true,
  occasion: true,
  mode: true,
  speechAct: true,
} as const;

/** An empty value removes the default of the header, so every field of an entry may be empty. */
function allowEmpty(property: Json): Json {
  const { description, examples, ...rest } = property;
  return {
    ...(description !== undefined && { description }),
    ...(examples !== undefined && { examples }),
    anyOf: [rest, { type: "null" }],
  };
}

function statementsSchema(completion: Completion): Json {
  const entries = z
    .record(z.string(), notations.statement.partial(headerFields))
    .meta({ description: "Claims in the order of the text: id, then record." });
  const json = toJsonSchema(statementHeader.extend({ statements: entries }), "input", completion);
  // Zod writes the values of a map as additional properties
  const entry = schemasUnder(json, "properties").statements!.additionalProperties as Json;
  addExamples(entry, "statement", completion.examples);
  const properties = Object.entries(schemasUnder(entry, "properties"));
  entry.properties = Object.fromEntries(
    properties.map(([name, property]) => [name, allowEmpty(property)]),
  );
  return json;
}

/** A file of records as curators write it. */
function notationSchema(kind: Kind, { examples, idsOf }: Completion): Json {
  const completion = { examples, kind, ...(idsOf && { idsOf }) };
  if (kind === "statement") return statementsSchema(completion);
  const record = notations[kind];
  const file = filePerRecord.includes(kind) ? record : z.record(z.string(), record);
  return toJsonSchema(file, "input", completion);
}

function toIdsOf({ records }: Dataset): IdsOf {
  const sorted = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort();
  const countries = sorted(records.place.filter(({ type }) => type === "country"));
  return (target) =>
    targets[target].flatMap((kind) => (kind === "country" ? countries : sorted(records[kind])));
}

/** Every JSON Schema, by path. */
export function emitJsonSchemas(dataset: Dataset): Map<string, string> {
  const idsOf = toIdsOf(dataset);
  const packageName = dataset.about.name;
  const { examples } = dataset;
  const notation = (name: string, json: Json) =>
    [`schemas/notation/${name}.schema.json`, printSchema(json, packageName)] as const;
  return new Map([
    ...emitPublishedSchemas(packageName, examples),
    ...kinds.map((kind) => notation(plural[kind], notationSchema(kind, { examples, idsOf }))),
    notation("dataset", toJsonSchema(datasetNotation, "input", { examples: {}, idsOf })),
    notation("withdrawn", toJsonSchema(withdrawnNotation, "input")),
    notation("corrections", toJsonSchema(correctionsNotation, "input", { examples })),
    notation("reviews", toJsonSchema(reviewsNotation, "input", { examples })),
    notation("loaded-words", toJsonSchema(loadedWordsNotation, "input")),
    notation("segments", toJsonSchema(segmentsNotation, "input")),
    ...model.map(
      (description) =>
        [
          `schemas/criteria/${description.plural}.schema.json`,
          printSchema(emitCriteriaSchema(description, idsOf), packageName),
        ] as const,
    ),
    ...Object.entries(schemasAboutRecords).map(
      ([name, schema]) =>
        [
          `schemas/${name}.schema.json`,
          printSchema(withId(name, toJsonSchema(schema, "output", { examples })), packageName),
        ] as const,
    ),
  ]);
}
