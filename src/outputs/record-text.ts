/** Records and their values in words, for terminals and pages. */
import { bundledSet, type RecordSet } from "../collections/collection-set.ts";
import { fail, isPlainObject, rejectValue } from "../criteria/input-error.ts";
import { copyAsJson, NotJsonError } from "../criteria/json-copy.ts";
import { toDateText } from "../dates/date-text.ts";
import type { DatasetRecord, Entry, EventDate, Office } from "../generated/types.ts";

/** Fields that a view of a record shows in a place of their own, or not at all. */
const fieldsShownApart: ReadonlySet<string> = new Set([
  "kind",
  "id",
  "label",
  "gist",
  "credit",
  "names",
  "spellings",
  "evidence",
  "outside",
  "accounts",
  "since",
  "note",
  "externalIds",
]);

/** One value of a field; a list has one for each item. */
export interface FieldValue {
  /** The name of the field. */
  readonly name: string;
  /** JSON Pointer of the value in the record. */
  readonly pointer: string;
  /** The value, or one item of a list. */
  readonly value: unknown;
}

/**
 * The values of a record in the order of its fields, without those that are shown apart.
 *
 * @throws InputError when it is not a record.
 * @example fieldValues(people.get("sergey-lavrov")).map(({ pointer }) => pointer)
 */
export function fieldValues(record: DatasetRecord): FieldValue[] {
  if (!isPlainObject(record) || typeof record.id !== "string")
    rejectValue("fieldValues", "a record", record);
  return Object.entries(record)
    .filter(([name]) => !fieldsShownApart.has(name))
    .flatMap(([name, value]: [string, unknown]) =>
      Array.isArray(value)
        ? value.map((item: unknown, i) => ({ name, pointer: `/${name}/${i}`, value: item }))
        : [{ name, pointer: `/${name}`, value }],
    );
}

/**
 * Whether the fields of a record rest on passages or pages; sources and topics rest on none.
 *
 * @throws InputError when it is not a record.
 * @example hasEvidence(topics.get("mines"))
 */
export function hasEvidence(record: DatasetRecord): record is Entry {
  if (!isPlainObject(record)) rejectValue("hasEvidence", "a record", record);
  return record.kind !== "source" && record.kind !== "topic";
}

/** The label of the record with this id, or the id itself. */
export function labelOf(id: string, set: RecordSet = bundledSet): string {
  return set.find(id)?.complete.label ?? id;
}

/** A text that may name a record. */
export interface TextPart {
  /** The words. */
  readonly text: string;
  /** The id of the record that the text names. */
  readonly id?: string;
}

/** A remark on a value, such as how it is known. */
export interface Remark extends TextPart {
  /** What the remark says something about. */
  readonly about:
    | "account"
    | "basis"
    | "certainty"
    | "date"
    | "match"
    | "office"
    | "precision"
    | "reason"
    | "role"
    | "side"
    | "source"
    | "statement"
    | "text"
    | "use"
    | "written";
}

/** A value in words. */
export interface ValueText {
  /** What the value is. */
  readonly parts: readonly TextPart[];
  /** What is known about the value, such as the office of a person on that day. */
  readonly remarks: readonly Remark[];
}

type Members = Readonly<Record<string, unknown>>;

/** A text as a part; an id with the label of its record. */
function toPart(value: unknown): TextPart {
  const text = String(value);
  const label = bundledSet.find(text)?.record.label;
  return label === undefined ? { text } : { text: label, id: text };
}

/** A remark, when there is something to remark. */
function remark(about: Remark["about"], value: unknown): Remark[] {
  return value === undefined ? [] : [{ about, ...toPart(value) }];
}

/** An office in words: "Minister of Foreign Affairs of Russia". */
export function officeText(
  { title, country }: Pick<Office, "title" | "country">,
  set?: RecordSet,
): string {
  return country === undefined ? title : `${title} of ${labelOf(country, set)}`;
}

function describeDate({ edtf, basis, asWritten, reason }: EventDate): ValueText {
  return {
    parts: [{ text: toDateText({ edtf }) }],
    remarks: [
      ...remark("basis", basis),
      ...remark("written", asWritten),
      ...remark("reason", reason),
    ],
  };
}

