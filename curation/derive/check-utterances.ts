/** One quotation has one speaker: statements that share it are claims of the same actors. */
import type { Drafts, PublishedRecord } from "../draft.ts";
import { problem, type Problem } from "../problem.ts";

export function checkUtterances(
  records: Iterable<PublishedRecord>,
  drafts: Drafts,
  problems: Problem[],
): void {
  const speakersOf = new Map<string, { readonly id: string; readonly actors: string }>();
  for (const record of records) {
    if (record.kind !== "statement" || record.utterance === undefined) continue;
    const actors = record.speakers.map(({ actor }) => actor).join(", ");
    const other = speakersOf.get(record.utterance) ?? { id: record.id, actors };
    speakersOf.set(record.utterance, other);
    if (other.actors !== actors)
      problems.push(
        problem(
          drafts.get(record.id)!.spot(["speakers"]),
          ["speakers"],
          `${actors} and, in ${other.id}, ${other.actors} speak in one paragraph in quotation ` +
            "marks; correct the speakers, or use mode: reported-speech for one of them",
        ),
      );
  }
}
