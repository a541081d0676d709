/** The types of records, ids and criteria: no code. */
export type * from "./generated/types.ts";
export type * from "./generated/criteria.ts";
export type { Criterion, DateCriterion } from "./criterion.ts";
export type { Collection, WhereOptions } from "./collection.ts";
