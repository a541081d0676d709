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
      words: ["held", "hold", "took place", "met", "has paid", "paid"],
    },
    "under-way": {
      means: "it is taking place",
      words: ["is taking place", "under way"],
    },
    planned: {
      means: "it is due to take place",
      words: ["will", "planned", "expected", "next"],
    },
    declined: {
      means: "according to this account, one side did not take part",
      words: ["refus", "declin"],
    },
    postponed: {
      means: "according to this account, it was moved to a later time",
      words: ["postpon"],
    },
    cancelled: {
      means: "called off",
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
          words: ["working"],
          crosswalk: { cameo: "042", plover: "CONSULT", relation: "exact" },
        },
        "official-visit": {
          means: "called an official visit",
          words: ["official"],
          crosswalk: { cameo: "042", plover: "CONSULT", relation: "exact" },
        },
        "state-visit": {
          means: "called a state visit",
          words: ["state visit"],
          crosswalk: { cameo: "042", plover: "CONSULT", relation: "exact" },
        },
        unspecified: {
          means: "the source gives no rank",
          crosswalk: { cameo: "042", plover: "CONSULT", relation: "exact" },
        },
      }),
      { description: "Its protocol rank.", ground: "coded" },
    ),
    occurrence: field(Occurrence, {
      description: "Whether it took place.",
      ground: "coded",
    }),
    travellers: field(refs("person"), {
      description: "Who travelled.",
      ground: "stated",
    }),
    host: field(ref("country"), {
      description: "The country that was visited.",
      ground: "stated",
    }),
    date: eventDate("When it took place."),
    quantities: quantities("Numbers given for it, such as its number of days."),
    places: field(refs("place"), {
      description: "The places that were visited, below the country level.",
      ground: "stated",
    }),
    eventCode: field(EventCode, {
      ...eventCodeMeta,
    }),
    ...tail,
  })
  .meta({ typeName: "Visit", description: "A journey by a person to the other country." });
