/** JSON Schemas: of the published records, for users; of the notation, with the ids to complete, for curators' editors. */
import { z } from "zod";
import { Tombstone } from "../../schema/evidence.ts";
import { targets, type Kind, type RefTarget, type Term } from "../../schema/field.ts";
import { filePerRecord, notations, segmentsNotation, statementHeader, withdrawnNotation } from "../../schema/notation.ts";
import { schemas } from "../../schema/records.ts";
import type { Dataset } from "../dataset.ts";
import { fieldsOf, kinds, plural } from "../records.ts";
import { criterionOf } from "./types.ts";

type Json = Record<string, unknown>;

/** Turns what Zod's metadata say into what JSON Schema says, and drops what it has no word for. */
function standard(json: Json, idsOf: ((target: RefTarget) => string[]) | undefined): void {
  const target = json.ref as RefTarget | undefined;
  if (target && idsOf) {
    json.enum = idsOf(target);
    delete json.pattern;
  }
  const terms = json.terms as Record<string, Term> | undefined;
  if (terms) {
    json.oneOf = Object.entries(terms).map(([term, { means, example, crosswalk }]) => ({
      const: term,
      description: `${means}. Example: ${example}`,
      ...(crosswalk && {
        $comment: `CAMEO ${crosswalk.cameo} (${crosswalk.relation})${crosswalk.plover ? `, PLOVER ${crosswalk.plover}` : ""}`,
      }),
    }));
    delete json.enum;
  }
  if (json.ground === "stated" || json.ground === "coded") json.$comment = `ground: ${json.ground}`;
  for (const key of ["ref", "terms", "ground", "derived", "notation", "key", "criterion", "id"]) delete json[key];
  if (json.format === "edtf") delete json.format;
}

function toJson(schema: z.ZodType, io: "input" | "output", idsOf?: (target: RefTarget) => string[]): Json {
  return z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      standard(jsonSchema, idsOf);
    },
  });
}

const print = (json: Json): string => `${JSON.stringify(json, null, 2)}\n`;

/** Takes the definitions that more than one schema has out of them, into one that they refer to. */
function share(schemas: ReadonlyMap<string, Json>): Json {
  const common: Json = {};
  const all = [...schemas.values()].map((schema) => (schema.$defs ?? {}) as Json);
  for (const [name, definition] of all.flatMap((definitions) => Object.entries(definitions))) {
    const same = all.filter((definitions) => Object.hasOwn(definitions, name));
    if (same.length > 1 && same.every((definitions) => JSON.stringify(definitions[name]) === JSON.stringify(definition)))
      common[name] = definition;
  }
  const refer = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const json = value as Json;
    const name = typeof json.$ref === "string" ? /^#\/\$defs\/(.+)$/.exec(json.$ref)?.[1] : undefined;
    if (name && Object.hasOwn(common, name)) json.$ref = `common.schema.json#/$defs/${name}`;
    Object.values(json).forEach(refer);
  };
  const shared = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    description: "What records of several kinds are made of.",
    $defs: structuredClone(common),
  };
  for (const schema of schemas.values()) {
    for (const name of Object.keys(common)) delete (schema.$defs as Json | undefined)?.[name];
    refer(schema);
  }
  return shared;
}

