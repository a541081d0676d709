/**
 * The pinned texts: finding words in them, exactly and in code points over the untouched bytes, and telling how a
 * quote that is not there differs from what is.
 */
import { shorten } from "./problem.ts";

/** Half-open, in Unicode code points. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const wordBefore = /[\p{L}\p{N}]$/u;
const wordAfter = /^[\p{L}\p{N}]/u;

/** Whether the stretch neither starts nor ends inside a word. Offsets are UTF-16. */
function wholeWords(text: string, start: number, end: number): boolean {
  const found = text.slice(start, end);
  const cutsStart = wordBefore.test(text.slice(Math.max(0, start - 2), start)) && wordAfter.test(found);
  const cutsEnd = wordBefore.test(found) && wordAfter.test(text.slice(end, end + 2));
  return !cutsStart && !cutsEnd;
}

/** UTF-16 offsets at which `words` stand as whole words. */
export function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let i = text.indexOf(words); i !== -1; i = text.indexOf(words, i + 1)) if (wholeWords(text, i, i + words.length)) found.push(i);
  return found;
}

export class SeedText {
  readonly id: string;
  readonly text: string;
  readonly codePoints: number;
  readonly #toCodePoint: Uint32Array;

  constructor(id: string, text: string) {
    this.id = id;
    this.text = text;
    this.#toCodePoint = new Uint32Array(text.length + 1);
    let count = 0;
    for (let i = 0; i < text.length;) {
      const width = text.codePointAt(i)! > 0xffff ? 2 : 1;
      this.#toCodePoint.fill(count++, i, i + width);
      i += width;
    }
    this.#toCodePoint[text.length] = count;
    this.codePoints = count;
  }

  /** A stretch given in UTF-16 offsets, in code points. */
  span(start: number, end: number): Span {
    return { start: this.#toCodePoint[start]!, end: this.#toCodePoint[end]! };
  }

  /** Up to 32 code points on either side, in whole words of the same paragraph. Offsets are UTF-16. */
  context(start: number, end: number): { prefix: string; suffix: string } {
    const before = [...this.text.slice(this.text.lastIndexOf("\n", start - 1) + 1, start)];
    const stop = this.text.indexOf("\n", end);
    const after = [...this.text.slice(end, stop === -1 ? undefined : stop)];
    let prefix = before.slice(-32).join("");
    if (before.length > 32 && !/\s/.test(before.at(-33)!)) prefix = prefix.replace(/^\S+/, "");
    let suffix = after.slice(0, 32).join("");
    if (after.length > 32 && !/\s/.test(after[32]!)) suffix = suffix.replace(/\S+$/, "");
    return { prefix: start === 0 ? "" : prefix.trimStart(), suffix: suffix.trimEnd() };
  }

  /** In words: the passage most like a quote that is not in the text, where it is, and how the two differ. */
  nearest(quote: string): string {
    const folded = fold(this.text);
    const wanted = fold(quote);
    const exact = folded.text.indexOf(wanted.text);
    if (exact !== -1) {
      const start = folded.from[exact]!;
      const passage = this.text.slice(start, folded.from[exact + wanted.text.length - 1]! + 1);
      return `the nearest passage is "${shorten(passage)}" at ${this.span(start, start).start} (differs in ${difference(quote, passage)})`;
    }
    const passageWords = [...this.text.matchAll(/\S+/g)];
    const quoteWords = quote.split(/\s+/).filter(Boolean);
    const plain = (word: string) => fold(word).text.replace(/[^\p{L}\p{N}]/gu, "");
    const wantedWords = new Set(quoteWords.map(plain));
    let best = { hits: 0, from: 0 };
    for (let from = 0; from + quoteWords.length <= passageWords.length; from++) {
      let hits = 0;
      for (let k = 0; k < quoteWords.length; k++) {
        const word = plain(passageWords[from + k]![0]);
        if (wantedWords.has(word)) hits += word === plain(quoteWords[k]!) ? 2 : 1;
      }
      if (hits > best.hits) best = { hits, from };
    }
    if (best.hits < quoteWords.length / 2) return "nothing like it stands there";
    const chosen = passageWords.slice(best.from, best.from + quoteWords.length);
    const start = chosen[0]!.index;
    const last = chosen.at(-1)!;
    const k = quoteWords.findIndex((word, i) => word !== chosen[i]![0]);
    return `the nearest passage is "${shorten(this.text.slice(start, last.index + last[0].length))}" at ${this.span(start, start).start} (differs at "${chosen[k]![0]}")`;
  }
}

/** Case, apostrophes, quotation marks, dashes and white space levelled; `from` leads back to the text. */
function fold(text: string): { text: string; from: number[] } {
  let out = "";
  const from: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    const plain = /\s/.test(c) ? " " : /[‘’ʼ`´']/.test(c) ? "'" : /[“”„«»"]/.test(c) ? '"' : /[‐-―−]/.test(c) ? "-" : c.toLowerCase();
    if (plain === " " && out.endsWith(" ")) continue;
    out += plain;
    for (let k = 0; k < plain.length; k++) from.push(i);
  }
  return { text: out, from };
}

function difference(quote: string, passage: string): string {
  const kinds: [string, RegExp][] = [
    ["the apostrophe", /[‘’ʼ`´']/g],
    ["the quotation marks", /[“”„«»"]/g],
    ["the dash", /[‐-―−-]/g],
    ["white space", /\s+/g],
  ];
  const found = kinds.filter(([, form]) => JSON.stringify(quote.match(form)) !== JSON.stringify(passage.match(form))).map(([name]) => name);
  if (quote.toLowerCase() === passage.toLowerCase() && quote !== passage) found.push("upper and lower case");
  return found.join(", ") || "a letter";
}
