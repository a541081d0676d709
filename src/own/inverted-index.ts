/**
 * Full-text search for many documents: an inverted index. It gives the answers of the scan in
 * text/text-index.ts. 5 bytes per different word of each document, 4 per document, and the
 * vocabulary.
 */
import {
  bm25,
  compareRanks,
  rarity,
  type Rank,
  type TextIndex,
  type TextIndexFactory,
} from "../text/text-index.ts";
import {
  fold,
  hasDigit,
  queryWords,
  shortestCorrected,
  similarity,
  toTerm,
  wordsOf,
  type QueryWord,
  type Term,
} from "../text/words.ts";
import { lowerBoundNear } from "./posting-list.ts";

/**
 * The documents that hold each term: those of term `t` are `documents[starts[t]]` to
 * `documents[starts[t + 1] - 1]`.
 */
interface InvertedIndex {
  readonly terms: readonly string[];
  readonly termNumbers: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  /** How often a document holds the term; at most 255. */
  readonly frequencies: Uint8Array;
  /** The number of words of each document. */
  readonly lengths: Uint32Array;
}

/** Numbers the terms of all documents. */
class TermNumbers {
  readonly numbers = new Map<string, number>();
  /** Words as they are written, so that each is folded once. */
  readonly #written = new Map<string, number | undefined>();

  numberOf(word: string): number | undefined {
    if (!this.#written.has(word)) {
      const term = fold(word);
      if (term !== "" && !this.numbers.has(term)) this.numbers.set(term, this.numbers.size);
      this.#written.set(word, this.numbers.get(term));
    }
    return this.#written.get(word);
  }
}

/** The numbers of the words of a document, in order. */
function termsOf(texts: readonly string[], terms: TermNumbers): number[] {
  const found: number[] = [];
  for (const text of texts)
    for (const written of wordsOf(text)) {
      const number = terms.numberOf(written);
      if (number !== undefined) found.push(number);
    }
  return found;
}

function toInvertedIndex(documents: Iterable<readonly string[]>): InvertedIndex {
  const terms = new TermNumbers();
  const perDocument = Array.from(documents, (texts) => Uint32Array.from(termsOf(texts, terms)));
  const termCount = terms.numbers.size;

  // first how many documents hold each term, then where each list starts, then the lists
  const lastDocument = new Int32Array(termCount).fill(-1);
  const starts = new Uint32Array(termCount + 1);
  perDocument.forEach((numbers, document) => {
    for (const term of numbers) {
      if (lastDocument[term] !== document) starts[term + 1]!++;
      lastDocument[term] = document;
    }
  });
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!;
  const held = new Uint32Array(starts[termCount]!);
  const frequencies = new Uint8Array(held.length);
  const nextFree = starts.slice();
  lastDocument.fill(-1);
  perDocument.forEach((numbers, document) => {
    for (const term of numbers) {
      if (lastDocument[term] !== document) held[nextFree[term]!++] = document;
      lastDocument[term] = document;
      const position = nextFree[term]! - 1;
      if (frequencies[position]! < 255) frequencies[position]!++;
    }
  });
  return {
    terms: [...terms.numbers.keys()],
    termNumbers: terms.numbers,
    starts,
    documents: held,
    frequencies,
    lengths: Uint32Array.from(perDocument, ({ length }) => length),
  };
}

