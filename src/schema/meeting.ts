import { z } from "zod";
import { entry, refs } from "./entry.ts";
import { eventDate } from "./event-date.ts";
import { field, ref, vocabulary, words } from "./field.ts";
import { Level, Office } from "./person.ts";
import { eventPlace } from "./place.ts";
import { Occurrence } from "./visit.ts";

const Participant = z
  .strictObject({
    person: ref("person").meta({ description: "Who took part.", examples: ["sergey-lavrov"] }),
    office: Office.optional().meta({ description: "The office held on the day." }),
    side: ref("country")
      .optional()
      .meta({ description: "The state for which the person took part.", examples: ["russia"] }),
  })
  .meta({ id: "Participant", description: "A person who took part in a meeting." });

const { head, tail } = entry("meeting");

export const MeetingSchema = z
  .strictObject({
    ...head,
    format: field(
      vocabulary("MeetingFormat", "What sort of meeting it is.", {
        "bilateral-talks": { means: "talks of two sides of like rank", example: "Bayramov and Lavrov (001, 002, 004)" },
        audience: { means: "a head of state receives a foreign official of lower rank", example: "Aliyev and Lavrov (003)" },
        "credentials-call": { means: "a new ambassador presents credentials or their copy", example: "Bayramov and Yevdokimov (000)" },
        "joint-press-conference": { means: "both sides speak to the press", example: "Bayramov and Lavrov (002)" },
        "trilateral-summit": { means: "leaders of three states", example: "Sochi (003, 004)" },
        "multilateral-summit": {
          means: "leaders of more than three states, or of three with others",
          example: "Ashgabat (002), Prague (003)",
        },
        "negotiation-round": { means: "one of a series of talks on a text", example: "Geneva on 2 October (001)" },
        "commission-session": {
          means: "a session of a joint commission",
          example: "the second meeting of the commission on delimitation (002)",
        },
        "signing-ceremony": { means: "held to sign a document", example: "none in the seeds" },
        contacts: { means: "a series of meetings without single dates", example: '"regular contacts" (002, 004)' },
      }),
      { description: "What sort of meeting it is.", example: "bilateral-talks", ground: "coded" },
    ),
    level: field(Level, {
      description: "The rank at which the sides met: that of the lower side's highest participant.",
      example: "foreign-minister",
      ground: "none",
      derived: true,
    }),
    occurrence: field(Occurrence, { description: "Whether it took place.", example: "held", ground: "coded" }),
    participants: field(z.array(Participant), {
      description: "The persons who took part or were to.",
      example: [
        {
          person: "sergey-lavrov",
          office: { title: "Minister of Foreign Affairs", organization: "russia-mfa", country: "russia" },
          side: "russia",
        },
      ],
      ground: "stated",
      key: "person",
      notation: z
        .array(
          z.union([
            ref("person"),
            z
              .strictObject({ person: ref("person"), office: words.optional(), side: ref("country").optional() })
              .meta({ description: "A participant whose office or side must be told: `office` is the title of one in people.yaml." }),
          ]),
        )
        .optional(),
    }),
    hosts: field(refs("actor"), { description: "Who received.", example: ["russia"], ground: "stated" }),
    visitors: field(refs("actor"), { description: "The other sides.", example: ["azerbaijan"], ground: "none", derived: true }),
    sides: field(refs("actor"), {
      description: "States and bodies that met, where more than the participants' own.",
      example: ["azerbaijan", "russia"],
      ground: "stated",
    }),
    date: eventDate("When it took place or was to."),
    place: eventPlace("Where it took place or was to."),
    visit: field(ref("visit").optional(), {
      description: "The visit that it was part of.",
      example: "bayramov-2022-russia",
      ground: "stated",
    }),
    follows: field(ref("meeting").optional(), {
      description: "The meeting of the same series before it.",
      example: "armenia-azerbaijan-2022-geneva",
      ground: "coded",
    }),
    topics: field(refs("topic"), {
      description: "What it was about, where the source says so of the meeting itself.",
      example: ["peace-process"],
      ground: "coded",
    }),
    outcomes: field(refs("agreement"), {
      description: "What was signed, adopted or presented there.",
      example: ["information-security-agreement"],
      ground: "stated",
    }),
    ...tail,
  })
  .meta({
    id: "Meeting",
    description: "A meeting, round, summit, session or series of contacts: held, planned, declined or only mentioned.",
  });
