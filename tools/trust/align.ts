/** Claims of two readings of one text, paired by the overlap of their words. */

/** Claims with a smaller overlap are not a pair. */
const leastOverlap = 0.25;

/** Two claims that were found to be one. */
export interface Pair<First, Second> {
  readonly first: First;
  readonly second: Second;
}

/** The characters of a text that passages take up. */
function extentOf(text: string, passages: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const passage of passages) {
    const start = text.indexOf(passage);
    if (start === -1)
      throw new Error(`a reading quotes words that are not in the text: ${passage}`);
    for (let i = start; i < start + passage.length; i++) found.add(i);
  }
  return found;
}

/** Shared characters divided by all characters of both (Jaccard). */
function overlapOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = [...a].filter((i) => b.has(i)).length;
  return shared / (a.size + b.size - shared);
}

/**
 * Pairs each claim with at most one claim of the other reading, the largest overlap first.
 *
 * @param passagesOf - The words of a claim, each passage letter for letter.
 */
export function align<First, Second>(
  text: string,
  first: readonly First[],
  second: readonly Second[],
  passagesOf: (claim: First | Second) => readonly string[],
): Pair<First, Second>[] {
  const a = first.map((claim) => extentOf(text, passagesOf(claim)));
  const b = second.map((claim) => extentOf(text, passagesOf(claim)));
  const candidates = a
    .flatMap((own, i) => b.map((other, j) => ({ i, j, overlap: overlapOf(own, other) })))
    .filter(({ overlap }) => overlap >= leastOverlap)
    .sort((x, y) => y.overlap - x.overlap || x.i - y.i || x.j - y.j);
  const used = { first: new Set<number>(), second: new Set<number>() };
  const pairs: Pair<First, Second>[] = [];
  for (const { i, j } of candidates) {
    if (used.first.has(i) || used.second.has(j)) continue;
    used.first.add(i);
    used.second.add(j);
    pairs.push({ first: first[i]!, second: second[j]! });
  }
  return pairs;
}
