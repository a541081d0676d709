/** Dates in English words. */
import { nameOfPart } from "./calendar.ts";
import { componentsOf, withoutTime } from "./edtf-point.ts";
import { boundsOfRange } from "./edtf.ts";

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A number with X for unspecified digits, in words: "the 2010s". */
function yearText(year: string): string {
  if (!year.includes("X")) return year;
  if (/^\d{3}X$/.test(year)) return `the ${year.slice(0, 3)}0s`;
  if (year === "XXXX") return "an unspecified year";
  return `a year from ${year.replaceAll("X", "0")} to ${year.replaceAll("X", "9")}`;
}

/** A month or a part of a year, with its year. */
function monthText(year: string, month: string): string {
  if (month === "XX") return `an unspecified month of ${yearText(year)}`;
  const name = monthNames[Number(month) - 1] ?? nameOfPart(Number(month));
  const of = year.includes("X") ? "of " : "";
  return name === undefined ? `${year}-${month}` : `${name} ${of}${yearText(year)}`;
}

function digitsText([year, month, day]: readonly string[]): string {
  if (month === undefined) return yearText(year!);
  if (day === undefined) return monthText(year!, month);
  if (day === "XX") return `an unspecified day of ${monthText(year!, month)}`;
  const isPlain = !/X/.test(`${month}${day}`);
  return isPlain ? `${Number(day)} ${monthText(year!, month)}` : `${year!}-${month}-${day}`;
}

/** A date in words, as uncertain as its marks say. */
function pointToText(edtf: string): string {
  const components = componentsOf(withoutTime(edtf))!;
  const marks = components.map((component) => component.marks).join("");
  const approximately = /[~%]/.test(marks) ? "about " : "";
  const uncertain = /[?%]/.test(marks) ? " (uncertain)" : "";
  return `${approximately}${digitsText(components.map(({ digits }) => digits))}${uncertain}`;
}

/** The words at the end of a date that another date has too: month and year, or the year. */
function sharedEnd(text: string, other: string): string {
  const ends = [/ \w+ \d{4}$/, / \d{4}$/].flatMap((form) => form.exec(other)?.[0] ?? []);
  return ends.find((end) => text.endsWith(end)) ?? "";
}

/** Joins dates; what they share is written once: "9 or 10 November 2020". */
function joinDates(dates: readonly string[], conjunction: string): string {
  const texts = dates.map(pointToText);
  const last = texts.at(-1)!;
  const others = texts.slice(0, -1).map((text) => {
    const shared = sharedEnd(text, last);
    return shared === "" ? text : text.slice(0, -shared.length);
  });
  return [...others, last].join(` ${conjunction} `);
}

/** An interval in words; an end that is open or not known is left out. */
function rangeToText(from: string, to: string): string {
  const hasEnd = (end: string) => end !== ".." && end !== "";
  if (!hasEnd(from)) return hasEnd(to) ? `until ${pointToText(to)}` : "at any time";
  return hasEnd(to) ? joinDates([from, to], "to") : `since ${pointToText(from)}`;
}

/** A set in words: one of its members, or all of them. */
function setToText(edtf: string): string {
  const conjunction = edtf.startsWith("[") ? "or" : "and";
  const members = edtf.slice(1, -1).split(",");
  if (!edtf.includes("..")) return joinDates(members, conjunction);
  const texts = members.map((member) => {
    const [from, to] = member.split("..") as [string, string?];
    return to === undefined ? pointToText(from) : rangeToText(from, to);
  });
  return texts.join(` ${conjunction} `);
}

/**
 * A date in English words, as uncertain as it is: "9 or 10 November 2020", "February 2022", "since
 * June 2022".
 *
 * @throws RangeError when the date cannot be read.
 */
export function toDateText(date: { readonly edtf: string } | undefined): string {
  if (date === undefined) return "no date";
  const { edtf } = date;
  // callers without types may pass anything
  if (typeof edtf !== "string") throw new RangeError("has a date that is not text");
  boundsOfRange(edtf);
  if (/^[[{]/.test(edtf)) return setToText(edtf);
  const [from, to] = edtf.split("/") as [string, string?];
  return to === undefined ? pointToText(from) : rangeToText(from, to);
}
