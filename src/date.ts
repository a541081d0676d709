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

const point = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?$/;

function daysIn(year: number, month: number): number {
  return month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function pointBounds(text: string): { earliest: string; latest: string } {
  const match = point.exec(text);
  if (!match) throw new RangeError(`"${text}" is not a day (2022-02-22), month (2022-02) or year (2022)`);
  const [, year, month, day] = match as unknown as [string, string, string?, string?];
  if (month !== undefined && (+month < 1 || +month > 12)) throw new RangeError(`"${text}" has no month ${month}`);
  const last = daysIn(+year, +(month ?? 12));
  if (day !== undefined && (+day < 1 || +day > last)) throw new RangeError(`"${text}" has no day ${day}: that month has ${last}`);
  return { earliest: `${year}-${month ?? "01"}-${day ?? "01"}`, latest: `${year}-${month ?? "12"}-${day ?? last}` };
}

/**
 * The earliest and latest day that an EDTF date may mean. `~`, `?` and `%` leave the bounds as they are.
 *
 * @throws RangeError when the text is not one of the forms above, names a day that does not exist, or ends before it starts.
 */
export function bounds(edtf: string): Bounds {
  const set = /^\[([^[\]/]+)\]$/.exec(edtf);
  if (set) {
    const members = set[1]!.split(",").map((member) => pointBounds(member.trim()));
    return {
      earliest: members.map((m) => m.earliest).sort()[0]!,
      latest: members
        .map((m) => m.latest)
        .sort()
        .at(-1)!,
    };
  }
  const ends = edtf.split("/");
  if (ends.length === 1) return pointBounds(edtf);
  if (ends.length !== 2) throw new RangeError(`"${edtf}" is not an interval of two ends (2022-02-22/2022-02-24)`);
  const [from, to] = ends as [string, string];
  if (from === ".." && to === "..") throw new RangeError(`"${edtf}" is open at both ends and says nothing`);
  const start = from === ".." ? null : pointBounds(from);
  const end = to === ".." ? null : pointBounds(to);
  if (start && end && start.earliest > end.latest) throw new RangeError(`"${edtf}" ends before it starts`);
  return { earliest: start?.earliest ?? null, latest: end?.latest ?? null };
}
