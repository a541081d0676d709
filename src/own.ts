/** Collections over your own records, and the check of them. */
export {
  checkData,
  type CheckedRecords,
  type CheckOptions,
  type DataProblem,
} from "./own/check-data.ts";
export {
  toCollections,
  type CollectionOf,
  type EntryOf,
  type OwnCollection,
  type OwnCollections,
  type OwnCriteria,
  type OwnListName,
  type OwnRecords,
} from "./own/own-records.ts";
export type { Withdrawal } from "./criteria/fields.ts";
