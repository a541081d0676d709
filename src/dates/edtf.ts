/**
 * EDTF dates as the first and last day that they allow.
 *
 * Supported forms: a day, month or year, each with `~`, `?` or `%`; an interval of two of them,
 * with one end or both open (`..`); one of a set (`[a,b]`). Any other form is an error, so that no
 * date is half understood.
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

/**
 * The bounds of a day, month or year. The marks `~`, `?` and `%` do not change them.
 *
 * @throws RangeError when the text has another form or names a day that does not exist.
 */
export function boundsOfPoint(text: string): ClosedBounds {
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
  const earliest = start === ".." ? null : boundsOfPoint(start).earliest;
  const latest = end === ".." ? null : boundsOfPoint(end).latest;
  if (earliest !== null && latest !== null && earliest > latest)
    throw new RangeError(`"${start}/${end}" ends before it starts`);
  return { earliest, latest };
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
