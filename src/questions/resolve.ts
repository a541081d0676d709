/** From an id to its record, whatever its kind, also when the id was withdrawn. */
import { collectionOf } from "../collections/all-collections.ts";
import { pluralOf } from "../generated/fields.ts";
import { withdrawn } from "../generated/release.ts";
import type { DatasetRecord, Kind, Tombstone } from "../generated/types.ts";

const kinds = Object.keys(pluralOf) as Kind[];

function recordWithId(id: string): DatasetRecord | undefined {
  for (const kind of kinds) {
    const collection = collectionOf(kind);
    if (collection.has(id)) return collection.get(id);
  }
  return undefined;
}

/** The record with this id or of its successor, through any number of tombstones. */
export function followTombstones<Entry>(
  id: string,
  find: (id: string) => Entry | undefined,
  tombstones: Readonly<Record<string, Pick<Tombstone, "successor">>>,
): Entry | undefined {
  const seen = new Set<string>();
  let current: string | undefined = id;
  while (current !== undefined && !seen.has(current)) {
    const record = find(current);
    if (record !== undefined) return record;
    seen.add(current);
    current = Object.hasOwn(tombstones, current) ? tombstones[current]!.successor : undefined;
  }
  return undefined;
}

/**
 * The record with this id, of any kind; undefined when there never was one. A withdrawn id leads to
 * its successor; without a successor `withdrawnAs` explains what happened to it.
 */
export function resolve(id: string): DatasetRecord | undefined {
  return followTombstones(id, recordWithId, withdrawn);
}

/** Why a record was withdrawn, in which release, and its successor; undefined for any other id. */
export function withdrawnAs(id: string): Tombstone | undefined {
  return Object.hasOwn(withdrawn, id) ? withdrawn[id] : undefined;
}
