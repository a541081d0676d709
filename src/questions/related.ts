import type { Collections } from "../collections/all-collections.ts";
import {
  readSet,
  type CollectionSet,
  type EntryIn,
  type FoundRecord,
  type RecordIn,
  type RecordSet,
  type SetOptions,
} from "../collections/collection-set.ts";
import type { Field } from "../criteria/fields.ts";
import { fieldsOfKind, pluralOf } from "../generated/fields.ts";
import type { DatasetRecord, Kind } from "../generated/types.ts";

/** One way in which a record refers to others, or others refer to it. */
export interface RelationIn<Set extends CollectionSet> {
  /**
   * `forward`: a field of this record names the others; `inverse`: a field of the others names this
   * record.
   */
  readonly direction: "forward" | "inverse";
  /** The kind of record whose field makes the link. */
  readonly kind: Kind;
  /** The field that makes the link, such as `speakers`, or a member of it, `statuses.statement`. */
  readonly field: string;
  /**
   * How the statements stand to each other, for `relations`: `rejects`; from the other end
   * `rejected-by`.
   */
  readonly type?: string;
  /** The records at the other end, in the order of the field or of their collection. */
  readonly records: readonly RecordIn<Set>[];
}

/** One way in which a record of this package refers to others, or others refer to it. */
export type Relation = RelationIn<Collections>;

/**
 * All that is linked with a record, by kind; `relations` says by which field and in which
 * direction.
 */
export interface RelatedIn<Set extends CollectionSet> {
  /** Linked articles and pages. */
  readonly sources: readonly EntryIn<Set, "sources">[];
  /** Linked persons: participants, speakers, travellers. */
  readonly people: readonly EntryIn<Set, "people">[];
  /** Linked organizations. */
  readonly organizations: readonly EntryIn<Set, "organizations">[];
  /** Linked places and countries. */
  readonly places: readonly EntryIn<Set, "places">[];
  /** Linked topics. */
  readonly topics: readonly EntryIn<Set, "topics">[];
  /** Linked visits. */
  readonly visits: readonly EntryIn<Set, "visits">[];
  /** Linked meetings. */
  readonly meetings: readonly EntryIn<Set, "meetings">[];
  /** Linked events. */
  readonly events: readonly EntryIn<Set, "events">[];
  /** Linked statements: those made at a meeting, by a person, about an agreement. */
  readonly statements: readonly EntryIn<Set, "statements">[];
  /** Linked agreements: outcomes of a meeting, members of a set. */
  readonly agreements: readonly EntryIn<Set, "agreements">[];
  /** Each link separately: the fields of the record first, then those that name it. */
  readonly relations: readonly RelationIn<Set>[];
}

/** All that is linked with a record of this package. */
export type Related = RelatedIn<Collections>;

/** Whether a member of a field says what a field of its own says: the sides of the speakers. */
function isTold(kind: Kind, name: string): boolean {
  return name.endsWith(".side") && fieldsOfKind[kind].sides !== undefined;
}

/** The fields of a kind that hold ids of other records. */
function linksOf(kind: Kind): [name: string, field: Field][] {
  return Object.entries(fieldsOfKind[kind]).filter(
    ([name, { of, criterion }]) =>
      of !== undefined && criterion !== undefined && name !== "id" && !isTold(kind, name),
  );
}

/** An id in a field, and the type of the relation, if it has one. */
interface Link {
  readonly id: string;
  readonly type?: string;
}

/** The ids that a field holds, in itself or in a member of its objects. */
function linksInField(record: DatasetRecord, name: string, field: Field): Link[] {
  const { in: holder = name, key, inverses } = field;
  const value = (record as unknown as Readonly<Record<string, unknown>>)[holder];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => {
    const members = one as Readonly<Record<string, unknown>> | undefined;
    const id = key === undefined ? one : members?.[key];
    if (typeof id !== "string") return [];
    return inverses === undefined ? { id } : { id, type: String(members?.type) };
  });
}

/** Links grouped by the type of their relation; links without a type are one group. */
function groupByType(links: readonly Link[]): Map<string | undefined, string[]> {
  const groups = new Map<string | undefined, string[]>();
  for (const { id, type } of links) groups.set(type, [...(groups.get(type) ?? []), id]);
  return groups;
}

/** A relation with the kinds of the records at its other end. */
type Found = Omit<Relation, "records"> & { readonly found: readonly FoundRecord[] };

function forwardRelations({ kind, record }: FoundRecord, set: RecordSet): Found[] {
  return linksOf(kind).flatMap(([name, field]) => {
    const groups = groupByType(linksInField(record, name, field));
    return [...groups].map(([type, ids]): Found => ({
      direction: "forward",
      kind,
      field: name,
      ...(type !== undefined && { type }),
      found: [...new Set(ids)].filter((id) => id !== record.id).flatMap((id) => set.find(id) ?? []),
    }));
  });
}

/** The records of a kind that name a record in a field, by the inverse of their relation. */
function recordsNaming(
  record: DatasetRecord,
  set: RecordSet,
  [kind, name, field]: readonly [Kind, string, Field],
): Found[] {
  const groups = new Map<string | undefined, FoundRecord[]>();
  for (const other of set.ofKind(kind)) {
    if (other.id === record.id) continue;
    const links = linksInField(other, name, field).filter(({ id }) => id === record.id);
    for (const type of new Set(links.map((link) => link.type))) {
      const inverse = type && field.inverses?.[type];
      const found = { kind, record: other, complete: other };
      groups.set(inverse, [...(groups.get(inverse) ?? []), found]);
    }
  }
  return [...groups].map(([type, found]): Found => ({
    direction: "inverse",
    kind,
    field: name,
    ...(type !== undefined && { type }),
    found,
  }));
}

function inverseRelations({ record }: FoundRecord, set: RecordSet): Found[] {
  return (Object.keys(pluralOf) as Kind[]).flatMap((kind) =>
    linksOf(kind).flatMap(([name, field]) => recordsNaming(record, set, [kind, name, field])),
  );
}

/**
 * All records that a record refers to and all that refer to it. A record is not related to itself.
 *
 * @throws InputError when the collections have no record with the id of this one.
 * @example related(meetings.get("bayramov-lavrov-2022-press-conference")).statements.length
 */
export function related<Set extends CollectionSet = Collections>(
  record: RecordIn<Set>,
  options: SetOptions<Set> = {},
): RelatedIn<Set> {
  const set = readSet(options, "related");
  const start = set.recordLike(record, "related");
  const links = [...forwardRelations(start, set), ...inverseRelations(start, set)].filter(
    ({ found }) => found.length > 0,
  );
  const linked = new Map(
    links.flatMap(({ found }) => found.map(({ record, kind }) => [record, kind] as const)),
  );
  const ofKind = (kind: Kind) =>
    [...linked].filter(([, other]) => other === kind).map(([other]) => other);
  const relations = links.map(({ found, ...link }) => ({
    ...link,
    records: found.map(({ record: other }) => other),
  }));
  const lists = Object.entries(pluralOf).map(([kind, name]) => [name, ofKind(kind as Kind)]);
  // the types of the records follow from the type of the set
  return { ...Object.fromEntries(lists), relations } as RelatedIn<Set>;
}
