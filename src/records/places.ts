import { collection, type Collection } from "../collection.ts";
import type { PlaceCriteria } from "../generated/criteria.ts";
import { ids, below } from "../generated/ids.ts";
import { fields, json } from "../generated/places.ts";
import type { Place, PlaceId } from "../generated/types.ts";

/** All places: places, with every name that the sources use; countries are actors too. */
export const places: Collection<PlaceId, Place, PlaceCriteria> = /* @__PURE__ */ collection(json, fields, { ids, below });
