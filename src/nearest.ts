/**
 * The known word that a mistyped one most likely stands for. A leaf: compile and run time both use it.
 */

/** The number of single characters to insert, delete or replace to make one word the other (Levenshtein). */
function distance(a: string, b: string): number {
  const letters = [...b];
  let row = [...letters, ""].map((_, j) => j);
  for (const letter of a) {
    let left = 0;
    row = row.map((up, j) => (left = 1 + (j > 0 ? Math.min(up, left, row[j - 1]! - +(letter === letters[j - 1])) : up)));
  }
  return row.at(-1)!;
}

/** The known word nearest to `word`, or undefined when none is near. A part of a word is nearer than two slips, farther than one. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const folded = word.toLowerCase();
  const size = word.length;
  let best: string | undefined;
  let least = size / 5 + 1.3;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    const cost = Math.min(
      // those of other lengths are no guess, and nothing is guessed where it would cost much
      Math.abs(other.length - size) < least && size < 99 ? distance(folded, other) : least,
      size > 2 && other.split("-").includes(folded) ? 1.5 : least,
    );
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}

/** ` (did you mean "x"?)`, or nothing when no known word is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const guess = nearest(word, known);
  return guess ? ` (did you mean "${guess}"?)` : "";
}
