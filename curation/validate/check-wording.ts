/** The dataset's own words: labels, gists and notes take no side, and a gist stands alone. */
import type { Draft } from "../draft.ts";
import { problem, type Problem } from "../problem.ts";
import type { FindLoadedWord, LoadedWord } from "./loaded-words.ts";

const ownFields = ["label", "gist", "note"] as const;

/** Words that refer to something outside the text. */
const reference = /\b(?:this|these|those|he|she|they|we|our|the two sides|both sides)\b/i;

/** Words in quotation marks are somebody's words. */
function withoutQuotes(text: string): string {
  return text.replace(/"[^"]*"|“[^”]*”/g, "");
}

/** The reasons of relations. Those of accounts tell what somebody says, and are credited. */
function checkReasons(draft: Draft, findLoadedWord: FindLoadedWord, problems: Problem[]): void {
  const relations = draft.kind === "statement" ? (draft.notation.relations ?? []) : [];
  for (const [i, { reason }] of relations.entries()) {
    const loaded = findLoadedWord(withoutQuotes(reason));
    const path = ["relations", i, "reason"];
    if (loaded !== undefined) problems.push(problem(draft.spot(path), path, loadedMessage(loaded)));
  }
}

function loadedMessage({ words, why }: LoadedWord): string {
  return (
    `"${words}" takes a side (${why}); leave it out, or credit it ("According ` +
    'to …, …"; "which … calls …")'
  );
}

export function checkWording(
  draft: Draft,
  findLoadedWord: FindLoadedWord,
  problems: Problem[],
): void {
  checkReasons(draft, findLoadedWord, problems);
  // most kinds have only some of these fields
  const values = draft.notation as Partial<Record<(typeof ownFields)[number], string>>;
  for (const field of ownFields) {
    const text = withoutQuotes(values[field] ?? "");
    const report = (message: string) =>
      problems.push(problem(draft.spot([field]), [field], message));
    // the label of a source is the title that its publisher gave it
    const isTitle = draft.kind === "source" && field === "label";
    const loaded = isTitle ? undefined : findLoadedWord(text);
    if (loaded !== undefined) report(loadedMessage(loaded));
    const referring = field === "gist" ? reference.exec(text) : null;
    if (referring !== null)
      report(
        `"${referring[0]}" refers to words before it, and a gist stands alone; write what it means`,
      );
  }
}
