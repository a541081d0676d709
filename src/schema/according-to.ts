/** On whose account words rest. */
import { z } from "zod";
import { ref, vocabulary, words } from "./field.ts";

const members = {
  basis: vocabulary("AccountBasis", "How it is known on whose account the words rest.", {
    cited: { means: "the article says whose account it gives" },
    publisher: { means: "the publisher is itself one of the sides or speaks for it" },
    "own-reporter": { means: "the article says that its own reporter was there" },
    "not-told": { means: "the article does not say how the outlet knows" },
  }),
  actor: ref("actor").optional().meta({ description: "Whose account it is." }),
};

export const AccordingTo = z.strictObject(members).meta({
  typeName: "AccordingTo",
  description: "On whose account words rest, and how that is known.",
});

/** The same for a source, with the words of the article that say so. */
export const SourceAccordingTo = z
  .strictObject({
    ...members,
    asWritten: words.optional().meta({ description: "The words of the article that say so." }),
  })
  .meta({
    typeName: "SourceAccordingTo",
    description: "On whose account a source rests, and the words that say so.",
  });
