/**
 * From an expanded record and its proof to the published record: everything that follows from the
 * rest.
 */
import { fieldsOf } from "../../src/schema/describe.ts";
import type { Kind } from "../../src/schema/field.ts";
import { schemas } from "../../src/schema/records.ts";
import type { Drafts, PlaceNotation, Published, PublishedRecord } from "../draft.ts";
import type { Expanded, ExpandedRecord, FieldValues } from "../validate/expand.ts";
import type { DeriveContext } from "./derive-context.ts";
import { deriveDate, deriveInnerDate } from "./derive-date.ts";
import { codeOfAgreement, codeOfVisit } from "./derive-event-code.ts";
import { deriveMeeting } from "./derive-meeting.ts";
import { deriveStatement } from "./derive-statement.ts";

type EventPlace = NonNullable<Published["meeting"]["place"]>;
type PlaceType = Published["place"]["type"];

/** How exactly an event is placed by a place of each type. */
const precisionOfType: Readonly<Record<PlaceType, EventPlace["precision"]>> = {
  country: "country",
  city: "city",
  venue: "venue",
  checkpoint: "venue",
  region: "region",
  road: "region",
  sea: "region",
};

function derivePlace({ place, precision }: PlaceNotation, drafts: Drafts): EventPlace {
  const draft = drafts.get(place);
  const type = draft?.kind === "place" ? draft.notation.type : "region";
  return { place, precision: precision ?? precisionOfType[type] };
}

function derivePerson(
  { offices }: Expanded<"person">,
  context: DeriveContext,
): Pick<Published["person"], "offices"> {
  return {
    offices: offices.map(({ from, to, ...office }, i) => {
      const start = deriveInnerDate(context, from, ["offices", i, "from"]);
      const end = deriveInnerDate(context, to, ["offices", i, "to"]);
      return { ...office, ...(start && { from: start }), ...(end && { to: end }) };
    }),
  };
}

function deriveAgreement(
  agreement: Expanded<"agreement">,
  context: DeriveContext,
): Pick<Published["agreement"], "statuses" | "eventCode"> {
  const eventCode = codeOfAgreement(agreement);
  return {
    statuses: agreement.statuses.map(({ value, asOf, ...asserter }, i) => {
      const date = deriveInnerDate(context, asOf, ["statuses", i, "asOf"]);
      return { value, ...(date && { asOf: date }), ...asserter };
    }),
    ...(eventCode && { eventCode }),
  };
}

/** The derived fields of one kind. */
function deriveOfKind(record: ExpandedRecord, context: DeriveContext): object {
  switch (record.kind) {
    case "person":
      return derivePerson(record, context);
    case "place":
      return record.type === "country" ? { country: record.id } : {};
    case "visit":
      return { eventCode: codeOfVisit(record) };
    case "meeting":
      return deriveMeeting(record, context);
    case "statement":
      return deriveStatement(record, context);
    case "agreement":
      return deriveAgreement(record, context);
    default:
      return {};
  }
}

/** The derived fields that several kinds have. */
function deriveCommon(record: ExpandedRecord, context: DeriveContext): object {
  // kinds without these fields have undefined for them
  const { date, place } = record as { date?: Expanded<"visit">["date"]; place?: PlaceNotation };
  return {
    ...(record.kind === "source" &&
      record.published && {
        published: deriveDate(context, record.published, ["published"]),
      }),
    ...(date !== undefined && { date: deriveDate(context, date, ["date"], "/date") }),
    ...(place !== undefined && { place: derivePlace(place, context.drafts) }),
  };
}

/** Fields in the order of the schema, so that the same data give the same bytes. */
function inSchemaOrder(kind: Kind, values: FieldValues): FieldValues {
  const names = [...fieldsOf(kind).keys()].filter((name) => values[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

/**
 * The published record. With problems elsewhere it may not fit its schema; then it is never
 * published.
 */
export function derive(
  expanded: ExpandedRecord,
  context: DeriveContext,
  since: string,
): PublishedRecord {
  const { evidence, outside } = context.proof;
  const values = {
    ...expanded,
    ...deriveCommon(expanded, context),
    ...deriveOfKind(expanded, context),
    since,
    evidence,
    outside,
  };
  // put in order field by field, so TypeScript cannot infer its type
  return inSchemaOrder(expanded.kind, values) as PublishedRecord;
}

/**
 * Checks a published record against its own schema; a mismatch is a fault of the build, not of the
 * data.
 */
export function parsePublished<K extends Kind>(kind: K, record: Published[K]): Published[K] {
  const result = schemas[kind].safeParse(record);
  if (!result.success)
    throw new Error(
      `compile built a ${kind} that its own schema refuses, ${record.id}: ${result.error.message}`,
    );
  return record;
}
