import { z } from "zod";
import { entry, spellings } from "./entry.ts";
import { eventDate } from "./event-date.ts";
import { field, ref, vocabulary, words } from "./field.ts";

export const Level = vocabulary(
  "Level",
  "The rank of an office, or the rank at which a meeting takes place.",
  {
    "head-of-state": { means: "a president or monarch" },
    "head-of-government": { means: "a prime minister" },
    "foreign-minister": { means: "a minister of foreign affairs" },
    ambassador: { means: "an ambassador" },
    commission: { means: "members of a joint commission" },
    unspecified: { means: "the sources do not say" },
  },
);

const officeFields = {
  title: words.meta({ description: "The office in plain English." }),
  organization: ref("organization")
    .optional()
    .meta({ description: "The body that the office heads or serves." }),
  country: ref("country").optional().meta({ description: "The state that the office represents." }),
  level: Level.optional().meta({ description: "The diplomatic rank of the office." }),
};

export const Office = z
  .strictObject(officeFields)
  .meta({ typeName: "Office", description: "An office that a person held at the time." });

const term = (which: string) => eventDate(`When the office ${which}, if a source says so.`);
const TermOfOffice = z
  .strictObject({ ...officeFields, from: term("began"), to: term("ended") })
  .meta({ typeName: "TermOfOffice", description: "An office and when it was held." });

const TermOfOfficeNotation = z
  .strictObject({
    ...officeFields,
    from: term("began").meta()!.notation as z.ZodType,
    to: term("ended").meta()!.notation as z.ZodType,
  })
  .meta({ typeName: "TermOfOfficeNotation", description: "An office and when it was held." });

const { head, tail } = entry("person");

export const PersonSchema = z
  .strictObject({
    ...head,
    spellings,
    country: field(ref("country"), {
      description: "The state for which the person acts.",
      ground: "coded",
    }),
    offices: field(z.array(TermOfOffice), {
      description: "Offices that the person held in the years that the dataset covers.",
      ground: "coded",
      notation: z.array(TermOfOfficeNotation).optional(),
      criterion: false,
    }),
    ...tail,
  })
  .meta({ typeName: "Person", description: "A person who speaks, meets others or is mentioned." });
