/** On whose account words rest. */
import { z } from "zod";
import { ref, vocabulary, words } from "./field.ts";

const members = {
  basis: vocabulary("AccountBasis", "How it is known on whose account the words rest.", {
    cited: {
      means: "the article says whose account it gives",
      example: '"Trend reports citing Azerbaijani MFA" (001)',
    },
    publisher: {
      means: "the publisher is itself one of the sides or speaks for it",
      example: "the page of a ministry of foreign affairs",
    },
    "own-reporter": {
      means: "the article says that its own reporter was there",
      example: "reserved: none in the seeds",
    },
    "not-told": {
      means: "the article does not say how the outlet knows",
      example: "000, 002, 003, 004",
    },
  }),
  actor: ref("actor")
    .optional()
    .meta({ description: "Whose account it is.", examples: ["azerbaijan-mfa"] }),
};

export const AccordingTo = z.strictObject(members).meta({
  typeName: "AccordingTo",
  description: "On whose account words rest, and how that is known.",
});

/** The same for a source, with the words of the article that say so. */
export const SourceAccordingTo = z
  .strictObject({
    ...members,
    asWritten: words.optional().meta({
      description: "The words of the article that say so.",
      examples: ["Trend reports citing Azerbaijani MFA"],
    }),
  })
  .meta({
    typeName: "SourceAccordingTo",
    description: "On whose account a source rests, and the words that say so.",
  });
