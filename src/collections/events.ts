import type { EventCriteria } from "../generated/criteria.ts";
import { json } from "../generated/events.ts";
import { eventFields } from "../generated/fields.ts";
import type { Event, EventId } from "../generated/types.ts";
import { vocabulary } from "../generated/vocabulary.ts";
import { toCollection, type Collection } from "./collection.ts";

/** All events other than meetings, visits and agreements, such as a war or a protest. */
export const events: Collection<EventId, Event, EventCriteria> = /* @__PURE__ */ toCollection({
  kind: "event",
  records: json,
  fields: eventFields,
  vocabulary,
});
