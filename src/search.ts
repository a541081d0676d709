/** Full-text search over the records: labels, names, gists and quotations. */
import { allRecords } from "./collections/all-collections.ts";
import {
  internalsOf,
  toPredicate,
  type Identified,
  type Queryable,
} from "./collections/collection.ts";
import type { Item } from "./criteria/condition.ts";
import { checkOptions, checkWholeNumber, fail, rejectValue } from "./criteria/input-error.ts";
import type { Misuse } from "./criteria/criterion-types.ts";
import type { DatasetRecord, Statement } from "./generated/types.ts";
import { toTextScan, type TextIndex } from "./text/text-index.ts";
import { marksIn } from "./text/words.ts";

/** A text of a record that holds words of the query. */
export interface Passage {
  /**
   * `label`, `name`, `definition` or `quote`; `gist` for own records whose label does not hold it.
   */
  readonly field: string;
  /** The whole text. */
  readonly text: string;
  /** The article of a quote, whose words it holds. */
  readonly source?: string;
  /** Where the words are: start and end in UTF-16 units, as JavaScript counts. */
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** A record that matches. */
export interface Hit<Entry> {
  /** The record. */
  readonly record: Entry;
  /** Its rank by BM25: only the order of scores means something. */
  readonly score: number;
  /** The texts of the record that hold words of the query, those with the most words first. */
  readonly passages: readonly Passage[];
}

/** How many hits. */
export interface SearchPage {
  /** At most this many hits. Default: 20. */
  readonly limit?: number;
  /** Skip this many hits first. */
  readonly offset?: number;
}

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
> extends SearchPage {
  /** Search only this collection. */
  readonly in: Queryable<Entry, Criteria>;
  /** Search only the records that match, as in `where`. */
  readonly where?: Criteria | ((record: Entry) => boolean);
}

/** Which records, and how many. */
export type SearchOptions<Entry extends Identified, Criteria extends object> =
  SearchEverywhere | SearchInCollection<Entry, Criteria>;

const longestQuery = 1000;

/** The fields that search reads. Your own records need not have them all. */
interface Searchable extends Partial<Pick<Statement, "label" | "gist" | "names" | "evidence">> {
  readonly outlet?: string;
  readonly title?: string;
  readonly definition?: string;
}

interface FieldText {
  readonly field: string;
  readonly text: string;
  readonly source?: string;
}

/** The texts of a record that are searched. */
function textsOf(record: Searchable): FieldText[] {
  const { label, gist, outlet, title, definition, names = [], evidence = [] } = record;
  const quotes = evidence.map(({ quote, source }): [string, FieldText] => [
    quote.exact,
    { field: "quote", text: quote.exact, source },
  ]);
  const texts: [field: string, text: string | undefined][] = [
    ["label", label],
    // the label of a statement holds its gist, after the words that say whose claim it is
    ["gist", gist !== undefined && label?.endsWith(gist) ? undefined : gist],
    ["name", outlet],
    ["name", title],
    ["definition", definition],
    ...[...new Set(names.map(({ text }) => text))].map((text): [string, string] => ["name", text]),
  ];
  const own = texts.flatMap(([field, text]) => (text === undefined ? [] : [{ field, text }]));
  return [...own, ...new Map(quotes).values()];
}

/** The passages of a record that hold words of the query, those with the most words first. */
function passagesOf(record: Searchable, query: string): Passage[] {
  return textsOf(record)
    .map((found) => ({ ...found, marks: marksIn(found.text, query) }))
    .filter(({ marks }) => marks.length > 0)
    .sort((a, b) => b.marks.length - a.marks.length);
}

interface IndexedRecords {
  readonly records: readonly Identified[];
  /** A record of them with every list, and without null. */
  readonly complete: (record: Identified) => Searchable;
  readonly index: TextIndex;
}
const indexes = new WeakMap<object, IndexedRecords>();
const allKinds = {};

/** The texts of a collection, or of all bundled records, indexed when they are first searched. */
function indexOf(collection: Queryable<Identified, never> | undefined): IndexedRecords {
  const key = collection ?? allKinds;
  let indexed = indexes.get(key);
  if (indexed === undefined) {
    const records = collection === undefined ? allRecords() : [...collection];
    const inside = collection && internalsOf(collection, "search");
    const complete = (record: Identified) =>
      (inside?.complete?.(record as Item) ?? record) as Searchable;
    const documents = records.map((record) => textsOf(complete(record)).map(({ text }) => text));
    indexed = { records, complete, index: (inside?.toTextIndex ?? toTextScan)(documents) };
    indexes.set(key, indexed);
  }
  return indexed;
}

function checkQuery(query: unknown): void {
  if (typeof query !== "string") rejectValue("search", "a query as text", query);
  else if (query.length > longestQuery)
    fail(`search: the query has ${query.length} characters, and the limit is ${longestQuery}`);
}

/**
 * The records that hold every word of the query, best first. A word of the query also matches
 * longer words that begin with it and, from four letters on, words with a single typing error. Case
 * and diacritics do not matter.
 *
 * An empty query, or one without a letter or digit, finds nothing.
 *
 * @throws InputError when the query is not text or has more than 1,000 characters, or when an
 * option is not known.
 * @example search("trade turnover", { in: statements, where: { speakers: "sergey-lavrov" } })
 */
export function search<Entry extends Identified = DatasetRecord, Criteria extends object = object>(
  query: string,
  options: SearchOptions<Entry, Criteria> = {},
): Hit<Entry>[] {
  checkOptions("search", options, ["in", "where", "limit", "offset"]);
  checkQuery(query);
  const { in: collection, where, limit = 20, offset = 0 } = options;
  if (collection !== undefined) internalsOf(collection, "search");
  checkWholeNumber("limit", limit);
  checkWholeNumber("offset", offset);
  if (where !== undefined && collection === undefined)
    fail("search: where needs a collection to search in (in: statements)");

  const { records, complete, index } = indexOf(collection);
  const matches = where !== undefined && collection && toPredicate(collection, where);
  const keep = (document: number) => !matches || matches(records[document] as Entry);
  return index
    .search(query, { limit: offset + limit, keep })
    .slice(offset)
    .map(({ document, score }) => {
      const record = records[document] as Entry;
      return toHit(record, score, () => passagesOf(complete(record), query));
    });
}

/**
 * A hit. Its passages are found when they are first read, because that takes longer than the
 * search.
 */
function toHit<Entry extends Identified>(
  record: Entry,
  score: number,
  findPassages: () => Passage[],
): Hit<Entry> {
  let passages: Passage[] | undefined;
  return {
    record,
    score,
    get passages() {
      passages ??= findPassages();
      return passages;
    },
  };
}
