/** What happened to records: corrections of their values, and reviews by readers. */
import { z } from "zod";
import { kinds, slug, vocabulary, words } from "./field.ts";

export const Reporter = vocabulary("Reporter", "Who read a record, or noticed a fault in it.", {
  person: { means: "a person" },
  machine: {
    means: "a program: a language model that read under instructions, or a check of the build",
  },
});

export const ReviewOutcome = vocabulary("ReviewOutcome", "What came of a review.", {
  "no-fault": { means: "the reader found no fault" },
  corrected: {
    means: "the reader found faults, and every one was corrected or answered with a reason",
  },
  open: { means: "the reader found faults that are not settled yet" },
});

/** Whether a text is a day of the calendar. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

const day = z
  .string()
  .refine(isDay, { error: "expects a day, such as 2026-11-27" })
  .meta({ format: "date" });

const release = z.string().regex(/^\d+\.\d+\.\d+$/, "expects a version, such as 1.0.0");

/** A value that was wrong, and what replaced it. */
export const Correction = z
  .strictObject({
    record: slug.meta({ description: "The id of the record." }),
    field: words.meta({ description: "The field that was wrong." }),
    old: z.string().min(1).optional().meta({
      description: "The wrong value: an id, a term or words. It is absent if a value was added.",
    }),
    new: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "The right value. It is absent if the wrong one was removed." }),
    why: words.meta({ description: "What was wrong with the old value." }),
    reported: day.meta({ description: "When it was reported." }),
    by: Reporter.meta({ description: "Who reported it." }),
    correctedIn: release.meta({ description: "The first release with the right value." }),
  })
  .meta({
    typeName: "Correction",
    description: "A value of a record that was wrong, and what replaced it.",
  });

/** A reading of records by someone who looked for faults. */
export const Review = z
  .strictObject({
    date: day.meta({ description: "The day by which the records had been read." }),
    by: Reporter.meta({ description: "Who read them." }),
    reader: words.meta({ description: "The name or role of the reader." }),
    question: words.meta({ description: "What the reader was asked to judge." }),
    kinds: z
      .array(z.enum(kinds))
      .min(1)
      .optional()
      .meta({ description: "The kinds of record that were read. It is absent for all kinds." }),
    records: z.array(slug).min(1).optional().meta({
      description: "The records that were read. It is absent for all records of these kinds.",
    }),
    version: release.meta({
      description: "The version, or the draft of it, in which they were read.",
    }),
    outcome: ReviewOutcome.meta({ description: "What came of the review." }),
    found: words.meta({ description: "What the reader found, in one sentence." }),
    report: z
      .string()
      .min(1)
      .optional()
      .meta({ description: "Where the reader's answers are kept: a path in the repository." }),
  })
  .meta({
    typeName: "Review",
    description:
      "A reading of records by someone who looked for faults. Reviews are never changed.",
  });
