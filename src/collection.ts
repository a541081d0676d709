/**
 * A collection: all records of a kind. Look-up by id, filter by criteria or predicate, iteration. The data stay JSON
 * until they are first asked for; then they are parsed and frozen, once.
 */
import { bounds, type Bounds } from "./date.ts";
import { didYouMean } from "./nearest.ts";

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
   * @throws CriteriaError when a field, term, id or date in the criteria is not known, or a value is undefined.
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

/** What a collection knows of a field that criteria can ask for. */
export interface Field {
  /** The member that an object in this field is matched by. */
  readonly key?: string;
  /** The kinds that its ids are of. */
  readonly of?: readonly string[];
  /** The terms of its vocabulary. */
  readonly terms?: readonly string[];
  /** It holds a date. */
  readonly date?: boolean;
}

/** What is the same for all collections of a dataset. */
export interface Vocabulary {
  /** The ids of every kind. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** The topics below a topic, the places in a country. */
  readonly below: Readonly<Record<string, readonly string[]>>;
}

/** A record as a collection sees it. */
export type Item = Readonly<Record<string, unknown>> & { readonly id: string };
type Test = (item: Item) => boolean;

export function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    for (const inner of Object.values(value)) freeze(inner);
    Object.freeze(value);
  }
  return value;
}

/** What `where` and `count` throw when criteria or options cannot be understood; the message says what to write instead. */
export class CriteriaError extends TypeError {
  /** Tells it from other errors, also across copies of the package. */
  override readonly name = "CriteriaError";
}

const fail = (message: string): never => {
  throw new CriteriaError(message);
};
const show = (value: unknown): string =>
  typeof value === "string"
    ? `"${value.slice(0, 80)}"`
    : Array.isArray(value)
      ? "a list"
      : value === null
        ? "null"
        : typeof value === "object"
          ? "an object"
          : String(value);
const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const onlyKeys = (field: string, value: Record<string, unknown>, keys: readonly string[]) => {
  for (const key of Object.keys(value))
    if (!keys.includes(key)) fail(`${field}: no operator "${key}"${didYouMean(key, keys)}; it takes ${keys.join(", ")}`);
};

/** What criteria compare of a value: itself, or the member that its field names. */
const memberOf = (value: unknown, { key }: Field): unknown => (key ? (value as Record<string, unknown>)[key] : value);

/** The values of a field, as criteria see them: no value is not stated. */
export function valuesOf(item: Item, name: string, field: Field): readonly unknown[] {
  const own = item[name];
  const list = own === undefined ? [] : Array.isArray(own) ? (own as unknown[]) : [own];
  return list.map((value) => memberOf(value, field));
}

function dateTest(name: string, criterion: unknown): Test {
  const boundsOf = (item: Item) => item[name] as Bounds | undefined;
  if (criterion === null) return (item) => boundsOf(item) === undefined;
  const range: Record<string, unknown> =
    typeof criterion === "string"
      ? { from: criterion, to: criterion }
      : isPlain(criterion)
        ? criterion
        : fail(`${name}: expects an EDTF date, a range or null, not ${show(criterion)}`);
  if ("not" in range) {
    onlyKeys(name, range, ["not"]);
    return range.not === null ? (item) => boundsOf(item) !== undefined : fail(`${name}: "not" of a date takes only null (stated)`);
  }
  onlyKeys(name, range, ["from", "to", "match"]);
  const edge = (side: "from" | "to") => {
    const edtf = range[side];
    if (edtf === undefined) return side in range ? fail(`${name}.${side} is undefined; leave it out or give an EDTF date`) : null;
    if (typeof edtf !== "string") return fail(`${name}.${side}: expects an EDTF date, not ${show(edtf)}`);
    try {
      return bounds(edtf)[side === "from" ? "earliest" : "latest"];
    } catch (error) {
      return fail(`${name}.${side}: ${(error as Error).message}`);
    }
  };
  const [from, to] = [edge("from"), edge("to")];
  if (from === null && to === null && !("from" in range) && !("to" in range)) fail(`${name}: give from, to or both`);
  if (from !== null && to !== null && from > to) fail(`${name}: from ${from} is after to ${to}`);
  const match = "match" in range ? range.match : "possible";
  if (match === "possible")
    return (item) => {
      const own = boundsOf(item);
      return (
        own !== undefined &&
        (to === null || own.earliest === null || own.earliest <= to) &&
        (from === null || own.latest === null || own.latest >= from)
      );
    };
  if (match === "certain")
    return (item) => {
      const own = boundsOf(item);
      return (
        own !== undefined &&
        (from === null || (own.earliest !== null && own.earliest >= from)) &&
        (to === null || (own.latest !== null && own.latest <= to))
      );
    };
  return fail(`${name}.match: no such way to match ${show(match)}; it is possible or certain`);
}

