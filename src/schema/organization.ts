import { z } from "zod";
import { entry } from "./entry.ts";
import { field, ref, vocabulary } from "./field.ts";

const { head, tail } = entry("organization");

export const OrganizationSchema = z
  .strictObject({
    ...head,
    type: field(
      vocabulary("OrganizationType", "What sort of body it is.", {
        "international-organization": { means: "founded by states", example: "United Nations" },
        ministry: { means: "a ministry of a state", example: "Ministry of Foreign Affairs of Azerbaijan" },
        commission: { means: "a joint commission of states", example: "the intergovernmental commission (002)" },
        "negotiation-format": { means: "a standing group of mediators or negotiators", example: "OSCE Minsk Group" },
      }),
      { description: "What sort of body it is.", example: "ministry", ground: "coded" },
    ),
    country: field(ref("country").optional(), { description: "The state that it belongs to.", example: "azerbaijan", ground: "coded" }),
    partOf: field(ref("organization").optional(), { description: "The larger body that it belongs to.", example: "osce", ground: "coded" }),
    ...tail,
  })
  .meta({ id: "Organization", description: "A body that acts, speaks or is spoken of; a state stands among the places." });
