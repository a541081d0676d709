/** The types of records, ids and criteria: no code. */
export type * from "./generated/types.ts";
export type * from "./generated/criteria.ts";
export type { AllOf, Criterion, DateCriterion, DateRange, NoneOf } from "./criterion.ts";
export type { Collection, Identified, Queryable, WhereOptions } from "./collection.ts";
