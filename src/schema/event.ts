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
        conflict: { means: "a conflict as a whole, with its wars and its talks" },
        war: { means: "fighting between armed forces" },
        protest: { means: "people protest together" },
        "road-closure": { means: "a road is closed or blocked" },
        conduct: { means: "what people or a state do over some time, which somebody objects to" },
        work: { means: "building or repair" },
        epidemic: { means: "a disease that spreads" },
      }),
      { description: "The type of event.", ground: "coded" },
    ),
    existence: field(
      vocabulary("Existence", "Whether those who speak of it agree that it took place.", {
        undisputed: { means: "the sources speak of it, and nobody in them denies it" },
        asserted: { means: "one side says so; the sources do not give the other side's answer" },
        disputed: { means: "one side says so, and another denies it; the accounts say who" },
        denied: { means: "according to this account, it did not take place" },
      }),
      {
        description: "Whether those who speak of it agree that it took place.",
        ground: "coded",
      },
    ),
    partOf: field(ref("event").optional(), {
      description: "The larger event that it belongs to.",
      ground: "coded",
    }),
    actors: field(refs("actor"), {
      description: "Who acts in it or is a party to it, according to the source.",
      ground: "stated",
    }),
    date: eventDate("When it took place."),
    places: field(refs("place"), {
      description: "Where it took place, according to the source.",
      ground: "stated",
    }),
    topics: field(refs("topic"), {
      description: "Subjects that it belongs to.",
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
