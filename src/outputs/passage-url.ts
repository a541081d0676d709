/** Addresses that open an article at the words of a passage. */
import type { Collections } from "../collections/all-collections.ts";
import {
  readSet,
  type CollectionSet,
  type RecordSet,
  type SetOptions,
} from "../collections/collection-set.ts";
import { isPlainObject, rejectValue } from "../criteria/input-error.ts";
import type { Evidence } from "../generated/types.ts";

/** A longer passage is found by its first and last words. */
const longestWhole = 100;
const endWords = 5;

/** Words in a text directive, where `-`, `,` and `&` have a meaning of their own. */
function encodeWords(words: string): string {
  // half a surrogate pair has no encoding
  const wellFormed = words.replace(/\p{Surrogate}/gu, "\ufffd");
  return encodeURIComponent(wellFormed.trim().replace(/\s+/gu, " ")).replace(
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
  const lines = exact.trim().split("\n");
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
 * @throws InputError when it is not a passage of a source of the collections.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 * @example statements.get("kavkaza-135-flights-a-week").evidence.map((one) => passageUrl(one))
 */
export function passageUrl<Set extends CollectionSet = Collections>(
  passage: Pick<Evidence, "quote"> & { readonly source: string },
  options: SetOptions<Set> = {},
): string {
  const set = readSet(options, "passageUrl");
  const isPassage = isPlainObject(passage) && isTextQuote(passage.quote);
  const url = isPassage ? urlOfPassage(passage, set) : undefined;
  return url ?? rejectValue("passageUrl", "a passage: an item of a record's evidence", passage);
}

/** The address; undefined when the set does not have the source, or no address of it. */
export function urlOfPassage(
  { source: id, quote }: Pick<Evidence, "quote"> & { readonly source: string },
  set: RecordSet,
): string | undefined {
  const url: unknown = set.get("source", id)?.url;
  if (typeof url !== "string") return undefined;
  const { exact, prefix, suffix } = quote;
  // a browser looks for words within one paragraph
  const [lastLine] = prefix.trim().split("\n").slice(-1);
  const [firstLine] = suffix.trim().split("\n");
  const before = lastLine ? `${encodeWords(lastLine)}-,` : "";
  const after = firstLine ? `,-${encodeWords(firstLine)}` : "";
  const separator = url.includes("#") ? ":~:" : "#:~:";
  return `${url}${separator}text=${before}${directiveOf(exact)}${after}`;
}
