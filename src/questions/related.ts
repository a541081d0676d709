import { collectionOf } from "../collections/all-collections.ts";
import type { Field } from "../criteria/fields.ts";
import { isPlainObject, rejectValue } from "../criteria/input-error.ts";
import { fieldsOfKind, pluralOf } from "../generated/fields.ts";
import type {
  Agreement,
  DatasetRecord,
  Event,
  Kind,
  Meeting,
  Organization,
  Person,
  Place,
  Source,
  Statement,
  Topic,
  Visit,
} from "../generated/types.ts";
import { resolve } from "./resolve.ts";

/** One way in which a record refers to others, or others refer to it. */
export interface Relation {
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
  readonly records: readonly DatasetRecord[];
}

/**
 * All that is linked with a record, by kind; `relations` says by which field and in which
 * direction.
 */
export interface Related {
  /** Linked articles and pages. */
  readonly sources: readonly Source[];
  /** Linked persons: participants, speakers, travellers. */
  readonly people: readonly Person[];
  /** Linked organizations. */
  readonly organizations: readonly Organization[];
  /** Linked places and countries. */
  readonly places: readonly Place[];
  /** Linked topics. */
  readonly topics: readonly Topic[];
  /** Linked visits. */
  readonly visits: readonly Visit[];
  /** Linked meetings. */
  readonly meetings: readonly Meeting[];
  /** Linked events. */
  readonly events: readonly Event[];
  /** Linked statements: those made at a meeting, by a person, about an agreement. */
  readonly statements: readonly Statement[];
  /** Linked agreements: outcomes of a meeting, members of a set. */
  readonly agreements: readonly Agreement[];
  /** Each link separately: the fields of the record first, then those that name it. */
  readonly relations: readonly Relation[];
}

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

function forwardRelations(record: DatasetRecord): Relation[] {
  return linksOf(record.kind).flatMap(([name, field]) => {
    const groups = groupByType(linksInField(record, name, field));
    return [...groups].map(([type, ids]): Relation => ({
      direction: "forward",
      kind: record.kind,
      field: name,
      ...(type !== undefined && { type }),
      records: [...new Set(ids)]
        .filter((id) => id !== record.id)
        .flatMap((id) => resolve(id) ?? []),
    }));
  });
}

/** The records of a kind that name a record in a field, by the inverse of their relation. */
function recordsNaming(record: DatasetRecord, kind: Kind, name: string, field: Field): Relation[] {
  const groups = new Map<string | undefined, DatasetRecord[]>();
  for (const other of collectionOf(kind)) {
    if (other.id === record.id) continue;
    const links = linksInField(other, name, field).filter(({ id }) => id === record.id);
    for (const type of new Set(links.map((link) => link.type))) {
      const inverse = type && field.inverses?.[type];
      groups.set(inverse, [...(groups.get(inverse) ?? []), other]);
    }
  }
  return [...groups].map(([type, records]): Relation => ({
    direction: "inverse",
    kind,
    field: name,
    ...(type !== undefined && { type }),
    records,
  }));
}

function inverseRelations(record: DatasetRecord): Relation[] {
  return (Object.keys(pluralOf) as Kind[]).flatMap((kind) =>
    linksOf(kind).flatMap(([name, field]) => recordsNaming(record, kind, name, field)),
  );
}

/**
 * All records that a record refers to and all that refer to it. A record is not related to itself.
 *
 * @throws InputError when it is not a record.
 * @example related(meetings.get("bayramov-lavrov-2022-press-conference")).statements
 */
export function related(record: DatasetRecord): Related {
  if (!isPlainObject(record) || !Object.hasOwn(fieldsOfKind, record.kind))
    rejectValue("related", "a record; get one with resolve(id)", record);
  const relations = [...forwardRelations(record), ...inverseRelations(record)].filter(
    ({ records }) => records.length > 0,
  );
  const linked = new Set(relations.flatMap(({ records }) => records));
  const ofKind = <K extends Kind>(kind: K) =>
    [...linked].filter(
      (other): other is Extract<DatasetRecord, { kind: K }> => other.kind === kind,
    );
  return {
    sources: ofKind("source"),
    people: ofKind("person"),
    organizations: ofKind("organization"),
    places: ofKind("place"),
    topics: ofKind("topic"),
    visits: ofKind("visit"),
    meetings: ofKind("meeting"),
    events: ofKind("event"),
    statements: ofKind("statement"),
    agreements: ofKind("agreement"),
    relations,
  };
}
