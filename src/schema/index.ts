/** Zod schemas of the published records, for those who check records at run time. Needs `zod` 4, an optional peer. */
import * as agreement from "./agreement.ts";
import * as meeting from "./meeting.ts";
import * as organization from "./organization.ts";
import * as person from "./person.ts";
import * as place from "./place.ts";
import * as source from "./source.ts";
import * as statement from "./statement.ts";
import * as topic from "./topic.ts";
import * as visit from "./visit.ts";

// Each is exported under its own type's name, so that documentation and editors show the name, not the expanded type.

/** The schema of a published source. */
export const SourceSchema: typeof source.SourceSchema = source.SourceSchema;
/** The schema of a published person. */
export const PersonSchema: typeof person.PersonSchema = person.PersonSchema;
/** The schema of a published organization. */
export const OrganizationSchema: typeof organization.OrganizationSchema = organization.OrganizationSchema;
/** The schema of a published place. */
export const PlaceSchema: typeof place.PlaceSchema = place.PlaceSchema;
/** The schema of a published topic. */
export const TopicSchema: typeof topic.TopicSchema = topic.TopicSchema;
/** The schema of a published visit. */
export const VisitSchema: typeof visit.VisitSchema = visit.VisitSchema;
/** The schema of a published meeting. */
export const MeetingSchema: typeof meeting.MeetingSchema = meeting.MeetingSchema;
/** The schema of a published statement. */
export const StatementSchema: typeof statement.StatementSchema = statement.StatementSchema;
/** The schema of a published agreement. */
export const AgreementSchema: typeof agreement.AgreementSchema = agreement.AgreementSchema;
