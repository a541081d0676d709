/** One claim has one record: the same words, of the same speakers, with the same act. */
import type { Drafts, Published, PublishedRecord } from "../draft.ts";
import { problem, type Problem } from "../problem.ts";

type Statement = Published["statement"];

/** What makes two records one claim. */
function claimKey({ source, speakers, speechAct, evidence }: Statement): string {
  const passages = evidence.filter(({ role }) => role === "claim");
  const places = passages.map(({ position }) => `${position.start}-${position.end}`);
  const actors = speakers.map(({ actor }) => actor);
  return [source, speechAct, ...actors.sort(), ...places].join(" ");
}

export function checkDuplicates(
  records: Iterable<PublishedRecord>,
  drafts: Drafts,
  problems: Problem[],
): void {
  const known = new Map<string, string>();
  for (const record of records) {
    if (record.kind !== "statement") continue;
    // a claim whose words were not found is reported as such
    if (!record.evidence.some(({ role }) => role === "claim")) continue;
    const key = claimKey(record);
    const first = known.get(key);
    if (first === undefined) known.set(key, record.id);
    else {
      const message = `has the words, speakers and act of ${first}; keep one of the two`;
      problems.push(problem(drafts.get(record.id)!.spot([], "key"), [], message));
    }
  }
}
