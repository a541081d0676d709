import { collection, type Collection } from "../collection.ts";
import type { VisitCriteria } from "../generated/criteria.ts";
import { ids, below } from "../generated/ids.ts";
import { fields, json } from "../generated/visits.ts";
import type { Visit, VisitId } from "../generated/types.ts";

/** All visits: journeys of a person to the other country. */
export const visits: Collection<VisitId, Visit, VisitCriteria> = /* @__PURE__ */ collection(json, fields, { ids, below });
