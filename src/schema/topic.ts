import { z } from "zod";
import { plain } from "./entry.ts";
import { field, ref, words } from "./field.ts";

const { head, tail } = plain("topic");

export const TopicSchema = z
  .strictObject({
    ...head,
    label: field(words, { description: "What to call the topic.", example: "Peace process", ground: "none", criterion: false }),
    definition: field(words, {
      description: "What belongs under it.",
      example: "Relations of Armenia and Azerbaijan after the war of 2020.",
      ground: "none",
      criterion: false,
    }),
    broader: field(ref("topic").optional(), {
      description: "The topic above it: criteria for that one match this one too.",
      example: "peace-process",
      ground: "none",
    }),
    plover: field(words.optional(), { description: "The nearest PLOVER context.", example: "diplomatic", ground: "none" }),
    ...tail,
  })
  .meta({
    id: "Topic",
    description: "A subject, on two levels. Organizations, roads and other entities are not topics: statements are about them.",
  });
