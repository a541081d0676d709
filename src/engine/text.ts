/**
 * Ranked full-text search over documents of several texts. It knows words, not records. Building reads each character
 * once; a query costs a look-up for each word, a walk of the vocabulary for prefixes and typing errors, and the postings.
 */

import { lowerBound } from "./postings.ts";

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
const words = /[\p{L}\p{N}\p{M}]+(?:[’'][\p{L}\p{N}\p{M}]+)*/gu;

/** Whether a word is of a to z and digits alone, as most are; no regular expression, as each word of each query comes by here. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (!((unit > 96 && unit < 123) || (unit > 47 && unit < 58))) return false;
  }
  return true;
}

/** Case, diacritics and possessives levelled: "Xankəndi’s" is "xankendi". */
export const fold = (word: string): string =>
  isPlain(word)
    ? word
    : word
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

/** Which matches are wanted. */
export interface TextPage {
  /** At most so many; default: all. */
  readonly limit?: number;
  /** Only these documents. */
  readonly keep?: (document: number) => boolean;
}

/** Documents by their words. */
export interface TextIndex {
  /**
   * The documents that hold every word of the query or something like it, best first, then in order. How rare a word is goes by
   * the most frequent of the words that are like it.
   */
  search(query: string, page?: TextPage): Match[];
}

/** For each UTF-16 unit whether it belongs to a word: 1 yes, 2 no, 0 not asked yet. */
const kinds = new Uint8Array(0x10000);
const inWord = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  if ((unit & 0xf800) === 0xd800) {
    // a surrogate: its pair decides
    const start = unit < 0xdc00 ? at : at - 1;
    return letter.test(String.fromCodePoint(text.codePointAt(start) ?? 0));
  }
  return (kinds[unit] ||= letter.test(String.fromCharCode(unit)) ? 1 : 2) === 1;
};
const letter = /^[\p{L}\p{N}\p{M}]/u; // marks too: a letter may be written as two
const apostrophe = (unit: number) => unit === 0x27 || unit === 0x2019;

/** The words of a text as they are written; units that were met before are looked up, not matched. */
function eachWord(text: string, use: (word: string) => void): void {
  for (let at = 0, start = -1; at <= text.length; at++) {
    const inside =
      at < text.length &&
      (inWord(text, at) ||
        (start >= 0 && apostrophe(text.charCodeAt(at)) && at + 1 < text.length && inWord(text, at + 1) && inWord(text, at - 1)));
    if (inside && start < 0) start = at;
    else if (!inside && start >= 0) {
      use(text.slice(start, at));
      start = -1;
    }
  }
}

/** The first place in a sorted list of words that is not before `word`. */
function place(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
const reversed = (word: string): string => {
  let out = "";
  for (let i = word.length - 1; i >= 0; i--) out += word[i]!;
  return out;
};

/** Documents by their terms, in typed arrays: those that hold a term stand from `offsets[term]` on, ascending. */
interface Inverted {
  readonly terms: readonly string[];
  /** The number of each term. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly offsets: Uint32Array;
  readonly held: Uint32Array;
  /** How often; 255 stands for more, too. */
  readonly often: Uint8Array;
  /** How many words each document has. */
  readonly lengths: Uint32Array;
}

function invert(documents: Iterable<readonly string[]>): Inverted {
  const numbers = new Map<string, number>();
  const written = new Map<string, number>(); // each word as it is written, so that it is folded once
  const terms: string[] = [];
  let flat = new Uint32Array(1024); // the terms of all documents, one after the other
  const ends: number[] = [];
  let used = 0;
  const numberOf = (word: string): number => {
    const term = fold(word);
    if (term === "") return -1;
    let number = numbers.get(term);
    if (number === undefined) numbers.set(term, (number = terms.push(term) - 1));
    return number;
  };
  for (const texts of documents) {
    for (const text of texts)
      eachWord(text, (word) => {
        let number = written.get(word);
        if (number === undefined) written.set(word, (number = numberOf(word)));
        if (number < 0) return;
        if (used === flat.length) {
          if (used > 0x7fffffff) throw new RangeError(`more than 2147483647 words are too many to index`);
          const larger = new Uint32Array(used * 2);
          larger.set(flat);
          flat = larger;
        }
        flat[used++] = number;
      });
    ends.push(used);
  }
  // how many documents hold each term, then the documents of each in order
  const last = new Int32Array(terms.length).fill(-1);
  const offsets = new Uint32Array(terms.length + 1);
  const each = (use: (term: number, document: number, first: boolean) => void) => {
    for (let document = 0, i = 0; document < ends.length; document++)
      for (; i < ends[document]!; i++) {
        const term = flat[i]!;
        use(term, document, last[term] !== document);
        last[term] = document;
      }
    last.fill(-1);
  };
  each((term, _, first) => void (first && offsets[term + 1]!++));
  for (let term = 0; term < terms.length; term++) offsets[term + 1]! += offsets[term]!;
  const size = offsets[terms.length]!;
  const [held, often] = [new Uint32Array(size), new Uint8Array(size)];
  const next = offsets.slice();
  each((term, document, first) => {
    if (first) held[next[term]!++] = document;
    const at = next[term]! - 1;
    if (often[at]! < 255) often[at]!++;
  });
  return { terms, numbers, offsets, held, often, lengths: Uint32Array.from(ends, (end, i) => end - (i > 0 ? ends[i - 1]! : 0)) };
}

/**
 * An index of documents, each of several texts: 5 bytes for each different word of each document, 4 for its length, the vocabulary
 * and the number of each of its words, once asked also sorted from the front and from the back, and room for a search.
 */
export function toTextIndex(documents: Iterable<readonly string[]>): TextIndex {
  const { terms, numbers, offsets, held, often, lengths } = invert(documents);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1;
  let sorted: string[] | undefined;
  let backwards: string[] | undefined;

  /** The terms that are like a word, with their likeness. */
  function like(word: string): [term: number, likeness: number][] {
    sorted ??= [...terms].sort();
    const found = new Map<string, number>();
    const consider = (term: string) => {
      const alike = likeness(term, word);
      if (alike > 0) found.set(term, alike);
    };
    for (let i = place(sorted, word); i < sorted.length && sorted[i]!.startsWith(word); i++) consider(sorted[i]!);
    if (word.length >= 4) {
      // an error leaves the first half as it is or the second; or it swaps the letters between them
      backwards ??= terms.map(reversed).sort();
      const half = word.length >> 1;
      const [front, back] = [word.slice(0, half), reversed(word.slice(half))];
      for (let i = place(sorted, front); i < sorted.length && sorted[i]!.startsWith(front); i++)
        if (Math.abs(sorted[i]!.length - word.length) < 2) consider(sorted[i]!);
      for (let i = place(backwards, back); i < backwards.length && backwards[i]!.startsWith(back); i++)
        if (Math.abs(backwards[i]!.length - word.length) < 2) consider(reversed(backwards[i]!));
      const swapped = word.slice(0, half - 1) + word[half]! + word[half - 1]! + word.slice(half + 1);
      if (numbers.has(swapped)) consider(swapped);
    }
    return [...found].map(([term, alike]) => [numbers.get(term)!, alike]);
  }

  /**
   * Room for one search, 8 bytes a document and up to 16 for each that is found and each word, kept for the next unless there are
   * many words, as typed arrays are costly to make; a search within a search makes its own.
   */
  interface Room {
    readonly found: Uint32Array;
    /** For each word of the query how often each found document holds it. */
    readonly sums: Float64Array[];
    /** For each document its place among those found, and one; else 0. */
    readonly places: Uint32Array;
  }
  let spare: Room | undefined;

  /** How often each of the documents found holds one of the terms, weighed: each term galloped through where it is long, else looked up. */
  function addUp(terms: readonly (readonly [number, number])[], { found, places }: Room, count: number, sums: Float64Array): void {
    sums.fill(0, 0, count);
    for (let i = 0; i < count; i++) places[found[i]!] = i + 1;
    for (const [term, weight] of terms) {
      const end = offsets[term + 1]!;
      let at = offsets[term]!;
      if (end - at < count * 16)
        for (; at < end; at++) {
          const place = places[held[at]!]!;
          if (place > 0) sums[place - 1]! += weight * often[at]!;
        }
      else
        for (let i = 0; i < count && at < end; i++) {
          const document = found[i]!;
          let step = 1;
          while (at + step < end && held[at + step]! < document) step *= 2;
          at = lowerBound(held, document, at, Math.min(end, at + step + 1));
          if (at < end && held[at] === document) sums[i]! += weight * often[at]!;
        }
    }
    for (let i = 0; i < count; i++) places[found[i]!] = 0;
  }

  function search(query: string, { limit = Infinity, keep }: TextPage = {}): Match[] {
    const asked = new Set<string>();
    eachWord(query, (word) => asked.add(fold(word)));
    asked.delete("");
    const groups = [...asked].map((word) => {
      const alike = like(word);
      const sizes = alike.map(([term]) => offsets[term + 1]! - offsets[term]!);
      return { alike, size: sizes.reduce((a, b) => a + b, 0), holding: sizes.reduce((a, b) => Math.max(a, b), 0) };
    });
    if (groups.length === 0 || groups.some(({ size }) => size === 0)) return [];
    groups.sort((a, b) => a.size - b.size);
    // the documents of the rarest word, ascending; each further word leaves fewer
    const [{ alike: rarest }] = groups as [(typeof groups)[0]];
    const room = spare ?? { found: new Uint32Array(lengths.length), sums: [], places: new Uint32Array(lengths.length) };
    spare = undefined;
    const { found, sums } = room;
    let count = 0;
    const [[only, weight], second] = rarest as [[number, number], [number, number]?];
    if (!second) {
      // one term: its documents stand in order, with how often they hold it
      const first =
        room.sums[0] && room.sums[0].length >= groups[0]!.size ? room.sums[0] : (room.sums[0] = new Float64Array(groups[0]!.size * 2));
      for (let i = offsets[only]!; i < offsets[only + 1]!; i++) {
        found[count] = held[i]!;
        first[count++] = weight * often[i]!;
      }
    } else {
      for (const [term] of rarest)
        for (let i = offsets[term]!; i < offsets[term + 1]!; i++) {
          const document = held[i]!;
          if (room.places[document] === 0) {
            found[count++] = document;
            room.places[document] = 1;
          }
        }
      found.subarray(0, count).sort();
    }
    for (let g = second ? 0 : 1; g < groups.length; g++) {
      const { alike } = groups[g]!;
      let own = sums[g];
      if (!own || own.length < count) sums[g] = own = new Float64Array(count * 2);
      addUp(alike, room, count, own);
      let kept = 0;
      for (let i = 0; i < count; i++)
        if (own[i]! > 0) {
          found[kept] = found[i]!;
          for (let s = 0; s <= g; s++) sums[s]![kept] = sums[s]![i]!;
          kept++;
        }
      count = kept;
    }
    const rarity = groups.map(({ holding }) => Math.log(1 + (lengths.length - holding + 0.5) / (holding + 0.5)));
    // the best so far, best first; the worst of them is what a further one must beat
    const best: Match[] = [];
    const cap = Math.min(limit, count);
    const all = cap > 200;
    for (let i = 0; i < count && cap > 0; i++) {
      const document = found[i]!;
      const dampening = 1.2 * (0.25 + (0.75 * lengths[document]!) / mean);
      let score = 0;
      for (let g = 0; g < groups.length; g++) score += (rarity[g]! * sums[g]![i]! * 2.2) / (sums[g]![i]! + dampening);
      if ((!all && best.length === cap && score <= best[cap - 1]!.score) || (keep && !keep(document))) continue;
      let at = best.length;
      if (!all) while (at > 0 && best[at - 1]!.score < score) at--;
      if (at === best.length) best.push({ document, score });
      else best.splice(at, 0, { document, score });
      if (best.length > cap && !all) best.pop();
    }
    if (groups.length < 5) spare = room;
    if (all) best.sort((a, b) => b.score - a.score || a.document - b.document);
    return best.length > cap ? best.slice(0, cap) : best;
  }
  return { search };
}

/** The stretches of a text that stand for a word of the query, in UTF-16 units, in order. */
export function marksIn(text: string, query: string): [start: number, end: number][] {
  const asked = [...new Set(tokens(query).map((t) => t.term))];
  return tokens(text)
    .filter(({ term }) => asked.some((word) => likeness(term, word) > 0))
    .map(({ start, end }) => [start, end]);
}
