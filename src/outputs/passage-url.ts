/** Addresses that open an article at the words of a passage. */
import { sources } from "../collections/sources.ts";
import { isPlainObject, rejectValue } from "../criteria/input-error.ts";
import type { Evidence } from "../generated/types.ts";

/** A longer passage is found by its first and last words. */
const longestWhole = 100;
const endWords = 5;

/** Words in a text directive, where `-`, `,` and `&` have a meaning of their own. */
function encodeWords(words: string): string {
  return encodeURIComponent(words.trim().replace(/\s+/gu, " ")).replace(
    /[-'()!*~]/g,
    (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase();
      return `%${code}`;
    },
  );
}

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** The first and the last words of a passage, which do not overlap. */
function endsOf(exact: string): [start: string[], end: string[]] {
  const lines = exact.trim().split(/\s*\n\s*/);
  const [first, last] = [wordsOf(lines[0]!), wordsOf(lines.at(-1)!)];
  return [first.slice(0, endWords), last.slice(-endWords)];
}

/**
 * The passage as `textStart` or `textStart,textEnd`. A browser looks for each part within one
 * paragraph, so a passage of several is found by its first and last words.
 */
function directiveOf(exact: string): string {
  const isLong = exact.length > longestWhole && wordsOf(exact).length > 2 * endWords;
  if (!isLong && !exact.trim().includes("\n")) return encodeWords(exact);
  return endsOf(exact)
    .map((words) => encodeWords(words.join(" ")))
    .join(",");
}

function isTextQuote(quote: unknown): boolean {
  return (
    isPlainObject(quote) &&
    [quote.exact, quote.prefix, quote.suffix].every((text) => typeof text === "string")
  );
}

/**
 * The address of an article that opens at the words of a passage: its text fragment is made of the
 * passage with the words before and after it. A browser that does not know text fragments, or does
 * not find the words, opens the article at its top.
 *
 * @param passage - An item of the `evidence` of a record.
 * @throws InputError when it is not a passage of a source of this dataset.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 * @example passageUrl(statements.get("kavkaza-135-flights-a-week").evidence[0]!)
 */
export function passageUrl(passage: Pick<Evidence, "source" | "quote">): string {
  const isPassage = isPlainObject(passage) && isTextQuote(passage.quote);
  const source = isPassage ? sources.get(passage.source as string) : undefined;
  if (source === undefined)
    return rejectValue("passageUrl", "a passage: an item of a record's evidence", passage);
  const { exact, prefix, suffix } = passage.quote;
  const before = prefix.trim() === "" ? "" : `${encodeWords(prefix)}-,`;
  const after = suffix.trim() === "" ? "" : `,-${encodeWords(suffix)}`;
  const separator = source.url.includes("#") ? ":~:" : "#:~:";
  return `${source.url}${separator}text=${before}${directiveOf(exact)}${after}`;
}
