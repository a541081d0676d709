/**
 * Dates as English prose writes them: "July 18, 2023", "October 2", "5 Dec.", "February 2022",
 * "2022-12-23".
 */

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const monthNames = [
  "Jan(?:uary)?",
  "Feb(?:ruary)?",
  "Mar(?:ch)?",
  "Apr(?:il)?",
  "May",
  "June?",
  "July?",
  "Aug(?:ust)?",
  "Sep(?:t(?:ember)?)?",
  "Oct(?:ober)?",
  "Nov(?:ember)?",
  "Dec(?:ember)?",
];
const monthForm = `(?<month>(?:${monthNames.join("|")})\\b\\.?)`;

/** The longer forms come first: where two readings overlap, the first one counts. */
const dateForms = [
  /\b(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)\b/g,
  new RegExp(`\\b(?<day>\\d{1,2}) ${monthForm}(?:,? (?<year>\\d{4}))?\\b`, "g"),
  new RegExp(`\\b${monthForm} (?<day>\\d{1,2})\\b(?:,? (?<year>\\d{4})\\b)?`, "g"),
  new RegExp(`\\b${monthForm}(?: (?<year>\\d{4}))?`, "g"),
  /\b(?<year>(?:19|20)\d\d)\b/g,
];

/** A date in a passage: the parts that the words give. Offsets are UTF-16. */
export interface WrittenDate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
}

function monthNumber(written: string): string {
  if (/^\d/.test(written)) return written;
  const number = months.indexOf(written.slice(0, 3).toLowerCase()) + 1;
  return String(number).padStart(2, "0");
}

function toWrittenDate(match: RegExpExecArray): WrittenDate {
  const { year, month, day } = match.groups!;
  return {
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month: monthNumber(month) }),
    ...(day !== undefined && { day: day.padStart(2, "0") }),
  };
}

/** Every date that is written in a passage, in order. */
export function findWrittenDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const form of dateForms)
    for (const match of text.matchAll(form)) {
      const date = toWrittenDate(match);
      if (!found.some((other) => date.start < other.end && other.start < date.end))
        found.push(date);
    }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Whether the words give a whole day, month or year (`whole`), a part of it (`part`), or another
 * one (`other`).
 */
export function compareWithPoint(written: WrittenDate, point: string): "whole" | "part" | "other" {
  const [year, month, day] = point.replace(/[~?%]/g, "").split("-");
  const pairs: readonly (readonly [said: string | undefined, meant: string | undefined])[] = [
    [written.year, year],
    [written.month, month],
    [written.day, day],
  ];
  if (pairs.some(([said, meant]) => said !== undefined && said !== meant)) return "other";
  return pairs.every(([said, meant]) => said === meant) ? "whole" : "part";
}

/** The single days, months or years that an EDTF date is made of. */
export function pointsOf(edtf: string): string[] {
  return edtf
    .replace(/[[\]]/g, "")
    .split(/[,/]/)
    .filter((point) => point !== "..");
}
