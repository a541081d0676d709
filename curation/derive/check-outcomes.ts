/** A document is made at the meeting that lists it among its outcomes. */
import type { Drafts, PublishedRecord } from "../draft.ts";
import { problem, type Problem } from "../problem.ts";

export function checkOutcomes(
  records: ReadonlyMap<string, PublishedRecord>,
  drafts: Drafts,
  problems: Problem[],
): void {
  for (const meeting of records.values()) {
    if (meeting.kind !== "meeting") continue;
    for (const [i, id] of meeting.outcomes.entries()) {
      const document = records.get(id);
      // a reference to an unknown document is reported as such
      if (document?.kind !== "agreement" || document.madeAt === undefined) continue;
      // talks on a text go on: the meeting at which it was made may be another one of them
      if (document.madeAt === meeting.id) continue;
      const message = `${id} was made at ${document.madeAt}; correct one of the two`;
      const path = ["outcomes", i];
      problems.push(problem(drafts.get(meeting.id)!.spot(path), path, message));
    }
  }
}
