/** One date of EDTF, without intervals and sets, as the first and last day that it allows. */
import { quote } from "../text/visible.ts";
import { boundsOfPart, lengthOfMonth, writeDay, type ClosedBounds } from "./calendar.ts";

const forms =
  "a day (2022-02-22), month (2022-02), year (2022) or season (2022-21), each with ~, ? or %";

/** A component with the qualifier of its own before it and the one of its group after it. */
const component = (digits: string) => `([~?%]?)(${digits})([~?%]?)`;
const pointForm = new RegExp(
  `^${component("[0-9X]{4}")}(?:-${component("[0-9X]{2}")}(?:-${component("[0-9X]{2}")})?)?$`,
);
const timeForm = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d\d(?::?\d\d)?)?$/;

/** A year, month or day with its marks. */
interface Component {
  readonly digits: string;
  /** Marks that make it approximate or uncertain. */
  readonly marks: string;
}

/** The components of a date; undefined when it has another form. */
export function componentsOf(text: string): readonly Component[] | undefined {
  const match = pointForm.exec(text);
  if (match === null) return undefined;
  return [1, 4, 7].flatMap((at) => {
    const digits = match[at + 1];
    return digits === undefined ? [] : [{ digits, marks: `${match[at]!}${match[at + 2]!}` }];
  });
}

/** The day of a date with a time. */
export function withoutTime(text: string): string {
  return timeForm.exec(text)?.[1] ?? text;
}

/** The numbers that digits allow, where X is any digit. */
function numbersOf(digits: string | undefined, first: number, last: number): number[] {
  if (digits === undefined) return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  if (!digits.includes("X")) return [Number(digits)];
  const form = new RegExp(`^${digits.replaceAll("X", "\\d")}$`);
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return all.filter((number) => form.test(String(number).padStart(digits.length, "0")));
}

/** The first day, in the order of the years, that digits allow. */
function firstDay(
  years: readonly number[],
  months: readonly number[],
  daysOf: (year: number, month: number) => readonly number[],
): string | undefined {
  for (const year of years)
    for (const month of months) {
      const [day] = daysOf(year, month);
      if (day !== undefined) return writeDay(year, month, day);
    }
  return undefined;
}

function backwards(numbers: readonly number[]): number[] {
  return [...numbers].reverse();
}

function boundsOfDigits(parts: readonly (string | undefined)[]): ClosedBounds | undefined {
  const [year, month, day] = parts;
  const years = numbersOf(year, 0, 9999);
  const months = numbersOf(month, 1, 12);
  const daysOf = (ofYear: number, ofMonth: number) => {
    const length = lengthOfMonth(ofYear, ofMonth) ?? 0;
    return numbersOf(day, 1, length).filter((number) => number >= 1 && number <= length);
  };
  const earliest = firstDay(years, months, daysOf);
  const latest = firstDay(backwards(years), backwards(months), (ofYear, ofMonth) =>
    backwards(daysOf(ofYear, ofMonth)),
  );
  return earliest === undefined || latest === undefined ? undefined : { earliest, latest };
}

/** The bounds of the digits of a date, whatever its marks. */
export function exactBoundsOfPoint(text: string): ClosedBounds {
  const components = componentsOf(withoutTime(text));
  if (components === undefined) return reject(text);
  const [year, month, day] = components.map(({ digits }) => digits);
  const part = Number(month);
  const isPart = day === undefined && part > 12 && !year!.includes("X");
  const found = isPart ? boundsOfPart(Number(year), part) : boundsOfDigits([year, month, day]);
  if (found === undefined) throw new RangeError(`${quote(text)} is not in the calendar`);
  return found;
}

/** Says what is wrong with a date, and what to write. */
function reject(text: string): never {
  if (/^(?:-\d|Y-?\d)/.test(text))
    throw new RangeError(`${quote(text)}: only the years 0000 to 9999 are read`);
  if (/[S E]\d/.test(text) && /^\d/.test(text))
    throw new RangeError(`${quote(text)}: significant digits and exponents are not read`);
  throw new RangeError(`${quote(text)} is not ${forms}`);
}

/** The day of a date; one of a year that four digits cannot write becomes the nearest that can. */
function toDay(date: Date): string {
  const year = date.getUTCFullYear();
  if (year < 0) return "0000-01-01";
  if (year > 9999) return "9999-12-31";
  return date.toISOString().slice(0, "2022-02-22".length);
}

type Precision = "day" | "month" | "year";

/** The bounds of an approximate day, month or year. */
function widen({ earliest, latest }: ClosedBounds, precision: Precision): ClosedBounds {
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
 * The bounds of one date. `~` and `%` widen them by the precision of the part that they mark; `?`
 * does not change them.
 *
 * @throws RangeError when the text has another form or names a day that does not exist.
 */
export function boundsOfPoint(text: string): ClosedBounds {
  const exact = exactBoundsOfPoint(text);
  const components = componentsOf(withoutTime(text))!;
  const approximate = components.findIndex(({ marks }) => /[~%]/.test(marks));
  if (approximate === -1) return exact;
  // of a date about June 2004 the day says nothing more
  const marked = components.slice(0, approximate + 1).map(({ digits }) => digits);
  return widen(
    exactBoundsOfPoint(marked.join("-")),
    (["year", "month", "day"] as const)[approximate]!,
  );
}
