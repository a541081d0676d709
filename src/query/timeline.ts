import { expectOne, isPlain, reject } from "../criteria.ts";
import { agreements } from "../records/agreements.ts";
import { meetings } from "../records/meetings.ts";
import { statements } from "../records/statements.ts";
import { visits } from "../records/visits.ts";
import type { Agreement, Meeting, Statement, Visit } from "../generated/types.ts";
import type { DateCriterion } from "../criterion.ts";

/** What a timeline may hold. */
export type TimelineItem = Visit | Meeting | Agreement | Statement;

/** Which part of the timeline, and of what. */
export interface TimelineOptions {
  /** From when, as a day, month or year: its first day. */
  readonly from?: string;
  /** Until when, as a day, month or year: its last day, which is still in. */
  readonly to?: string;
  /** `possible` (the default): what may lie between; `certain`: only what must. */
  readonly match?: "possible" | "certain";
  /** Also the statements, each at its meeting's date. Default: no. */
  readonly statements?: boolean;
}

const kindOrder = ["visit", "meeting", "agreement", "statement"];

/**
 * Visits, meetings and agreements in one order: earliest day first, undated last.
 *
 * Without `from` and `to` everything is in it; with one of them, what has no date is not.
 *
 * @throws CriteriaError when `from` or `to` is no day, month or year, or an option is wrong.
 */
export function timeline(options: TimelineOptions = {}): TimelineItem[] {
  if (!isPlain(options)) reject("timeline", "an object of options", options);
  for (const key of Object.keys(options)) expectOne("options", "option", key, ["from", "to", "match", "statements"]);
  const { from, to, match, statements: withStatements = false } = options;
  if (match !== undefined) expectOne("options.match", "term", match, ["possible", "certain"]);
  if (typeof withStatements !== "boolean") reject("options.statements", "true or false", withStatements);
  const ranged = from !== undefined || to !== undefined;
  const date: DateCriterion = { ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...(match && { match }) };
  const criteria = ranged ? { date } : {};
  const items: TimelineItem[] = [
    ...visits.where(criteria),
    ...meetings.where(criteria),
    ...agreements.where(criteria),
    ...(withStatements ? statements.where(criteria) : []),
  ];
  const day = (item: TimelineItem) => (item.date === undefined ? "~" : (item.date.earliest ?? item.date.latest ?? "~"));
  return items
    .map((item, i) => ({ item, i, day: day(item), kind: kindOrder.indexOf(item.kind) }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.kind - b.kind || a.i - b.i))
    .map(({ item }) => item);
}
