import type { Collections } from "../collections/all-collections.ts";
import {
  readSet,
  type CollectionSet,
  type EntryIn,
  type SetOptions,
} from "../collections/collection-set.ts";
import type { DateCriterion } from "../criteria/criterion-types.ts";
import { checkName, rejectValue } from "../criteria/input-error.ts";
import { oldestFirst, type DateSpan } from "../dates/date-order.ts";
import type { Kind } from "../generated/types.ts";

/** What a timeline of some collections may hold. */
export type TimelineItemIn<Set extends CollectionSet> =
  | EntryIn<Set, "visits">
  | EntryIn<Set, "meetings">
  | EntryIn<Set, "agreements">
  | EntryIn<Set, "statements">;

/** What a timeline may hold. */
export type TimelineItem = TimelineItemIn<Collections>;

/** Which part of the timeline, and of what. */
export interface TimelineOptions<Set extends CollectionSet = Collections> extends SetOptions<Set> {
  /** The first day, or the first day of this month or year. */
  readonly from?: string;
  /** The last day, or the last day of this month or year. */
  readonly to?: string;
  /**
   * `possible` (the default): events that may lie between them; `certain`: only events that must.
   */
  readonly match?: "possible" | "certain";
  /** Include statements, each at the date of its meeting. Default: false. */
  readonly statements?: boolean;
}

/**
 * Visits, meetings and agreements in one order: earliest day first, undated last. A date with an
 * open start is placed by its latest day. Those of the same day come in the order visits,
 * meetings, agreements, statements. Records of the kind event are not included.
 *
 * Without `from` and `to` everything is included; with one of them, undated events are not.
 *
 * @throws InputError when `from` or `to` is not a day, month or year, or when an option is wrong.
 * @example timeline({ from: "2022-12", to: "2022-12", match: "certain" }).map(({ label }) => label)
 */
export function timeline<Set extends CollectionSet = Collections>(
  options: TimelineOptions<Set> = {},
): TimelineItemIn<Set>[] {
  const set = readSet(options, "timeline", ["from", "to", "match", "statements"]);
  const { from, to, match, statements: withStatements = false } = options;
  if (match !== undefined) checkName("timeline.match", "term", match, ["possible", "certain"]);
  if (typeof withStatements !== "boolean")
    rejectValue("timeline.statements", "true or false", withStatements);
  const date: DateCriterion = {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(match !== undefined && { match }),
  };
  const criteria = from === undefined && to === undefined ? {} : { date };
  const kinds: readonly Kind[] = ["visit", "meeting", "agreement"];
  const events = (withStatements ? [...kinds, "statement" as const] : kinds).flatMap((kind) =>
    set.ofKind(kind).where(criteria),
  ) as readonly { readonly date?: DateSpan }[];
  // the types of the records follow from the type of the set
  return oldestFirst(events, (event) => event.date) as TimelineItemIn<Set>[];
}
