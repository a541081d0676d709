import { z } from "zod";
import { entry, spellings } from "./entry.ts";
import { field, ref, vocabulary } from "./field.ts";

export const Precision = vocabulary("Precision", "How exactly a place is known.", {
  venue: { means: "a building or a point" },
  city: { means: "a city or town" },
  region: { means: "a region, road or sea" },
  country: { means: "only the country is known" },
});

/** A field for the place where something happened. */
export const eventPlace = (description: string) =>
  field(
    z
      .strictObject({
        place: ref("place").meta({ description: "The place." }),
        precision: Precision,
      })
      .meta({
        typeName: "EventPlace",
        description: "Where something happened, and how exactly that is known.",
      })
      .optional(),
    {
      description,
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
        country: { means: "a state, which may also speak and act" },
        region: { means: "a region within or across states" },
        city: { means: "a city or town" },
        road: { means: "a road" },
        checkpoint: { means: "a control point on a border or road" },
        sea: { means: "a sea" },
        venue: { means: "a building or hall" },
      }),
      { description: "The type of place.", ground: "coded" },
    ),
    country: field(ref("country").optional(), {
      description:
        "The state in which it lies, according to the practice of international " +
        "organizations. For a country, its own id.",
      ground: "coded",
    }),
    coordinates: field(
      z
        .strictObject({
          latitude: z.number().meta({ description: "Degrees north." }),
          longitude: z.number().meta({ description: "Degrees east." }),
        })
        .meta({
          typeName: "Coordinates",
          description: "A point in WGS 84 coordinates, in decimal degrees.",
        })
        .optional(),
      {
        description: "A point within the place.",
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