/** The first position in a sorted list of words that is not before `word`. */
function positionOf(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* withPrefix(sorted: readonly string[], prefix: string): Generator<string> {
  for (let i = positionOf(sorted, prefix); sorted[i]?.startsWith(prefix); i++) yield sorted[i]!;
}

function reversed(word: string): string {
  let out = "";
  for (let i = word.length - 1; i >= 0; i--) out += word[i]!;
  return out;
}

/** A term that is like a word of the query. */
interface SimilarTerm {
  readonly term: number;
  readonly weight: number;
}

/**
 * The vocabulary, sorted from the front and from the back, so that similar terms are found without
 * reading all.
 */
class Vocabulary {
  readonly #index: InvertedIndex;
  #sorted: readonly string[] | undefined;
  #sortedBackwards: readonly string[] | undefined;

  constructor(index: InvertedIndex) {
    this.#index = index;
  }

  /** The terms that are like a word of a query. */
  similarTerms(word: QueryWord): SimilarTerm[] {
    const candidates = new Set(word.forms.flatMap((form) => [...this.#candidates(form)]));
    const similar: SimilarTerm[] = [];
    for (const candidate of candidates) {
      const weight = similarity(toTerm(candidate), word);
      if (weight > 0) similar.push({ term: this.#index.termNumbers.get(candidate)!, weight });
    }
    return similar;
  }

  /** The terms that may be like a word: no term that is like it is left out. */
  *#candidates({ text, stem }: Term): Generator<string> {
    if (this.#index.termNumbers.has(text)) yield text;
    if (hasDigit(text)) return;
    yield* this.#withPrefix(text);
    // the forms of a word differ from its stem in the last two letters at most
    if (stem.length > 3) yield* this.#withPrefix(stem.slice(0, -2));
    if (text.length >= shortestCorrected) yield* this.#withOneError(text);
  }

  #withPrefix(prefix: string): Generator<string> {
    this.#sorted ??= [...this.#index.terms].sort();
    return withPrefix(this.#sorted, prefix);
  }

  /**
   * One error leaves the first half of a word as it is, or the second; or it swaps the two letters
   * in the middle.
   */
  *#withOneError(word: string): Generator<string> {
    this.#sortedBackwards ??= this.#index.terms.map(reversed).sort();
    const half = word.length >> 1;
    const isNear = (candidate: string) => Math.abs(candidate.length - word.length) < 2;
    for (const candidate of this.#withPrefix(word.slice(0, half)))
      if (isNear(candidate)) yield candidate;
    for (const candidate of withPrefix(this.#sortedBackwards, reversed(word.slice(half))))
      if (isNear(candidate)) yield reversed(candidate);
    const swapped = word.slice(0, half - 1) + word[half]! + word[half - 1]! + word.slice(half + 1);
    if (this.#index.termNumbers.has(swapped)) yield swapped;
  }
}

/**
 * A word of the query: the terms like it, and how many documents hold the most frequent of them.
 */
interface WeighedWord {
  readonly similar: readonly SimilarTerm[];
  readonly holding: number;
  readonly postings: number;
}

/** The documents that hold all words so far, ascending. */
interface Candidates {
  readonly documents: Uint32Array;
  /** For each word, its weighed frequency in each of the documents. */
  readonly frequencies: readonly Float64Array[];
  /** For each word, how like it the best word of each document is. */
  readonly weights: readonly Float64Array[];
}

/** The documents of one term, with its weighed frequency in each. */
function documentsOfTerm(index: InvertedIndex, { term, weight }: SimilarTerm): Candidates {
  const [start, end] = [index.starts[term]!, index.starts[term + 1]!];
  const frequencies = new Float64Array(end - start);
  for (let i = start; i < end; i++) frequencies[i - start] = weight * index.frequencies[i]!;
  const weights = new Float64Array(end - start).fill(weight);
  const documents = index.documents.subarray(start, end);
  return { documents, frequencies: [frequencies], weights: [weights] };
}

/** The documents of a word, with its weighed frequency in each. */
function documentsOfWord(index: InvertedIndex, { similar }: WeighedWord): Candidates {
  if (similar.length === 1) return documentsOfTerm(index, similar[0]!);
  const sums = new Map<number, number>();
  const best = new Map<number, number>();
  for (const { term, weight } of similar)
    for (let i = index.starts[term]!; i < index.starts[term + 1]!; i++) {
      const document = index.documents[i]!;
      sums.set(document, (sums.get(document) ?? 0) + weight * index.frequencies[i]!);
      best.set(document, Math.max(best.get(document) ?? 0, weight));
    }
  const documents = Uint32Array.from(sums.keys()).sort();
  const frequencies = Float64Array.from(documents, (document) => sums.get(document)!);
  const weights = Float64Array.from(documents, (document) => best.get(document)!);
  return { documents, frequencies: [frequencies], weights: [weights] };
}

/** What is known of a word in each of some documents. */
interface WordSums {
  readonly frequencies: Float64Array;
  readonly weights: Float64Array;
}

/** Adds the weighed frequency of a term in each of some ascending documents. */
function addFrequencies(
  index: InvertedIndex,
  { term, weight }: SimilarTerm,
  documents: Uint32Array,
  { frequencies, weights }: WordSums,
): void {
  const end = index.starts[term + 1]!;
  let position = index.starts[term]!;
  for (let i = 0; i < documents.length && position < end; i++) {
    position = lowerBoundNear(index.documents, documents[i]!, position, end);
    if (position === end || index.documents[position] !== documents[i]) continue;
    frequencies[i]! += weight * index.frequencies[position]!;
    weights[i] = Math.max(weights[i]!, weight);
  }
}

function positionsAboveZero(numbers: Float64Array): Uint32Array {
  const positions = new Uint32Array(numbers.length);
  let count = 0;
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! > 0) positions[count++] = i;
  return positions.subarray(0, count);
}

/** The candidates that hold a further word too. */
function intersect(index: InvertedIndex, candidates: Candidates, word: WeighedWord): Candidates {
  const { documents, frequencies, weights } = candidates;
  const [ofWord, best] = [new Float64Array(documents.length), new Float64Array(documents.length)];
  const sums = { frequencies: ofWord, weights: best };
  for (const similar of word.similar) addFrequencies(index, similar, documents, sums);
  const kept = positionsAboveZero(ofWord);
  const pick = <Numbers extends Uint32Array | Float64Array>(from: Numbers, to: Numbers) => {
    for (let i = 0; i < kept.length; i++) to[i] = from[kept[i]!]!;
    return to;
  };
  return {
    documents: pick(documents, new Uint32Array(kept.length)),
    frequencies: [...frequencies, ofWord].map((all) => pick(all, new Float64Array(kept.length))),
    weights: [...weights, best].map((all) => pick(all, new Float64Array(kept.length))),
  };
}

/**
 * Inserts a match into the best so far, best first, of which at most `limit` are kept. Matches come
 * in the order of their documents, so one comes after others of the same score.
 */
function insertMatch(best: Rank[], match: Rank, limit: number): void {
  let position = best.length;
  while (position > 0 && compareRanks(match, best[position - 1]!) < 0) position--;
  best.splice(position, 0, match);
  if (best.length > limit) best.pop();
}

/** What a document holds of a word of the query; undefined: nothing. */
interface HeldWord {
  /** Its weighed frequency. */
  readonly frequency: number;
  readonly weight: number;
}
/** What a document holds of each word of the query, by its number. */
type HeldWords = (word: number) => HeldWord | undefined;

interface Wanted {
  readonly limit: number;
  readonly keep: (document: number) => boolean;
}

/** Up to here inserting matches one by one is faster than sorting them all. */
const longestInserted = 200;

/** Ranks the documents of an index for a query. */
class Ranking {
  readonly #index: InvertedIndex;
  readonly #vocabulary: Vocabulary;
  readonly #meanLength: number;

  constructor(index: InvertedIndex) {
    const { lengths } = index;
    this.#index = index;
    this.#vocabulary = new Vocabulary(index);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    this.#meanLength = total / Math.max(1, lengths.length) || 1;
  }

  weigh(word: QueryWord): WeighedWord {
    const { starts } = this.#index;
    const similar = this.#vocabulary.similarTerms(word);
    const sizes = similar.map(({ term }) => starts[term + 1]! - starts[term]!);
    return {
      similar,
      holding: sizes.reduce((most, size) => Math.max(most, size), 0),
      postings: sizes.reduce((sum, size) => sum + size, 0),
    };
  }

  #rank(document: number, words: readonly WeighedWord[], heldWords: HeldWords): Rank {
    const { lengths } = this.#index;
    const relativeLength = lengths[document]! / this.#meanLength;
    let [score, held, exact] = [0, 0, 0];
    words.forEach(({ holding }, word) => {
      const found = heldWords(word);
      if (found === undefined) return;
      const rare = rarity(lengths.length, holding);
      score += bm25(found.frequency, rare, relativeLength);
      held += rare;
      exact += rare * found.weight;
    });
    return { document, score, held, exact };
  }

  /** The best of the documents that hold all words. */
  withAllWords(words: readonly WeighedWord[], { limit, keep }: Wanted): Rank[] {
    // the documents of the rarest word are the candidates; each further word leaves fewer
    const ordered = [...words].sort((a, b) => a.postings - b.postings);
    const {
      documents: found,
      frequencies,
      weights,
    } = ordered
      .slice(1)
      .reduce<Candidates>(
        (candidates, word) => intersect(this.#index, candidates, word),
        documentsOfWord(this.#index, ordered[0]!),
      );
    const best: Rank[] = [];
    for (let i = 0; i < found.length; i++) {
      const rank = this.#rank(found[i]!, ordered, (word) => ({
        frequency: frequencies[word]![i]!,
        weight: weights[word]![i]!,
      }));
      if (best.length === limit && compareRanks(rank, best[limit - 1]!) >= 0) continue;
      if (!keep(rank.document)) continue;
      if (limit <= longestInserted) insertMatch(best, rank, limit);
      else best.push(rank);
    }
    return limit <= longestInserted ? best : best.sort(compareRanks).slice(0, limit);
  }

  /** All documents that hold some of the words, and not all, best first. */
  withSomeWords(words: readonly WeighedWord[], { keep }: Wanted): Rank[] {
    const byDocument = new Map<number, Map<number, HeldWord>>();
    words.forEach((weighed, word) => {
      const { documents: found, frequencies, weights } = documentsOfWord(this.#index, weighed);
      found.forEach((document, i) => {
        const ofWords = byDocument.get(document) ?? new Map<number, HeldWord>();
        const held = { frequency: frequencies[0]![i]!, weight: weights[0]![i]! };
        byDocument.set(document, ofWords.set(word, held));
      });
    });
    return [...byDocument]
      .filter(([document, ofWords]) => ofWords.size < words.length && keep(document))
      .map(([document, ofWords]) => this.#rank(document, words, (word) => ofWords.get(word)))
      .sort(compareRanks);
  }
}

/** An inverted index of documents. */
export const toInvertedTextIndex: TextIndexFactory = (documents): TextIndex => {
  const ranking = new Ranking(toInvertedIndex(documents));
  return {
    search(query, { limit = Infinity, keep = () => true } = {}) {
      // a word that no document holds says nothing about them
      const words = queryWords(query)
        .map((word) => ranking.weigh(word))
        .filter(({ postings }) => postings > 0);
      if (limit === 0 || words.length === 0) return [];
      const all = ranking.withAllWords(words, { limit, keep });
      const isFull = all.length === limit || words.length === 1;
      const some = isFull ? [] : ranking.withSomeWords(words, { limit, keep });
      const ranks = [...all, ...some.slice(0, limit - all.length)];
      return ranks.map(({ document, score }) => ({ document, score }));
    },
  };
};
