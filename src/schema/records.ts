/**
 * The schemas of the ten kinds in one table. The compiler, the codebook and the public entry point
 * go through it.
 */
import type { z } from "zod";
import { AgreementSchema } from "./agreement.ts";
import { EventSchema } from "./event.ts";
import type { Kind } from "./field.ts";
import { MeetingSchema } from "./meeting.ts";
import { OrganizationSchema } from "./organization.ts";
import { PersonSchema } from "./person.ts";
import { PlaceSchema } from "./place.ts";
import { SourceSchema } from "./source.ts";
import { StatementSchema } from "./statement.ts";
import { TopicSchema } from "./topic.ts";
import { VisitSchema } from "./visit.ts";

export const schemas = {
  source: SourceSchema,
  person: PersonSchema,
  organization: OrganizationSchema,
  place: PlaceSchema,
  topic: TopicSchema,
  visit: VisitSchema,
  meeting: MeetingSchema,
  event: EventSchema,
  statement: StatementSchema,
  agreement: AgreementSchema,
} satisfies Record<Kind, z.ZodObject>;

/**
 * The name of each kind's collection. Its files, its module and its key in data.json have this name
 * too.
 */
export const plural = {
  source: "sources",
  person: "people",
  organization: "organizations",
  place: "places",
  topic: "topics",
  visit: "visits",
  meeting: "meetings",
  event: "events",
  statement: "statements",
  agreement: "agreements",
} as const satisfies Record<Kind, string>;
