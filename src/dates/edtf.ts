/**
 * EDTF dates as the first and last day that they allow.
 *
 * Supported forms: a day, month or year, each with `~`, `?` or `%`; an interval of two of them,
 * with one end or both open (`..`); one of a set (`[a,b]`). Any other form is an error, so that no
 * date is half understood.
 *
 * An approximate date (`~` or `%`) is widened: a day by three days on either side, a month by one
 * month, a year by one year. A date with a mark (`~`, `?`, `%`) is never certain.
 *
 * Days are written `YYYY-MM-DD` and compare as strings.
 */

/** The first and last day that a date allows; null is an open end. */
export interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

interface ClosedBounds {
  readonly earliest: string;
  readonly latest: string;
}

const pointForm = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The number of days of a month; undefined for a month that does not exist. */
function lengthOfMonth(year: number, month: number): number | undefined {
  return month === 2 && isLeapYear(year) ? 29 : monthLengths[month - 1];
}

/** A text as a message shows it. */
function quote(text: string): string {
  return `"${text.slice(0, 80)}"`;
}

/** Whether a date has a mark that makes it approximate or uncertain. */
export function isMarked(edtf: string): boolean {
  return /[~?%]/.test(edtf);
}

/** The day of a date; one of a year that four digits cannot write becomes the nearest that can. */
function toDay(date: Date): string {
  const year = date.getUTCFullYear();
  if (year < 0) return "0000-01-01";
  if (year > 9999) return "9999-12-31";
  return date.toISOString().slice(0, "2022-02-22".length);
}

/** The bounds of an approximate day, month or year. */
function widen(
  { earliest, latest }: ClosedBounds,
  precision: "day" | "month" | "year",
): ClosedBounds {
  const [start, end] = [new Date(earliest), new Date(latest)];
  if (precision === "day") {
    start.setUTCDate(start.getUTCDate() - 3);
    end.setUTCDate(end.getUTCDate() + 3);
  } else {
    const months = precision === "month" ? 1 : 12;
    start.setUTCMonth(start.getUTCMonth() - months);
    // the last day of the later month: day 0 of the month after it
    end.setUTCMonth(end.getUTCMonth() + months + 1, 0);
  }
  return { earliest: toDay(start), latest: toDay(end) };
}

/**
 * The bounds of a day, month or year. `~` and `%` widen them; `?` does not change them.
 *
 * @throws RangeError when the text has another form or names a day that does not exist.
 */
export function boundsOfPoint(text: string): ClosedBounds {
  const exact = exactBoundsOfPoint(text);
  if (!/[~%]$/.test(text)) return exact;
  const parts = text.split("-").length;
  return widen(exact, (["year", "month", "day"] as const)[parts - 1]!);
}

function exactBoundsOfPoint(text: string): ClosedBounds {
  const match = pointForm.exec(text);
  if (!match)
    throw new RangeError(
      `${quote(text)} is not a day (2022-02-22), month (2022-02) or year (2022)`,
    );
  const [, year, month, day] = match;
  if (month === undefined) return { earliest: `${year!}-01-01`, latest: `${year!}-12-31` };
  const length = lengthOfMonth(Number(year), Number(month));
  const exists = length !== undefined && (day === undefined || (day >= "01" && +day <= length));
  if (!exists) throw new RangeError(`${quote(text)} is not in the calendar`);
  const start = `${year!}-${month}`;
  return { earliest: `${start}-${day ?? "01"}`, latest: `${start}-${day ?? String(length)}` };
}

function boundsOfInterval(start: string, end: string): Bounds {
  const isOpen = start === ".." || end === "..";
  // compared as written: widening must not hide that the ends are in the wrong order
  if (!isOpen && exactBoundsOfPoint(start).earliest > exactBoundsOfPoint(end).latest)
    throw new RangeError(`"${start}/${end}" ends before it starts`);
  return {
    earliest: start === ".." ? null : boundsOfPoint(start).earliest,
    latest: end === ".." ? null : boundsOfPoint(end).latest,
  };
}

function boundsOfSet(members: readonly string[]): Bounds {
  const points = members.map((member) => boundsOfPoint(member.trim()));
  const days = points.flatMap(({ earliest, latest }) => [earliest, latest]).sort();
  return { earliest: days[0]!, latest: days.at(-1)! };
}

/**
 * The bounds of an EDTF date. `../..` has two open ends.
 *
 * @throws RangeError when the text is not one of the supported forms, names a day that does not
 * exist, or ends before it starts.
 */
export function boundsOfRange(edtf: string): Bounds {
  if (edtf.includes("/")) {
    const ends = edtf.split("/");
    if (ends.length === 2) return boundsOfInterval(ends[0]!, ends[1]!);
  }
  if (edtf.startsWith("[") && edtf.endsWith("]")) return boundsOfSet(edtf.slice(1, -1).split(","));
  return boundsOfPoint(edtf);
}

/**
 * The bounds of the date of a record.
 *
 * @throws RangeError as {@link boundsOfRange} does, and when both ends are open, because such a
 * date says nothing.
 */
export function bounds(edtf: string): Bounds {
  const found = boundsOfRange(edtf);
  if (found.earliest === null && found.latest === null)
    throw new RangeError(`"${edtf}" is open at both ends and says nothing`);
  return found;
}
