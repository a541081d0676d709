import { descendants } from "../below.ts";
import { collection, insideOf, type Identified, type Item, type Queryable } from "../collection.ts";
import { expectOne, fail, isPlain, reject } from "../criteria.ts";
import type { Criterion, DateCriterion, DateRange } from "../criterion.ts";
import type * as criteria from "../generated/criteria.ts";
import { plural } from "../generated/links.ts";
import type { Kind } from "../generated/types.ts";
import { collections } from "./resolve.ts";

/** Records of one's own, in the shape of data.json. Every list may be left out. */
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
  /** Statements. */
  readonly statements?: readonly Identified[];
  /** Agreements. */
  readonly agreements?: readonly Identified[];
}

/** The criteria of a kind, with any id: which ids there are is known at run time. */
export type OwnCriteria<Criteria> = {
  readonly [Field in keyof Criteria]?: DateRange extends Criteria[Field] ? DateCriterion : Criterion<string>;
};

/** A collection whose ids are only known at run time. */
export interface OwnCollection<Item extends Identified, Criteria extends object> extends Queryable<Item, Criteria> {
  /** The record with this id, or undefined. */
  get(id: string): Item | undefined;
  /** Whether there is a record with this id. */
  has(id: string): boolean;
  /** How many records match; without criteria, how many there are. */
  count(criteria?: Criteria | ((item: Item) => boolean)): number;
  /** How many records there are. */
  readonly size: number;
}

/** The records of one of the lists. */
export type EntryOf<Data extends OwnRecords, Name extends keyof OwnRecords> = Data[Name] extends readonly (infer Entry extends Identified)[]
  ? Entry
  : Identified;
/** The collection over one of the lists. */
export type CollectionOf<Data extends OwnRecords, Name extends keyof OwnRecords, Criteria> = OwnCollection<
  EntryOf<Data, Name>,
  OwnCriteria<Criteria>
>;

/** The nine collections over one's own records, by the kind of their records. */
export interface OwnCollections<Data extends OwnRecords> {
  /** All sources. */
  readonly source: CollectionOf<Data, "sources", criteria.SourceCriteria>;
  /** All people. */
  readonly person: CollectionOf<Data, "people", criteria.PersonCriteria>;
  /** All organizations. */
  readonly organization: CollectionOf<Data, "organizations", criteria.OrganizationCriteria>;
  /** All places. */
  readonly place: CollectionOf<Data, "places", criteria.PlaceCriteria>;
  /** All topics. */
  readonly topic: CollectionOf<Data, "topics", criteria.TopicCriteria>;
  /** All visits. */
  readonly visit: CollectionOf<Data, "visits", criteria.VisitCriteria>;
  /** All meetings. */
  readonly meeting: CollectionOf<Data, "meetings", criteria.MeetingCriteria>;
  /** All statements. */
  readonly statement: CollectionOf<Data, "statements", criteria.StatementCriteria>;
  /** All agreements. */
  readonly agreement: CollectionOf<Data, "agreements", criteria.AgreementCriteria>;
}

/** Earliest day first, undated last; what is equal stays as it was given. */
function inOrder(records: readonly Item[], field: "date" | "published"): Item[] {
  const day = (record: Item) => {
    const date = record[field] as { earliest?: string | null; latest?: string | null } | undefined;
    return date?.earliest ?? date?.latest ?? "~"; // after every digit
  };
  return [...records].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** What a record holds that JSON cannot. */
class NoJson extends Error {}

/** A frozen copy of what JSON can hold, or undefined in it. `copies` has what was copied so far; null while it is being copied. */
function copyOf(value: unknown, copies: Map<unknown, unknown>): unknown {
  if (typeof value !== "object" || value === null) {
    if (["function", "symbol", "bigint"].includes(typeof value)) throw new NoJson(`holds a ${typeof value}`);
    return value;
  }
  const known = copies.get(value);
  if (known === null) throw new NoJson("holds itself");
  if (known !== undefined) return known;
  copies.set(value, null);
  let copy: unknown;
  if (Array.isArray(value)) copy = Array.from(value, (item) => copyOf(item, copies));
  else {
    if (!isPlain(value)) throw new NoJson(`holds ${Object.prototype.toString.call(value)}`);
    const own: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const member = copyOf(value[key], copies);
      // a plain assignment would set the prototype
      if (key === "__proto__") Object.defineProperty(own, key, { value: member, enumerable: true });
      else own[key] = member;
    }
    copy = own;
  }
  copies.set(value, Object.freeze(copy));
  return copy;
}

const day = /^\d{4}-\d\d-\d\d$/;
const isDay = (text: unknown): boolean => text === null || (typeof text === "string" && day.test(text));

