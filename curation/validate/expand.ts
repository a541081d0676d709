/**
 * From notation to the published shape: short forms are written out, absent lists become empty.
 * Nothing is derived.
 */
import { fieldsOf } from "../../src/schema/describe.ts";
import type { FieldDescription } from "../../src/schema/describe.ts";
import type { Kind } from "../../src/schema/field.ts";
import type {
  DateNotation,
  Draft,
  EventCodeNotation,
  Notation,
  OfficeNotation,
  ParticipantNotation,
  PlaceNotation,
  ProvableKind,
  Published,
  SpeakerNotation,
  StatusNotation,
  WrittenDate,
} from "../draft.ts";
import type { Name } from "../locate/names.ts";

/** The fields that a record has in another form until they are derived. */
interface OwnExpanded {
  source: { published?: DateNotation };
  person: { offices: OfficeNotation[] };
  organization: object;
  place: object;
  topic: object;
  visit: { date?: DateNotation; eventCode?: EventCodeNotation };
  event: { date?: DateNotation };
  meeting: {
    date?: DateNotation;
    place?: PlaceNotation;
    participants: ParticipantNotation[];
    eventCode?: EventCodeNotation;
  };
  statement: { speakers: SpeakerNotation[]; eventCode?: EventCodeNotation };
  agreement: {
    date?: DateNotation;
    place?: PlaceNotation;
    statuses: StatusNotation[];
    eventCode?: EventCodeNotation;
  };
}

type PlainFields<K extends Kind> = Omit<
  Published[K],
  keyof OwnExpanded[K] | "since" | "evidence" | "outside" | "names"
>;

/** A record in the published shape, before anything is derived. */
export type Expanded<K extends Kind> = PlainFields<K> &
  OwnExpanded[K] & { readonly names: readonly Name[] };

/** A record whose values are read by the name of their field. */
export type FieldValues = Readonly<Record<string, unknown>>;

/** A date as an object. */
export function expandDate(date: WrittenDate): DateNotation {
  return typeof date === "string" ? { edtf: date } : date;
}

/** A value in its full form: a bare text stands for the key of an object. */
function expandValue(value: unknown, { key, criterion, shape }: FieldDescription): unknown {
  if (typeof value !== "string") return value;
  const isDate = shape.type === "object" && shape.name === "EventDate";
  if (criterion?.by === "date" || isDate) return expandDate(value);
  return key === undefined ? value : { [key]: value };
}

/** Accounts without their evidence, which becomes evidence of the record. */
function expandAccounts({ accounts = [] }: Notation<ProvableKind>): unknown[] {
  return accounts.map(({ field, value, by, page, reason }) => ({
    field,
    value,
    by,
    ...(page !== undefined && { outside: page }),
    ...(reason !== undefined && { reason }),
  }));
}

function expandField(draft: Draft, field: FieldDescription): unknown {
  const value = (draft.notation as FieldValues)[field.name]; // read by the name of the field
  if (Array.isArray(value)) return value.map((item) => expandValue(item, field));
  if (value !== undefined) return expandValue(value, field);
  return field.shape.type === "list" ? [] : undefined;
}

/** A record of any kind in the published shape, without what is proved and derived. */
export type ExpandedRecord = { [K in Kind]: Expanded<K> }[Kind];

/** A draft in the published shape; `names` are those that the build found. */
export function expand(draft: Draft, names: readonly Name[]): ExpandedRecord {
  const record: Record<string, unknown> = { kind: draft.kind, id: draft.id };
  for (const field of fieldsOf(draft.kind).values()) {
    if (field.derived) continue;
    if (field.name === "names") record.names = names.map((name) => ({ ...name }));
    else if (field.name === "accounts") record.accounts = expandAccounts(draft.notation);
    else {
      const value = expandField(draft, field);
      if (value !== undefined) record[field.name] = value;
    }
  }
  // built field by field, so TypeScript cannot infer its type
  return record as ExpandedRecord;
}
