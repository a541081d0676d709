/** The types of records, ids and criteria: no code. */
export type { Collection, Identified, Queryable, WhereOptions } from "./collections/collection.ts";
export type { Combination } from "./collections/counts.ts";
export type {
  AllOf,
  Criterion,
  DateCriterion,
  DateRange,
  NoneOf,
} from "./criteria/criterion-types.ts";
export type * from "./generated/criteria.ts";
export type * from "./generated/types.ts";
