import { collectionOf } from "../collections/all-collections.ts";
import type { Field } from "../criteria/fields.ts";
import { isPlainObject, rejectValue } from "../criteria/input-error.ts";
import { fieldsOfKind, pluralOf } from "../generated/fields.ts";
import type {
  Agreement,
  DatasetRecord,
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
  /** The field that makes the link. */
  readonly field: string;
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
  /** Linked statements: those made at a meeting, by a person, about an agreement. */
  readonly statements: readonly Statement[];
  /** Linked agreements: outcomes of a meeting, members of a set. */
  readonly agreements: readonly Agreement[];
  /** Each link separately: the fields of the record first, then those that name it. */
  readonly relations: readonly Relation[];
}

/** The fields of a kind that hold ids of other records. */
function linksOf(kind: Kind): [name: string, field: Field][] {
  return Object.entries(fieldsOfKind[kind]).filter(
    ([name, field]) => field.of !== undefined && field.criterion !== undefined && name !== "id",
  );
}

/** The ids that a field holds, in itself or in a member of its objects. */
function idsInField(record: DatasetRecord, name: string, key: string | undefined): string[] {
  const value = (record as unknown as Readonly<Record<string, unknown>>)[name];
  if (value === undefined) return [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((one) =>
    String(key === undefined ? one : (one as Readonly<Record<string, unknown>>)[key]),
  );
}

function forwardRelations(record: DatasetRecord): Relation[] {
  return linksOf(record.kind).map(([name, { key }]) => ({
    direction: "forward",
    kind: record.kind,
    field: name,
    records: idsInField(record, name, key)
      .filter((id) => id !== record.id)
      .flatMap((id) => resolve(id) ?? []),
  }));
}

function inverseRelations(record: DatasetRecord): Relation[] {
  return (Object.keys(pluralOf) as Kind[]).flatMap((kind) =>
    linksOf(kind).map(([name, { key }]) => ({
      direction: "inverse" as const,
      kind,
      field: name,
      records: [...collectionOf(kind)].filter(
        (other) => other.id !== record.id && idsInField(other, name, key).includes(record.id),
      ),
    })),
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
    statements: ofKind("statement"),
    agreements: ofKind("agreement"),
    relations,
  };
}
