import type { EventDate } from "../generated/types.ts";

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function point(edtf: string): string {
  const [, year, month, day, mark] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)$/.exec(edtf) as unknown as [
    string,
    string,
    string?,
    string?,
    string?,
  ];
  const text = month === undefined ? year : day === undefined ? `${months[+month - 1]!} ${year}` : `${+day} ${months[+month - 1]!} ${year}`;
  return `${mark === "~" || mark === "%" ? "about " : ""}${text}${mark === "?" || mark === "%" ? " (uncertain)" : ""}`;
}

/** Joins two dates, saying what they share only once: "9 or 10 November 2020". */
function joined(dates: readonly string[], word: string): string {
  const texts = dates.map(point);
  const last = texts.at(-1)!;
  return texts
    .map((text, i) => {
      if (i === texts.length - 1) return text;
      const tail = [/ \w+ \d{4}$/, / \d{4}$/]
        .map((form) => form.exec(last)?.[0])
        .find((t) => t !== undefined && text.endsWith(t) && text !== t.trim());
      return tail === undefined ? text : text.slice(0, -tail.length);
    })
    .join(` ${word} `);
}

/** A date in English words, as uncertain as it is: "9 or 10 November 2020", "February 2022", "since June 2022". */
export function toDateText(date: Pick<EventDate, "edtf"> | undefined): string {
  if (date === undefined) return "no date";
  const { edtf } = date;
  if (edtf.startsWith("["))
    return joined(
      edtf
        .slice(1, -1)
        .split(",")
        .map((part) => part.trim()),
      "or",
    );
  if (!edtf.includes("/")) return point(edtf);
  const [from, to] = edtf.split("/") as [string, string];
  if (from === "..") return `until ${point(to)}`;
  if (to === "..") return `since ${point(from)}`;
  return joined([from, to], "to");
}
