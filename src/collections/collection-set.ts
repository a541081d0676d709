/** Ten collections as one set, so that a question across kinds can be asked of any set. */
import type { Item } from "../criteria/condition.ts";
import {
  checkName,
  checkOptions,
  describeValue,
  fail,
  isPlainObject,
  rejectValue,
} from "../criteria/input-error.ts";
import { describeWithdrawal } from "../criteria/tombstones.ts";
import { pluralOf } from "../generated/fields.ts";
import type { DatasetRecord, Kind } from "../generated/types.ts";
import { collections, type AnyCollection, type Collections } from "./all-collections.ts";
import { internalsOf, type Identified } from "./collection.ts";

/** The name of a list of records, such as `statements`. */
export type ListName = keyof Collections;

/** The ten collections by their names: `collections`, or what `toCollections` returned. */
export type CollectionSet = { readonly [Name in ListName]: Iterable<Identified> };

/** The records of one of the collections of a set. */
export type EntryIn<Set extends CollectionSet, Name extends ListName> =
  Set[Name] extends Iterable<infer Entry> ? Entry : never;

/** Any record of a set. */
export type RecordIn<Set extends CollectionSet> = {
  [Name in ListName]: EntryIn<Set, Name>;
}[ListName];

/** Which collections to ask. */
export interface SetOptions<Set extends CollectionSet> {
  /** What `toCollections` returned. Default: the collections of this package. */
  readonly in?: Set;
}

const kinds = Object.keys(pluralOf) as Kind[];

/** A record with its kind, which own records need not hold. */
export interface FoundRecord {
  readonly kind: Kind;
  /** The record itself. */
  readonly record: DatasetRecord;
  /** The same with every list, and without null, so that it can be read as its type says. */
  readonly complete: DatasetRecord;
}

/** A set of collections as functions use it. */
export class RecordSet {
  readonly #collections: Readonly<Record<string, AnyCollection>>;

  constructor(set: CollectionSet) {
    // each function treats the records of a set as those of the package
    this.#collections = set as unknown as Readonly<Record<string, AnyCollection>>;
  }

  /** The collection of a kind. */
  ofKind(kind: Kind): AnyCollection {
    return this.#collections[pluralOf[kind]]!;
  }

  /** The records of a kind, each complete. */
  completeOf<K extends Kind>(kind: K): Extract<DatasetRecord, { kind: K }>[] {
    const records = [...this.ofKind(kind)].map((record) => this.complete(kind, record));
    return records as Extract<DatasetRecord, { kind: K }>[];
  }

  /** A record with every list, and without null. */
  complete(kind: Kind, record: DatasetRecord): DatasetRecord {
    const { complete } = internalsOf(this.ofKind(kind), "complete");
    return complete === undefined ? record : (complete(record as unknown as Item) as never);
  }

  /** The record with an id, of any kind; an id that was withdrawn leads to its successor. */
  find(id: unknown): FoundRecord | undefined {
    if (typeof id !== "string") return undefined;
    for (const kind of kinds) {
      const record = this.ofKind(kind).get(id);
      if (record !== undefined) return { kind, record, complete: this.complete(kind, record) };
    }
    return undefined;
  }

  /**
   * Throws unless an id is among those that a caller may name; it says what became of one that was
   * withdrawn.
   */
  checkId(caller: string, id: unknown, known: readonly string[]): void {
    const { withdrawn } = internalsOf(this.ofKind("topic"), caller);
    const withdrawal = typeof id === "string" ? describeWithdrawal(id, withdrawn) : "";
    const isKnown = typeof id === "string" && known.includes(id);
    if (!isKnown && withdrawal !== "") fail(`${caller}: ${withdrawal}`);
    checkName(caller, "record", id, known);
  }

  /** The record of one kind with an id, complete. */
  get<K extends Kind>(kind: K, id: string): Extract<DatasetRecord, { kind: K }> | undefined {
    const record = this.ofKind(kind).get(id);
    if (record === undefined) return undefined;
    return this.complete(kind, record) as Extract<DatasetRecord, { kind: K }>;
  }

  /**
   * The record of this set with the id of the one that is given, so that nothing needs to check
   * what a caller has made of a record.
   */
  recordLike(record: unknown, caller: string): FoundRecord {
    if (!isPlainObject(record) || typeof record.id !== "string")
      return rejectValue(caller, "a record; get one with resolve(id)", record);
    const id = describeValue(record.id);
    return (
      this.find(record.id) ??
      fail(`${caller}: no record ${id} here; for your own records pass { in: toCollections(…) }`)
    );
  }
}

/** The collections of this package. */
export const bundledSet: RecordSet = /* @__PURE__ */ new RecordSet(collections);

function isCollectionSet(value: unknown): value is CollectionSet {
  return isPlainObject(value) && kinds.every((kind) => Object.hasOwn(value, pluralOf[kind]));
}

/** The set that the options of a function name. */
export function readSet(
  options: unknown,
  caller: string,
  others: readonly string[] = [],
): RecordSet {
  if (typeof options === "number")
    fail(`${caller}: expects options, not ${options}; in map() write (one) => ${caller}(one)`);
  checkOptions(caller, options, ["in", ...others]);
  const { in: set } = options as SetOptions<CollectionSet>;
  if (set === undefined || set === collections) return bundledSet;
  if (!isCollectionSet(set)) return rejectValue(`${caller}.in`, "what toCollections returned", set);
  for (const kind of kinds) internalsOf(set[pluralOf[kind]], `${caller}.in`);
  return new RecordSet(set);
}
