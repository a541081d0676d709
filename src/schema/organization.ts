import { z } from "zod";
import { entry, spellings } from "./entry.ts";
import { field, ref, vocabulary } from "./field.ts";

const { head, tail } = entry("organization");

export const OrganizationSchema = z
  .strictObject({
    ...head,
    spellings,
    type: field(
      vocabulary("OrganizationType", "The type of organization.", {
        "international-organization": { means: "an organization founded by states" },
        ministry: { means: "a ministry of a state" },
        commission: { means: "a joint commission of states" },
        "negotiation-format": { means: "a permanent group of mediators or negotiators" },
        group: {
          means: "people or companies who are named together and have no body that speaks for them",
        },
      }),
      { description: "The type of organization.", ground: "coded" },
    ),
    country: field(ref("country").optional(), {
      description: "The state that it belongs to. A group has none where that is disputed.",
      ground: "coded",
    }),
    partOf: field(ref("organization").optional(), {
      description: "The larger body that it belongs to.",
      ground: "coded",
    }),
    ...tail,
  })
  .meta({
    typeName: "Organization",
    description:
      "A body or group that acts, speaks or is mentioned. A state is recorded as a place.",
  });