/** The copy of a record, where there can be one; what is wrong with it goes to `problems`. */
function read(record: unknown, place: string, seen: Map<string, string>, problems: string[]): Item | undefined {
  if (!isPlain(record)) {
    problems.push(`${place}: expects a record`);
    return undefined;
  }
  let copy: Item;
  try {
    copy = copyOf(record, new Map()) as Item;
  } catch (error) {
    if (!(error instanceof NoJson || error instanceof RangeError)) throw error;
    problems.push(`${place}: ${error instanceof NoJson ? error.message : "is nested too deeply"}; a record is what JSON can hold`);
    return undefined;
  }
  const id: unknown = copy.id;
  if (typeof id !== "string" || id === "") problems.push(`${place}: has no id`);
  else if (seen.has(id)) problems.push(`${place}: the id ${JSON.stringify(id.slice(0, 80))} is used twice, also by ${seen.get(id)!}`);
  else seen.set(id, place);
  for (const field of ["date", "published"]) {
    const date = copy[field] as { earliest?: unknown; latest?: unknown } | null | undefined;
    if (date && !(isDay(date.earliest) && isDay(date.latest)))
      problems.push(`${place}.${field}: needs its earliest and latest day, each YYYY-MM-DD or null`);
  }
  return copy;
}

/**
 * Collections over records of one's own, for the same criteria, counts and search. The records are copied and the copies
 * frozen. Whether they have the right shape is what `baku-moscow/schema` checks.
 *
 * @param data - Lists of records, under the names that they have in data.json.
 * @param options - `bundled: true` adds the records of this package.
 * @throws CriteriaError that names the records, the first twenty, that have no id, one that is used, a date without days or what JSON cannot hold.
 * @example toCollections({ statements: mine }, { bundled: true }).statement.where({ speakers: "sergey-lavrov" })
 */
export function toCollections<const Data extends OwnRecords>(
  data: Data,
  options: { readonly bundled?: boolean } = {},
): OwnCollections<Data> {
  const kinds = Object.keys(plural) as Kind[];
  const given: unknown = data;
  if (!isPlain(given)) return reject("toCollections", "an object of lists, such as { statements: [] }", given);
  for (const name of Object.keys(given)) expectOne("toCollections", "list", name, Object.values(plural));
  if (!isPlain(options)) reject("toCollections", "an object of options", options);
  for (const name of Object.keys(options)) expectOne("toCollections", "option", name, ["bundled"]);
  if (typeof (options.bundled ?? false) !== "boolean") reject("options.bundled", "true or false", options.bundled);
  const bundled: Partial<Record<Kind, readonly Item[]>> = options.bundled
    ? Object.fromEntries(kinds.map((kind) => [kind, [...collections[kind]]]))
    : {};

  const problems: string[] = [];
  const seen = new Map<string, string>();
  const all = new Map<Kind, Item[]>();
  for (const kind of kinds) for (const record of bundled[kind] ?? []) seen.set(record.id, `the bundled ${kind}`);
  for (const kind of kinds) {
    const name = plural[kind];
    const own: unknown = given[name] ?? [];
    const copies: Item[] = [];
    if (!Array.isArray(own)) problems.push(`${name}: expects a list of records`);
    else
      for (const [i, record] of own.entries()) {
        const copy = read(record, `${name}.${i}`, seen, problems);
        if (copy) copies.push(copy);
      }
    all.set(kind, inOrder([...(bundled[kind] ?? []), ...copies], kind === "source" ? "published" : "date"));
  }
  const more = problems.length - 20;
  if (problems.length > 0) fail(`toCollections: ${problems.slice(0, 20).join("; ")}${more > 0 ? `; and ${more} more` : ""}`);

  const ids: Record<string, readonly string[]> = Object.fromEntries(kinds.map((kind) => [kind, all.get(kind)!.map((record) => record.id)]));
  ids.country = all.get("place")!.flatMap((place) => (place.type === "country" ? [place.id] : []));
  const parents = Object.create(null) as Record<string, string>;
  for (const topic of all.get("topic")!) if (typeof topic.broader === "string") parents[topic.id] = topic.broader;
  for (const place of all.get("place")!)
    if (typeof place.country === "string" && place.country !== place.id) parents[place.id] = place.country;
  const vocabulary = { ids, below: descendants(parents) };
  return Object.freeze(
    Object.fromEntries(kinds.map((kind) => [kind, collection(all.get(kind)! as never, insideOf(collections[kind]).fields, vocabulary)])),
  ) as unknown as OwnCollections<Data>;
}
