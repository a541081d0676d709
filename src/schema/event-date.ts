/** When something happened, as far as this is known, and how it is known. */
import { z } from "zod";
import { bounds } from "../dates/edtf.ts";
import { field, vocabulary, words } from "./field.ts";

export const DateBasis = vocabulary("DateBasis", "How a date is known.", {
  stated: { means: "the words give the whole date" },
  dateline: { means: "taken from the dateline, which dates the report" },
  "relative-to-publication": { means: "calculated from the day of publication" },
  "inferred-from-content": { means: "a part of the date comes from elsewhere in the text" },
  "inferred-from-weekday": { means: "a weekday determines what the words leave open" },
  "outside-research": { means: "known only from a page outside the seeds" },
  disputed: { means: "publishers give different days; the accounts list them" },
});

/**
 * What an EDTF date is made of, for JSON Schema: dates with marks, `..`, and what separates and
 * encloses them. It does not know the calendar.
 */
const point = "[~?%]?[0-9X]{4}([~?%]?-[~?%]?[0-9X]{2}){0,2}[~?%]?(T[0-9:Z+-]+)?";
const edtfPattern = `^[[{]?(${point}|\\.\\.|[,/])+[\\]}]?$`;

const edtf = z
  .string()
  .superRefine((text, context) => {
    try {
      bounds(text);
    } catch (error) {
      context.addIssue({ code: "custom", message: (error as Error).message });
    }
  })
  .meta({
    description:
      "The date in EDTF (ISO 8601-2): level 0 and level 1 for the years 0000 to 9999; of level 2 " +
      "sets, parts of a year, unspecified digits and marks on parts.",
    format: "edtf",
    pattern: edtfPattern,
  });

const asWritten = z
  .string()
  .min(1)
  .optional()
  .meta({ description: "The date in the words of the passage." });
const reason = words.optional().meta({
  description: "Why this is considered to be the date, if the words alone do not give it.",
});

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .meta({ format: "date" })
  .nullable();

export const EventDate = z
  .strictObject({
    edtf,
    earliest: day.meta({
      description: "The earliest day that the date allows, or null if the date has an open start.",
    }),
    latest: day.meta({
      description: "The latest day that the date allows, or null if the date has an open end.",
    }),
    basis: DateBasis,
    asWritten,
    reason,
  })
  .superRefine(({ edtf: text, earliest, latest }, context) => {
    try {
      const days = bounds(text);
      if (earliest === days.earliest && latest === days.latest) return;
      const expected = `earliest ${String(days.earliest)} and latest ${String(days.latest)}`;
      context.addIssue({ code: "custom", message: `"${text}" allows ${expected}` });
    } catch {
      // the member itself reports that the date cannot be read
    }
  })
  .meta({
    typeName: "EventDate",
    description: "When something happened, as exactly as this is known, and how it is known.",
  });

const dateNotation = z.union([
  edtf,
  z.strictObject({ edtf, basis: DateBasis.optional(), asWritten, reason }).meta({
    description: "A date with its basis or its words, if the evidence does not determine them.",
  }),
]);

/** A field for the date on which something happened. */
export const eventDate = (description: string): z.ZodOptional<typeof EventDate> =>
  field(EventDate.optional(), {
    description,
    ground: "stated",
    notation: dateNotation.optional(),
  });
