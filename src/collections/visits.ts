import type { VisitCriteria } from "../generated/criteria.ts";
import { visitFields } from "../generated/fields.ts";
import { json } from "../generated/visits.ts";
import type { Visit, VisitId } from "../generated/types.ts";
import { vocabulary } from "../generated/vocabulary.ts";
import { toCollection, type Collection } from "./collection.ts";

/** All visits of a person to the other country. */
export const visits: Collection<VisitId, Visit, VisitCriteria> = /* @__PURE__ */ toCollection({
  kind: "visit",
  records: json,
  fields: visitFields,
  vocabulary,
});
