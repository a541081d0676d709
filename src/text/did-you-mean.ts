/** Suggestions for mistyped words. */

/** Longer words are not compared, because the cost grows with the square of the length. */
const longestCompared = 98;

/**
 * The number of characters to insert, delete or replace to turn one word into the other
 * (Levenshtein).
 */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}

/**
 * The known word nearest to `word`, or undefined when no known word is near. `minsk` is near
 * `osce-minsk-group`: a whole part of a known word counts as nearer than two edits.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let lowestCost = word.length / 5 + 1.3;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    const isPart = word.length > 2 && other.split("-").includes(wanted);
    const isComparable =
      word.length <= longestCompared && Math.abs(other.length - word.length) < lowestCost;
    const cost = Math.min(
      // of several, the shortest has least beside the word
      isPart ? 1.5 + other.length / 1000 : Infinity,
      isComparable ? editDistance(wanted, other) : Infinity,
    );
    if (cost < lowestCost) [best, lowestCost] = [candidate, cost];
  }
  return best;
}

/** ` (did you mean "x"?)`, or an empty string when no known word is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const guess = nearest(word, known);
  return guess === undefined ? "" : ` (did you mean "${guess}"?)`;
}
