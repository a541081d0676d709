/** The ten collections together. */
import { pluralOf } from "../generated/fields.ts";
import type { DatasetRecord, Kind } from "../generated/types.ts";
import { agreements } from "./agreements.ts";
import type { Collection } from "./collection.ts";
import { events } from "./events.ts";
import { meetings } from "./meetings.ts";
import { organizations } from "./organizations.ts";
import { people } from "./people.ts";
import { places } from "./places.ts";
import { sources } from "./sources.ts";
import { statements } from "./statements.ts";
import { topics } from "./topics.ts";
import { visits } from "./visits.ts";

/** The ten collections, by their names. */
export interface Collections {
  /** All sources. */
  readonly sources: typeof sources;
  /** All people. */
  readonly people: typeof people;
  /** All organizations. */
  readonly organizations: typeof organizations;
  /** All places. */
  readonly places: typeof places;
  /** All topics. */
  readonly topics: typeof topics;
  /** All visits. */
  readonly visits: typeof visits;
  /** All meetings. */
  readonly meetings: typeof meetings;
  /** All events other than meetings, visits and agreements. */
  readonly events: typeof events;
  /** All statements. */
  readonly statements: typeof statements;
  /** All agreements. */
  readonly agreements: typeof agreements;
}

/** The ten collections, by their names: to ask the same question of all of them. */
export const collections: Collections = /* @__PURE__ */ Object.freeze({
  sources,
  people,
  organizations,
  places,
  topics,
  visits,
  meetings,
  events,
  statements,
  agreements,
});

/** A collection whose kind is only known at run time. */
export type AnyCollection = Collection<string, DatasetRecord, object>;

/** The collection of a kind. */
export function collectionOf(kind: Kind): AnyCollection {
  // the union of the ten collection types has no common call signature
  return collections[pluralOf[kind]];
}

/** All records of all kinds. */
export function allRecords(): DatasetRecord[] {
  return (Object.keys(pluralOf) as Kind[]).flatMap((kind) => [...collectionOf(kind)]);
}