export function emitJsonSchemas({ records }: Dataset): Map<string, string> {
  const out = new Map<string, string>();
  const ids = Object.fromEntries(kinds.map((kind) => [kind, records[kind].map((r) => r.id).sort()])) as Record<Kind, string[]>;
  const countries = records.place
    .filter((r) => r.type === "country")
    .map((r) => r.id)
    .sort();
  const idsOf = (target: RefTarget) => targets[target].flatMap((kind) => (kind === "country" ? countries : ids[kind]));

  const published = new Map<string, Json>(kinds.map((kind) => [`schemas/${kind}.schema.json`, toJson(schemas[kind], "output")]));
  out.set("schemas/common.schema.json", print(share(published)));
  for (const [path, json] of published) out.set(path, print(json));
  for (const kind of kinds) {
    const one = notations[kind];
    const notation =
      kind === "statement"
        ? statementHeader.extend({
            statements: z
              .record(z.string(), one.partial({ source: true, meeting: true, occasion: true, mode: true, speechAct: true }))
              .meta({ description: "Claims in the order of the text: id, then record." }),
          })
        : filePerRecord.includes(kind)
          ? one
          : z.record(z.string(), one);
    const json = toJson(notation, "input", idsOf);
    // an empty value in an entry unsets the header's default, so every field of an entry may be empty
    if (kind === "statement")
      for (const property of Object.values(
        (((json.properties as Json).statements as Json).additionalProperties as { properties: Record<string, Json> }).properties,
      ))
        allowEmpty(property);
    out.set(`schemas/notation/${plural[kind]}.schema.json`, print(json));
  }
  out.set("schemas/notation/withdrawn.schema.json", print(toJson(withdrawnNotation, "input")));
  for (const kind of kinds) out.set(`schemas/criteria/${plural[kind]}.schema.json`, print(criteriaSchema(kind, idsOf)));
  out.set("schemas/notation/segments.schema.json", print(toJson(segmentsNotation, "input")));
  out.set("schemas/tombstone.schema.json", print(toJson(Tombstone, "output")));
  const list = (kind: Kind) => ({ type: "array", items: { $ref: `${kind}.schema.json` } });
  out.set(
    "schemas/data.schema.json",
    print({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      description: "data.json: the whole dataset.",
      type: "object",
      properties: {
        version: { type: "string" },
        ...Object.fromEntries(kinds.map((kind) => [plural[kind], list(kind)])),
        withdrawn: { type: "array", items: { $ref: "tombstone.schema.json" } },
      },
      required: ["version", ...kinds.map((kind) => plural[kind]), "withdrawn"],
      additionalProperties: false,
    }),
  );
  return out;
}

function allowEmpty(property: Json): void {
  const { description, examples, ...rest } = property;
  for (const key of Object.keys(property)) delete property[key];
  Object.assign(property, {
    ...(description !== undefined && { description }),
    ...(examples !== undefined && { examples }),
    anyOf: [rest, { type: "null" }],
  });
}

/** What `where` takes, as JSON Schema. */
function criteriaSchema(kind: Kind, idsOf: (target: RefTarget) => string[]): Json {
  const end = { type: "string", pattern: "^(\\.\\.|\\d{4}(-\\d\\d){0,2}[~?%]?)$" };
  const date = {
    anyOf: [
      { type: "string", description: "An EDTF date: the range that it spans." },
      { type: "null", description: "Without a date." },
      {
        type: "object",
        description: "With a date that may lie between two days; without `from` and `to`, with any date.",
        properties: {
          from: { ...end, description: "From the first day of this day, month or year." },
          to: { ...end, description: "Until the last day of this day, month or year." },
          match: { enum: ["possible", "certain"], description: "`certain`: with a date that must lie between them." },
          not: { type: "null", description: "Not without a date, which is so of every range." },
        },
        additionalProperties: false,
      },
    ],
  };
  const $defs: Json = { Date: date };
  /** Value, list, all, not and null for one sort of value, under its name. */
  const define = (name: string, value: Json): Json => {
    const one = { $ref: `#/$defs/${name}` };
    const many = { anyOf: [one, { type: "null" }, { type: "array", items: { anyOf: [one, { type: "null" }] } }] };
    $defs[name] = value;
    $defs[`${name}Criterion`] = {
      anyOf: [
        ...many.anyOf,
        { type: "object", properties: { all: { type: "array", items: one } }, required: ["all"], additionalProperties: false },
        { type: "object", properties: { not: many }, required: ["not"], additionalProperties: false },
      ],
    };
    return { $ref: `#/$defs/${name}Criterion` };
  };
  const properties: Json = {};
  for (const [name, meta] of Object.entries(fieldsOf(kind))) {
    const criterion = criterionOf(meta);
    if (!criterion) continue;
    const use = criterion.date
      ? { $ref: "#/$defs/Date" }
      : criterion.of
        ? define(`${criterion.of}Id`, { enum: idsOf(criterion.of) })
        : criterion.terms
          ? define(`${name}Term`, { enum: criterion.terms })
          : define("text", { type: "string" });
    properties[name] = { description: meta.description, ...use };
  }
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    description: `Criteria for ${plural[kind]}: several keys all hold.`,
    type: "object",
    properties,
    $defs,
    additionalProperties: false,
  };
}
