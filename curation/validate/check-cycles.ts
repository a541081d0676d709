/** Records that lie above or before themselves. */
import type { Drafts } from "../draft.ts";
import { problem, type Problem } from "../problem.ts";

/** The fields that lead to one record of the same kind, above or before it. */
const leading = ["broader", "partOf", "follows"] as const;

/** How many ids of a long circle a message shows at each end. */
const shownAtEnds = 3;

/** The id that a field of a record leads to. */
function nextOf(id: string, field: string, drafts: Drafts): string | undefined {
  const notation = drafts.get(id)?.notation as Readonly<Record<string, unknown>> | undefined;
  const next = notation?.[field];
  return typeof next === "string" ? next : undefined;
}

/**
 * The circle that a record leads into along a field; empty when it leads into none, or only into
 * records that were looked at before.
 */
function circleFrom(id: string, field: string, drafts: Drafts, seen: Set<string>): string[] {
  const chain = new Map<string, number>();
  let current: string | undefined = id;
  while (current !== undefined && !seen.has(current)) {
    chain.set(current, chain.size);
    seen.add(current);
    current = nextOf(current, field, drafts);
  }
  const start = current === undefined ? undefined : chain.get(current);
  return start === undefined ? [] : [...chain.keys()].slice(start);
}

/** The way around a circle; of a long one the beginning and the end. */
function describeCircle([first, ...others]: readonly string[]): string {
  const left = others.length - 2 * shownAtEnds;
  const shown =
    left > 0
      ? [...others.slice(0, shownAtEnds), `${left} more`, ...others.slice(-shownAtEnds)]
      : others;
  return [first, ...shown, first].join(" → ");
}

/** Reports records that a field leads back to. */
export function checkCycles(drafts: Drafts, problems: Problem[]): void {
  for (const field of leading) {
    const seen = new Set<string>();
    for (const id of drafts.keys()) {
      const circle = circleFrom(id, field, drafts, seen);
      for (const [i, member] of circle.entries()) {
        const around = describeCircle([...circle.slice(i), ...circle.slice(0, i)]);
        const message = `leads back to the record itself (${around}); remove one of them`;
        problems.push(problem(drafts.get(member)!.spot([field]), [field], message));
      }
    }
  }
}
