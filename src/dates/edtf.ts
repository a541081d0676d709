/**
 * EDTF dates (ISO 8601-2) as the first and last day that they allow.
 *
 * Read are levels 0 and 1, for the years 0000 to 9999, and of level 2 what dates of events need. A
 * day, month, year or season; a time, of which the day counts; unspecified digits (`202X`,
 * `2022-XX`, `15XX-12-25`); marks (`~`, `?`, `%`) on the whole or on a part; an interval of two
 * dates, with an open (`..`) or unknown (empty) end; a set, one of (`[a,b]`) or all of (`{a,b}`),
 * also with ranges (`[a..b]`). Not read: years outside, exponents and significant digits. Anything
 * else is an error, so that no date is half understood.
 *
 * An approximate date (`~` or `%`) is widened: a day by three days on either side, a month or a
 * season by one month, a year by one year. A date with a mark is never certain.
 *
 * Days are written `YYYY-MM-DD` and compare as strings.
 */
import { quote } from "../text/visible.ts";
import { boundsOfPoint, exactBoundsOfPoint } from "./edtf-point.ts";

export { boundsOfPoint } from "./edtf-point.ts";

/** The first and last day that a date allows; null is an open or unknown end. */
export interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Whether a date has a mark that makes it approximate or uncertain. */
export function isMarked(edtf: string): boolean {
  return /[~?%]/.test(edtf);
}

function isOpen(end: string): boolean {
  return end === ".." || end === "";
}

function boundsOfInterval(start: string, end: string): Bounds {
  // compared as written: widening must not hide that the ends are in the wrong order
  const isReversed =
    !isOpen(start) &&
    !isOpen(end) &&
    exactBoundsOfPoint(start).earliest > exactBoundsOfPoint(end).latest;
  if (isReversed) throw new RangeError(`${quote(`${start}/${end}`)} ends before it starts`);
  return {
    earliest: isOpen(start) ? null : boundsOfPoint(start).earliest,
    latest: isOpen(end) ? null : boundsOfPoint(end).latest,
  };
}

/** A member of a set: a date, or a range of dates. */
function boundsOfMember(member: string): Bounds {
  const [start, end, ...more] = member.split("..") as [string, ...string[]];
  if (end === undefined) return boundsOfPoint(member);
  if (more.length > 0 || (start === "" && end === ""))
    throw new RangeError(`${quote(member)} is not a range such as 2022..2023`);
  return boundsOfInterval(start, end);
}

function boundsOfSet(edtf: string): Bounds {
  if (/\s/.test(edtf)) throw new RangeError(`${quote(edtf)}: a set is written without blanks`);
  const all = edtf.slice(1, -1).split(",").map(boundsOfMember);
  const [starts, ends] = [all.map(({ earliest }) => earliest), all.map(({ latest }) => latest)];
  return {
    earliest: starts.includes(null) ? null : (starts.sort()[0] ?? null),
    latest: ends.includes(null) ? null : (ends.sort().at(-1) ?? null),
  };
}

/**
 * The bounds of an EDTF date. `../..` has two open ends.
 *
 * @throws RangeError when the text is not one of the supported forms, names a day that does not
 * exist, or ends before it starts.
 */
export function boundsOfRange(edtf: string): Bounds {
  const isSet = /^\[.*\]$|^\{.*\}$/s.test(edtf);
  if (isSet) return boundsOfSet(edtf);
  const ends = edtf.split("/");
  return ends.length === 2 ? boundsOfInterval(ends[0]!, ends[1]!) : boundsOfPoint(edtf);
}

/**
 * Throws when a date can be written in a plainer way. A question may be asked either way, but
 * validators of EDTF refuse these forms in data.
 */
function checkRecordForm(edtf: string): void {
  const isSet = /^[[{]/.test(edtf);
  if (isSet && !edtf.includes(",") && !edtf.includes(".."))
    throw new RangeError(`${quote(edtf)} is a set of one date; write ${edtf.slice(1, -1)}`);
  const [start, end] = edtf.split("/");
  if (isSet || !start || !end || isOpen(start) || isOpen(end)) return;
  const { earliest, latest } = exactBoundsOfPoint(end);
  if (earliest < exactBoundsOfPoint(start).earliest)
    throw new RangeError(
      `${quote(edtf)}: the end begins before the start; write the last day, ${start}/${latest}`,
    );
}

/**
 * The bounds of the date of a record.
 *
 * @throws RangeError as {@link boundsOfRange} does, when both ends are open, because such a date
 * says nothing, for a set of one date, and for an interval whose end begins before its start.
 */
export function bounds(edtf: string): Bounds {
  const found = boundsOfRange(edtf);
  checkRecordForm(edtf);
  if (found.earliest === null && found.latest === null)
    throw new RangeError(`${quote(edtf)} is open at both ends and says nothing`);
  return found;
}
