import { z } from "zod";
import { plain } from "./entry.ts";
import { field, ref, words } from "./field.ts";

const { head, tail } = plain("topic");

export const TopicSchema = z
  .strictObject({
    ...head,
    label: field(words, {
      description: "The name of the topic.",
      ground: "none",
      criterion: false,
    }),
    definition: field(words, {
      description: "What belongs to the topic.",
      ground: "none",
      criterion: false,
    }),
    broader: field(ref("topic").optional(), {
      description: "The broader topic. Criteria for the broader topic also match this one.",
      ground: "none",
    }),
    plover: field(words.optional(), {
      description: "The nearest PLOVER context.",
      ground: "none",
    }),
    ...tail,
  })
  .meta({
    typeName: "Topic",
    description:
      "A subject. There are two levels of topics. Organizations, roads and other entities " +
      "are not topics; statements list them in `about`.",
  });
