/**
 * What curators write, derived from what is published. Derived fields are omitted, and lists may be
 * left out. `quote` and `evidence` replace the passages. A field that has its own `notation` uses
 * that.
 */
import { z } from "zod";
import { Tombstone, claimNotation, evidenceNotation } from "../../src/schema/evidence.ts";
import { Correction, Review } from "../../src/schema/corrections-and-reviews.ts";
import { kinds, ref, slug, type FieldMeta, type Kind } from "../../src/schema/field.ts";
import { describeShape, type Shape } from "../../src/schema/describe.ts";
import { schemas } from "../../src/schema/records.ts";
import type { Notation } from "../draft.ts";

/** The kinds whose records rest on passages or pages. */
export const hasEvidence = (kind: Kind): boolean => kind !== "source" && kind !== "topic";

/** The kinds that are written in one file per record. The file name is the id. */
export const filePerRecord: readonly Kind[] = ["visit", "meeting", "agreement"];

function notationOf(kind: Kind): z.ZodObject {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, schema] of Object.entries<z.ZodType>(schemas[kind].shape)) {
    // every field of a kind is made by field(), which sets these
    const meta = schema.meta() as unknown as FieldMeta;
    if (meta.derived) continue;
    const { description } = meta;
    if (meta.notation) shape[name] = meta.notation.meta({ ...meta.notation.meta(), description });
    else shape[name] = schema.type === "array" ? schema.optional().meta({ description }) : schema;
  }
  if (filePerRecord.includes(kind))
    shape.id = slug
      .optional()
      .meta({ description: "The id. It can be left out, because the file name is the id." });
  if (hasEvidence(kind)) {
    if (kind !== "statement")
      shape.source = ref("source").optional().meta({ description: "The article of the quotes." });
    Object.assign(shape, kind === "statement" ? claimNotation : evidenceNotation);
  }
  return z.strictObject(shape).meta({ description: schemas[kind].meta()!.description! });
}

type Notations = { readonly [K in Kind]: z.ZodObject & z.ZodType<Notation<K>> };

/** For each kind, the schema of a record as curators write it. */
export const notations = Object.fromEntries(
  kinds.map((kind) => [kind, notationOf(kind)]),
) as unknown as Notations; // built from data, so TypeScript cannot infer the type

/** The same schemas as plain data. */
export const notationShapes: ReadonlyMap<Kind, Shape> = new Map(
  kinds.map((kind) => [kind, describeShape(notations[kind])]),
);

/** The header of a file of statements: `source`, and a default for any field of the entries. */
export const statementHeader: z.ZodObject = (() => {
  const {
    claim: _claim,
    attribution: _attribution,
    cue: _cue,
    evidence: _evidence,
    gist: _gist,
    accounts: _accounts,
    ...rest
  } = notations.statement.shape;
  const optional = Object.entries<z.ZodType>(rest).map(([name, schema]): [string, z.ZodType] => {
    // the name stays with the schema inside
    const { typeName: _typeName, ...meta } = schema.meta() ?? {};
    return [name, name === "source" ? schema : schema.optional().meta(meta)];
  });
  return z.strictObject(Object.fromEntries(optional));
})();

export const headerShape = describeShape(statementHeader);

/** A withdrawn record, as in data/withdrawn.yaml and in the package. */
export type Withdrawn = z.infer<typeof Tombstone>;

export const withdrawnNotation: z.ZodType<Withdrawn[]> = z.array(Tombstone);
export const withdrawnShape = describeShape(withdrawnNotation);

/** data/corrections.yaml and data/reviews.yaml, as they are written and published. */
export type CorrectionRecord = z.infer<typeof Correction>;
export type ReviewRecord = z.infer<typeof Review>;

export const correctionsNotation: z.ZodType<CorrectionRecord[]> = z.array(Correction);
export const reviewsNotation: z.ZodType<ReviewRecord[]> = z.array(Review);
export const correctionsShape = describeShape(correctionsNotation);
export const reviewsShape = describeShape(reviewsNotation);

/** The reviewed sentences of a seed, in order. They contain all of its text except white space. */
export const segmentsNotation: z.ZodType<{
  segments: (string | { text: string; boilerplate: string })[];
}> = z
  .strictObject({
    segments: z
      .array(
        z.union([
          z.string().min(1),
          z
            .strictObject({
              text: z.string().min(1).meta({ description: "The words, exactly as written." }),
              boilerplate: z
                .string()
                .min(1)
                .meta({
                  description: "Why the text contains nothing that a record could contain.",
                  examples: ["a link to another article"],
                }),
            })
            .meta({ description: "A part of the text that says nothing, and the reason." }),
        ]),
      )
      .min(1)
      .meta({
        description:
          "Headlines, datelines, sentences and tails in the order of the text. Every word is " +
          "in one of them.",
      }),
  })
  .meta({
    description: "The reviewed sentences of a seed. The file name is the id of the source.",
  });
export const segmentsShape = describeShape(segmentsNotation);
