/**
 * EDTF (ISO 8601-2) to the first and last day it may mean. A leaf: compile and run time both use it.
 *
 * Read are: a day, month or year, each with `~`, `?` or `%`; an interval of two of them, an end or both open (`..`);
 * one of a set (`[a,b]`). Anything else is an error, so that no date is half understood.
 *
 * Days are numbers here, 2022-02-22 as 20220222. What reads criteria uses no regular expression: an engine may drop a
 * compiled one at any garbage collection, and compiling it anew costs more than a question.
 */

/** An open end: later than every day. An open start is 0. */
export const never = 1e8;

/** The digits of `2022`, `2022-02` or `2022-02-22` as one number, so many characters of them; NaN where it is written otherwise. */
export function digits(text: string, size: number): number {
  let number = 0;
  for (let i = 0; i < size; i++) {
    const digit = text.charCodeAt(i) - 48;
    const dash = i === 4 || i === 7;
    if (dash ? digit !== -3 : !(digit >= 0 && digit < 10)) return NaN;
    if (!dash) number = number * 10 + digit;
  }
  return number;
}

/** A day, month or year: its first and last day. */
function span(text: string): readonly [first: number, last: number] {
  const size = text.length - +(text.length % 3 === 2 && "~?%".includes(text.slice(-1)));
  const number = size === 4 || size === 7 || size === 10 ? digits(text, size) : NaN;
  const unit = size < 7 ? 10000 : size < 10 ? 100 : 1;
  const first = number * unit + (101 % unit);
  const last = number * unit + (1231 % unit);
  const month = ((last / 100) | 0) % 100;
  const year = (last / 10000) | 0;
  const length = month === 2 ? (year % (year % 100 ? 4 : 400) ? 28 : 29) : 30 + ((month + (month >> 3)) & 1);
  const fault = !(first > 0)
    ? "is not a day (2022-02-22), month (2022-02) or year (2022)"
    : (month < 1 || month > 12 || first % 100 < 1 || first % 100 > length) && "is not in the calendar";
  if (fault) throw new RangeError(`"${text.slice(0, 80)}" ${fault}`);
  return [first, size === 7 ? last - 31 + length : last];
}

/**
 * The first and last day that an EDTF date may mean; 0 and `never` are open ends. `~`, `?` and `%` leave them as they are.
 *
 * @throws RangeError when the text is not one of the forms above, names a day that does not exist, or ends before it starts.
 */
export function days(edtf: string): readonly [first: number, last: number] {
  const ends = edtf.includes("/") ? edtf.split("/") : [];
  if (ends.length === 2) {
    const [first, last] = ends.map((end, i) => (end === ".." ? i * never : span(end)[i]!)) as [number, number];
    if (first > last) throw new RangeError(`"${edtf}" ends before it starts`);
    return [first, last];
  }
  if (edtf[0] !== "[" || !edtf.endsWith("]")) return span(edtf);
  const members = edtf.slice(1, -1).split(",");
  const all = members.flatMap((member) => span(member.trim())).sort((a, b) => a - b);
  return [all[0]!, all.at(-1)!];
}

/** The days between which a date lies; null is an open end. Days are `YYYY-MM-DD` and compare as strings. */
export interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/**
 * The same as {@link days}, as records hold it.
 *
 * @throws RangeError also when both ends are open: such a date says nothing.
 */
export function bounds(edtf: string): Bounds {
  const [earliest, latest] = days(edtf).map((day) =>
    day % never === 0
      ? null
      : String(day)
          .padStart(8, "0")
          .replace(/(..)(..)$/, "-$1-$2"),
  ) as [string | null, string | null];
  if (earliest === null && latest === null) throw new RangeError(`"${edtf}" is open at both ends and says nothing`);
  return { earliest, latest };
}
