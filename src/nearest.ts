/**
 * The known word that a mistyped one most likely stands for. A leaf: compile and run time both use it.
 */

/** The number of single characters to insert, delete or replace to make one word the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from(`${b} `, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}

/** The known word nearest to `word`, or undefined when none is near. A part of a word is nearer than two slips, farther than one. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const folded = word.toLowerCase();
  const size = word.length;
  let best: string | undefined;
  let least = size < 4 ? 1.5 : Math.max(2, size / 3);
  if (size > 0 && size < 200)
    // beyond that no guess, and no quadratic cost on hostile input
    for (const candidate of known) {
      const other = candidate.toLowerCase();
      const cost = Math.min(
        Math.abs(other.length - size) > least ? Infinity : distance(folded, other),
        size > 2 && other.split("-").includes(folded) ? 1.5 : Infinity,
      );
      if (cost < least || (cost === least && best === undefined)) [best, least] = [candidate, cost];
    }
  return best;
}

/** ` (did you mean "x"?)`, or nothing when no known word is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const guess = nearest(word, known);
  return guess === undefined ? "" : ` (did you mean "${guess}"?)`;
}
