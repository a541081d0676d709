/** What happened to records: which values were wrong, and who read them to find faults. */
import { freezeDeeply } from "../collections/freeze-deeply.ts";
import { collections } from "../collections/all-collections.ts";
import { bundledSet } from "../collections/collection-set.ts";
import { rejectValue } from "../criteria/input-error.ts";
import { correctionsJson, reviewsJson } from "../generated/history.ts";
import type { Correction, DatasetRecord, Review } from "../generated/types.ts";
import { resolve } from "./resolve.ts";

function parse<Item>(json: string): readonly Item[] {
  return freezeDeeply(JSON.parse(json) as Item[]);
}

/**
 * Values that were wrong, and what replaced them, oldest first. Each gives the record, the field,
 * the old and the new value, the reason, when it was reported and by whom, and the release that has
 * the right value.
 *
 * @example corrections.filter(({ record }) => record === "lavrov-2023-baku")
 */
export const corrections: readonly Correction[] = /* @__PURE__ */ parse(correctionsJson);

/**
 * Readings of records by someone who looked for faults, oldest first. A review without `kinds` or
 * `records` is of all records. Reviews are never changed.
 *
 * @example reviews.map(({ date, reader, found }) => `${date}: ${reader}. ${found}`)
 */
export const reviews: readonly Review[] = /* @__PURE__ */ parse(reviewsJson);

/** Whether a version is the same as another one, or came before it. */
function isNotAfter(version: string, other: string): boolean {
  return version.localeCompare(other, "en", { numeric: true }) <= 0;
}

function allIds(): string[] {
  return Object.values(collections).flatMap((all: Iterable<DatasetRecord>) =>
    [...all].map(({ id }) => id),
  );
}

/**
 * The reviews of a record, oldest first: those of its kind that were made when the dataset had it.
 *
 * @param id - The id of a record; a withdrawn id stands for its successor.
 * @throws InputError when no record has this id.
 * @example reviewsOf("lachin-road").map(({ outcome }) => outcome)
 */
export function reviewsOf(id: string): Review[] {
  if (typeof id !== "string") rejectValue("reviewsOf", "an id as text", id);
  const current = resolve(id)?.id ?? id;
  bundledSet.checkId("reviewsOf", current, allIds());
  const record = resolve(current)!;
  return reviews.filter(
    ({ kinds, records, version }) =>
      (kinds === undefined || kinds.includes(record.kind)) &&
      (records === undefined || records.includes(record.id)) &&
      isNotAfter(record.since, version),
  );
}
