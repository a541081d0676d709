/**
 * Full-text search over documents. It knows words, not records; one implementation reads all
 * documents.
 */
import { queryWords, similarity, tokenize, toTerm, type QueryWord } from "./words.ts";

/** A document that matches, with its rank by BM25. */
export interface Match {
  /** The position of the document in the list. */
  readonly document: number;
  readonly score: number;
}

/** Which matches are wanted. */
export interface TextPage {
  /** At most this many. Default: all. */
  readonly limit?: number;
  /** Only the documents for which this is true. */
  readonly keep?: (document: number) => boolean;
}

/** Documents that can be searched. Every implementation gives the same answers. */
export interface TextIndex {
  /**
   * The documents that hold every word of the query, or words like it: best first, then in their
   * order. After them those that hold a part of the words: those with the rarest words first, then
   * best first. The word itself counts more than one like it. The rarity of a word is that of the
   * most frequent word that is like it, because a typing error in a text is rare by itself.
   */
  search(query: string, page?: TextPage): Match[];
}

/** Makes an index of documents, each of several texts. */
export type TextIndexFactory = (documents: Iterable<readonly string[]>) => TextIndex;

/**
 * How often words of a document are like a word of the query, and how many documents hold the most
 * frequent of them.
 */
interface WordMatch {
  readonly frequencies: readonly number[];
  /** How like the word the best word of each document is: 1 for the word itself. */
  readonly weights: readonly number[];
  readonly holding: number;
}

/** The rarity of a word that so many documents hold. */
export function rarity(documents: number, holding: number): number {
  return Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));
}

/** BM25 of one word: rising with its frequency, falling with the length of the document. */
export function bm25(frequency: number, rarity: number, relativeLength: number): number {
  return (rarity * frequency * 2.2) / (frequency + 1.2 * (0.25 + 0.75 * relativeLength));
}

/** A document with what it holds of a query. */
export interface Rank extends Match {
  /** The sum of the rarities of the words that it holds, or words like them. */
  readonly held: number;
  /** The same, each rarity weighed by how like the word is. */
  readonly exact: number;
}

/**
 * Documents that hold more come first, then those that hold the words themselves rather than longer
 * or misspelt ones, then those that score better, then in their order.
 */
export function compareRanks(a: Rank, b: Rank): number {
  // sums of the same numbers in another order differ in their last digits
  if (Math.abs(a.held - b.held) > 1e-9) return b.held - a.held;
  if (Math.abs(a.exact - b.exact) > 1e-9) return b.exact - a.exact;
  return b.score - a.score || a.document - b.document;
}

/** Reads all documents for each query. It suits a few thousand short documents. */
export const toTextScan: TextIndexFactory = (documents) => {
  const counts = [...documents].map((texts) => {
    const terms = new Map<string, number>();
    for (const { term } of texts.flatMap(tokenize)) terms.set(term, (terms.get(term) ?? 0) + 1);
    return terms;
  });
  const lengths = counts.map((terms) => [...terms.values()].reduce((sum, n) => sum + n, 0));
  const meanLength = lengths.reduce((sum, n) => sum + n, 0) / Math.max(1, lengths.length) || 1;
  const holding = new Map<string, number>();
  for (const terms of counts)
    for (const term of terms.keys()) holding.set(term, (holding.get(term) ?? 0) + 1);
  const terms = [...holding.keys()].map(toTerm);

  function matchWord(word: QueryWord): WordMatch {
    const like = terms.flatMap((term) => {
      const weight = similarity(term, word);
      return weight > 0 ? [{ term: term.text, weight }] : [];
    });
    return {
      frequencies: counts.map((own) =>
        like.reduce((sum, { term, weight }) => sum + weight * (own.get(term) ?? 0), 0),
      ),
      weights: counts.map((own) =>
        like.reduce((best, { term, weight }) => (own.has(term) ? Math.max(best, weight) : best), 0),
      ),
      holding: Math.max(0, ...like.map(({ term }) => holding.get(term)!)),
    };
  }

  function rank(document: number, words: readonly WordMatch[]): Rank {
    const relativeLength = lengths[document]! / meanLength;
    let [score, held, exact] = [0, 0, 0];
    for (const { frequencies, weights, holding: documentsWithIt } of words) {
      const frequency = frequencies[document]!;
      if (frequency === 0) continue;
      const rare = rarity(counts.length, documentsWithIt);
      score += bm25(frequency, rare, relativeLength);
      held += rare;
      exact += rare * weights[document]!;
    }
    return { document, score, held, exact };
  }

  return {
    search(query, { limit = Infinity, keep } = {}) {
      const words = queryWords(query).map(matchWord);
      const ranks = [...counts.keys()]
        .filter((document) => words.some(({ frequencies }) => frequencies[document]! > 0))
        .filter((document) => keep?.(document) ?? true)
        .map((document) => rank(document, words));
      const best = ranks.sort(compareRanks).slice(0, limit);
      return best.map(({ document, score }) => ({ document, score }));
    },
  };
};
