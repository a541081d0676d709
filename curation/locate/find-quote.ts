/** A quote as a curator writes it, and the passage of a pinned text that it is. */
import type { z } from "zod";
import { passageLimit, type QuoteNotation } from "../../src/schema/evidence.ts";
import type { Draft } from "../draft.ts";
import { problem, shorten, type Path, type Problem } from "../problem.ts";
import { describeNearestPassage } from "./nearest-passage.ts";
import { occurrences, type SeedText } from "./seed-text.ts";

/** A quote: one span, or several. */
export type Quote = z.infer<typeof QuoteNotation>;
type QuoteSpan = Exclude<Quote, readonly unknown[]>;

/** A quote that was found. Offsets are UTF-16, into the seed. */
export interface Passage {
  readonly text: SeedText;
  readonly start: number;
  readonly exact: string;
}

/** Where a span of a quote occurs, as its prefix, suffix and number settle it. */
function candidates(span: QuoteSpan, { text }: SeedText): number[] {
  if (typeof span === "string") return occurrences(text, span);
  const { exact, prefix, suffix, nth } = span;
  const found = occurrences(text, exact).filter((at) => {
    const before = text.slice(0, at).trimEnd();
    const after = text.slice(at + exact.length).trimStart();
    const hasPrefix = prefix === undefined || before.endsWith(prefix.trim());
    return hasPrefix && (suffix === undefined || after.startsWith(suffix.trim()));
  });
  return nth === undefined ? found : found.slice(nth - 1, nth);
}

/** Why a span is not exactly one passage. */
function describeFault(span: QuoteSpan, text: SeedText, count: number): string {
  const exact = typeof span === "string" ? span : span.exact;
  if (!text.text.includes(exact))
    return `not found in ${text.id}; ${describeNearestPassage(text, exact)}`;
  if (occurrences(text.text, exact).length === 0)
    return `starts or ends inside a word of ${text.id}; quote whole words`;
  const quoted = `"${shorten(exact)}"`;
  return count === 0
    ? `${quoted} is in ${text.id}, but not with this prefix, suffix or nth`
    : `${quoted} occurs ${count} times in ${text.id}; say which with prefix, suffix or nth`;
}

/** The passage that a span of a quote is; undefined, and a problem, when it is not exactly one. */
export function findQuote(
  span: QuoteSpan,
  text: SeedText,
  draft: Draft,
  path: Path,
  problems: Problem[],
): Passage | undefined {
  const report = (message: string): void => {
    problems.push(problem(draft.spot(path), path, message));
  };
  const exact = typeof span === "string" ? span : span.exact;
  const length = [...exact].length;
  if (length > passageLimit) {
    report(
      `has ${length} code points; the limit is ${passageLimit}: quote it in two spans (a list)`,
    );
    return undefined;
  }
  const found = candidates(span, text);
  if (found.length !== 1) {
    report(describeFault(span, text, found.length));
    return undefined;
  }
  return { text, start: found[0]!, exact };
}
