import { collection, type Collection } from "../collection.ts";
import type { MeetingCriteria } from "../generated/criteria.ts";
import { ids, below } from "../generated/ids.ts";
import { fields, json } from "../generated/meetings.ts";
import type { Meeting, MeetingId } from "../generated/types.ts";

/** All meetings: meetings held, planned, declined or only mentioned. */
export const meetings: Collection<MeetingId, Meeting, MeetingCriteria> = /* @__PURE__ */ collection(json, fields, { ids, below });
