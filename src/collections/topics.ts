import type { TopicCriteria } from "../generated/criteria.ts";
import { topicFields } from "../generated/fields.ts";
import { json } from "../generated/topics.ts";
import type { Topic, TopicId } from "../generated/types.ts";
import { vocabulary } from "../generated/vocabulary.ts";
import { toCollection, type Collection } from "./collection.ts";

/** All topics, on two levels. */
export const topics: Collection<TopicId, Topic, TopicCriteria> = /* @__PURE__ */ toCollection({
  kind: "topic",
  records: json,
  fields: topicFields,
  vocabulary,
});
