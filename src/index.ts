/**
 * Five news articles on the diplomacy between Azerbaijan and Russia in 2022 and 2023, as typed
 * records with the words that support them.
 */
export { agreements } from "./collections/agreements.ts";
export { collections, type Collections } from "./collections/all-collections.ts";
export type {
  CollectionSet,
  EntryIn,
  ListName,
  RecordIn,
  SetOptions,
} from "./collections/collection-set.ts";
export { toPredicate } from "./collections/collection.ts";
export type { Cell, Counts } from "./collections/counts.ts";
export { events } from "./collections/events.ts";
export { meetings } from "./collections/meetings.ts";
export { organizations } from "./collections/organizations.ts";
export { people } from "./collections/people.ts";
export { places } from "./collections/places.ts";
export { sources } from "./collections/sources.ts";
export { statements } from "./collections/statements.ts";
export { topics } from "./collections/topics.ts";
export { visits } from "./collections/visits.ts";
export { InputError } from "./criteria/input-error.ts";
export {
  description as dataset,
  version,
  type DatasetDescription,
  type DatasetSide,
} from "./generated/release.ts";
export { toDateText } from "./outputs/date-words.ts";
export {
  describeValue,
  fieldValues,
  hasEvidence,
  type FieldValue,
  type Remark,
  type TextPart,
  type ValueText,
} from "./outputs/record-text.ts";
export { countBy, type CountField } from "./questions/count-by.ts";
export { evidenceOf, type Support } from "./questions/evidence-of.ts";
export {
  related,
  type Related,
  type RelatedIn,
  type Relation,
  type RelationIn,
} from "./questions/related.ts";
export { changes } from "./questions/changes.ts";
export { corrections, reviews, reviewsOf } from "./questions/record-history.ts";
export {
  positions,
  type Position,
  type PositionLink,
  type SidePositions,
} from "./questions/positions.ts";
export { resolve, withdrawnAs } from "./questions/resolve.ts";
export {
  timeline,
  type TimelineItem,
  type TimelineItemIn,
  type TimelineOptions,
} from "./questions/timeline.ts";
export type * from "./types.ts";
