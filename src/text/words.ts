/** The words of a text, and how well a word of a text matches a word of a query. */
import { toPlainLetters } from "./letters.ts";
import { stemOf } from "./stem.ts";

/** A word in a text, folded. Positions are UTF-16 units, as JavaScript counts. */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** A word with apostrophes inside it, or a number with its separators. */
const word = String.raw`[\p{L}\p{N}\p{M}\p{Cf}]+(?:[’'ʼ][\p{L}\p{N}\p{M}]+|(?<=\p{N})[.,]\p{N}+)*`;
/** Words that hyphens join. */
const compoundForm = new RegExp(String.raw`${word}(?:[-\u2010\u2011]${word})*`, "gu");
const wordForm = new RegExp(word, "gu");

/** A word without case, diacritics and possessive: "Xankəndi’s" becomes "xankendi". */
export function fold(written: string): string {
  return toPlainLetters(written)
    .replace(/[’'ʼ]s$/, "")
    .replace(/[’'ʼ]/g, "")
    .replace(/(?<=\d),(?=\d)/g, "");
}

/** A word as it is written, and where. */
interface WrittenWord {
  readonly written: string;
  readonly start: number;
}

/** The parts of a compound, and the compound as one word: "post-war" is also "postwar". */
function partsOfCompound(compound: string, start: number): WrittenWord[] {
  const parts = [...compound.matchAll(wordForm)].map((match) => ({
    written: match[0],
    start: start + match.index,
  }));
  // what hyphens join in dates and numbers is no word
  const isWord = parts.length > 1 && !/\p{N}/u.test(compound);
  return isWord ? [...parts, { written: compound, start }] : parts;
}

function* writtenWords(text: string): Generator<WrittenWord> {
  for (const match of text.matchAll(compoundForm)) yield* partsOfCompound(match[0], match.index);
}

/** The words of a text as they are written; a compound also as one word without hyphens. */
export function* wordsOf(text: string): Generator<string> {
  for (const { written } of writtenWords(text)) yield written.replace(/[-\u2010\u2011]/g, "");
}

/** The words of a text with their positions. */
export function tokenize(text: string): Token[] {
  const found: Token[] = [];
  for (const { written, start } of writtenWords(text)) {
    const term = fold(written.replace(/[-\u2010\u2011]/g, ""));
    if (term !== "") found.push({ term, start, end: start + written.length });
  }
  return found;
}

/** A folded word with its stem. */
export interface Term {
  readonly text: string;
  readonly stem: string;
}

export function toTerm(text: string): Term {
  return { text, stem: stemOf(text) };
}

/** A word of a query. */
export interface QueryWord {
  /** As it is written. */
  readonly written: string;
  /** The word; for a part of a compound also the compound as one word. */
  readonly forms: readonly Term[];
}

/**
 * Words of grammar, which say little about what is meant. They are left out of a query that has
 * other words.
 */
const grammar: ReadonlySet<string> = new Set(
  (
    "a about all also an and any are as at be been between by can could did do does for from had " +
    "has have how if in into is it its more of on or s say said says should so than that the " +
    "their them there these they this those to was were what when where whether which who whom " +
    "whose why will with would"
  ).split(" "),
);

function formsOfCompound(compound: string): QueryWord[] {
  const parts = [...compound.matchAll(wordForm)].map(([written]) => written);
  const joined = parts.length > 1 ? [toTerm(fold(parts.join("")))] : [];
  return parts.map((written) => ({ written, forms: [toTerm(fold(written)), ...joined] }));
}

/** The different words of a query. */
export function queryWords(query: string): QueryWord[] {
  const found = [...query.matchAll(compoundForm)].flatMap(([compound]) =>
    formsOfCompound(compound),
  );
  const unique = new Map(
    found.filter(({ forms }) => forms[0]!.text !== "").map((one) => [one.forms[0]!.text, one]),
  );
  const words = [...unique.values()];
  const meaning = words.filter(({ forms }) => !grammar.has(forms[0]!.text));
  return meaning.length > 0 ? meaning : words;
}

/**
 * Whether two words differ by at most one letter added, removed, replaced or swapped with its
 * neighbour.
 */
export function differByOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (a.length > b.length) return a.slice(i + 1) === b.slice(i);
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
  const isReplaced = a.slice(i + 1) === b.slice(i + 1);
  const isSwapped = a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  return isReplaced || isSwapped;
}

/** Shorter words are not matched with typing errors, because too many words would match. */
export const shortestCorrected = 4;

export function hasDigit(text: string): boolean {
  return /\p{N}/u.test(text);
}

function similarityToForm(term: Term, wanted: Term): number {
  if (term.text === wanted.text) return 1;
  // a number that is nearly the same is another number
  if (hasDigit(wanted.text)) return 0;
  if (term.stem === wanted.stem) return 0.9;
  if (term.text.startsWith(wanted.text)) return 0.7;
  const isCorrected = wanted.text.length >= shortestCorrected && !hasDigit(term.text);
  return isCorrected && differByOneEdit(term.text, wanted.text) ? 0.4 : 0;
}

/**
 * How well a word of a text matches a word of a query: 1 the same word, 0.9 another form of it, 0.7
 * it begins with it, 0.4 one typing error in a word of four letters or more, 0 no match. A word
 * with a digit matches only itself.
 */
export function similarity(term: Term, { forms }: QueryWord): number {
  return Math.max(...forms.map((form) => similarityToForm(term, form)));
}

/** Where a text holds words of a query: start and end in UTF-16 units, in order. */
export function marksIn(
  text: string,
  wanted: readonly QueryWord[],
): [start: number, end: number][] {
  const found = tokenize(text).filter(({ term }) => {
    const read = toTerm(term);
    return wanted.some((one) => similarity(read, one) > 0);
  });
  const marks: [start: number, end: number][] = [];
  for (const { start, end } of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = marks.at(-1);
    // a compound is marked once, and not again in its parts
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

/** The words of a query that none of some texts holds, as they are written. */
export function missingWords(texts: readonly string[], wanted: readonly QueryWord[]): string[] {
  const terms = new Set(texts.flatMap(tokenize).map(({ term }) => term));
  const read = [...terms].map(toTerm);
  return wanted
    .filter((one) => !read.some((term) => similarity(term, one) > 0))
    .map(({ written }) => written);
}
