/**
 * The known word that a mistyped one most likely stands for. A leaf: compile and run time both use it.
 */

/** The number of single characters to insert, delete or replace to make one word the other (Levenshtein). */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    previous = row;
  }
  return previous[b.length]!;
}

/** The known word nearest to `word`, or undefined when none is near: a part of a word counts as near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word === "" || word.length > 200) return undefined; // no guess, and no quadratic cost on hostile input
  const folded = word.toLowerCase();
  let best: string | undefined;
  let least = word.length < 4 ? 1 : Math.max(2, word.length / 3);
  let part: string | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) <= least) {
      const d = distance(folded, candidate.toLowerCase());
      if (d < least || (d === least && best === undefined)) [best, least] = [candidate, d];
    }
    if (word.length > 2 && part === undefined && candidate.toLowerCase().split("-").includes(folded)) part = candidate;
  }
  return least > 1 ? (part ?? best) : (best ?? part); // one slip beats a part, a part beats more slips
}

/** ` (did you mean "x"?)`, or nothing when no known word is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const guess = nearest(word, known);
  return guess === undefined ? "" : ` (did you mean "${guess}"?)`;
}
