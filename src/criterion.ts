/**
 * What `where` and `count` can be asked of a field: plain JSON, the same for code, the command's flags, a page's
 * address and the citation of a subset. A leaf of types only.
 */

/**
 * What a field must be. A value: equal, or for a list one of its items is. A list: any of them, so an empty one
 * matches nothing. `all`: each of them. `not`: stated, and none of them. `null`: not stated; it may stand in a list.
 *
 * @example statements.where({ speakers: "sergey-lavrov" })
 * @example statements.where({ about: ["minsk-group", "osce"] })
 * @example statements.where({ topics: { all: ["border", "peace-process"] }, meeting: { not: null } })
 */
export type Criterion<Value> =
  | Value
  | null
  | readonly (Value | null)[]
  | { readonly all: readonly Value[] }
  | { readonly not: Value | null | readonly (Value | null)[] };

/**
 * When something happened. An EDTF date is the range that it spans. `possible` (the default) matches what may lie in
 * the range, `certain` only what must; a record without a date matches neither.
 *
 * @example meetings.where({ date: "2022-12" })
 * @example meetings.where({ date: { from: "2022-06", to: "2022-12", match: "certain" } })
 */
export type DateCriterion =
  string | null | { readonly from?: string; readonly to?: string; readonly match?: "possible" | "certain" } | { readonly not: null };
