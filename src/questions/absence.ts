/** Why an id has no record, for a message. */
import { collectionOf } from "../collections/all-collections.ts";
import { describeValue } from "../criteria/input-error.ts";
import { describeWithdrawal } from "../criteria/tombstones.ts";
import { pluralOf } from "../generated/fields.ts";
import { withdrawn } from "../generated/release.ts";
import type { Kind } from "../generated/types.ts";
import { didYouMean } from "../text/did-you-mean.ts";

/** Sources come last, because their ids hold the names of people and places too. */
function allIds(): string[] {
  const kinds = (Object.keys(pluralOf) as Kind[]).filter((kind) => kind !== "source");
  return [...kinds, "source" as const].flatMap((kind) =>
    [...collectionOf(kind)].map(({ id }) => id),
  );
}

/** What became of a withdrawn id; for any other id, that there is none, with a suggestion. */
export function describeAbsence(id: string): string {
  const withdrawal = describeWithdrawal(id, withdrawn);
  return withdrawal || `no record ${describeValue(id)}${didYouMean(id, allIds())}`;
}
