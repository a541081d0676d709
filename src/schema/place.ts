import { z } from "zod";
import { entry, spellings } from "./entry.ts";
import { field, ref, vocabulary } from "./field.ts";

export const Precision = vocabulary("Precision", "How exactly a place is known.", {
  venue: { means: "a building or a point", example: "the Lachin border checkpoint" },
  city: { means: "a city or town", example: "Baku" },
  region: { means: "a region, road or sea", example: "the Caspian Sea" },
  country: { means: "only the country is known", example: '"Russia" (001)' },
});

/** A field for the place where something happened. */
export const eventPlace = (description: string) =>
  field(
    z
      .strictObject({
        place: ref("place").meta({ description: "The place.", examples: ["baku"] }),
        precision: Precision,
      })
      .meta({
        typeName: "EventPlace",
        description: "Where something happened, and how exactly that is known.",
      })
      .optional(),
    {
      description,
      example: { place: "baku", precision: "city" },
      ground: "stated",
      key: "place",
      notation: z
        .union([
          ref("place"),
          z
            .strictObject({ place: ref("place"), precision: Precision.optional() })
            .meta({ description: "A place that is known less exactly than its type says." }),
        ])
        .optional(),
    },
  );

const { head, tail } = entry("place");

export const PlaceSchema = z
  .strictObject({
    ...head,
    spellings,
    type: field(
      vocabulary("PlaceType", "The type of place.", {
        country: { means: "a state, which may also speak and act", example: "Azerbaijan" },
        region: { means: "a region within or across states", example: "South Caucasus" },
        city: { means: "a city or town", example: "Baku" },
        road: { means: "a road", example: "the Lachin road" },
        checkpoint: {
          means: "a control point on a border or road",
          example: "the Lachin border checkpoint",
        },
        sea: { means: "a sea", example: "the Caspian Sea" },
        venue: { means: "a building or hall", example: "none in the seeds" },
      }),
      { description: "The type of place.", example: "city", ground: "coded" },
    ),
    country: field(ref("country").optional(), {
      description:
        "The state in which it lies, according to the practice of international " +
        "organizations. A country lies in itself.",
      example: "azerbaijan",
      ground: "coded",
    }),
    coordinates: field(
      z
        .strictObject({
          latitude: z.number().meta({ description: "Degrees north.", examples: [40.38] }),
          longitude: z.number().meta({ description: "Degrees east.", examples: [49.89] }),
        })
        .meta({
          typeName: "Coordinates",
          description: "A point in WGS 84 coordinates, in decimal degrees.",
        })
        .optional(),
      {
        description: "A point within the place.",
        example: { latitude: 40.38, longitude: 49.89 },
        ground: "none",
        criterion: false,
      },
    ),
    ...tail,
  })
  .meta({
    typeName: "Place",
    description: "A place, and every name that its sources use. A country is also an actor.",
  });
