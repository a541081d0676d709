/** Records that lie above or before themselves. */
import type { Drafts } from "../draft.ts";
import { problem, type Problem } from "../problem.ts";

/** The fields that lead to one record of the same kind, above or before it. */
const leading = ["broader", "partOf", "follows"] as const;

/** The ids from a record along a field until one comes again, or there is no more. */
function chainFrom(id: string, field: string, drafts: Drafts): string[] {
  const chain = new Set<string>();
  let current: unknown = id;
  while (typeof current === "string" && !chain.has(current)) {
    chain.add(current);
    const notation = drafts.get(current)?.notation as Readonly<Record<string, unknown>> | undefined;
    current = notation?.[field];
  }
  return typeof current === "string" ? [...chain, current] : [];
}

/** Reports records that a field leads back to. */
export function checkCycles(drafts: Drafts, problems: Problem[]): void {
  for (const [id, draft] of drafts)
    for (const field of leading) {
      const chain = chainFrom(id, field, drafts);
      if (chain.at(-1) !== id) continue;
      const message = `leads back to the record itself (${chain.join(" → ")}); remove one of them`;
      problems.push(problem(draft.spot([field]), [field], message));
    }
}
