/** The axis of the timeline: the years that the articles are about, and, at a third of their scale, those that they look back on. */

/** Days since 1970. */
export const toDay = (day: string): number => Date.parse(`${day}T00:00Z`) / 86_400_000;

export const [axisStart, axisTurn, axisEnd] = ["2020-09-01", "2022-01-01", "2024-01-01"].map(toDay) as [number, number, number];

export interface Axis {
  readonly left: number;
  readonly right: number;
  /** Where the scale changes. */
  readonly bend: number;
  /** The place of a day; what lies before or after the axis stands at its end. */
  readonly x: (day: number) => number;
  /** The day at a place. */
  readonly day: (x: number) => number;
}

export function toAxis(left: number, right: number): Axis {
  const back = (axisTurn - axisStart) / 3;
  const bend = left + ((right - left) * back) / (back + axisEnd - axisTurn);
  const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  return {
    left,
    right,
    bend,
    x: (day) =>
      day < axisTurn
        ? left + ((Math.max(axisStart, day) - axisStart) / (axisTurn - axisStart)) * (bend - left)
        : bend + ((Math.min(axisEnd, day) - axisTurn) / (axisEnd - axisTurn)) * (right - bend),
    day: (x) =>
      x < bend
        ? axisStart + ((between(x, left, bend) - left) / (bend - left)) * (axisTurn - axisStart)
        : axisTurn + ((between(x, bend, right) - bend) / (right - bend)) * (axisEnd - axisTurn),
  };
}

/** Where the axis begins and ends in a picture. */
export const axisEnds = (look: { readonly width: number; readonly labels: boolean; readonly within?: string }): [number, number] =>
  !look.labels ? [8, look.width - 8] : look.within === undefined ? [112, look.width - 24] : [104, look.width - 8];
