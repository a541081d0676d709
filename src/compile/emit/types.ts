/** Plain `readonly` interfaces and unions of ids, from the schemas: what users import needs no Zod. */
import { z } from "zod";
import { Tombstone } from "../../schema/evidence.ts";
import { targets, type FieldMeta, type Kind, type RefTarget } from "../../schema/field.ts";
import { schemas } from "../../schema/records.ts";
import type { Dataset } from "../dataset.ts";
import { fieldsOf, kinds, label, plural } from "../records.ts";

interface JsonSchema {
  type?: string | string[];
  $ref?: string;
  ref?: RefTarget;
  enum?: string[];
  const?: string;
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  description?: string;
  examples?: unknown[];
  terms?: Record<string, { means: string }>;
}

export const banner = "// Written by `npm run compile` from data/ and src/schema; do not edit.\n";
const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);
export const interfaceName = (kind: Kind): string => capital(kind);
const idName = (target: RefTarget) => `${capital(target)}Id`;

/** Zod puts a named schema under $defs; here it stands by itself. */
const plain = (json: JsonSchema & { $defs?: Record<string, JsonSchema> }, name: string): JsonSchema => json.$defs?.[name] ?? json;

/** Every named schema that the nine kinds use, by name. */
function definitions(): Map<string, JsonSchema> {
  const found = new Map<string, JsonSchema>();
  for (const [name, schema] of [["Tombstone", Tombstone] as const])
    found.set(name, plain(z.toJSONSchema(schema, { io: "output" }) as unknown as JsonSchema, name));
  for (const kind of kinds) {
    const json = z.toJSONSchema(schemas[kind], { io: "output" }) as unknown as { $defs: Record<string, JsonSchema> };
    for (const [name, definition] of Object.entries(json.$defs)) found.set(name, definition);
  }
  return found;
}

function typeOf(s: JsonSchema): string {
  if (s.ref) return idName(s.ref);
  if (s.$ref) return s.$ref.replace("#/$defs/", "");
  if (s.const !== undefined) return JSON.stringify(s.const);
  if (s.enum) return s.enum.map((v) => JSON.stringify(v)).join(" | ");
  if (s.anyOf) return s.anyOf.map(typeOf).join(" | ");
  if (s.type === "array") return `readonly ${typeOf(s.items!).includes(" ") ? `(${typeOf(s.items!)})` : typeOf(s.items!)}[]`;
  if (s.type === "string") return "string";
  if (s.type === "null") return "null";
  if (s.type === "number" || s.type === "integer") return "number";
  throw new Error(`no type for ${JSON.stringify(s)}`);
}

function doc(s: JsonSchema, pad: string): string {
  const example = s.examples?.[0];
  const lines = [s.description ?? "", example === undefined ? "" : `Example: \`${JSON.stringify(example)}\`.`].filter(
    (line) => line !== "",
  );
  if (lines.length === 0) return "";
  return lines.length === 1
    ? `${pad}/** ${lines[0]!} */\n`
    : `${pad}/**\n${lines.map((line) => `${pad} * ${line}\n`).join(`${pad} *\n`)}${pad} */\n`;
}

const union = (members: readonly string[]) => (members.length === 0 ? "never" : members.map((m) => `\n  | ${JSON.stringify(m)}`).join(""));

