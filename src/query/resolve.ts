import { ids } from "../generated/ids.ts";
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
export const collections = {
  source: sources,
  person: people,
  organization: organizations,
  place: places,
  topic: topics,
  visit: visits,
  meeting: meetings,
  statement: statements,
  agreement: agreements,
} as const;

/** The name of each kind's collection. */
export const plural = {
  source: "sources",
  person: "people",
  organization: "organizations",
  place: "places",
  topic: "topics",
  visit: "visits",
  meeting: "meetings",
  statement: "statements",
  agreement: "agreements",
} as const;

/** Every id of the dataset, of whatever kind. */
export const allIds = (): readonly string[] => Object.entries(ids).flatMap(([kind, own]) => (kind === "country" ? [] : own));

/** The record with this id, of whatever kind; undefined when there is none. */
export function resolve(id: string): DatasetRecord | undefined {
  for (const collection of Object.values(collections)) {
    const found = (collection as { get(id: string): DatasetRecord | undefined }).get(id);
    if (found) return found;
  }
  return undefined;
}
