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
function span(text: string): Record<"earliest" | "latest", string> {
  const [match, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?$/.exec(text) ?? [];
  const fault =
    match === undefined
      ? "is not a day (2022-02-22), month (2022-02) or year (2022)"
      : month && !(+month > 0 && +month < 13) && `has no month ${month}`;
  const [y, m] = [+year!, +(month ?? 12)];
  const last = m === 2 ? (y % 4 === 0 && (y % 100 > 0 || y % 400 === 0) ? 29 : 28) : 30 + ((m + (m >> 3)) & 1);
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
  if (edtf[0] === "[" && edtf.endsWith("]")) {
    const days = edtf
      .slice(1, -1)
      .split(",")
      .flatMap((member) => Object.values(span(member.trim())))
      .sort();
    return { earliest: days[0]!, latest: days.at(-1)! };
  }
  const slash = edtf.indexOf("/");
  if (slash < 0) return span(edtf);
  const [from, to] = [edtf.slice(0, slash), edtf.slice(slash + 1)];
  const start = from === ".." ? null : span(from).earliest;
  const end = to === ".." ? null : span(to).latest;
  if (!start && !end) throw new RangeError(`"${edtf}" is open at both ends and says nothing`);
  if (start && end && start > end) throw new RangeError(`"${edtf}" ends before it starts`);
  return { earliest: start, latest: end };
}
