/** The words with which an article says on whose account it rests. */
import type { Drafts } from "../draft.ts";
import { problem, type Problem } from "../problem.ts";
import type { Passage } from "./find-quote.ts";
import { findQuote } from "./find-quote.ts";
import type { SeedText } from "./seed-text.ts";

/** The passage of each source that gives such words. Reports words that are not in its text. */
export function findAccountWords(
  drafts: Drafts,
  texts: ReadonlyMap<string, SeedText>,
  problems: Problem[],
): ReadonlyMap<string, Passage> {
  const found = new Map<string, Passage>();
  for (const draft of drafts.values()) {
    if (draft.kind !== "source" || draft.notation.accordingTo === undefined) continue;
    const { basis, actor, asWritten } = draft.notation.accordingTo;
    const path = ["accordingTo"];
    const report = (message: string) => problems.push(problem(draft.spot(path), path, message));
    const text = texts.get(draft.id);
    const missing = Object.entries({ actor, asWritten }).filter(([, one]) => one === undefined);
    if (basis === "cited" && missing.length > 0)
      report(`cited says whom and in which words; add ${missing.map(([n]) => n).join(" and ")}`);
    if (basis === "publisher" && actor === undefined)
      report("publisher says whose page it is; add actor");
    if (basis === "not-told" && (actor !== undefined || asWritten !== undefined))
      report("not-told names nobody; remove actor and asWritten, or choose another basis");
    if (text === undefined || asWritten === undefined) continue;
    const passage = findQuote(asWritten, text, {
      ...{ texts, draft, problems },
      path: [...path, "asWritten"],
    });
    if (passage !== undefined) found.set(draft.id, passage);
  }
  return found;
}
