/** The ids of records that are only known at run time, and which of them are below which. */
import type { Vocabulary, Withdrawal } from "../criteria/fields.ts";
import { withDescendants } from "../criteria/hierarchy.ts";
import { pluralOf } from "../generated/fields.ts";
import type { Kind } from "../generated/types.ts";

/** As much of a record as a vocabulary needs: of a topic `broader`, of a place type and country. */
export interface Placed {
  readonly id: string;
  readonly broader?: unknown;
  readonly country?: unknown;
  readonly type?: unknown;
}

/** The records of a kind; undefined when their ids are not known. */
export type RecordsOfKind = (kind: Kind) => readonly Placed[] | undefined;

/** Each topic with the topic above it, each place with its country. */
export function parentsOf(records: RecordsOfKind): Record<string, string> {
  // without a prototype, because an id may be called `constructor`
  const parents = Object.create(null) as Record<string, string>;
  for (const { id, broader } of records("topic") ?? [])
    if (typeof broader === "string") parents[id] = broader;
  for (const { id, country } of records("place") ?? [])
    if (typeof country === "string" && country !== id) parents[id] = country;
  return parents;
}

/** The vocabulary of records. */
export function vocabularyOf(
  records: RecordsOfKind,
  withdrawn: Readonly<Record<string, Withdrawal>>,
): Vocabulary {
  const known = (Object.keys(pluralOf) as Kind[]).flatMap((kind) => {
    const list = records(kind);
    return list === undefined ? [] : [[kind, list.map(({ id }) => id)] as const];
  });
  const countries = records("place")?.filter(({ type }) => type === "country");
  const ids: Record<string, readonly string[]> = Object.fromEntries(known);
  if (countries !== undefined) ids.country = countries.map(({ id }) => id);
  return { ids, below: withDescendants(parentsOf(records)), withdrawn };
}
