/**
 * A collection: all records of a kind. Look-up by id, filter by criteria or predicate, iteration. The data stay JSON
 * until they are first asked for; then they are parsed and frozen, once.
 */
import { expectOne, fail, isPlain, reject, toReader, type Fields, type Vocabulary } from "./criteria.ts";
import { testOf, type Condition, type Row } from "./engine/condition.ts";
import { toStore, type Store } from "./engine/store.ts";

/** Which of the matching records, and in which order. */
export interface WhereOptions {
  /** At most so many: a whole number, 0 or more. */
  readonly limit?: number;
  /** Leave out so many first: a whole number, 0 or more. */
  readonly offset?: number;
  /** By earliest day, undated last. Default: `oldest`, the order in which the collection stands. */
  readonly order?: "oldest" | "newest";
}

/** Anything with an id. */
export interface Identified {
  /** Its name, unique in its collection. */
  readonly id: string;
}

/** A collection, whatever its ids: what functions over collections take. */
export interface Queryable<Item, Criteria extends object> extends Iterable<Item> {
  /**
   * The records that match, in a fresh array of your own.
   *
   * @param criteria - Field names with what each must be, all of which hold; or a predicate.
   * @throws CriteriaError when a field, term, id or date in the criteria is not known, a value is undefined, or an option is wrong.
   */
  where(criteria: Criteria | ((item: Item) => boolean), options?: WhereOptions): Item[];
}

/** All records of one kind, frozen, in order: earliest day first, undated last, then as the sources tell them. */
export interface Collection<Id extends string, Item extends Identified, Criteria extends object> extends Queryable<Item, Criteria> {
  /** The record with this id. A known id always has one; an id that is no literal of the dataset does not compile. */
  get(id: Id): Item;
  /** The record with this id, or undefined: for a string that is only known at run time. */
  get<T extends string>(id: string extends T ? T : never): Item | undefined;
  /** Whether there is a record with this id. */
  has(id: string): id is Id;
  /** How many records match; without criteria, how many there are. */
  count(criteria?: Criteria | ((item: Item) => boolean)): number;
  /** How many records there are. */
  readonly size: number;
}

/** A record as a collection sees it. */
export type Item = Readonly<Record<string, unknown>> & { readonly id: string };
/** Freezes what was read from JSON, and all in it; by for-in, since a list of the values of each object takes three times as long. */
function freeze<T>(value: T): T {
  if (typeof value === "object") {
    Object.freeze(value);
    for (const key in value) freeze(value[key]);
  }
  return value;
}

/** What functions over any collection need to know of it, by the collection. */
export interface Inside {
  readonly store: () => Store;
  readonly fields: Fields;
  readonly conditions: (criteria: unknown) => Condition[];
}
const insides = new WeakMap<object, Inside>();

/** The fields and ids behind a collection. */
export const insideOf = (of: object): Inside => insides.get(of) ?? fail("expects a collection of this package");

/**
 * Criteria as a function of one record, for `filter`, `find` and the like.
 *
 * @throws CriteriaError when the criteria are not known to the collection.
 * @example const onTrade = toPredicate(statements, { topics: "trade-turnover" });
 */
export function toPredicate<Entry extends Identified, Criteria extends object>(
  of: Queryable<Entry, Criteria>,
  criteria: Criteria | ((item: Entry) => boolean),
): (item: Entry) => boolean {
  const tests = insideOf(of).conditions(criteria).map(testOf);
  return (item) => tests.every((test) => test(item as unknown as Row));
}

/**
 * A collection over records.
 *
 * @param records - The records in order: as a JSON array that is parsed and frozen on first touch, or frozen, in a list of its own.
 * @param fields - The fields that criteria can ask for.
 * @param words - The ids of every kind and what lies in what.
 */
export function collection<Id extends string, Entry extends { readonly id: string }, Criteria extends object>(
  records: string | readonly Entry[],
  fields: Fields,
  words: Vocabulary,
): Collection<Id, Entry, Criteria> {
  const conditions = toReader(fields, words);
  let store: Store | undefined;
  let byId: Map<string, Item> | undefined;
  const stored = () =>
    // the list itself is not frozen: V8 reads an element of a frozen list in twice the time, and nobody is given this one
    (store ??= toStore(
      typeof records === "string" ? (JSON.parse(records) as Item[]).map(freeze) : records,
      fields.published ? "published" : "date",
    ));
  const all = () => stored().rows as readonly Item[];
  const index = () => (byId ??= new Map(all().map((item) => [item.id, item])));
  const self = {
    get: (id: string) => index().get(id),
    has: (id: string) => index().has(id),
    where(criteria: unknown, options?: WhereOptions) {
      if (options !== undefined && !isPlain(options)) reject("options", "an object", options);
      for (const key in options) {
        expectOne("options", "option", key, ["limit", "offset", "order"]);
        const value: unknown = options[key as keyof WhereOptions];
        if (value === undefined) continue;
        if (key === "order") expectOne("options", key, value, ["oldest", "newest"]);
        else if (!(Number.isInteger(value) && (value as number) >= 0)) reject(key, "a whole number, 0 or more", value);
      }
      const { limit = Infinity, offset = 0, order } = (options ?? {}) as WhereOptions;
      return stored().select(conditions(criteria), limit, offset, order === "newest");
    },
    count: (criteria: unknown = {}) => stored().count(conditions(criteria)),
    get size() {
      return all().length;
    },
    [Symbol.iterator]: () => all().values(),
  };
  insides.set(self, { store: stored, fields, conditions });
  return Object.freeze(self) as unknown as Collection<Id, Entry, Criteria>;
}
