/**
 * Ranked full-text search over documents of several texts. It knows words, not records. Building reads each character
 * once; a query costs a look-up for each word, a walk of the vocabulary for prefixes and typing errors, and the postings.
 */

/** Where a word stands in a text, in UTF-16 units. */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** One document that matches, with its rank by BM25. */
export interface Match {
  readonly document: number;
  readonly score: number;
}

const marks = /\p{M}/gu;
const words = /[\p{L}\p{N}]+(?:[’'][\p{L}\p{N}]+)*/gu;

/** Case, diacritics and possessives levelled: "Xankəndi’s" is "xankendi". */
export const fold = (word: string): string =>
  word
    .normalize("NFD")
    .replace(marks, "")
    .toLowerCase()
    .replace(/[’']s$/, "")
    .replace(/[’']/g, "")
    .replace(/ə/g, "e")
    .replace(/ı/g, "i");

/** The words of a text, folded, with their places. */
export const tokens = (text: string): Token[] =>
  [...text.matchAll(words)].map((m) => ({ term: fold(m[0]), start: m.index, end: m.index + m[0].length })).filter((t) => t.term !== "");

/** Whether two words differ by at most one letter added, dropped, replaced or swapped with its neighbour. */
export function within1(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (a.length > b.length) return a.slice(i + 1) === b.slice(i);
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
  return a.slice(i + 1) === b.slice(i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
}

/**
 * How well a word of a text stands for a word of a query: 1 the same, 0.7 begins with it, 0.4 one typing error in a word
 * of four letters or more, 0 not at all.
 */
export const likeness = (term: string, asked: string): number =>
  term === asked ? 1 : term.startsWith(asked) ? 0.7 : asked.length >= 4 && within1(term, asked) ? 0.4 : 0;

/** BM25 of one word: saturation 1.2, length normalisation 0.75. */
export const bm25 = (frequency: number, length: number, meanLength: number, documents: number, holding: number): number =>
  Math.log(1 + (documents - holding + 0.5) / (holding + 0.5)) *
  ((frequency * 2.2) / (frequency + 1.2 * (0.25 + (0.75 * length) / meanLength)));

export class TextIndex {
  readonly #lengths: number[] = [];
  readonly #postings = new Map<string, Map<number, number>>();
  readonly #mean: number;

  /** @param documents - The texts of each document. */
  constructor(documents: Iterable<readonly string[]>) {
    let total = 0;
    for (const texts of documents) {
      const document = this.#lengths.length;
      let length = 0;
      for (const text of texts)
        for (const { term } of tokens(text)) {
          let posting = this.#postings.get(term);
          if (!posting) this.#postings.set(term, (posting = new Map<number, number>()));
          posting.set(document, (posting.get(document) ?? 0) + 1);
          length++;
        }
      this.#lengths.push(length);
      total += length;
    }
    this.#mean = total / Math.max(1, this.#lengths.length) || 1;
  }

  /** The documents that hold every word of the query or something like it, best first, then in order. */
  search(query: string): Match[] {
    const asked = [...new Set(tokens(query).map((t) => t.term))];
    if (asked.length === 0) return [];
    let scores: Map<number, number> | undefined;
    for (const word of asked) {
      // of each document, its words like the one asked for, each weighed by its likeness
      const frequency = new Map<number, number>();
      for (const [term, posting] of this.#postings) {
        const weight = likeness(term, word);
        if (weight > 0) for (const [document, count] of posting) frequency.set(document, (frequency.get(document) ?? 0) + weight * count);
      }
      const next = new Map<number, number>();
      for (const [document, f] of frequency) {
        const before = scores === undefined ? 0 : scores.get(document);
        if (before !== undefined)
          next.set(document, before + bm25(f, this.#lengths[document]!, this.#mean, this.#lengths.length, frequency.size));
      }
      scores = next;
    }
    return [...scores!].map(([document, score]) => ({ document, score })).sort((a, b) => b.score - a.score || a.document - b.document);
  }
}

/** The stretches of a text that stand for a word of the query, in UTF-16 units, in order. */
export function marksIn(text: string, query: string): [start: number, end: number][] {
  const asked = [...new Set(tokens(query).map((t) => t.term))];
  return tokens(text)
    .filter(({ term }) => asked.some((word) => likeness(term, word) > 0))
    .map(({ start, end }) => [start, end]);
}
