/**
 * What `where` and `count` can be asked of a field: plain JSON, the same for code, the command's
 * flags, a page's address and the citation of a subset. A leaf of types only.
 */

declare const wayOut: unique symbol;

/** The type of a member that must not be there. The compiler prints the message, which says why. */
export interface Misuse<Message extends string> {
  /** What to write instead. */
  readonly [wayOut]: Message;
}

/** Each of these values: the field has them all. */
export interface AllOf<Value> {
  /** The values; an empty list asks for nothing. */
  readonly all: readonly Value[];
  /** Not beside `all`. */
  readonly not?: Misuse<"a criterion has `all` or `not`; filter the result for the other">;
}

/**
 * The field is stated, and none of its values is this one, or one of these; `null` and an empty
 * list: it is stated.
 */
export interface NoneOf<Value> {
  /** A value, a list of values, or `null`. */
  readonly not: Value | null | readonly (Value | null)[];
  /** Not beside `not`. */
  readonly all?: Misuse<"a criterion has `all` or `not`; filter the result for the other">;
}

/**
 * What a field must be. A value: equal, or for a list one of its items is. A list: any of them, so
 * an empty one matches nothing. `all`: each of them. `not`: stated, and none of them. `null`: not
 * stated; it may be in a list.
 *
 * Each criterion is asked by itself: with `speakers` and `speakers.basis` one speaker may meet the
 * first and another the second. A predicate can ask both of one.
 *
 * @example statements.where({ speakers: "sergey-lavrov" })
 * @example statements.where({ about: ["osce-minsk-group", "osce"] })
 * @example statements.where({ topics: { all: ["border", "peace-process"] }, meeting: { not: null }
 * })
 */
export type Criterion<Value> =
  Value | null | readonly (Value | null)[] | AllOf<Value> | NoneOf<Value>;

/** A range of days. Without `from` and `to` any date lies in it. */
export interface DateRange {
  /** From when, as a day, month or year: its first day. */
  readonly from?: string;
  /** Until when, as a day, month or year: its last day, which is still in. */
  readonly to?: string;
  /**
   * `possible` (the default) matches what may lie in the range, `certain` only what must. A date
   * that is approximate or uncertain is never certain.
   */
  readonly match?: "possible" | "certain";
  /** `null`: not without a date, which is so of every range. */
  readonly not?: null;
}

/**
 * When something happened. An EDTF date (levels 0 and 1; of level 2 sets, parts of a year,
 * unspecified digits and marks on parts) is the range that it spans. `null` is no date,
 * `{ not: null }` any. A record without a date never matches a range.
 *
 * @example meetings.where({ date: "2022-12" })
 * @example meetings.where({ date: { from: "2022-06", to: "2022-12", match: "certain" } })
 */
export type DateCriterion = string | null | DateRange;
