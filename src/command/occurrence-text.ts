/** How far a visit or meeting got, with other accounts of it. */
import type { Meeting, Visit } from "../generated/types.ts";

/** "planned (or held)": the occurrence of the record, then those of accounts that differ. */
export function occurrenceText({ occurrence, accounts }: Meeting | Visit): string {
  const others = accounts
    .filter(({ field, value }) => field === "occurrence" && value !== occurrence)
    .map(({ value }) => value);
  const list = [...new Set(others)].join(", ");
  return list === "" ? occurrence : `${occurrence} (or ${list})`;
}
