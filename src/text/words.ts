/** The words of a text, and how well a word of a text matches a word of a query. */

/** A word in a text, folded. Positions are UTF-16 units, as JavaScript counts. */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** A word as it is written, with apostrophes inside it. */
export const wordForm = /[\p{L}\p{N}\p{M}]+(?:[’'][\p{L}\p{N}\p{M}]+)*/gu;
const combiningMarks = /\p{M}/gu;

/** A word without case, diacritics and possessive: "Xankəndi’s" becomes "xankendi". */
export function fold(word: string): string {
  return word
    .normalize("NFD")
    .replace(combiningMarks, "")
    .toLowerCase()
    .replace(/[’']s$/, "")
    .replace(/[’']/g, "")
    .replace(/ə/g, "e")
    .replace(/ı/g, "i");
}

/** The words of a text with their positions. */
export function tokenize(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(wordForm)) {
    const term = fold(match[0]);
    if (term !== "") found.push({ term, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The different words of a query, folded. */
export function queryTerms(query: string): string[] {
  return [...new Set(tokenize(query).map(({ term }) => term))];
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

/**
 * How well a word of a text matches a word of a query: 1 the same word, 0.7 it begins with it, 0.4
 * one typing error in a word of four letters or more, 0 no match.
 */
export function similarity(term: string, wanted: string): number {
  if (term === wanted) return 1;
  if (term.startsWith(wanted)) return 0.7;
  return wanted.length >= shortestCorrected && differByOneEdit(term, wanted) ? 0.4 : 0;
}

/** Where a text holds words of a query: start and end in UTF-16 units, in order. */
export function marksIn(text: string, query: string): [start: number, end: number][] {
  const wanted = queryTerms(query);
  return tokenize(text)
    .filter(({ term }) => wanted.some((word) => similarity(term, word) > 0))
    .map(({ start, end }) => [start, end]);
}
