/** Full-text search in one collection: labels, names, gists and quotations. */
import {
  internalsOf,
  toPredicate,
  type Identified,
  type Queryable,
} from "../collections/collection.ts";
import type { Item } from "../criteria/condition.ts";
import { checkOptions, checkWholeNumber, fail, rejectValue } from "../criteria/input-error.ts";
import type { Person, Statement } from "../generated/types.ts";
import { toTextScan, type TextIndex, type TextIndexFactory } from "../text/text-index.ts";
import { marksIn, missingWords, queryWords, type QueryWord } from "../text/words.ts";

/** A text of a record that holds words of the query. */
export interface Passage {
  /**
   * `label`, `name`, `spelling`, `definition` or `quote`; `gist` for own records whose label does
   * not hold it.
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
  /** The words of the query that the record does not hold; empty for a record that holds all. */
  readonly missing: readonly string[];
}

/** How many hits. */
export interface SearchPage {
  /** At most this many hits. Default: 20. */
  readonly limit?: number;
  /** Skip this many hits first. */
  readonly offset?: number;
}

/** Which records of a collection, and how many. */
export interface SearchInOptions<
  Entry extends Identified,
  Criteria extends object,
> extends SearchPage {
  /** Search only the records that match, as in `where`. */
  readonly where?: Criteria | ((record: Entry) => boolean);
}

const longestQuery = 1000;

/** The fields that search reads. Your own records need not have them all. */
interface Searchable extends Partial<Pick<Statement, "label" | "gist" | "names" | "evidence">> {
  readonly spellings?: Person["spellings"];
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
  const { label, gist, outlet, title, definition } = record;
  const { names = [], spellings = [], evidence = [] } = record;
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
    ...spellings.map(({ text }): [string, string] => ["spelling", text]),
  ];
  const own = texts.flatMap(([field, text]) => (text === undefined ? [] : [{ field, text }]));
  return [...own, ...new Map(quotes).values()];
}

/** The passages of a record that hold words of the query, those with the most words first. */
function passagesOf(record: Searchable, words: readonly QueryWord[]): Passage[] {
  return textsOf(record)
    .map((found) => ({ ...found, marks: marksIn(found.text, words) }))
    .filter(({ marks }) => marks.length > 0)
    .sort((a, b) => b.marks.length - a.marks.length);
}

/** Records with their texts, indexed. */
export interface IndexedRecords {
  readonly records: readonly Identified[];
  /** A record of them with every list, and without null. */
  readonly complete: (record: Identified) => Searchable;
  readonly index: TextIndex;
}
const indexes = new WeakMap<object, IndexedRecords>();

/** Indexes the texts of some records. */
export function indexRecords(
  records: readonly Identified[],
  toIndex: TextIndexFactory = toTextScan,
  complete: IndexedRecords["complete"] = (record) => record as Searchable,
): IndexedRecords {
  const documents = records.map((record) => textsOf(complete(record)).map(({ text }) => text));
  return { records, complete, index: toIndex(documents) };
}

/** The texts of a collection, indexed when they are first searched. */
function indexOf(collection: Queryable<Identified, never>): IndexedRecords {
  let indexed = indexes.get(collection);
  if (indexed === undefined) {
    const { complete, toTextIndex } = internalsOf(collection, "search");
    const completeOne =
      complete && ((record: Identified) => complete(record as Item) as unknown as Searchable);
    indexed = indexRecords([...collection], toTextIndex, completeOne);
    indexes.set(collection, indexed);
  }
  return indexed;
}

function checkQuery(query: unknown): asserts query is string {
  if (typeof query !== "string") rejectValue("search", "a query as text", query);
  if (query.length > longestQuery)
    fail(`search: the query has ${query.length} characters, and the limit is ${longestQuery}`);
}

/** The page of hits that is wanted, among the records for which `matches` is true. */
export function findHits<Entry extends Identified>(
  { records, complete, index }: IndexedRecords,
  query: unknown,
  { limit = 20, offset = 0 }: SearchPage,
  matches?: (record: Entry) => boolean,
): Hit<Entry>[] {
  checkQuery(query);
  checkWholeNumber("limit", limit);
  checkWholeNumber("offset", offset);
  const words = queryWords(query);
  const keep = (document: number) => matches?.(records[document] as Entry) ?? true;
  return index
    .search(query, { limit: offset + limit, keep })
    .slice(offset)
    .map(({ document, score }) => {
      const record = records[document] as Entry;
      return toHit(record, score, complete(record), words);
    });
}

/**
 * A hit. Its passages and missing words are found when they are first read, because that takes
 * longer than the search.
 */
function toHit<Entry extends Identified>(
  record: Entry,
  score: number,
  complete: Searchable,
  words: readonly QueryWord[],
): Hit<Entry> {
  let passages: Passage[] | undefined;
  let missing: string[] | undefined;
  return {
    record,
    score,
    get passages() {
      passages ??= passagesOf(complete, words);
      return passages;
    },
    get missing() {
      const texts = textsOf(complete).map(({ text }) => text);
      missing ??= missingWords(texts, words);
      return missing;
    },
  };
}

/**
 * The records of one collection that hold words of the query, as `search` finds them. With it a
 * bundler keeps the records of that kind only.
 *
 * @throws InputError as `search` does.
 * @example searchIn(statements, "trade turnover").map(({ record }) => record.label)
 */
export function searchIn<Entry extends Identified, Criteria extends object>(
  collection: Queryable<Entry, Criteria>,
  query: string,
  options: SearchInOptions<Entry, Criteria> = {},
): Hit<Entry>[] {
  internalsOf(collection, "search");
  checkOptions("search", options, ["where", "limit", "offset"]);
  const { where, ...page } = options;
  const matches = where === undefined ? undefined : toPredicate(collection, where);
  checkQuery(query);
  return findHits(indexOf(collection), query, page, matches);
}
