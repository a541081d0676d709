import type { MeetingCriteria } from "../generated/criteria.ts";
import { meetingFields } from "../generated/fields.ts";
import { json } from "../generated/meetings.ts";
import type { Meeting, MeetingId } from "../generated/types.ts";
import { vocabulary } from "../generated/vocabulary.ts";
import { toCollection, type Collection } from "./collection.ts";

/** All meetings: held, planned, declined or only mentioned. */
export const meetings: Collection<MeetingId, Meeting, MeetingCriteria> =
  /* @__PURE__ */ toCollection({
    kind: "meeting",
    records: json,
    fields: meetingFields,
    vocabulary,
  });
