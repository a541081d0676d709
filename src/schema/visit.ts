import { z } from "zod";
import { entry, refs } from "./entry.ts";
import { EventCode, eventCodeMeta } from "./event-code.ts";
import { eventDate } from "./event-date.ts";
import { field, ref, vocabulary } from "./field.ts";
import { quantities } from "./quantity.ts";

export const Occurrence = vocabulary(
  "Occurrence",
  "Whether it took place, according to the source.",
  {
    held: {
      means: "it took place",
      example: '"a meeting was held" (001)',
      words: ["held", "hold", "took place", "met", "has paid", "paid"],
    },
    "under-way": {
      means: "it is taking place",
      example: '"is taking place" (004)',
      words: ["is taking place", "under way"],
    },
    planned: {
      means: "it is due to take place",
      example: '"will also meet" (003)',
      words: ["will", "planned", "expected", "next"],
    },
    declined: {
      means: "according to this account, one side did not take part",
      example: '"Armenia\'s refusal to participate" (001)',
      words: ["refus", "declin"],
    },
    postponed: {
      means: "according to this account, it was moved to a later time",
      example: "Armenia's own account of the round in December 2022",
      words: ["postpon"],
    },
    cancelled: {
      means: "called off",
      example: "none in the seeds",
      words: ["cancel", "called off"],
    },
  },
);

const { head, tail } = entry("visit");

export const VisitSchema = z
  .strictObject({
    ...head,
    type: field(
      vocabulary("VisitType", "The protocol rank of a visit, as named by the source.", {
        "working-visit": {
          means: "called a working visit",
          example: '"a working visit to Russia" (001)',
          words: ["working"],
          crosswalk: { cameo: "042", plover: "CONSULT", relation: "exact" },
        },
        "official-visit": {
          means: "called an official visit",
          example: "an account of February 2023",
          words: ["official"],
          crosswalk: { cameo: "042", plover: "CONSULT", relation: "exact" },
        },
        "state-visit": {
          means: "called a state visit",
          example: "none in the seeds",
          words: ["state visit"],
          crosswalk: { cameo: "042", plover: "CONSULT", relation: "exact" },
        },
        unspecified: {
          means: "the source gives no rank",
          example: '"The visit by Azerbaijani President" (002)',
          crosswalk: { cameo: "042", plover: "CONSULT", relation: "exact" },
        },
      }),
      { description: "Its protocol rank.", example: "working-visit", ground: "coded" },
    ),
    occurrence: field(Occurrence, {
      description: "Whether it took place.",
      example: "held",
      ground: "coded",
    }),
    travellers: field(refs("person"), {
      description: "Who travelled.",
      example: ["jeyhun-bayramov"],
      ground: "stated",
    }),
    host: field(ref("country"), {
      description: "The country that was visited.",
      example: "russia",
      ground: "stated",
    }),
    date: eventDate("When it took place."),
    quantities: quantities("Numbers given for it, such as its number of days."),
    places: field(refs("place"), {
      description: "The places that were visited, below the country level.",
      example: ["moscow"],
      ground: "stated",
    }),
    eventCode: field(EventCode, {
      ...eventCodeMeta,
      example: { cameo: "042", plover: "CONSULT", relation: "exact" },
    }),
    ...tail,
  })
  .meta({ typeName: "Visit", description: "A journey by a person to the other country." });
