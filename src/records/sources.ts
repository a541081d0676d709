import { collection, type Collection } from "../collection.ts";
import type { SourceCriteria } from "../generated/criteria.ts";
import { ids, below } from "../generated/ids.ts";
import { fields, json } from "../generated/sources.ts";
import type { Source, SourceId } from "../generated/types.ts";

/** All sources: the five articles and the pages consulted. */
export const sources: Collection<SourceId, Source, SourceCriteria> = /* @__PURE__ */ collection(json, fields, { ids, below });
