/** Dates as English prose writes them: "July 18, 2023", "October 2", "5 Dec.", "February 2022", "2022-12-23". */

const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const name =
  "(?<month>(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?)";
const forms = [
  /\b(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)\b/g,
  new RegExp(`\\b(?<day>\\d{1,2}) ${name}(?:,? (?<year>\\d{4}))?\\b`, "g"),
  new RegExp(`\\b${name} (?<day>\\d{1,2})\\b(?:,? (?<year>\\d{4})\\b)?`, "g"),
  new RegExp(`\\b${name}(?: (?<year>\\d{4}))?`, "g"),
  /\b(?<year>(?:19|20)\d\d)\b/g,
];

export interface WrittenDate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What the words give, as far as they go: `2022-12-23`, `10-02`, `2022-02` or `2022`. */
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
}

/** Every date written in a passage; where two readings overlap, the longer one. Offsets are UTF-16. */
export function writtenDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const form of forms)
    for (const match of text.matchAll(form)) {
      const { year, month, day } = match.groups!;
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((f) => start < f.end && f.start < end)) continue;
      const number =
        month === undefined || /^\d/.test(month)
          ? month
          : String(months.findIndex((m) => m.startsWith(month.slice(0, 3).toLowerCase())) + 1).padStart(2, "0");
      found.push({
        text: match[0],
        start,
        end,
        ...(year && { year }),
        ...(number && { month: number }),
        ...(day && { day: day.padStart(2, "0") }),
      });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether the words give the whole of a day, month or year (`whole`), only parts of it (`part`), or another one (`other`). */
export function compare(written: WrittenDate, edtf: string): "whole" | "part" | "other" {
  const [year, month, day] = edtf.replace(/[~?%]/g, "").split("-");
  const pairs: [string | undefined, string | undefined][] = [
    [written.year, year],
    [written.month, month],
    [written.day, day],
  ];
  if (pairs.some(([said, meant]) => said !== undefined && said !== meant)) return "other";
  return pairs.every(([said, meant]) => said === meant) ? "whole" : "part";
}

/** The single days, months or years that an EDTF date is made of. */
export const points = (edtf: string): string[] =>
  edtf
    .replace(/[[\]]/g, "")
    .split(/[,/]/)
    .filter((point) => point !== "..");
