import {
  readSet,
  type CollectionSet,
  type EntryIn,
  type RecordSet,
} from "../collections/collection-set.ts";
import type { ActorId, EntityId, TopicId } from "../generated/types.ts";
import { claimsOn, toPositions, type Position } from "./positions.ts";

/** Everybody who may make a claim. */
function actorIds(set: RecordSet): string[] {
  const actors = [
    ...set.ofKind("person"),
    ...set.ofKind("organization"),
    ...set.ofKind("place").where({ type: "country" }),
  ];
  return actors.map(({ id }) => id);
}

/**
 * How the claims of an actor on a topic or an entity went on: oldest first, with the relations
 * between them, such as `restates` and `specifies`. For a state these are the claims of everybody
 * who speaks for it.
 *
 * @param actor - The id of a person, an organization or a country.
 * @param subject - The id of a topic, or of an entity that claims are about.
 * @throws InputError when one of the ids is not known.
 * @example changes("sergey-lavrov", "az-am-normalization").map(({ statement }) => statement.credit)
 */
export function changes(actor: ActorId, subject: TopicId | EntityId): Position[];
/** The same of your own records: `in` is what `toCollections` returned. */
export function changes<Set extends CollectionSet>(
  actor: string,
  subject: string,
  options: { readonly in: Set },
): Position<EntryIn<Set, "statements">>[];
export function changes(actor: string, subject: string, options: object = {}): Position[] {
  const set = readSet(options, "changes");
  const id = set.find(actor)?.record.id ?? actor;
  set.checkId("changes", id, actorIds(set));
  const claims = claimsOn(subject, set, "changes").filter(
    ({ speakers, sides }) =>
      speakers.some((speaker) => speaker.actor === id) || (sides as string[]).includes(id),
  );
  return toPositions(claims, set);
}
