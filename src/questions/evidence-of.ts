import type { Collections } from "../collections/all-collections.ts";
import type { Identified } from "../collections/collection.ts";
import {
  readSet,
  type CollectionSet,
  type RecordSet,
  type SetOptions,
} from "../collections/collection-set.ts";
import { fail, rejectValue } from "../criteria/input-error.ts";
import { fieldsOfKind } from "../generated/fields.ts";
import type {
  Anchor,
  Certainty,
  Entry,
  MeetingId,
  SourceId,
  Statement,
} from "../generated/types.ts";

/** What one value of a record rests on. */
export interface Support {
  /** JSON Pointer of the value in the record. */
  readonly pointer: string;
  /** `coded`: a judgement that rests on the passage. `outside`: a page that is not pinned. */
  readonly certainty: Certainty | "outside";
  /** The article or page. */
  readonly source: SourceId;
  /** The passage; absent for an outside page. */
  readonly quote?: string;
  /** Where the exact words for this value are, when they are known. */
  readonly anchors: readonly Anchor[];
  /** Why the passage means it, or what the page says. */
  readonly reason?: string;
  /** The meeting from which a statement takes the value, and whose evidence this is. */
  readonly via?: MeetingId;
}

/** A record with evidence: every kind but sources and topics. */
type Provable = Pick<Entry, "kind" | "evidence" | "outside">;
type Wanted = (pointer: string) => boolean;

function fieldOf(pointer: string): string {
  return pointer.split("/")[1]!;
}

function supportsByPassages({ kind, evidence }: Provable, wanted: Wanted): Support[] {
  const isCoded = (pointer: string) => fieldsOfKind[kind][fieldOf(pointer)]?.ground === "coded";
  return evidence.flatMap((passage) =>
    passage.supports.filter(wanted).map((pointer): Support => ({
      pointer,
      certainty: passage.certainty === "explicit" && isCoded(pointer) ? "coded" : passage.certainty,
      source: passage.source,
      quote: passage.quote.exact,
      anchors: passage.anchors.filter((anchor) => anchor.pointer === pointer),
      ...(passage.reason !== undefined && { reason: passage.reason }),
    })),
  );
}

function supportsByPages({ outside }: Provable, wanted: Wanted): Support[] {
  return outside.flatMap(({ source, supports, finding }) =>
    supports.filter(wanted).map((pointer): Support => ({
      pointer,
      certainty: "outside",
      source,
      anchors: [],
      reason: finding,
    })),
  );
}

/** The meeting at which it was said, or at which it was passed on. */
function meetingOf({ meeting, relayedBy }: Statement, set: RecordSet): MeetingId | undefined {
  const meetingsOfRelays = relayedBy.map((relay) => set.get("statement", relay.in)?.meeting);
  return meeting ?? meetingsOfRelays.find((id) => id !== undefined);
}

/**
 * Date and place of a statement are those of its meeting, and rest on what the meeting rests on.
 */
function supportsByMeeting(record: Provable, pointer: string, set: RecordSet): Support[] {
  const isTakenOver = pointer === "/date" || pointer === "/place";
  if (record.kind !== "statement" || !isTakenOver) return [];
  const id = meetingOf(record as Statement, set);
  const meeting = id === undefined ? undefined : set.get("meeting", id);
  if (id === undefined || meeting === undefined) return [];
  return supportsOf(meeting, pointer, set).map((support) => ({ ...support, via: id }));
}

function supportsOf(record: Provable, pointer: string | undefined, set: RecordSet): Support[] {
  const wanted = (other: string) =>
    pointer === undefined || other === pointer || other.startsWith(`${pointer}/`);
  const supports = [...supportsByPassages(record, wanted), ...supportsByPages(record, wanted)];
  if (supports.length > 0 || pointer === undefined) return supports;
  return supportsByMeeting(record, pointer, set);
}

/**
 * What a record rests on, value by value; with a field, only what that field rests on. The date and
 * the place of a statement are those of its meeting: they rest on what the meeting rests on.
 *
 * @param field - The name of a field, for all its values, or a pointer such as `/about/1`.
 * @throws InputError when the record has no evidence or no such field.
 * @example evidenceOf(statements.get("kavkaza-135-flights-a-week"), "quantities")[0]?.certainty
 */
export function evidenceOf<Record extends Identified, Set extends CollectionSet = Collections>(
  record: Record,
  field?: Exclude<keyof Record & string, "kind"> | `/${string}`,
  options: SetOptions<Set> = {},
): Support[] {
  const set = readSet(options, "evidenceOf");
  const { complete, kind } = set.recordLike(record, "evidenceOf");
  if (!("evidence" in complete))
    return fail(`evidenceOf: a ${kind} has no evidence; all kinds but source and topic have`);
  if (field === undefined) return supportsOf(complete, undefined, set);
  if (typeof field !== "string")
    return rejectValue("evidenceOf", "the name of a field or a pointer", field);
  const pointer = field.startsWith("/") ? field : `/${field}`;
  const name = fieldOf(pointer);
  if (!Object.hasOwn(complete, name)) fail(`evidenceOf: the record has no field "${name}"`);
  return supportsOf(complete, pointer, set);
}
