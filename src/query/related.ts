import { links } from "../generated/links.ts";
import type { DatasetRecord, Kind } from "../generated/types.ts";
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

/** The ids that a field holds. */
function idsAt(record: DatasetRecord, field: string, member: string | null): string[] {
  const own = (record as unknown as Record<string, unknown>)[field];
  const list = own === undefined ? [] : Array.isArray(own) ? (own as unknown[]) : [own];
  return list.map((value) => String(member === null ? value : (value as Record<string, unknown>)[member]));
}

/** The records that a record names, field by field, then those that name it. A record does not count as naming itself. */
export function related(record: DatasetRecord): Relation[] {
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
  return [...forward, ...inverse].filter((relation) => relation.records.length > 0);
}
