/**
 * EDTF (ISO 8601-2) to the earliest and latest day it may mean. A leaf: compile and run time both use it.
 *
 * Read are: a day, month or year, each with `~`, `?` or `%`; an interval of two of them, either end open (`..`);
 * one of a set (`[a,b]`). Anything else is an error, so that no date is half understood.
 */

/** The days between which a date lies; null is an open end. Days are `YYYY-MM-DD` and compare as strings. */
export interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** A day, month or year: its first and last day. */
function span(text: string): { earliest: string; latest: string } {
  const [match, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?$/.exec(text) ?? [];
  const fault =
    match === undefined
      ? "is not a day (2022-02-22), month (2022-02) or year (2022)"
      : month && !(+month > 0 && +month < 13) && `has no month ${month}`;
  // the calendar repeats after 400 years, and Date takes years below 100 for others
  const last = new Date(Date.UTC(2000 + (+year! % 400), +(month ?? 12), 0)).getUTCDate();
  const wrong = fault || (day && !(+day > 0 && +day <= last) && `has no day ${day}: that month has ${last}`);
  if (wrong) throw new RangeError(`"${text}" ${wrong}`);
  return { earliest: `${year}-${month ?? "01"}-${day ?? "01"}`, latest: `${year}-${month ?? 12}-${day ?? last}` };
}

/**
 * The earliest and latest day that an EDTF date may mean. `~`, `?` and `%` leave the bounds as they are.
 *
 * @throws RangeError when the text is not one of the forms above, names a day that does not exist, or ends before it starts.
 */
export function bounds(edtf: string): Bounds {
  const set = /^\[([^[\]/]+)\]$/.exec(edtf);
  if (set) {
    const members = set[1]!.split(",").map((member) => span(member.trim()));
    return {
      earliest: members.map((m) => m.earliest).sort()[0]!,
      latest: members
        .map((m) => m.latest)
        .sort()
        .at(-1)!,
    };
  }
  const [, from, to] = /^(.*?)\/(.*)$/.exec(edtf) ?? [];
  if (from === undefined || to === undefined) return span(edtf);
  const start = from === ".." ? null : span(from).earliest;
  const end = to === ".." ? null : span(to).latest;
  if (!start && !end) throw new RangeError(`"${edtf}" is open at both ends and says nothing`);
  if (start && end && start > end) throw new RangeError(`"${edtf}" ends before it starts`);
  return { earliest: start, latest: end };
}
