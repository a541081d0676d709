import { links } from "../generated/links.ts";
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
import { collections, resolve } from "./resolve.ts";

/** One way in which a record leads to others, or others lead to it. */
export interface Relation {
  /** `forward`: a field of this record names them; `inverse`: a field of theirs names this record. */
  readonly direction: "forward" | "inverse";
  /** The kind of record whose field makes the link. */
  readonly kind: Kind;
  /** The field that makes the link. */
  readonly field: string;
  /** The records at the other end, in the order of the field or of their collection. */
  readonly records: readonly DatasetRecord[];
}

/** All that is linked with a record, by kind; `relations` tells by which field and in which direction. */
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
  /** Each link by itself: the fields of the record first, then those that name it. */
  readonly relations: readonly Relation[];
}

/** The ids that a field holds. */
function idsAt(record: DatasetRecord, field: string, member: string | null): string[] {
  const own = (record as unknown as Record<string, unknown>)[field];
  const list = own === undefined ? [] : Array.isArray(own) ? (own as unknown[]) : [own];
  return list.map((value) => String(member === null ? value : (value as Record<string, unknown>)[member]));
}

/**
 * All that a record names and all that names it. A record does not count as naming itself.
 *
 * @example related(meetings.get("bayramov-lavrov-2022-press-conference")).statements
 */
export function related(record: DatasetRecord): Related {
  const others = (ids: string[]) => ids.flatMap((id) => (id === record.id ? [] : (resolve(id) ?? [])));
  const forward = Object.entries(links[record.kind]!).map(([field, member]): Relation => ({
    direction: "forward",
    kind: record.kind,
    field,
    records: others(idsAt(record, field, member)),
  }));
  const inverse = (Object.keys(collections) as Kind[]).flatMap((kind) => {
    const all: readonly DatasetRecord[] = [...collections[kind]];
    return Object.entries(links[kind]!).map(([field, member]): Relation => ({
      direction: "inverse",
      kind,
      field,
      records: all.filter((other) => other.id !== record.id && idsAt(other, field, member).includes(record.id)),
    }));
  });
  const relations = [...forward, ...inverse].filter((relation) => relation.records.length > 0);
  const linked = new Set(relations.flatMap((relation) => relation.records));
  const of = <K extends Kind>(kind: K) => [...linked].filter((other): other is Extract<DatasetRecord, { kind: K }> => other.kind === kind);
  return {
    sources: of("source"),
    people: of("person"),
    organizations: of("organization"),
    places: of("place"),
    topics: of("topic"),
    visits: of("visit"),
    meetings: of("meeting"),
    statements: of("statement"),
    agreements: of("agreement"),
    relations,
  };
}
