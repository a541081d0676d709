import type { DatasetRecord } from "../generated/types.ts";
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

/** The record with this id, of whatever kind; undefined when there is none. */
export function resolve(id: string): DatasetRecord | undefined {
  for (const collection of Object.values(collections)) {
    const found = (collection as { get(id: string): DatasetRecord | undefined }).get(id);
    if (found) return found;
  }
  return undefined;
}
