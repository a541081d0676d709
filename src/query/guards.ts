import { ids } from "../generated/ids.ts";
import type {
  AgreementId,
  CountryId,
  MeetingId,
  OrganizationId,
  PersonId,
  PlaceId,
  SourceId,
  StatementId,
  TopicId,
  VisitId,
} from "../generated/types.ts";

const known = (kind: string, id: string) => ids[kind]!.includes(id);

/** Whether a string is the id of a source. */
export const isSourceId = (id: string): id is SourceId => known("source", id);
/** Whether a string is the id of a person. */
export const isPersonId = (id: string): id is PersonId => known("person", id);
/** Whether a string is the id of an organization. */
export const isOrganizationId = (id: string): id is OrganizationId => known("organization", id);
/** Whether a string is the id of a place. */
export const isPlaceId = (id: string): id is PlaceId => known("place", id);
/** Whether a string is the id of a country. */
export const isCountryId = (id: string): id is CountryId => known("country", id);
/** Whether a string is the id of a topic. */
export const isTopicId = (id: string): id is TopicId => known("topic", id);
/** Whether a string is the id of a visit. */
export const isVisitId = (id: string): id is VisitId => known("visit", id);
/** Whether a string is the id of a meeting. */
export const isMeetingId = (id: string): id is MeetingId => known("meeting", id);
/** Whether a string is the id of a statement. */
export const isStatementId = (id: string): id is StatementId => known("statement", id);
/** Whether a string is the id of an agreement. */
export const isAgreementId = (id: string): id is AgreementId => known("agreement", id);
