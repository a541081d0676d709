/** Numbers that a source gives. */
import { z } from "zod";
import { field, words } from "./field.ts";

const Quantity = z
  .strictObject({
    value: z.number().meta({ description: "The number.", examples: [135] }),
    unit: words.meta({ description: "What is counted, in English.", examples: ["flights a week"] }),
    asWritten: z
      .string()
      .min(1)
      .meta({
        description: "The words that give the number.",
        examples: ["135 flights are performed between the countries every week"],
      }),
  })
  .meta({ typeName: "Quantity", description: "A number in a claim." });

/** A field for the numbers that are given for a record. */
export const quantities = (description: string) =>
  field(z.array(Quantity), {
    description,
    example: [
      {
        value: 135,
        unit: "flights a week",
        asWritten: "135 flights are performed between the countries every week",
      },
    ],
    ground: "stated",
    key: "asWritten",
    notation: z.array(Quantity).optional(),
    criterion: false,
  });
