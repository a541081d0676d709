/** What Azerbaijan and Russia said to each other in 2022 and 2023, and the agreements they name, with the words that prove it. */
export { agreements } from "./records/agreements.ts";
export { meetings } from "./records/meetings.ts";
export { organizations } from "./records/organizations.ts";
export { people } from "./records/people.ts";
export { places } from "./records/places.ts";
export { sources } from "./records/sources.ts";
export { statements } from "./records/statements.ts";
export { topics } from "./records/topics.ts";
export { visits } from "./records/visits.ts";
export { toPredicate } from "./collection.ts";
export { CriteriaError } from "./criteria.ts";
export { version } from "./generated/ids.ts";
export { countBy, type Cell, type CountField, type Counts } from "./query/count-by.ts";
export { evidenceOf, type Support } from "./query/evidence-of.ts";
export {
  isAgreementId,
  isCountryId,
  isMeetingId,
  isOrganizationId,
  isPersonId,
  isPlaceId,
  isSourceId,
  isStatementId,
  isTopicId,
  isVisitId,
} from "./query/guards.ts";
export {
  toCollections,
  type CollectionOf,
  type EntryOf,
  type OwnCollection,
  type OwnCollections,
  type OwnCriteria,
  type OwnRecords,
} from "./query/own-records.ts";
export { related, type Related, type Relation } from "./query/related.ts";
export { collections, resolve, withdrawnAs, type Collections } from "./query/resolve.ts";
export { timeline, type TimelineItem, type TimelineOptions } from "./query/timeline.ts";
export type * from "./types.ts";
