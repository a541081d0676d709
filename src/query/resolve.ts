import { withdrawn } from "../generated/ids.ts";
import type { DatasetRecord, Tombstone } from "../generated/types.ts";
import { agreements } from "../records/agreements.ts";
import { meetings } from "../records/meetings.ts";
import { organizations } from "../records/organizations.ts";
import { people } from "../records/people.ts";
import { places } from "../records/places.ts";
import { sources } from "../records/sources.ts";
import { statements } from "../records/statements.ts";
import { topics } from "../records/topics.ts";
import { visits } from "../records/visits.ts";

/** The nine collections, by the kind of their records. */
export interface Collections {
  /** All sources. */
  readonly source: typeof sources;
  /** All people. */
  readonly person: typeof people;
  /** All organizations. */
  readonly organization: typeof organizations;
  /** All places. */
  readonly place: typeof places;
  /** All topics. */
  readonly topic: typeof topics;
  /** All visits. */
  readonly visit: typeof visits;
  /** All meetings. */
  readonly meeting: typeof meetings;
  /** All statements. */
  readonly statement: typeof statements;
  /** All agreements. */
  readonly agreement: typeof agreements;
}

/** The nine collections, by the kind of their records: to ask the same of all of them. */
export const collections: Collections = {
  source: sources,
  person: people,
  organization: organizations,
  place: places,
  topic: topics,
  visit: visits,
  meeting: meetings,
  statement: statements,
  agreement: agreements,
};

const find = (id: string): DatasetRecord | undefined => {
  for (const collection of Object.values(collections) as { get(id: string): DatasetRecord | undefined }[]) {
    const found = collection.get(id);
    if (found) return found;
  }
  return undefined;
};

/** The record that an id leads to: its own, or that of its successor, through as many tombstones as there are. */
export function follow<Entry>(
  id: string,
  record: (id: string) => Entry | undefined,
  tombstones: Readonly<Record<string, Pick<Tombstone, "successor">>>,
): Entry | undefined {
  const seen = new Set<string>();
  for (
    let at: string | undefined = id;
    at !== undefined && !seen.has(at);
    at = Object.hasOwn(tombstones, at) ? tombstones[at]!.successor : undefined
  ) {
    const found = record(at);
    if (found !== undefined) return found;
    seen.add(at);
  }
  return undefined;
}

/**
 * The record with this id, of whatever kind; undefined when there never was one. A withdrawn id leads to its
 * successor, and without one `withdrawnAs` tells what became of it.
 */
export const resolve = (id: string): DatasetRecord | undefined => follow(id, find, withdrawn);

/** What stays of a withdrawn record: why, since when, and where to look instead; undefined for any other id. */
export const withdrawnAs = (id: string): Tombstone | undefined => (Object.hasOwn(withdrawn, id) ? withdrawn[id] : undefined);