function describeActor(value: Members, id: unknown): ValueText {
  const { office, side, basis, certainty, role, asWritten } = value;
  return {
    parts: [toPart(id)],
    remarks: [
      ...remark("office", office && officeText(office as Office)),
      ...remark("side", side === id ? undefined : side),
      ...remark("basis", basis),
      ...remark("certainty", certainty === "explicit" ? undefined : certainty),
      ...remark("role", role),
      ...remark("written", asWritten),
    ],
  };
}

/** The objects that fields hold, each recognized by a member that only it has. */
const objectDescriptions: readonly (readonly [
  member: string,
  describe: (value: Members) => ValueText,
])[] = [
  // the member tells which published type the object has
  ["edtf", (value) => describeDate(value as unknown as EventDate)],
  [
    "stance",
    ({ actor, stance, in: statement }) => ({
      parts: [toPart(actor)],
      remarks: [...remark("role", stance), ...remark("statement", statement)],
    }),
  ],
  [
    "held",
    ({ source, actor, held }) => ({
      parts: [toPart(source)],
      remarks: [
        ...remark("account", actor),
        ...remark("text", held === true ? "in the dataset" : "only cited"),
      ],
    }),
  ],
  ["actor", (value) => describeActor(value, value.actor)],
  ["person", (value) => describeActor(value, value.person)],
  [
    "place",
    ({ place, precision }) => ({
      parts: [toPart(place)],
      remarks: remark("precision", precision),
    }),
  ],
  // on whose account words rest, when the article does not say it
  ["basis", ({ basis }) => ({ parts: [toPart(basis)], remarks: [] })],
  [
    "title",
    (value) => ({ parts: [{ text: officeText(value as unknown as Office) }], remarks: [] }),
  ],
  [
    "unit",
    ({ value, unit, asWritten }) => ({
      parts: [{ text: `${String(value)} ${String(unit)}` }],
      remarks: remark("written", asWritten),
    }),
  ],
  [
    "cameo",
    ({ cameo, plover = "none", relation }) => ({
      parts: [{ text: `CAMEO ${String(cameo)}, PLOVER ${String(plover)}` }],
      remarks: remark("match", relation),
    }),
  ],
  [
    "type",
    ({ type, statement, reason }) => ({
      parts: [{ text: String(type) }, toPart(statement)],
      remarks: remark("reason", reason),
    }),
  ],
  [
    "agreement",
    ({ agreement, reason }) => ({ parts: [toPart(agreement)], remarks: remark("reason", reason) }),
  ],
  [
    "words",
    ({ words, as }) => ({ parts: [{ text: `“${String(words)}”` }], remarks: remark("use", as) }),
  ],
  [
    "by",
    ({ value, asOf, by, statement }) => ({
      parts: [toPart(value)],
      remarks: [
        ...remark("date", asOf && toDateText(asOf as EventDate)),
        ...remark("source", by),
        ...remark("statement", statement),
      ],
    }),
  ],
];

function describeJson(value: unknown): ValueText {
  if (typeof value !== "object" || value === null) return { parts: [toPart(value)], remarks: [] };
  const members = value as Members;
  const known = objectDescriptions.find(([member]) => members[member] !== undefined);
  if (known !== undefined) return known[1](members);
  const parts = Object.entries(members).flatMap(([name, inner]) => [
    { text: name },
    ...describeJson(inner).parts,
  ]);
  return { parts, remarks: [] };
}

/**
 * A value of a record in words, for terminals and pages: what it is, and remarks such as how it is
 * known.
 *
 * @throws InputError when JSON cannot hold the value, or when a date in it cannot be read.
 * @example describeValue(statements.get("kavkaza-135-flights-a-week").speakers[0]).parts[0]?.text
 */
export function describeValue(value: unknown): ValueText {
  try {
    return describeJson(copyAsJson(value));
  } catch (error) {
    if (error instanceof NotJsonError || error instanceof RangeError)
      return fail(`describeValue: the value ${error.message}; it takes a value of a record`);
    throw error;
  }
}
