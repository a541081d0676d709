/** Claims as other tools mark them, and how a faulty file is refused. */
import type { Span } from "../curation/locate/seed-text.ts";
import { toVisible } from "../src/text/visible.ts";

/** What another tool marked in an article: by its words, by its position, or by both. */
export interface Selection {
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** In code points, from the start of the article or of the words around it. */
  readonly position?: Span;
  /** The words around it, when the selection refines another one. */
  readonly within?: Selection;
}

/** A claim as another tool has it. */
export interface ImportedClaim extends Selection {
  readonly speaker?: string;
  readonly gist?: string;
  /** What else the other tool says of it, a line each: `tag: trade`. */
  readonly comments: readonly string[];
}

/** One error for all faults, so that one look at it is enough to mend the file. */
export function refuse(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.map(toVisible).join("\n"));
}

export function withoutByteOrderMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}