export function emitTypes({ records }: Dataset): string {
  const defs = definitions();
  // Zod drops the description of a field that is a named schema when it is optional: the field's own meta has it
  for (const kind of kinds)
    for (const [name, meta] of Object.entries(fieldsOf(kind))) {
      const property = defs.get(interfaceName(kind))!.properties![name]!;
      property.description = meta.description;
      property.examples = (meta as unknown as { examples: unknown[] }).examples;
    }
  let out = banner;
  for (const kind of kinds)
    out += `\n/** The id of ${kind === "organization" || kind === "agreement" ? "an" : "a"} ${kind}. */\nexport type ${idName(kind)} =${union(records[kind].map((r) => r.id).sort())};\n`;
  out += `\n/** The id of a country: a place that is a state and may act. */\nexport type CountryId =${union(
    records.place
      .filter((r) => r.type === "country")
      .map((r) => r.id)
      .sort(),
  )};\n`;
  for (const target of ["actor", "entity", "asserter"] as const)
    out += `\n/** The id of a ${label(target)}. */\nexport type ${idName(target)} = ${targets[target].map((k) => idName(k)).join(" | ")};\n`;
  for (const [name, s] of defs) {
    if (s.enum) {
      const terms = Object.entries(s.terms ?? {}).map(([term, { means }]) => ` * - \`${term}\`: ${means}\n`);
      out += `\n/**\n * ${s.description ?? ""}\n *\n${terms.join("")} */\nexport type ${name} =${union(s.enum)};\n`;
    } else if (s.type === "object") {
      const fields = Object.entries(s.properties!).map(([key, property]) => {
        const described =
          property.description || !property.$ref
            ? property
            : {
                ...property,
                ...(defs.get(typeOf(property))?.description !== undefined && { description: defs.get(typeOf(property))!.description! }),
              };
        return `${doc(described, "  ")}  readonly ${key}${s.required?.includes(key) ? "" : "?"}: ${typeOf(property)};\n`;
      });
      out += `\n${doc(s, "")}export interface ${name} {\n${fields.join("")}}\n`;
    }
  }
  const withEvidence = kinds.filter((k) => k !== "source" && k !== "topic").map(interfaceName);
  out += `\n/** A record whose fields rest on passages or outside pages. */\nexport type Entry = ${withEvidence.join(" | ")};\n`;
  out += `\n/** A record of any kind; \`kind\` tells which. */\nexport type DatasetRecord = ${kinds.map(interfaceName).join(" | ")};\n`;
  out += `\n/** A kind of record. */\nexport type Kind = DatasetRecord["kind"];\n`;
  return out;
}

/** How criteria can ask for a field: `undefined` where they cannot. */
export function criterionOf(
  meta: FieldMeta & { readonly schema: unknown },
): { key?: string; of?: RefTarget; terms?: readonly string[]; date?: true } | undefined {
  if (meta.criterion === false) return undefined;
  type Schema = z.ZodType & { element?: Schema; shape?: Record<string, Schema>; options?: string[]; unwrap?: () => Schema };
  const bare = (s: Schema): Schema => (s.type === "optional" ? bare(s.unwrap!()) : s);
  let schema = bare(meta.schema as Schema);
  if (schema.meta()?.id === "EventDate") return { date: true };
  if (schema.element) schema = bare(schema.element);
  if (meta.key) schema = bare(schema.shape![meta.key]!);
  const target = schema.meta()?.ref as RefTarget | undefined;
  return { ...(meta.key && { key: meta.key }), ...(target ? { of: target } : schema.options ? { terms: schema.options } : {}) };
}

export function emitCriteria(): string {
  const uses = new Set<string>();
  let body = "";
  for (const kind of kinds) {
    body += `\n/** What can be asked of ${plural[kind]}: several keys all hold. */\nexport interface ${interfaceName(kind)}Criteria {\n`;
    for (const [name, meta] of Object.entries(fieldsOf(kind))) {
      const criterion = criterionOf(meta);
      if (!criterion) continue;
      const type = criterion.of
        ? idName(criterion.of)
        : criterion.terms
          ? criterion.terms.map((t) => JSON.stringify(t)).join(" | ")
          : "string";
      if (criterion.of) uses.add(type);
      const hint =
        criterion.of === "topic"
          ? " A topic matches the topics below it."
          : criterion.of === "place"
            ? " A country matches the places in it."
            : "";
      body += `  /** ${meta.description}${hint} */\n  readonly ${name}?: ${criterion.date ? "DateCriterion" : `Criterion<${type}>`};\n`;
    }
    body += "}\n";
  }
  return `${banner}import type { Criterion, DateCriterion } from "../criterion.ts";\nimport type { ${[...uses].sort().join(", ")} } from "./types.ts";\n${body}`;
}
