import { collection, type Collection } from "../collection.ts";
import type { TopicCriteria } from "../generated/criteria.ts";
import { ids, below } from "../generated/ids.ts";
import { fields, json } from "../generated/topics.ts";
import type { Topic, TopicId } from "../generated/types.ts";

/** All topics: subjects, on two levels. */
export const topics: Collection<TopicId, Topic, TopicCriteria> = /* @__PURE__ */ collection(json, fields, { ids, below });