function fieldTest(name: string, field: Field, criterion: unknown, { ids, below }: Vocabulary): Test {
  const known = field.terms ?? field.of?.flatMap((kind) => ids[kind] ?? []);
  const spreads = field.of?.includes("topic") === true || (field.of?.length === 1 && field.of[0] === "place");
  /** The values that a value stands for: a topic with those below it, a country with its places. */
  const meant = (value: unknown): readonly string[] => {
    if (typeof value !== "string") return fail(`${name}: expects text, a list, null, { all } or { not }, not ${show(value)}`);
    if (known && !known.includes(value)) fail(`${name}: no ${field.terms ? "term" : "record"} ${show(value)}${didYouMean(value, known)}`);
    return [value, ...((spreads && below[value]) || [])];
  };
  const any = (list: readonly unknown[]): Test => {
    const orNotStated = list.includes(null);
    const wanted = new Set<unknown>(list.flatMap((value) => (value === null ? [] : meant(value))));
    return (item) => {
      const own = item[name];
      if (own === undefined) return orNotStated;
      if (!Array.isArray(own)) return wanted.has(memberOf(own, field));
      for (const value of own) if (wanted.has(memberOf(value, field))) return true;
      return orNotStated && own.length === 0;
    };
  };
  if (!isPlain(criterion)) return any(Array.isArray(criterion) ? (criterion as unknown[]) : [criterion]);
  onlyKeys(name, criterion, ["all", "not"]);
  if (Object.keys(criterion).length !== 1) fail(`${name}: give one of all, not`);
  if ("all" in criterion) {
    const sets = Array.isArray(criterion.all)
      ? (criterion.all as unknown[]).map(meant)
      : fail(`${name}.all: expects a list, not ${show(criterion.all)}`);
    return (item) => {
      const own = valuesOf(item, name, field);
      return sets.every((set) => own.some((value) => set.includes(value as string)));
    };
  }
  const none = any(Array.isArray(criterion.not) ? (criterion.not as unknown[]) : [criterion.not]);
  return (item) => valuesOf(item, name, field).length > 0 && !none(item);
}

/** One test for all criteria. */
function compiled(criteria: unknown, fields: Readonly<Record<string, Field>>, vocabulary: Vocabulary): Test {
  if (typeof criteria === "function") return criteria as Test;
  if (!isPlain(criteria)) return fail(`criteria: expects an object or a function, not ${show(criteria)}`);
  const tests = Object.entries(criteria).map(([name, criterion]) => {
    const field = Object.hasOwn(fields, name)
      ? fields[name]!
      : fail(`criteria: no field "${name}"${didYouMean(name, Object.keys(fields))}`);
    if (criterion === undefined) fail(`${name} is undefined; leave it out, or ask for null (not stated)`);
    return field.date ? dateTest(name, criterion) : fieldTest(name, field, criterion, vocabulary);
  });
  return (item) => {
    for (const test of tests) if (!test(item)) return false;
    return true;
  };
}

const whole = (name: string, value: unknown, absent: number): number => {
  if (value === undefined) return absent;
  return typeof value === "number" && Number.isInteger(value) && value >= 0
    ? value
    : fail(`${name}: expects a whole number, 0 or more, not ${show(value)}`);
};

/** Latest earliest day first, undated last; among equals the order stays. */
function newestFirst(items: readonly Item[]): Item[] {
  const day = (item: Item): string => {
    const date = (item.date ?? item.published) as Bounds | undefined;
    return date?.earliest ?? date?.latest ?? "";
  };
  return [...items].sort((a, b) => (day(a) > day(b) ? -1 : day(a) < day(b) ? 1 : 0));
}

/** What functions over any collection need to know of it, by the collection. */
export interface Inside {
  readonly fields: Readonly<Record<string, Field>>;
  readonly vocabulary: Vocabulary;
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
  const { fields, vocabulary } = insideOf(of);
  return compiled(criteria, fields, vocabulary) as unknown as (item: Entry) => boolean;
}

/**
 * A collection over records.
 *
 * @param records - The records in order, as a JSON array that is parsed and frozen on first touch, or as they are.
 * @param fields - The fields that criteria can ask for.
 * @param vocabulary - The ids of every kind and what lies in what.
 */
export function collection<Id extends string, Entry extends { readonly id: string }, Criteria extends object>(
  records: string | readonly Entry[],
  fields: Readonly<Record<string, Field>>,
  vocabulary: Vocabulary,
): Collection<Id, Entry, Criteria> {
  let items: readonly Item[] | undefined;
  let byId: Map<string, Item> | undefined;
  const all = () => (items ??= freeze((typeof records === "string" ? JSON.parse(records) : records) as Item[]));
  const index = () => (byId ??= new Map(all().map((item) => [item.id, item])));
  const self = {
    get: (id: string) => index().get(id),
    has: (id: string) => index().has(id),
    where(criteria: unknown, options: WhereOptions = {}) {
      const { limit, offset, order = "oldest", ...rest } = options;
      for (const key of Object.keys(rest)) fail(`options: no option "${key}"${didYouMean(key, ["limit", "offset", "order"])}`);
      if (!["oldest", "newest"].includes(order)) fail(`order: no such order ${show(order)}; it is oldest or newest`);
      const test = compiled(criteria, fields, vocabulary);
      const start = whole("offset", offset, 0);
      const end = start + whole("limit", limit, Infinity);
      const found: Item[] = [];
      let seen = 0;
      for (const item of order === "newest" ? newestFirst(all()) : all()) {
        if (seen >= end) break;
        if (test(item) && seen++ >= start) found.push(item);
      }
      return found;
    },
    count: (criteria?: unknown) => (criteria === undefined ? all().length : all().filter(compiled(criteria, fields, vocabulary)).length),
    get size() {
      return all().length;
    },
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
  insides.set(self, { fields, vocabulary });
  return Object.freeze(self) as unknown as Collection<Id, Entry, Criteria>;
}
