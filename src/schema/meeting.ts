import { z } from "zod";
import { entry, refs } from "./entry.ts";
import { EventCode, eventCodeMeta } from "./event-code.ts";
import { eventDate } from "./event-date.ts";
import { field, ref, vocabulary, words } from "./field.ts";
import { Level, Office } from "./person.ts";
import { eventPlace } from "./place.ts";
import { Occurrence } from "./visit.ts";

const Participant = z
  .strictObject({
    person: ref("person").meta({ description: "Who took part." }),
    office: Office.optional().meta({ description: "The office that the person held on that day." }),
    side: ref("country")
      .optional()
      .meta({ description: "The state for which the person took part." }),
  })
  .meta({ typeName: "Participant", description: "A person who took part in a meeting." });

const Readout = z
  .strictObject({
    source: ref("source").meta({ description: "The article or page." }),
    actor: ref("actor")
      .optional()
      .meta({ description: "On whose account it rests, if that is known." }),
    held: z
      .boolean()
      .meta({ description: "true: the dataset holds its text; false: it only cites the page." }),
  })
  .meta({ typeName: "Readout", description: "An account of a meeting, and whose it is." });

const { head, tail } = entry("meeting");

export const MeetingSchema = z
  .strictObject({
    ...head,
    format: field(
      vocabulary("MeetingFormat", "The type of meeting.", {
        "bilateral-talks": {
          means: "talks between two sides of comparable rank",
          crosswalk: { cameo: "040", plover: "CONSULT", relation: "close" },
        },
        audience: {
          means: "a head of state receives a foreign official of lower rank",
          crosswalk: { cameo: "043", plover: "CONSULT", relation: "close" },
        },
        "credentials-call": {
          means: "a new ambassador presents credentials or a copy of them",
          crosswalk: { cameo: "040", plover: "CONSULT", relation: "broad" },
        },
        "joint-press-conference": {
          means: "both sides speak to the press",
          crosswalk: { cameo: "010", plover: "", relation: "broad" },
        },
        "trilateral-summit": {
          means: "leaders of three states",
          crosswalk: { cameo: "040", plover: "CONSULT", relation: "close" },
        },
        "multilateral-summit": {
          means: "leaders of more than three states, or of three with others",
          crosswalk: { cameo: "040", plover: "CONSULT", relation: "close" },
        },
        "negotiation-round": {
          means: "one round in a series of talks on a text",
          crosswalk: { cameo: "046", plover: "CONSULT", relation: "exact" },
        },
        "commission-session": {
          means: "a session of a joint commission",
          crosswalk: { cameo: "046", plover: "CONSULT", relation: "broad" },
        },
        "signing-ceremony": {
          means: "a meeting held to sign a document",
          crosswalk: { cameo: "057", plover: "SUPPORT", relation: "close" },
        },
        "telephone-call": {
          means: "talks by telephone or video",
          crosswalk: { cameo: "041", plover: "CONSULT", relation: "exact" },
        },
        consultations: {
          means: "talks of officials below the rank of minister",
          crosswalk: { cameo: "040", plover: "CONSULT", relation: "close" },
        },
        unspecified: {
          means: "the source does not say what type of meeting it is",
          crosswalk: { cameo: "040", plover: "CONSULT", relation: "broad" },
        },
        contacts: {
          means: "a series of meetings without individual dates",
          crosswalk: { cameo: "040", plover: "CONSULT", relation: "broad" },
        },
      }),
      { description: "The type of meeting.", ground: "coded" },
    ),
    level: field(Level, {
      description:
        "The rank at which the sides met: the rank of the highest participant on the " +
        "lower-ranking side.",
      ground: "none",
      derived: true,
    }),
    occurrence: field(Occurrence, {
      description: "Whether it took place.",
      ground: "coded",
    }),
    participants: field(z.array(Participant), {
      description: "The persons who took part or were due to take part.",
      ground: "stated",
      key: "person",
      notation: z
        .array(
          z.union([
            ref("person"),
            z
              .strictObject({
                person: ref("person"),
                office: words.optional(),
                side: ref("country").optional(),
              })
              .meta({
                description:
                  "A participant whose office or side must be specified. `office` is the " +
                  "title of an office in people.yaml.",
              }),
          ]),
        )
        .optional(),
    }),
    hosts: field(refs("actor"), {
      description: "The actors that hosted the meeting.",
      ground: "stated",
    }),
    visitors: field(refs("actor"), {
      description: "The sides that did not host the meeting.",
      ground: "none",
      derived: true,
    }),
    sides: field(refs("actor"), {
      description:
        "The states and bodies that met or were due to meet, if they are more than the " +
        "participants' own sides.",
      ground: "stated",
    }),
    date: eventDate("When it took place or was due to take place."),
    place: eventPlace("Where it took place or was due to take place."),
    visit: field(ref("visit").optional(), {
      description: "The visit that it was part of.",
      ground: "stated",
    }),
    follows: field(ref("meeting").optional(), {
      description:
        "The meeting that it directly follows: the previous one of a series, or the talks before " +
        "a press conference.",
      ground: "coded",
    }),
    topics: field(refs("topic"), {
      description: "What it was about, if the source says so about the meeting itself.",
      ground: "coded",
    }),
    outcomes: field(refs("agreement"), {
      description: "What was signed, adopted or presented there.",
      ground: "stated",
    }),
    readouts: field(z.array(Readout), {
      description:
        "The articles and pages that tell of it: those whose text the dataset holds, and those " +
        "that it only cites. There may be others.",
      ground: "none",
      key: "source",
      derived: true,
    }),
    withoutReadout: field(refs("actor"), {
      description:
        "Sides of the meeting whose own account of it the dataset does not hold: an article on " +
        "their account that tells of the meeting. A mention in a claim is none, and neither are " +
        "words that an outlet quotes.",
      ground: "none",
      derived: true,
    }),
    eventCode: field(EventCode, {
      ...eventCodeMeta,
    }),
    ...tail,
  })
  .meta({
    typeName: "Meeting",
    description:
      "A meeting, round, summit, session or series of contacts that was held, planned, " +
      "declined or only mentioned.",
  });
