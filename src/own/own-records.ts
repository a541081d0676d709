/** Collections over your own records. */
import { collectionOf } from "../collections/all-collections.ts";
import {
  internalsOf,
  toCollection,
  type Identified,
  type Queryable,
} from "../collections/collection.ts";
import type { Item } from "../criteria/condition.ts";
import type { Criterion, DateCriterion, DateRange } from "../criteria/criterion-types.ts";
import type { Withdrawal } from "../criteria/fields.ts";
import {
  checkName,
  checkOptions,
  describeValue,
  fail,
  isList,
  isPlainObject,
  rejectValue,
} from "../criteria/input-error.ts";
import { oldestFirst, type DateSpan } from "../dates/date-order.ts";
import type * as criteria from "../generated/criteria.ts";
import { pluralOf } from "../generated/fields.ts";
import { withdrawn as bundledWithdrawn } from "../generated/release.ts";
import { followIds, toFollow } from "./follow-ids.ts";
import type { Kind } from "../generated/types.ts";
import { faultsOfRecord, withDays } from "./check-record.ts";
import { completeRecord } from "./complete-record.ts";
import { vocabularyOf } from "./own-vocabulary.ts";
import { toIndexStore } from "./index-store.ts";
import { copyAsJson, NotJsonError } from "../criteria/json-copy.ts";
import { toInvertedTextIndex } from "./inverted-index.ts";

/** Your own records, in the shape of data.json. Every list is optional. */
export interface OwnRecords {
  /** Articles and pages. */
  readonly sources?: readonly Identified[];
  /** Persons. */
  readonly people?: readonly Identified[];
  /** Organizations. */
  readonly organizations?: readonly Identified[];
  /** Places. */
  readonly places?: readonly Identified[];
  /** Topics. */
  readonly topics?: readonly Identified[];
  /** Visits. */
  readonly visits?: readonly Identified[];
  /** Meetings. */
  readonly meetings?: readonly Identified[];
  /** Events. */
  readonly events?: readonly Identified[];
  /** Statements. */
  readonly statements?: readonly Identified[];
  /** Agreements. */
  readonly agreements?: readonly Identified[];
  /** Ids that were withdrawn: criteria and look-ups lead to their successors. */
  readonly withdrawn?: readonly (Identified & Withdrawal)[];
  /** The version, as in data.json. It is not used. */
  readonly version?: string;
  /** Corrections, as in data.json. They are not used. */
  readonly corrections?: readonly unknown[];
  /** Reviews, as in data.json. They are not used. */
  readonly reviews?: readonly unknown[];
}

/** The criteria of a kind, with any id, because the ids are only known at run time. */
export type OwnCriteria<Criteria> = {
  readonly [Field in keyof Criteria]?: DateRange extends Criteria[Field]
    ? DateCriterion
    : Criterion<string>;
};

/** A collection whose ids are only known at run time. */
export interface OwnCollection<Entry extends Identified, Criteria extends object> extends Queryable<
  Entry,
  Criteria
> {
  /** The record with this id, or undefined. */
  get(id: string): Entry | undefined;
  /** Whether there is a record with this id. */
  has(id: string): boolean;
  /** How many records match; without criteria, how many there are. */
  count(criteria?: Criteria | ((record: Entry) => boolean)): number;
  /** How many records there are. */
  readonly size: number;
}

/** The name of a list of records. */
export type OwnListName = Exclude<keyof OwnRecords, "withdrawn" | "version">;

/** The records of one of the lists. */
export type EntryOf<
  Data extends OwnRecords,
  Name extends OwnListName,
> = Data[Name] extends readonly (infer Entry extends Identified)[] ? Entry : Identified;
/** The collection over one of the lists. */
export type CollectionOf<
  Data extends OwnRecords,
  Name extends OwnListName,
  Criteria,
> = OwnCollection<EntryOf<Data, Name>, OwnCriteria<Criteria>>;

