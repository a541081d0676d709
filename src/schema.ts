/**
 * Zod schemas of the published records, for those who check records at run time. Needs `zod` 4, an
 * optional peer.
 */
import { checkName, rejectValue, isList } from "./criteria/input-error.ts";
import * as agreement from "./schema/agreement.ts";
import * as event from "./schema/event.ts";
import * as meeting from "./schema/meeting.ts";
import * as organization from "./schema/organization.ts";
import * as person from "./schema/person.ts";
import * as place from "./schema/place.ts";
import * as source from "./schema/source.ts";
import * as statement from "./schema/statement.ts";
import * as topic from "./schema/topic.ts";
import { schemas } from "./schema/records.ts";
import * as visit from "./schema/visit.ts";

// Each is exported under its own type's name, so that documentation and editors show the name, not
// the expanded type.

/** The schema of a published source. */
export const SourceSchema: typeof source.SourceSchema = source.SourceSchema;
/** The schema of a published person. */
export const PersonSchema: typeof person.PersonSchema = person.PersonSchema;
/** The schema of a published organization. */
export const OrganizationSchema: typeof organization.OrganizationSchema =
  organization.OrganizationSchema;
/** The schema of a published place. */
export const PlaceSchema: typeof place.PlaceSchema = place.PlaceSchema;
/** The schema of a published topic. */
export const TopicSchema: typeof topic.TopicSchema = topic.TopicSchema;
/** The schema of a published visit. */
export const VisitSchema: typeof visit.VisitSchema = visit.VisitSchema;
/** The schema of a published meeting. */
export const MeetingSchema: typeof meeting.MeetingSchema = meeting.MeetingSchema;
/** The schema of a published event. */
export const EventSchema: typeof event.EventSchema = event.EventSchema;
/** The schema of a published statement. */
export const StatementSchema: typeof statement.StatementSchema = statement.StatementSchema;
/** The schema of a published agreement. */
export const AgreementSchema: typeof agreement.AgreementSchema = agreement.AgreementSchema;

/** What is wrong with one of several records. */
export interface RecordProblem {
  /** Its place in the list, from 0. */
  readonly index: number;
  /** The field, as a path: `speakers.0.actor`; empty when it is the record itself. */
  readonly path: string;
  /** What is wrong. */
  readonly message: string;
}

/**
 * Every problem of every record of a list, in order; an empty list when all have the shape of their
 * kind.
 *
 * @param kind - What the records are to be.
 * @throws InputError when there is no such kind, or no list.
 * @example checkRecords("statement", [{ kind: "statement" }]).map(({ path }) => path)
 */
export function checkRecords(
  kind: keyof typeof schemas,
  records: readonly unknown[],
): RecordProblem[] {
  checkName("checkRecords", "kind", kind, Object.keys(schemas));
  if (!isList(records)) rejectValue("checkRecords", "a list of records", records);
  return records.flatMap((record, index) => {
    const { error } = schemas[kind].safeParse(record);
    return (error?.issues ?? []).map(({ path, message }) => ({
      index,
      path: path.join("."),
      message,
    }));
  });
}
