/** docs/codebook.md: every kind, field and term, in the words of the schemas. */
import { z } from "zod";
import type { FieldMeta, Term } from "../../schema/field.ts";
import { schemas } from "../../schema/records.ts";
import type { Dataset } from "../dataset.ts";
import { fieldsOf, kinds, plural } from "../records.ts";

const cell = (text: string) => text.replace(/\|/g, "\\|").replace(/\n/g, " ");
const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |\n`).join("");

type Schema = z.ZodType & { element?: Schema; options?: (string | Schema)[]; unwrap?: () => Schema; shape?: Record<string, Schema> };

/** A type as a reader of tables understands it. */
function typeName(schema: Schema): string {
  const meta = schema.meta() as { id?: string; ref?: string } | undefined;
  if (schema.type === "optional" || schema.type === "nullable") return typeName(schema.unwrap!());
  if (meta?.ref) return `id of ${/^[aeo]/.test(meta.ref) ? "an" : "a"} ${meta.ref}`;
  if (schema.type === "array") return `list of ${typeName(schema.element!)}`;
  const id = idOf(schema);
  if (id) return id;
  return schema.type === "literal" ? "literal" : schema.type === "int" ? "number" : schema.type;
}

/** The name of a named schema; a field that uses one says more of it, and Zod keeps the name with the original. */
function idOf(schema: Schema): string | undefined {
  const parent = (schema as unknown as { _zod: { parent?: Schema } })._zod.parent;
  return (schema.meta() as { id?: string } | undefined)?.id ?? (parent && idOf(parent));
}

const isOptional = (schema: Schema): boolean => schema.type === "optional";

/** A named schema without what the field that uses it says. */
const original = (schema: Schema): Schema => {
  const parent = (schema as unknown as { _zod: { parent?: Schema } })._zod.parent;
  return (schema.meta() as { id?: string } | undefined)?.id === undefined && parent ? original(parent) : schema;
};

/** Every named object and vocabulary under the kinds, in the order of first use. */
function named(): { objects: Map<string, Schema>; vocabularies: Map<string, Schema> } {
  const objects = new Map<string, Schema>();
  const vocabularies = new Map<string, Schema>();
  const walk = (schema: Schema): void => {
    const meta = schema.meta() as { id?: string; terms?: unknown } | undefined;
    const id = idOf(schema);
    if (meta?.terms) vocabularies.set(id!, original(schema));
    else if (schema.shape) {
      if (id && objects.has(id)) return;
      if (id) objects.set(id, original(schema));
      Object.values(schema.shape).forEach(walk);
    }
    if (schema.unwrap) walk(schema.unwrap());
    if (schema.element) walk(schema.element);
  };
  for (const kind of kinds) Object.values(schemas[kind].shape as Record<string, Schema>).forEach(walk);
  return { objects, vocabularies };
}

export function emitCodebook({ records }: Dataset): string {
  const { objects, vocabularies } = named();
  let out = `<!-- Written by \`npm run compile\` from src/schema; do not edit. -->

# Codebook

What every kind, field and term means. The words stand in the schemas (\`src/schema\`), from which the types, the JSON
Schemas and this page are derived. How records are written by hand stands in [curating.md](curating.md).

**Ground** says what a value rests on. *stated*: the words must be in a passage, or the value is inferred with a reason,
or an outside page gives it. *coded*: a judgement by this codebook, which rests on the record's passages. *none*: the
record's own name, a curator's wording, or derived by the build. In \`evidence\`, an \`explicit\` passage shows each
*stated* field among its \`supports\`; a *coded* field among them is always a judgement.

A list is always present and may be empty; an absent value means that the sources do not state it, never "no".
`;
  for (const kind of kinds) {
    const schema = schemas[kind];
    out += `\n## ${plural[kind][0]!.toUpperCase()}${plural[kind].slice(1)}\n\n${schema.meta()!.description!}\n\n`;
    out += table(
      ["field", "type", "ground", "meaning", "example"],
      Object.entries(fieldsOf(kind)).map(([name, meta]: [string, FieldMeta & { schema: unknown }]) => [
        `\`${name}\`${isOptional(meta.schema as Schema) ? " (optional)" : ""}`,
        typeName(meta.schema as Schema),
        meta.derived ? "derived" : meta.ground,
        meta.description,
        `\`${JSON.stringify((meta as unknown as { examples: unknown[] }).examples[0])}\``,
      ]),
    );
  }
  out += "\n## Parts of records\n";
  for (const [name, schema] of objects) {
    out += `\n### ${name}\n\n${(schema.meta() as { description: string }).description}\n\n`;
    out += table(
      ["field", "type", "meaning", "example"],
      Object.entries(schema.shape!).map(([key, inner]) => {
        const meta = inner.meta() as { description?: string; examples?: unknown[] } | undefined;
        const own = meta?.description ?? ((inner.unwrap?.() ?? inner).meta() as { description?: string } | undefined)?.description ?? "";
        return [
          `\`${key}\`${isOptional(inner) ? " (optional)" : ""}`,
          typeName(inner),
          own,
          meta?.examples ? `\`${JSON.stringify(meta.examples[0])}\`` : "",
        ];
      }),
    );
  }
  out += "\n## Vocabularies\n\nAll are closed: a term that is not listed is an error.\n";
  for (const [name, schema] of vocabularies) {
    const { description, terms } = schema.meta() as unknown as { description: string; terms: Record<string, Term> };
    const crossed = Object.values(terms).some((t) => t.crosswalk);
    out += `\n### ${name}\n\n${description}${crossed ? " CAMEO and PLOVER (2.0 draft) name the nearest event class; the relation says how near: exact, close, broad, or none." : ""}\n\n`;
    out += table(
      ["term", "meaning", "example", ...(crossed ? ["CAMEO", "PLOVER", "relation"] : [])],
      Object.entries(terms).map(([term, t]) => [
        `\`${term}\``,
        t.means,
        t.example,
        ...(t.crosswalk ? [t.crosswalk.cameo, t.crosswalk.plover || "–", t.crosswalk.relation] : []),
      ]),
    );
  }
  out += "\n## Topics\n\nTwo levels; criteria for the upper one match the lower ones too.\n\n";
  const topics = [...records.topic].sort((a, b) => (path(a) < path(b) ? -1 : 1));
  function path(topic: (typeof topics)[number]): string {
    const above = records.topic.find((t) => t.id === topic.broader);
    return above ? `${path(above)}/${topic.id}` : topic.id;
  }
  out += table(
    ["topic", "under", "what belongs there", "PLOVER context"],
    topics.map((t) => [
      `\`${t.id}\``,
      t.broader ? `\`${String(t.broader)}\`` : "–",
      t.definition as string,
      (t.plover as string | undefined) ?? "–",
    ]),
  );
  return out;
}
