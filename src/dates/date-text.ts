/** Dates in English words. */
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

/** A day, month or year in words, as uncertain as its mark says. */
function pointToText(edtf: string): string {
  const mark = /[~?%]$/.exec(edtf)?.[0] ?? "";
  const [year, month, day] = edtf.replace(/[~?%]$/, "").split("-");
  const parts = [
    ...(day === undefined ? [] : [String(Number(day))]),
    ...(month === undefined ? [] : [monthNames[Number(month) - 1]!]),
    year!,
  ];
  const approximately = mark === "~" || mark === "%" ? "about " : "";
  const uncertain = mark === "?" || mark === "%" ? " (uncertain)" : "";
  return `${approximately}${parts.join(" ")}${uncertain}`;
}

/** The words at the end of a date that another date has too: month and year, or the year. */
function sharedEnd(text: string, other: string): string {
  const ends = [/ \w+ \d{4}$/, / \d{4}$/].flatMap((form) => form.exec(other)?.[0] ?? []);
  return ends.find((end) => text.endsWith(end) && text !== end.trim()) ?? "";
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
  if (edtf.startsWith("[")) {
    const members = edtf.slice(1, -1).split(",");
    return joinDates(
      members.map((member) => member.trim()),
      "or",
    );
  }
  const [from, to] = edtf.split("/") as [string, string?];
  if (to === undefined) return pointToText(from);
  if (from === "..") return `until ${pointToText(to)}`;
  if (to === "..") return `since ${pointToText(from)}`;
  return joinDates([from, to], "to");
}
