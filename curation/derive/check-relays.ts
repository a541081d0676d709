/** Relayed claims: they were made before, and whoever passes them on speaks where it says. */
import type { Drafts, Published, PublishedRecord } from "../draft.ts";
import { problem, type Problem } from "../problem.ts";

type Statement = Published["statement"];
type Relay = Statement["relayedBy"][number];

function faultOf(statement: Statement, { actor, stance, in: id }: Relay, other: Statement) {
  if (id === statement.id || other.relayedBy.length > 0)
    return `${id} is itself a relayed claim; name the statement of whoever passes it on`;
  if (other.source !== statement.source)
    return `${id} is of another article; name the statement of this one that passes it on`;
  if (!other.speakers.some((speaker) => speaker.actor === actor))
    return `${actor} does not speak in ${id}; correct the actor or the statement`;
  const rejects = other.relations.some(
    (relation) => relation.type === "rejects" && relation.statement === statement.id,
  );
  if (rejects !== (stance === "rejected"))
    return rejects
      ? `${id} rejects the claim, and the stance is ${stance}; correct one of the two`
      : `the stance is rejected, and ${id} has no relation that rejects the claim; add it`;
  return undefined;
}

export function checkRelays(
  records: ReadonlyMap<string, PublishedRecord>,
  drafts: Drafts,
  problems: Problem[],
): void {
  for (const record of records.values()) {
    if (record.kind !== "statement" || record.relayedBy.length === 0) continue;
    const report = (path: (string | number)[], message: string) =>
      problems.push(problem(drafts.get(record.id)!.spot(path), path, message));
    if (record.meeting !== undefined || record.occasion !== "unspecified")
      report(
        ["relayedBy"],
        "a relayed claim was made before; leave meeting empty and set occasion: unspecified",
      );
    for (const [i, relay] of record.relayedBy.entries()) {
      const other = records.get(relay.in);
      // a reference to an unknown statement is reported as such
      const fault = other?.kind === "statement" ? faultOf(record, relay, other) : undefined;
      if (fault !== undefined) report(["relayedBy", i], fault);
    }
  }
}
