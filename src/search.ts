/** Full-text search over the records: labels, names, gists and quotations. */
export {
  search,
  type SearchEverywhere,
  type SearchInCollection,
  type SearchOptions,
} from "./questions/search-all.ts";
export {
  searchIn,
  type Hit,
  type Passage,
  type SearchInOptions,
  type SearchPage,
} from "./questions/search-in.ts";
export type { Misuse } from "./criteria/criterion-types.ts";
