/** For a quote that is not in a text: the passage most like it, and how the two differ. */
import { nameOfCharacter } from "../../src/text/visible.ts";
import { shorten } from "../problem.ts";
import type { SeedText } from "./seed-text.ts";

/** Characters that curators mistake for each other, by what they are called in a message. */
const lookalikes: readonly (readonly [name: string, form: RegExp, plain: string])[] = [
  ["the apostrophe", /[‘’ʼ`´']/g, "'"],
  ["the quotation marks", /[“”„«»"]/g, '"'],
  ["the dash", /[‐-―−-]/g, "-"],
  ["white space", /\s+/g, " "],
];

/**
 * A text in which similar characters are the same, with the offset in the text for each of its
 * characters.
 */
interface Folded {
  readonly text: string;
  readonly offsets: readonly number[];
}

function foldCharacter(character: string): string {
  for (const [, form, plain] of lookalikes) if (character.search(form) === 0) return plain;
  return character.toLowerCase();
}

function fold(text: string): Folded {
  let folded = "";
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const plain = foldCharacter(text[i]!);
    if (plain === " " && folded.endsWith(" ")) continue;
    folded += plain;
    for (let k = 0; k < plain.length; k++) offsets.push(i);
  }
  return { text: folded, offsets };
}

/** In which characters two texts differ that are the same when folded. */
function describeDifference(quote: string, passage: string): string {
  const found = lookalikes
    .filter(([, form]) => String(quote.match(form)) !== String(passage.match(form)))
    .map(([name]) => name);
  if (quote.toLowerCase() === passage.toLowerCase() && quote !== passage)
    found.push("upper and lower case");
  return found.join(", ") || "a letter";
}

function describePassage(text: SeedText, start: number, passage: string): string {
  return `the nearest passage is "${shorten(passage)}" at ${text.span(start, start).start}`;
}

/** The passage of a text that a quote is when similar characters are the same. */
function samePassage(text: SeedText, quote: string): { start: number; end: number } | undefined {
  const folded = fold(text.text);
  const wanted = fold(quote).text;
  const at = folded.text.indexOf(wanted);
  if (at === -1) return undefined;
  const start = folded.offsets[at]!;
  return { start, end: folded.offsets[at + wanted.length - 1]! + 1 };
}

/** Whether similar characters make a quote more than one passage. */
function isAmbiguous(text: SeedText, quote: string): boolean {
  const { text: folded } = fold(text.text);
  const wanted = fold(quote).text;
  return folded.indexOf(wanted) !== folded.lastIndexOf(wanted);
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** A stretch without cut words. Offsets are UTF-16. */
function toWholeWords(text: string, start: number, end: number): string {
  let [from, to] = [start, end];
  const isInWord = (at: number) =>
    wordCharacter.test(text[at - 1] ?? "") && wordCharacter.test(text[at] ?? "");
  while (isInWord(from)) from--;
  while (isInWord(to)) to++;
  return text.slice(from, to);
}

/**
 * The words that a curator must have meant: the only passage that has the same words in other
 * signs, or that completes a cut word; undefined when several may be meant, or none.
 */
export function intendedWords(quote: string, text: SeedText): string | undefined {
  const trimmed = quote.trim();
  if (trimmed === "" || isAmbiguous(text, trimmed)) return undefined;
  const found = samePassage(text, trimmed);
  if (found === undefined) return undefined;
  const words = toWholeWords(text.text, found.start, found.end);
  return words === quote ? undefined : words;
}

/** The words of a text as they are compared: folded, letters and digits only. */
function plainWord(word: string): string {
  return fold(word).text.replace(/[^\p{L}\p{N}]/gu, "");
}

/** How many words of a stretch are words of the quote; a word in its place counts twice. */
function countHits(stretch: readonly string[], quote: readonly string[]): number {
  const wanted = new Set(quote);
  return stretch.reduce((hits, word, i) => {
    if (!wanted.has(word)) return hits;
    return hits + (word === quote[i] ? 2 : 1);
  }, 0);
}

/** The stretch of as many words as the quote has that shares most words with it. */
function mostSimilarStretch(
  words: readonly string[],
  quote: readonly string[],
): { hits: number; first: number } {
  let best = { hits: 0, first: 0 };
  for (let first = 0; first + quote.length <= words.length; first++) {
    const hits = countHits(words.slice(first, first + quote.length), quote);
    if (hits > best.hits) best = { hits, first };
  }
  return best;
}

/** Where a word differs from the one of the quote; a letter that looks the same is named. */
function describeWord(word: string, quoted: string): string {
  const odd = [...quoted].find((character) => !word.includes(character) && character > "\x7f");
  const hint = odd === undefined ? "" : `, where the quote has ${nameOfCharacter(odd)}`;
  return `"${word}"${hint}`;
}

/**
 * In words: the passage most like a quote that is not in the text, where it is, and how the two
 * differ.
 */
export function describeNearestPassage(text: SeedText, quote: string): string {
  // the byte order mark counts as white space
  const unseen = /\ufeff|(?!\s)[\p{Cc}\p{Cf}\ufe00-\ufe0f\u3164]/u.exec(quote)?.[0];
  if (unseen !== undefined && !text.text.includes(unseen))
    return `the quote holds ${nameOfCharacter(unseen)}, which is not seen; remove it`;
  const trimmed = quote.trim();
  const own = text.text.indexOf(trimmed);
  // words that are there letter for letter can only differ at their ends
  if (trimmed !== quote && trimmed !== "" && own !== -1)
    return `${describePassage(text, own, trimmed)} (differs in white space at its ends)`;
  const same = trimmed === "" ? undefined : samePassage(text, trimmed);
  if (same !== undefined) {
    const passage = text.text.slice(same.start, same.end);
    const difference = describeDifference(trimmed, passage);
    return `${describePassage(text, same.start, passage)} (differs in ${difference})`;
  }
  const textWords = [...text.text.matchAll(/\S+/g)];
  const quoteWords = quote.split(/\s+/).filter((word) => word !== "");
  const { hits, first } = mostSimilarStretch(
    textWords.map(([word]) => plainWord(word)),
    quoteWords.map(plainWord),
  );
  if (hits === 0 || hits < quoteWords.length / 2) return "nothing like it is there";
  const chosen = textWords.slice(first, first + quoteWords.length);
  const [start, last] = [chosen[0]!.index, chosen.at(-1)!];
  const passage = text.text.slice(start, last.index + last[0].length);
  const isOther = (word: string, i: number) => plainWord(word) !== plainWord(quoteWords[i]!);
  const other = chosen.findIndex(([word], i) => isOther(word, i));
  const place = other === -1 ? chosen.findIndex(([word], i) => word !== quoteWords[i]) : other;
  const where = describeWord(chosen[place]![0], quoteWords[place]!);
  return `${describePassage(text, start, passage)} (differs at ${where})`;
}
