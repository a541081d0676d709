/** Codes of the event ontologies CAMEO and PLOVER, for a record. */
import { z } from "zod";
import { words } from "./field.ts";

const codes = {
  cameo: z
    .string()
    .regex(/^\d{2,4}$/, "expects a CAMEO code, such as 057")
    .meta({ description: "The code in CAMEO." }),
  plover: z
    .string()
    .regex(/^[A-Z]+$/, "expects a PLOVER class, such as AGREE")
    .optional()
    .meta({ description: "The class in PLOVER (2.0 draft), if it has one." }),
  relation: z
    .enum(["exact", "close", "broad", "none"])
    .meta({ description: "How near the meaning of the code is to that of the record." }),
};

export const EventCode = z.strictObject(codes).meta({
  typeName: "EventCode",
  description: "The nearest code in CAMEO and class in PLOVER, and how near they are.",
});

/** What a curator writes where the code of the term misleads. */
export const EventCodeNotation = z.strictObject({
  ...codes,
  reason: words.meta({ description: "Why the code of the term does not fit this record." }),
});

/** What is the same in the field of every kind that has a code. */
export const eventCodeMeta = {
  description:
    "The nearest code in CAMEO and class in PLOVER: that of its term, or one chosen for the " +
    "record where the term alone misleads.",
  ground: "none",
  key: "cameo",
  notation: EventCodeNotation.optional(),
} as const;
