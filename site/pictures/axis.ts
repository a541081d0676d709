/**
 * The axis of the timeline: the years of the articles, and, at a third of their scale, the time
 * before them.
 */
import { dataset } from "#dataset";

/** Days since 1970. */
export function toDayNumber(day: string): number {
  return Date.parse(`${day}T00:00Z`) / 86_400_000;
}

/** The years of the dataset. */
export const firstYear = Number(dataset.years[0]);
export const lastYear = Number(dataset.years.at(-1));

export const axisStart = toDayNumber(`${firstYear - 2}-09-01`);
/** Where the scale changes. */
const scaleChange = toDayNumber(`${firstYear}-01-01`);
export const axisEnd = toDayNumber(`${lastYear + 1}-01-01`);

/** A span of days and the span of the picture that shows it. */
interface Section {
  readonly fromDay: number;
  readonly toDay: number;
  readonly fromX: number;
  readonly toX: number;
}

export interface Axis {
  readonly left: number;
  readonly right: number;
  /** The position at which the scale changes. */
  readonly bend: number;
  /** The position of a day; a day before or after the axis is at its end. */
  readonly x: (day: number) => number;
  /** The day at a position. */
  readonly day: (x: number) => number;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** A value moved from one range to another, in proportion. */
function rescale(
  value: number,
  [fromLow, fromHigh]: readonly [number, number],
  [toLow, toHigh]: readonly [number, number],
): number {
  const share = (clamp(value, fromLow, fromHigh) - fromLow) / (fromHigh - fromLow);
  return toLow + share * (toHigh - toLow);
}

/** The axis between two positions. */
export function toAxis(left: number, right: number): Axis {
  const earlier = (scaleChange - axisStart) / 3;
  const bend = left + ((right - left) * earlier) / (earlier + axisEnd - scaleChange);
  const before: Section = { fromDay: axisStart, toDay: scaleChange, fromX: left, toX: bend };
  const after: Section = { fromDay: scaleChange, toDay: axisEnd, fromX: bend, toX: right };
  return {
    left,
    right,
    bend,
    x(day) {
      const { fromDay, toDay, fromX, toX } = day < scaleChange ? before : after;
      return rescale(day, [fromDay, toDay], [fromX, toX]);
    },
    day(x) {
      const { fromDay, toDay, fromX, toX } = x < bend ? before : after;
      return rescale(x, [fromX, toX], [fromDay, toDay]);
    },
  };
}

/** How wide a picture is, and what it shows. */
export interface AxisLook {
  readonly width: number;
  /** With names beside the marks. */
  readonly labels: boolean;
  /** It is part of a page. */
  readonly inPage: boolean;
}

/** The axis of a picture. */
export function axisOf({ width, labels, inPage }: AxisLook): Axis {
  if (!labels) return toAxis(8, width - 8);
  return inPage ? toAxis(104, width - 8) : toAxis(140, width - 24);
}
