/** What happened to records: corrections of their values, and reviews by readers. */
import { z } from "zod";
import { kinds, slug, vocabulary, words } from "./field.ts";

export const Reporter = vocabulary("Reporter", "Who read a record, or noticed a fault in it.", {
  person: { means: "a person", example: "no case yet" },
  machine: {
    means: "a program: a language model that read under instructions, or a check of the build",
    example: "a language model that judged pairs of words and values",
  },
});

export const ReviewOutcome = vocabulary("ReviewOutcome", "What came of a review.", {
  "no-fault": { means: "the reader found no fault", example: "no case yet" },
  corrected: {
    means: "the reader found faults, and every one was corrected or answered with a reason",
    example: "the blind judgement of passages and values",
  },
  open: { means: "the reader found faults that are not settled yet", example: "no case yet" },
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
    record: slug.meta({
      description: "The id of the record.",
      examples: ["lavrov-2023-baku"],
    }),
    field: words.meta({ description: "The field that was wrong.", examples: ["occurrence"] }),
    old: z
      .string()
      .min(1)
      .optional()
      .meta({
        description: "The wrong value: an id, a term or words. It is absent if a value was added.",
        examples: ["held"],
      }),
    new: z
      .string()
      .min(1)
      .optional()
      .meta({
        description: "The right value. It is absent if the wrong one was removed.",
        examples: ["under-way"],
      }),
    why: words.meta({
      description: "What was wrong with the old value.",
      examples: ["the article was written while the visit was under way"],
    }),
    reported: day.meta({ description: "When it was reported.", examples: ["2026-11-27"] }),
    by: Reporter.meta({ description: "Who reported it.", examples: ["machine"] }),
    correctedIn: release.meta({
      description: "The first release with the right value.",
      examples: ["0.1.0"],
    }),
  })
  .meta({
    typeName: "Correction",
    description: "A value of a record that was wrong, and what replaced it.",
  });

/** A reading of records by someone who looked for faults. */
export const Review = z
  .strictObject({
    date: day.meta({
      description: "The day by which the records had been read.",
      examples: ["2026-11-27"],
    }),
    by: Reporter.meta({ description: "Who read them.", examples: ["machine"] }),
    reader: words.meta({
      description: "The name or role of the reader.",
      examples: ["a language model as a fact-checker"],
    }),
    question: words.meta({
      description: "What the reader was asked to judge.",
      examples: ["Do the words say what the record says?"],
    }),
    kinds: z
      .array(z.enum(kinds))
      .min(1)
      .optional()
      .meta({
        description: "The kinds of record that were read. It is absent for all kinds.",
        examples: [["statement"]],
      }),
    records: z
      .array(slug)
      .min(1)
      .optional()
      .meta({
        description: "The records that were read. It is absent for all records of these kinds.",
        examples: [["lavrov-2023-baku"]],
      }),
    version: release.meta({
      description: "The version, or the draft of it, in which they were read.",
      examples: ["0.1.0"],
    }),
    outcome: ReviewOutcome.meta({
      description: "What came of the review.",
      examples: ["corrected"],
    }),
    found: words.meta({
      description: "What the reader found, in one sentence.",
      examples: ["25 of 135 statements had a major fault."],
    }),
    report: z
      .string()
      .min(1)
      .optional()
      .meta({
        description: "Where the reader's answers are kept: a path in the repository.",
        examples: ["readings/passages"],
      }),
  })
  .meta({
    typeName: "Review",
    description:
      "A reading of records by someone who looked for faults. Reviews are never changed.",
  });
