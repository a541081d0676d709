/** Collections over your own records. */
export {
  toCollections,
  type CollectionOf,
  type EntryOf,
  type OwnCollection,
  type OwnCollections,
  type OwnCriteria,
  type OwnRecords,
} from "./own/own-records.ts";
