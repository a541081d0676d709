/** From an id to its record, whatever its kind, also when the id was withdrawn. */
import type { Collections } from "../collections/all-collections.ts";
import {
  readSet,
  type CollectionSet,
  type RecordIn,
  type SetOptions,
} from "../collections/collection-set.ts";
import { rejectValue } from "../criteria/input-error.ts";
import { withdrawn } from "../generated/release.ts";
import type { Tombstone } from "../generated/types.ts";

/**
 * The record with this id, of any kind; undefined when there never was one. A withdrawn id leads to
 * its successor; without a successor `withdrawnAs` explains what happened to it.
 *
 * @throws InputError when the id is not text.
 * @example resolve("lachin-road")?.label
 */
export function resolve<Set extends CollectionSet = Collections>(
  id: string,
  options: SetOptions<Set> = {},
): RecordIn<Set> | undefined {
  if (typeof id !== "string") rejectValue("resolve", "an id as text", id);
  // the type of the record follows from the type of the set
  return readSet(options, "resolve").find(id)?.record as RecordIn<Set> | undefined;
}

/**
 * Why a record was withdrawn, in which release, and its successor; undefined for any other id.
 *
 * @throws InputError when the id is not text.
 * @example withdrawnAs("kavkaza-aliyev-on-megaprojects")?.successor
 */
export function withdrawnAs(id: string): Tombstone | undefined {
  if (typeof id !== "string") rejectValue("withdrawnAs", "an id as text", id);
  return Object.hasOwn(withdrawn, id) ? withdrawn[id] : undefined;
}
