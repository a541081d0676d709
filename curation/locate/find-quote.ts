/** A quote as a curator writes it, and the passage of a pinned text that it is. */
import type { z } from "zod";
import { passageLimit, type QuoteNotation } from "../../src/schema/evidence.ts";
import type { Draft } from "../draft.ts";
import { problem, shorten, type Path, type Problem } from "../problem.ts";
import { describeNearestPassage, intendedWords } from "./nearest-passage.ts";
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

/** The pinned texts by source. */
export type Texts = ReadonlyMap<string, SeedText>;

/** The text in which words stand exactly. */
function findElsewhere(exact: string, texts: Texts): SeedText | undefined {
  return [...texts.values()].find(({ text }) => occurrences(text, exact).length > 0);
}

/** Where words stand that are not in the text: in another one, or nearly so in this one. */
function describeAbsence(exact: string, text: SeedText, texts: Texts): string {
  const other = findElsewhere(exact, texts);
  if (other === undefined) {
    const nearest = describeNearestPassage(text, exact);
    const remedy = nearest.startsWith("the nearest") ? "; copy it exactly, if it is meant" : "";
    return `not found in ${text.id}; ${nearest}${remedy}`;
  }
  const [at] = occurrences(other.text, exact) as [number];
  const position = other.span(at, at).start;
  return (
    `not found in ${text.id}, but word for word in ${other.id} at ${position}; quote this ` +
    `article, or name the other one (source: ${other.id})`
  );
}

/** Why a span is not exactly one passage. */
function describeFault(span: QuoteSpan, text: SeedText, texts: Texts, count: number): string {
  const exact = typeof span === "string" ? span : span.exact;
  if (!text.text.includes(exact)) return describeAbsence(exact, text, texts);
  if (occurrences(text.text, exact).length === 0)
    return `starts or ends inside a word of ${text.id}; quote whole words`;
  const quoted = `"${shorten(exact)}"`;
  return count === 0
    ? `${quoted} is in ${text.id}, but not with this prefix, suffix or nth`
    : `${quoted} occurs ${count} times in ${text.id}; say which: { exact: …, nth: 2 }, or with ` +
        "prefix or suffix";
}

/** Where a quote is written, and what it may be of. */
export interface QuotePlace {
  readonly texts: Texts;
  readonly draft: Draft;
  readonly path: Path;
  readonly problems: Problem[];
}

/** The passage that a span of a quote is; undefined, and a problem, when it is not exactly one. */
export function findQuote(
  span: QuoteSpan,
  text: SeedText,
  { texts, draft, path, problems }: QuotePlace,
): Passage | undefined {
  // the words themselves may stand below the path, beside what tells which they are
  const wordsPath = typeof span === "string" ? path : [...path, "exact"];
  const report = (message: string, fix?: string): void => {
    problems.push(problem(draft.spot(fix === undefined ? path : wordsPath), path, message, fix));
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
    // words that stand exactly in some text may be meant as they are
    const fix = findElsewhere(exact, texts) ? undefined : intendedWords(exact, text);
    report(describeFault(span, text, texts, found.length), fix);
    return undefined;
  }
  return { text, start: found[0]!, exact };
}
