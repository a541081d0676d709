import { z } from "zod";
import { entry, refs } from "./entry.ts";
import { eventDate } from "./event-date.ts";
import { field, ref, vocabulary } from "./field.ts";

const { head, tail } = entry("event");

export const EventSchema = z
  .strictObject({
    ...head,
    type: field(
      vocabulary("EventType", "The type of event.", {
        conflict: {
          means: "a conflict as a whole, with its wars and its talks",
          example: '"the conflict between Azerbaijan and Armenia" (002)',
        },
        war: { means: "fighting between armed forces", example: '"44-day Patriotic War" (000)' },
        protest: {
          means: "people protest together",
          example: '"the peaceful protest near the Lachin road" (001)',
        },
        "road-closure": {
          means: "a road is closed or blocked",
          example: '"the alleged blocking of the Lachin road" (001)',
        },
        conduct: {
          means: "what people or a state do over some time, which somebody objects to",
          example: '"cases of transporting mines" (001)',
        },
        work: { means: "building or repair", example: '"restoration and construction work" (002)' },
        epidemic: { means: "a disease that spreads", example: '"the pandemic" (002)' },
      }),
      { description: "The type of event.", example: "protest", ground: "coded" },
    ),
    existence: field(
      vocabulary("Existence", "Whether those who speak of it agree that it took place.", {
        undisputed: {
          means: "the sources speak of it, and nobody in them denies it",
          example: "the war",
        },
        asserted: {
          means: "one side says so; the sources do not give the other side's answer",
          example: "the transport of mines along the Lachin road",
        },
        disputed: {
          means: "one side says so, and another denies it; the accounts say who",
          example: "the closing of the Lachin road",
        },
        denied: {
          means: "according to this account, it did not take place",
          example: "the Azerbaijani account of the closing of the Lachin road",
        },
      }),
      {
        description: "Whether those who speak of it agree that it took place.",
        example: "undisputed",
        ground: "coded",
      },
    ),
    partOf: field(ref("event").optional(), {
      description: "The larger event that it belongs to.",
      example: "armenia-azerbaijan-conflict",
      ground: "coded",
    }),
    actors: field(refs("actor"), {
      description: "Who acts in it or is a party to it, according to the source.",
      example: ["azerbaijani-public"],
      ground: "stated",
    }),
    date: eventDate("When it took place."),
    places: field(refs("place"), {
      description: "Where it took place, according to the source.",
      example: ["lachin-road"],
      ground: "stated",
    }),
    topics: field(refs("topic"), {
      description: "Subjects that it belongs to.",
      example: ["roads-and-checkpoints"],
      ground: "coded",
    }),
    ...tail,
  })
  .meta({
    typeName: "Event",
    description:
      "Something that happened or is said to have happened, other than a meeting, a visit or an " +
      "agreement. Its label says neither who is to blame nor that it took place.",
  });
