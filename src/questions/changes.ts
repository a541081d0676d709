import { collectionOf } from "../collections/all-collections.ts";
import { checkName } from "../criteria/input-error.ts";
import type { ActorId, EntityId, TopicId } from "../generated/types.ts";
import { resolve } from "./resolve.ts";
import { claimsOn, toPositions, type Position } from "./positions.ts";

/** Everybody who may make a claim. */
function actorIds(): string[] {
  return [
    ...[...collectionOf("person"), ...collectionOf("organization")].map(({ id }) => id),
    ...collectionOf("place")
      .where({ type: "country" })
      .map(({ id }) => id),
  ];
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
export function changes(actor: ActorId, subject: TopicId | EntityId): Position[] {
  const id = resolve(actor)?.id ?? actor;
  checkName("changes", "record", id, actorIds());
  const claims = claimsOn(subject, "changes").filter(
    ({ speakers, sides }) =>
      speakers.some((speaker) => speaker.actor === id) || (sides as string[]).includes(id),
  );
  return toPositions(claims);
}
