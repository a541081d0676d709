/** Reproducible random numbers and choices. */

/** Gives a number from 0 up to, but not including, 1. */
export type Random = () => number;

/** Random numbers from a seed (the mulberry32 algorithm). */
export function toRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Picks any item of a list with the same probability. */
export function pickFrom<Item>(list: readonly Item[], random: Random): Item {
  return list[Math.floor(random() * list.length)]!;
}

/** Picks from a list with Zipf skew: the k-th item is k times rarer than the first. */
export function toZipfPicker<Item>(list: readonly Item[], random: Random): () => Item {
  const sums: number[] = [];
  let sum = 0;
  for (let k = 1; k <= list.length; k++) {
    sum += 1 / k;
    sums.push(sum);
  }
  return () => {
    const target = random() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle]! < target) low = middle + 1;
      else high = middle;
    }
    return list[low]!;
  };
}
