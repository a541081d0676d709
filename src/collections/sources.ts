import type { SourceCriteria } from "../generated/criteria.ts";
import { sourceFields } from "../generated/fields.ts";
import { json } from "../generated/sources.ts";
import type { Source, SourceId } from "../generated/types.ts";
import { vocabulary } from "../generated/vocabulary.ts";
import { toCollection, type Collection } from "./collection.ts";

/** All sources: the five articles, and the pages that were consulted. */
export const sources: Collection<SourceId, Source, SourceCriteria> = /* @__PURE__ */ toCollection({
  kind: "source",
  records: json,
  fields: sourceFields,
  vocabulary,
});
