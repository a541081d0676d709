/**
 * data/dataset.yaml: what names and describes this dataset. Nothing else in the code that makes and
 * queries the data does.
 */
import { z } from "zod";
import { describeShape } from "../../src/schema/describe.ts";
import { kinds, ref, slug, words } from "../../src/schema/field.ts";
import type { SpotOf } from "./check-notation.ts";

/** A side whose claims the pages set against those of another. */
const Side = z
  .strictObject({
    country: ref("country").meta({ description: "The country.", examples: ["delta"] }),
    short: z
      .string()
      .min(1)
      .max(3)
      .meta({ description: "Its sign on the pages: one to three letters.", examples: ["DE"] }),
  })
  .meta({ description: "A country, and its sign on the pages." });

const year = z.string().regex(/^\d{4}$/, "expects a year, such as 2022");

export const datasetNotation = z
  .strictObject({
    name: slug.meta({
      description: "The name of the npm package, and of its command.",
      examples: ["harbour-talks"],
    }),
    subject: words.meta({
      description: "What the dataset holds, without a final stop. Titles and citations say it.",
      examples: ["meetings and statements in two articles"],
    }),
    heading: words.meta({ description: "The heading of the explorer." }),
    author: words.meta({
      description: "Who makes the dataset, as citations name them.",
      examples: ["The harbour archive"],
    }),
    abstract: words.meta({ description: "A paragraph: what it covers, and what it does not." }),
    universe: words.meta({
      description: "What was read, for archives.",
      examples: ["two articles, every sentence of them"],
    }),
    keywords: z.array(words).min(1).meta({ description: "Keywords." }),
    places: z.array(words).min(1).meta({ description: "The places that it is about, in words." }),
    years: z
      .array(year)
      .min(1)
      .max(2)
      .meta({
        description: "The first and the last year that it is about.",
        examples: [["2022", "2023"]],
      }),
    sides: z.array(Side).length(2).optional().meta({
      description: "Two countries that the pages set side by side.",
    }),
    without: z
      .array(z.enum(kinds))
      .optional()
      .meta({ description: "Kinds that this dataset does not have.", examples: [["agreement"]] }),
    coverage: words.optional().meta({
      description: "One sentence for the pages on who is spoken about and not quoted.",
    }),
  })
  .meta({ description: "What names and describes the dataset." });

/** data/dataset.yaml. */
export type DatasetNotation = z.infer<typeof datasetNotation>;

/** What names the dataset, and where that is written. */
export interface Description {
  readonly notation: DatasetNotation;
  readonly spot: SpotOf;
}

export const datasetShape = describeShape(datasetNotation);
export const datasetFile = "data/dataset.yaml";
