import type { PlaceCriteria } from "../generated/criteria.ts";
import { placeFields } from "../generated/fields.ts";
import { json } from "../generated/places.ts";
import type { Place, PlaceId } from "../generated/types.ts";
import { vocabulary } from "../generated/vocabulary.ts";
import { toCollection, type Collection } from "./collection.ts";

/** All places, with every name that the sources use. Countries are actors too. */
export const places: Collection<PlaceId, Place, PlaceCriteria> = /* @__PURE__ */ toCollection({
  kind: "place",
  records: json,
  fields: placeFields,
  vocabulary,
});