/** The ten collections over your own records, by their names. */
export interface OwnCollections<Data extends OwnRecords> {
  /** All sources. */
  readonly sources: CollectionOf<Data, "sources", criteria.SourceCriteria>;
  /** All people. */
  readonly people: CollectionOf<Data, "people", criteria.PersonCriteria>;
  /** All organizations. */
  readonly organizations: CollectionOf<Data, "organizations", criteria.OrganizationCriteria>;
  /** All places. */
  readonly places: CollectionOf<Data, "places", criteria.PlaceCriteria>;
  /** All topics. */
  readonly topics: CollectionOf<Data, "topics", criteria.TopicCriteria>;
  /** All visits. */
  readonly visits: CollectionOf<Data, "visits", criteria.VisitCriteria>;
  /** All meetings. */
  readonly meetings: CollectionOf<Data, "meetings", criteria.MeetingCriteria>;
  /** All events. */
  readonly events: CollectionOf<Data, "events", criteria.EventCriteria>;
  /** All statements. */
  readonly statements: CollectionOf<Data, "statements", criteria.StatementCriteria>;
  /** All agreements. */
  readonly agreements: CollectionOf<Data, "agreements", criteria.AgreementCriteria>;
}

const kinds = Object.keys(pluralOf) as Kind[];
/** What data.json holds: the lists, and what is told of the whole. */
const dataMembers = [
  ...Object.values(pluralOf),
  ...["withdrawn", "version", "corrections", "reviews"],
];

/** At most this many problems are reported at once. */
const reportedProblems = 20;

/** Reads records and collects what is wrong with them. */
class RecordReader {
  readonly problems: string[] = [];
  /** Where each id was first used. */
  readonly #places = new Map<string, string>();

  /** Notes that an id of the bundled records is taken. */
  reserve(id: string, kind: Kind): void {
    this.#places.set(id, `the bundled ${kind}`);
  }

  /** Whether there is a record with an id. */
  has(id: string): boolean {
    return this.#places.has(id);
  }

  /** The frozen copies of the records of a list. */
  readList(kind: Kind, list: unknown): Item[] {
    const name = pluralOf[kind];
    if (!isList(list)) {
      this.problems.push(`${name}: expects a list of records`);
      return [];
    }
    return Array.from(list, (record, i) => this.#read(kind, record, `${name}.${i}`) ?? []).flat();
  }

  #read(kind: Kind, record: unknown, place: string): Item | undefined {
    if (!isPlainObject(record)) {
      this.problems.push(`${place}: expects a record`);
      return undefined;
    }
    try {
      const copy = copyAsJson(withDerivedDays(record)) as Item;
      this.#checkId(copy.id, place);
      for (const { path, message } of faultsOfRecord(kind, copy))
        this.problems.push(`${place}.${path}: ${message}`);
      return copy;
    } catch (error) {
      if (!(error instanceof NotJsonError)) throw error;
      this.problems.push(`${place}: ${error.message}; a record may hold only what JSON can hold`);
      return undefined;
    }
  }

  #checkId(id: unknown, place: string): void {
    if (typeof id !== "string" || id === "") {
      this.problems.push(`${place}: has no id`);
      return;
    }
    const first = this.#places.get(id);
    if (first === undefined) this.#places.set(id, place);
    else
      this.problems.push(`${place}: the id ${describeValue(id)} is used twice, also by ${first}`);
  }
}

/** A record whose dates have their days. */
function withDerivedDays(record: Readonly<Record<string, unknown>>): object {
  const dated = ["date", "published"].filter((name) => isPlainObject(record[name]));
  if (dated.length === 0) return record;
  const days = dated.map((name) => [name, withDays(record[name])] as const);
  return { ...record, ...Object.fromEntries(days) };
}

function throwProblems(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const more = problems.length - reportedProblems;
  const list = problems.slice(0, reportedProblems).join("; ");
  fail(`toCollections: ${list}${more > 0 ? `; and ${more} more` : ""}`);
}

