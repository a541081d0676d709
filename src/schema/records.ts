/** The nine kinds in one table: what compile, the codebook and the public entry go through. */
import type { z } from "zod";
import { AgreementSchema } from "./agreement.ts";
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
  statement: StatementSchema,
  agreement: AgreementSchema,
} satisfies Record<Kind, z.ZodObject>;

/** The name of each kind's collection: of its files, its module, its key in data.json. */
export const plural = {
  source: "sources",
  person: "people",
  organization: "organizations",
  place: "places",
  topic: "topics",
  visit: "visits",
  meeting: "meetings",
  statement: "statements",
  agreement: "agreements",
} as const satisfies Record<Kind, string>;
