/**
 * A collection: all records of a kind. Look-up by id, filter by criteria or predicate, iteration.
 * The records stay JSON until they are first needed; then they are parsed and frozen, once.
 */
import { testOf, type Condition, type Item } from "../criteria/condition.ts";
import type { Fields, Vocabulary, Withdrawal } from "../criteria/fields.ts";
import { checkName, checkOptions, checkWholeNumber, fail } from "../criteria/input-error.ts";
import { toCriteriaReader } from "../criteria/read-criteria.ts";
import { freezeDeeply } from "./freeze-deeply.ts";
import { followTombstones } from "../criteria/tombstones.ts";
import type { TextIndexFactory } from "../text/text-index.ts";
import { toScanStore, type Page, type Store, type StoreFactory } from "./store.ts";

/** Which of the matching records, and in which order. */
export interface WhereOptions {
  /** At most this many: a whole number, 0 or more. */
  readonly limit?: number;
  /** Skip this many first: a whole number, 0 or more. */
  readonly offset?: number;
  /**
   * By earliest day, undated last; a date with an open start by its latest day. Default: `oldest`,
   * the order of the collection.
   */
  readonly order?: "oldest" | "newest";
}

/** Anything with an id. */
export interface Identified {
  /** Its name, unique in its collection. */
  readonly id: string;
}

/** A collection, whatever its ids: what functions over collections take. */
export interface Queryable<Entry, Criteria extends object> extends Iterable<Entry> {
  /**
   * The records that match, in a new array.
   *
   * @param criteria - Field names with the values that each must have; all of them must hold. Or a
   * predicate.
   * @throws InputError when a field, term, id or date in the criteria is not known, when a value is
   * undefined, or when an option is wrong.
   */
  where(criteria: Criteria | ((record: Entry) => boolean), options?: WhereOptions): Entry[];
}

/**
 * All records of one kind, frozen: earliest day first, undated last, then in the order of the
 * sources.
 */
export interface Collection<
  Id extends string,
  Entry extends Identified,
  Criteria extends object,
> extends Queryable<Entry, Criteria> {
  /**
   * The record with this id, or undefined: for a string that is only known at run time. An id that
   * was withdrawn leads to its successor.
   */
  get<T extends string>(id: string extends T ? T : never): Entry | undefined;
  // the last overload is the one whose error the compiler prints, with the nearest id
  /**
   * The record with this id. A known id always has a record; a literal that is not a known id does
   * not compile.
   */
  get(id: Id): Entry;
  /**
   * Whether `get` has a record for this id: of its own, or of its successor. It narrows the type of
   * the id.
   */
  has(id: string): id is Id;
  /** How many records match; without criteria, how many there are. */
  count(criteria?: Criteria | ((record: Entry) => boolean)): number;
  /** How many records there are. */
  readonly size: number;
}

/** What functions over any collection need to know about it. */
export interface Internals {
  /** The kind of its records. */
  readonly kind: string;
  readonly fields: Fields;
  readonly store: () => Store;
  readonly readCriteria: (criteria: unknown) => Condition[];
  /** How its texts are indexed; undefined: they are scanned. */
  readonly toTextIndex: TextIndexFactory | undefined;
  /** Ids that were withdrawn. */
  readonly withdrawn: Readonly<Record<string, Withdrawal>>;
  /** A record with every list that its kind has, and without null; undefined: they all are so. */
  readonly complete: ((record: Item) => Item) | undefined;
}
const internals = new WeakMap<object, Internals>();

/** What is behind a collection. It throws an InputError for anything else, naming the caller. */
export function internalsOf(collection: unknown, caller: string): Internals {
  const isObject = typeof collection === "object" && collection !== null;
  return (
    (isObject ? internals.get(collection) : undefined) ??
    fail(`${caller}: expects a collection, such as statements`)
  );
}

/**
 * Criteria as a function of one record, for `filter`, `find` and the like.
 *
 * @throws InputError when the collection does not know the criteria.
 * @example [...statements].filter(toPredicate(statements, { topics: "trade-turnover" })).length
 */
export function toPredicate<Entry extends Identified, Criteria extends object>(
  collection: Queryable<Entry, Criteria>,
  criteria: Criteria | ((record: Entry) => boolean),
): (record: Entry) => boolean {
  const tests = internalsOf(collection, "toPredicate").readCriteria(criteria).map(testOf);
  return (record) => tests.every((test) => test(record as unknown as Item));
}

const everything: Page = { limit: Infinity, offset: 0, order: "oldest" };

/** Reads the options of `where`. */
export function readPage(options: unknown): Page {
  checkOptions("options", options, ["limit", "offset", "order"]);
  const { limit, offset = 0, order = "oldest" } = options as WhereOptions;
  if (limit !== undefined) checkWholeNumber("limit", limit);
  checkWholeNumber("offset", offset);
  checkName("options", "order", order, ["oldest", "newest"]);
  return { limit: limit ?? everything.limit, offset, order };
}

/** What a collection is made of. */
export interface CollectionParts<Entry> {
  readonly kind: string;
  /**
   * In the order of the collection: a JSON array, which is parsed and frozen on first use, or
   * frozen records.
   */
  readonly records: string | readonly Entry[];
  /** The fields of its records. */
  readonly fields: Fields;
  /** The ids that criteria may use. */
  readonly vocabulary: Vocabulary;
  /** How questions are answered. Default: by a scan. */
  readonly toStore?: StoreFactory;
  /** How texts are searched. Default: by a scan. */
  readonly toTextIndex?: TextIndexFactory;
  /** Completes a record. Default: records are complete. */
  readonly complete?: (record: Item) => Item;
}

/** A collection over records. */
export function toCollection<Id extends string, Entry extends Identified, Criteria extends object>(
  parts: CollectionParts<Entry>,
): Collection<Id, Entry, Criteria> {
  const { kind, records, fields, vocabulary, toStore = toScanStore, toTextIndex, complete } = parts;
  const readCriteria = toCriteriaReader(fields, vocabulary);
  let madeStore: Store | undefined;
  let madeIds: ReadonlyMap<string, Item> | undefined;

  const store = (): Store => {
    madeStore ??= toStore(
      (typeof records === "string"
        ? freezeDeeply(JSON.parse(records) as Item[])
        : records) as readonly Item[],
      fields.published ? "published" : "date",
    );
    return madeStore;
  };
  const byId = () => (madeIds ??= new Map(store().records.map((record) => [record.id, record])));

  const { withdrawn = {} } = vocabulary;
  const find = (id: string) => followTombstones(id, (other) => byId().get(other), withdrawn);

  const collection = {
    get: find,
    has: (id: string) => find(id) !== undefined,
    where: (criteria: unknown, options?: unknown) => {
      const page = options === undefined ? everything : readPage(options);
      return store().select(readCriteria(criteria), page);
    },
    count: (criteria: unknown = {}) => store().count(readCriteria(criteria)),
    get size() {
      return store().records.length;
    },
    [Symbol.iterator]: () => store().records.values(),
  };
  internals.set(collection, {
    ...{ kind, fields, store, readCriteria, toTextIndex },
    ...{ complete, withdrawn },
  });
  // the typed interface is a view of the untyped object: ids and criteria are known to the compiler
  // only
  return Object.freeze(collection) as unknown as Collection<Id, Entry, Criteria>;
}
