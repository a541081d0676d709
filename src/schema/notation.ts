/**
 * What curators write, derived from what is published: derived fields fall away, lists may be left out,
 * `quote` and `evidence` stand for the passages, and a field with a `notation` of its own takes that.
 */
import { z } from "zod";
import { Tombstone, evidenceNotation } from "./evidence.ts";
import { ref, slug, type FieldMeta, type Kind } from "./field.ts";
import { schemas } from "./records.ts";

/** The kinds whose records stand on passages or pages. */
export const hasEvidence = (kind: Kind): boolean => kind !== "source" && kind !== "topic";

/** The kinds that are written one file a record; the file's name is the id. */
export const filePerRecord: readonly Kind[] = ["visit", "meeting", "agreement"];

function notationOf(kind: Kind): z.ZodObject {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, schema] of Object.entries<z.ZodType>(schemas[kind].shape)) {
    const meta = schema.meta() as unknown as FieldMeta & { examples: unknown[] };
    if (meta.derived) continue;
    const { description, examples } = meta;
    if (meta.notation) shape[name] = meta.notation.meta({ ...meta.notation.meta(), description, examples });
    else shape[name] = schema.type === "array" ? schema.optional().meta({ description, examples }) : schema;
  }
  if (filePerRecord.includes(kind)) shape.id = slug.optional().meta({ description: "The id; the file's name says it already." });
  if (hasEvidence(kind)) {
    if (kind !== "statement")
      shape.source = ref("source")
        .optional()
        .meta({ description: "The article of the quotes.", examples: ["trend-bayramov-visit"] });
    Object.assign(shape, evidenceNotation);
  }
  return z.strictObject(shape).meta({ description: schemas[kind].meta()!.description! });
}

/** What a record of each kind looks like as curators write it. */
export const notations = Object.fromEntries((Object.keys(schemas) as Kind[]).map((kind) => [kind, notationOf(kind)])) as Record<
  Kind,
  z.ZodObject
>;

/** The header of a file of statements: `source`, and the default of any field of its entries. */
export const statementHeader: z.ZodObject = (() => {
  const { quote: _quote, evidence: _evidence, gist: _gist, accounts: _accounts, ...rest } = notations.statement.shape;
  const optional = Object.entries<z.ZodType>(rest).map(([name, schema]) => [
    name,
    name === "source" ? schema : schema.optional().meta({ ...schema.meta() }),
  ]);
  return z.strictObject(Object.fromEntries(optional) as Record<string, z.ZodType>);
})();

export const withdrawnNotation: z.ZodType<z.infer<typeof Tombstone>[]> = z.array(Tombstone);

/** The reviewed sentences of a seed, in order: all of its text but white space. */
export const segmentsNotation: z.ZodType<{ segments: (string | { text: string; boilerplate: string })[] }> = z
  .strictObject({
    segments: z
      .array(
        z.union([
          z.string().min(1),
          z
            .strictObject({
              text: z.string().min(1).meta({ description: "The words, letter for letter." }),
              boilerplate: z
                .string()
                .min(1)
                .meta({ description: "Why it says nothing that a record could hold.", examples: ["a link to another article"] }),
            })
            .meta({ description: "A stretch that says nothing, and why." }),
        ]),
      )
      .min(1)
      .meta({ description: "Headlines, datelines, sentences and tails in the order of the text; every word stands in one of them." }),
  })
  .meta({ description: "The reviewed sentences of a seed; the file's name is the source's id." });
