/** Full-text search, in all kinds or in one collection. */
import { allRecords } from "../collections/all-collections.ts";
import type { Identified, Queryable } from "../collections/collection.ts";
import type { Misuse } from "../criteria/criterion-types.ts";
import { checkOptions, fail } from "../criteria/input-error.ts";
import type { DatasetRecord } from "../generated/types.ts";
import {
  findHits,
  indexRecords,
  searchIn,
  type Hit,
  type IndexedRecords,
  type SearchInOptions,
  type SearchPage,
} from "./search-in.ts";

/** Search all kinds. */
export interface SearchEverywhere extends SearchPage {
  /** No collection. */
  readonly in?: undefined;
  /** It needs a collection. */
  readonly where?: Misuse<"search: `where` needs `in: statements`, or another collection">;
}

/** Search one collection. */
export interface SearchInCollection<
  Entry extends Identified,
  Criteria extends object,
> extends SearchInOptions<Entry, Criteria> {
  /** Search only this collection. */
  readonly in: Queryable<Entry, Criteria>;
}

/** Which records, and how many. */
export type SearchOptions<Entry extends Identified, Criteria extends object> =
  SearchEverywhere | SearchInCollection<Entry, Criteria>;

let everything: IndexedRecords | undefined;

/**
 * The records that hold the words of the query. Those that hold all of them come first, best first;
 * then those that hold a part, with the words that are missing: those with the rarest words first.
 *
 * A word of the query also matches another form of it ("signed" finds "signing"), a longer word
 * that begins with it and, from four letters on, a word with a single typing error. A word with a
 * digit matches only itself. Case, diacritics, hyphens within words, and the script do not matter:
 * Cyrillic and Armenian letters are read as Latin ones. Words of grammar, such as "what did the",
 * are left out of a query that has other words.
 *
 * An empty query, or one without a letter or digit, finds nothing.
 *
 * @throws InputError when the query is not text or has more than 1,000 characters, or when an
 * option is not known.
 * @example search("trade turnover", { in: statements }).map(({ record }) => record.label)
 */
export function search<Entry extends Identified = DatasetRecord, Criteria extends object = object>(
  query: string,
  options: SearchOptions<Entry, Criteria> = {},
): Hit<Entry>[] {
  checkOptions("search", options, ["in", "where", "limit", "offset"]);
  const { in: collection, ...others } = options;
  if (collection !== undefined)
    return searchIn(collection, query, others as SearchInOptions<Entry, Criteria>);
  if (others.where !== undefined)
    fail("search: where needs a collection to search in (in: statements)");
  everything ??= indexRecords(allRecords());
  return findHits(everything, query, others);
}
