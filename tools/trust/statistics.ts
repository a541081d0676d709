/** Shares with intervals, and agreement beyond chance. */

/** A number with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const z = 1.96;

/** A share with the 95 % interval of Wilson. */
export function shareOf(part: number, whole: number): Estimate {
  const value = part / whole;
  const centre = value + z ** 2 / (2 * whole);
  const spread = z * Math.sqrt((value * (1 - value)) / whole + z ** 2 / (4 * whole ** 2));
  const scale = 1 + z ** 2 / whole;
  return { value, low: (centre - spread) / scale, high: (centre + spread) / scale };
}

/** How far two codes are apart: 0 is the same, 1 has nothing in common. */
export type Distance = (a: readonly string[], b: readonly string[]) => number;

/** For one code: the same or not. */
export const nominal: Distance = (a, b) => (a.join() === b.join() ? 0 : 1);

/** The share of overlap, by how the sets lie: equal, one in the other, crossing, apart. */
function monotonicity(shared: number, a: number, b: number): number {
  if (shared === a && shared === b) return 1;
  if (shared === a || shared === b) return 2 / 3;
  return shared > 0 ? 1 / 3 : 0;
}

/** For sets: MASI (Passonneau 2006), the overlap (Jaccard) times how the sets lie. */
export const masi: Distance = (a, b) => {
  if (a.length === 0 && b.length === 0) return 0;
  const shared = a.filter((code) => b.includes(code)).length;
  const overlap = shared / (a.length + b.length - shared);
  return 1 - overlap * monotonicity(shared, a.length, b.length);
};

/** What two coders gave one unit: sets of codes, without doubles and sorted. */
export type Unit = readonly [readonly string[], readonly string[]];

/**
 * Krippendorff's alpha for two coders without missing codes: one minus the distance that was
 * observed, divided by the one that chance would give. NaN when there is only one code.
 */
export function alpha(units: readonly Unit[], distance: Distance): number {
  const counts = new Map<string, { codes: readonly string[]; count: number }>();
  for (const codes of units.flat()) {
    const key = codes.join("|");
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { codes, count: 1 });
    else known.count++;
  }
  const values = [...counts.values()];
  const total = 2 * units.length;
  let expected = 0;
  for (const a of values)
    for (const b of values) expected += a.count * b.count * distance(a.codes, b.codes);
  expected /= total * (total - 1);
  const observed = units.reduce((sum, [a, b]) => sum + distance(a, b), 0) / units.length;
  return expected === 0 ? NaN : 1 - observed / expected;
}

/** Numbers in [0, 1) that are the same in every run: a linear congruential generator. */
function randomNumbers(seed: number): () => number {
  const size = 2 ** 32;
  let state = seed;
  return () => {
    // factor and increment as in Numerical Recipes; the product stays a safe integer
    state = (state * 1664525 + 1013904223) % size;
    return state / size;
  };
}

const resamples = 1000;

/** Alpha with its 95 % interval: percentiles of a bootstrap over the units. */
export function alphaOf(units: readonly Unit[], distance: Distance): Estimate {
  const random = randomNumbers(units.length);
  const draw = () => units[Math.floor(random() * units.length)]!;
  const found = Array.from({ length: resamples }, () => alpha(units.map(draw), distance))
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const at = (share: number) => found[Math.floor(share * (found.length - 1))] ?? NaN;
  return { value: alpha(units, distance), low: at(0.025), high: at(0.975) };
}
