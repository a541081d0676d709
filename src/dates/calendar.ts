/** The calendar: which days a year, month or season has. Days are written YYYY-MM-DD. */

/** The first and last day of a span. */
export interface ClosedBounds {
  readonly earliest: string;
  readonly latest: string;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The number of days of a month; undefined for a month that does not exist. */
export function lengthOfMonth(year: number, month: number): number | undefined {
  return month === 2 && isLeapYear(year) ? 29 : monthLengths[month - 1];
}

export function pad(number: number, width: number): string {
  return String(number).padStart(width, "0");
}

/** A day as text. */
export function writeDay(year: number, month: number, day: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/**
 * The parts of a year, by their number in EDTF: its first month, how many months it has, and its
 * name. EDTF gives no months for seasons, so ours are a choice: those of the northern hemisphere
 * where none is named, and the winter that begins in the year.
 */
const partsOfYear: ReadonlyMap<number, readonly [month: number, months: number, name: string]> =
  new Map([
    [21, [3, 3, "spring"]],
    [22, [6, 3, "summer"]],
    [23, [9, 3, "autumn"]],
    [24, [12, 3, "winter"]],
    [25, [3, 3, "northern spring"]],
    [26, [6, 3, "northern summer"]],
    [27, [9, 3, "northern autumn"]],
    [28, [12, 3, "northern winter"]],
    [29, [9, 3, "southern spring"]],
    [30, [12, 3, "southern summer"]],
    [31, [3, 3, "southern autumn"]],
    [32, [6, 3, "southern winter"]],
    [33, [1, 3, "first quarter of"]],
    [34, [4, 3, "second quarter of"]],
    [35, [7, 3, "third quarter of"]],
    [36, [10, 3, "fourth quarter of"]],
    [37, [1, 4, "first four months of"]],
    [38, [5, 4, "second four months of"]],
    [39, [9, 4, "last four months of"]],
    [40, [1, 6, "first half of"]],
    [41, [7, 6, "second half of"]],
  ]);

/** The name of a part of a year, such as `summer`; undefined when there is none of this number. */
export function nameOfPart(part: number): string | undefined {
  return partsOfYear.get(part)?.[2];
}

/** The bounds of a part of a year; undefined when there is none of this number. */
export function boundsOfPart(year: number, part: number): ClosedBounds | undefined {
  const known = partsOfYear.get(part);
  if (known === undefined) return undefined;
  const [first, months] = known;
  const last = first + months - 1;
  const [endYear, endMonth] = last > 12 ? [year + 1, last - 12] : [year, last];
  // no day lies after the year 9999
  if (endYear > 9999) return { earliest: writeDay(year, first, 1), latest: "9999-12-31" };
  return {
    earliest: writeDay(year, first, 1),
    latest: writeDay(endYear, endMonth, lengthOfMonth(endYear, endMonth)!),
  };
}
