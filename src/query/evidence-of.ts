import { CriteriaError } from "../criteria.ts";
import type { Anchor, Certainty, Entry, MeetingId, Outside, SourceId, Statement } from "../generated/types.ts";
import { coded } from "../generated/links.ts";
import { meetings } from "../records/meetings.ts";

/** What one value of a record rests on. */
export interface Support {
  /** JSON Pointer of the value in the record. */
  readonly pointer: string;
  /** `outside`: a page that is not pinned; `coded`: a judgement that rests on the passage. */
  readonly certainty: Certainty | "outside";
  /** The article or page. */
  readonly source: SourceId;
  /** The passage, where it is one. */
  readonly quote?: string;
  /** Where the very words for this value stand, where they are known. */
  readonly anchors: readonly Anchor[];
  /** Why the passage means it, or what the page says. */
  readonly reason?: string;
  /** The meeting whose value a statement takes over, and whose evidence this is. */
  readonly via?: MeetingId;
}

/**
 * What a record rests on, value by value; with a field, only what that field rests on. The date and the place of a statement are those
 * of its meeting: asked for, they rest on what the meeting rests on.
 *
 * @param field - A field's name, which stands for all its values, or a pointer such as `/about/1`.
 * @throws CriteriaError when the record has no such field.
 * @example evidenceOf(statements.get("kavkaza-135-flights-a-week"), "quantities")
 */
export function evidenceOf<Item extends Pick<Entry, "kind" | "evidence" | "outside">>(
  record: Item,
  field?: Exclude<keyof Item & string, "kind"> | `/${string}`,
): Support[] {
  const asked = field === undefined ? undefined : field.startsWith("/") ? field : `/${field}`;
  if (asked !== undefined && !Object.hasOwn(record, asked.split("/")[1]!))
    throw new CriteriaError(`evidenceOf: the record has no field "${asked.split("/")[1]!}"`);
  const wanted = (pointer: string) => asked === undefined || pointer === asked || pointer.startsWith(`${asked}/`);
  const isCoded = (pointer: string) => coded[record.kind]?.includes(pointer.split("/")[1]!) ?? false;
  const passages = record.evidence.flatMap((e) =>
    e.supports.filter(wanted).map((pointer): Support => ({
      pointer,
      certainty: e.certainty === "explicit" && isCoded(pointer) ? "coded" : e.certainty,
      source: e.source,
      quote: e.quote.exact,
      anchors: e.anchors.filter((anchor) => anchor.pointer === pointer),
      ...(e.reason !== undefined && { reason: e.reason }),
    })),
  );
  const pages = record.outside.flatMap((o: Outside) =>
    o.supports
      .filter(wanted)
      .map((pointer): Support => ({ pointer, certainty: "outside", source: o.source, anchors: [], reason: o.finding })),
  );
  const found = [...passages, ...pages];
  const { meeting: id } = record as Partial<Statement>;
  if (found.length > 0 || record.kind !== "statement" || id === undefined || (asked !== "/date" && asked !== "/place")) return found;
  const meeting = meetings.get(id);
  return (meeting as unknown) === undefined
    ? []
    : evidenceOf(meeting, field as "date" | "place").map((support) => ({ ...support, via: id }));
}
