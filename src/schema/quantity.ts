/** Numbers that a source gives. */
import { z } from "zod";
import { field, words } from "./field.ts";

const Quantity = z
  .strictObject({
    value: z.number().meta({ description: "The number." }),
    unit: words.meta({ description: "What is counted, in English." }),
    asWritten: z.string().min(1).meta({ description: "The words that give the number." }),
  })
  .meta({ typeName: "Quantity", description: "A number in a claim." });

/** A field for the numbers that are given for a record. */
export const quantities = (description: string) =>
  field(z.array(Quantity), {
    description,
    ground: "stated",
    key: "asWritten",
    notation: z.array(Quantity).optional(),
    criterion: false,
  });
