/**
 * The two countries that the pages set side by side, as data/dataset.yaml names them. A dataset may
 * have none: then there is one side, of all.
 */
import { dataset, places } from "#dataset";

/** The class by which the first or the second side has its hue. */
export type Hue = "side-a" | "side-b";

/** A side. */
export interface Side {
  readonly country: string;
  /** Its sign of one to three letters. */
  readonly short: string;
  readonly hue: Hue;
  /** Its name in words. */
  readonly name: string;
}

const hues = ["side-a", "side-b"] as const;

/** The sides; none when the dataset names none. */
export const sides: readonly Side[] = dataset.sides.map(({ country, short }, i) => ({
  country,
  short,
  hue: hues[i]!,
  name: places.get(country)?.label ?? country,
}));

/** The side of a country; undefined for any other country. */
export function sideOf(country: string | null | undefined): Side | undefined {
  return sides.find((side) => side.country === country);
}