/** Tombstones, by id. */
function readWithdrawn(list: unknown = []): Record<string, Withdrawal> {
  const isTombstone = (one: unknown) =>
    isPlainObject(one) &&
    [one.id, one.reason, one.withdrawnIn].every((text) => typeof text === "string");
  if (!isList(list) || !list.every(isTombstone))
    fail("toCollections: withdrawn: expects a list of { id, reason, withdrawnIn, successor }");
  const tombstones = copyAsJson(list) as readonly (Withdrawal & { readonly id: string })[];
  return Object.fromEntries(tombstones.map((tombstone) => [tombstone.id, tombstone]));
}

const remedy =
  "; bring the record in its list, or take those of the package with { bundled: true }";

/**
 * The records of all kinds, bundled ones first where they are wanted, each kind in the order of its
 * dates.
 */
function readRecords(
  data: Readonly<Record<string, unknown>>,
  withBundled: boolean,
  withdrawn: Readonly<Record<string, Withdrawal>>,
): ReadonlyMap<Kind, readonly Item[]> {
  const bundledOf = (kind: Kind) =>
    withBundled ? ([...collectionOf(kind)] as unknown as Item[]) : [];
  const reader = new RecordReader();
  for (const kind of kinds) for (const { id } of bundledOf(kind)) reader.reserve(id, kind);
  const read = new Map(
    kinds.map((kind) => [kind, reader.readList(kind, data[pluralOf[kind]] ?? [])]),
  );
  throwProblems(reader.problems);
  const follow = toFollow(withdrawn, (id) => reader.has(id));
  const records = new Map<Kind, readonly Item[]>();
  for (const kind of kinds) {
    const isFollowed = Object.keys(withdrawn).length > 0;
    const own = read.get(kind)!.map((one) => (isFollowed ? followIds(kind, one, follow) : one));
    const dateField = kind === "source" ? "published" : "date";
    const dateOf = (record: Item) => record[dateField] as DateSpan | undefined;
    records.set(kind, oldestFirst([...bundledOf(kind), ...own], dateOf));
  }
  return records;
}

/**
 * Collections over your own records, for the same criteria, counts and search. The records are
 * copied, and the copies are frozen. A date that gives only its EDTF gets its earliest and latest
 * day, and the other way round; the id of a record that was withdrawn becomes that of its
 * successor. `checkData` also checks terms, ids and what is missing.
 *
 * @param data - Lists of records, under the names that they have in data.json.
 * @param options - `bundled: true` adds the records of this package.
 * @throws InputError that lists the first twenty problems: no id, an id that is used twice, a value
 * of another type than its field has, a date that its EDTF or the calendar does not allow, or a
 * value that JSON cannot hold.
 * @example toCollections({ people: [{ id: "ann-ames" }] }).people.get("ann-ames")
 */
export function toCollections<const Data extends OwnRecords>(
  data: Data,
  options: { readonly bundled?: boolean } = {},
): OwnCollections<Data> {
  if (!isPlainObject(data))
    rejectValue("toCollections", "an object of lists, such as { statements: [] }", data);
  for (const name of Object.keys(data)) checkName("toCollections", "list", name, dataMembers);
  checkOptions("toCollections", options, ["bundled"]);
  const { bundled = false } = options;
  if (typeof bundled !== "boolean") rejectValue("options.bundled", "true or false", bundled);

  const withdrawn = {
    ...(bundled && bundledWithdrawn),
    ...readWithdrawn((data as OwnRecords).withdrawn),
  };
  const records = readRecords(data, bundled, withdrawn);
  const vocabulary = {
    ...vocabularyOf((kind) => records.get(kind)!, withdrawn),
    ...(!bundled && { remedy }),
  };
  const collections = kinds.map((kind) => [
    pluralOf[kind],
    toCollection({
      kind,
      records: records.get(kind)!,
      fields: internalsOf(collectionOf(kind), "toCollections").fields,
      vocabulary,
      toStore: toIndexStore,
      toTextIndex: toInvertedTextIndex,
      complete: (record) => completeRecord(kind, record),
    }),
  ]);
  // the types of the collections follow from the type of the data, which is not known at run time
  return Object.freeze(Object.fromEntries(collections)) as OwnCollections<Data>;
}
