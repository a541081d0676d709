import { agreements } from "../collections/agreements.ts";
import { meetings } from "../collections/meetings.ts";
import { statements } from "../collections/statements.ts";
import { visits } from "../collections/visits.ts";
import type { DateCriterion } from "../criteria/criterion-types.ts";
import { checkName, checkOptions, rejectValue } from "../criteria/input-error.ts";
import { oldestFirst } from "../dates/date-order.ts";
import type { Agreement, Meeting, Statement, Visit } from "../generated/types.ts";

/** What a timeline may hold. */
export type TimelineItem = Visit | Meeting | Agreement | Statement;

/** Which part of the timeline, and of what. */
export interface TimelineOptions {
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
 * Visits, meetings and agreements in one order: earliest day first, undated last. Events of the
 * same day come in the order visits, meetings, agreements, statements.
 *
 * Without `from` and `to` everything is included; with one of them, undated events are not.
 *
 * @throws InputError when `from` or `to` is not a day, month or year, or when an option is wrong.
 */
export function timeline(options: TimelineOptions = {}): TimelineItem[] {
  checkOptions("timeline", options, ["from", "to", "match", "statements"]);
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
  const events: TimelineItem[] = [
    ...visits.where(criteria),
    ...meetings.where(criteria),
    ...agreements.where(criteria),
    ...(withStatements ? statements.where(criteria) : []),
  ];
  return oldestFirst(events, (event) => event.date);
}
