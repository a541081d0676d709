/**
 * The marks of the timeline: the shape tells the kind, the filling how far it got, what is behind
 * it the date.
 */
import type { Agreement, Meeting, Visit } from "#dataset";
import { element, round } from "./svg.ts";
import type { Event, PlacedMark } from "./timeline-layout.ts";
import { sides } from "./sides.ts";

/**
 * Statuses of a document that was concluded; others are of one that is proposed, drafted or
 * negotiated.
 */
const concludedStatuses: ReadonlySet<string> = new Set([
  "signed",
  "adopted",
  "approved",
  "reached",
  "awaiting-ratification",
  "ratified",
  "in-force",
  "under-implementation",
]);

/** Whether a document was concluded, as somebody asserts. */
export function isConcluded({ statuses }: Agreement): boolean {
  return statuses.some(({ value }) => concludedStatuses.has(value));
}

/** A path around a point. */
function path(className: string, d: string, x: number, y: number): string {
  return element("path", { class: className, d, transform: `translate(${round(x)} ${round(y)})` });
}

function circle(className: string, x: number, y: number, r = 5.2): string {
  return element("circle", { class: className, cx: round(x), cy: round(y), r });
}

/** Paths over the circle of a meeting that was not simply held. */
const overCircle: Partial<Record<Meeting["occurrence"], readonly [className: string, d: string]>> =
  {
    "under-way": ["full", "M0,-5.2 A5.2,5.2 0 0 0 0,5.2 Z"],
    postponed: ["line", "M-9,-7 q9,-7 18,0 l-5,-1 m5,1 l1,-5"],
    cancelled: ["line", "M-7,7 L7,-7"],
  };

function drawMeeting({ format, occurrence }: Meeting, x: number, y: number): string {
  if (format === "contacts") return [-5, 0, 5].map((dx) => circle("full", x + dx, y, 1.8)).join("");
  if (occurrence === "held") return circle("full", x, y);
  if (occurrence === "declined")
    return path("line", "M-4.5,-4.5 L4.5,4.5 M4.5,-4.5 L-4.5,4.5", x, y);
  const over = overCircle[occurrence];
  return `${circle("open", x, y)}${over ? path(over[0], over[1], x, y) : ""}`;
}

/** A pentagon, or a bar for a visit that lasts, in the hue of the traveller's side. */
function drawVisit({ host }: Visit, x: number, y: number, length: number): string {
  const traveller = sides.find(({ country }) => country !== host);
  const side = traveller?.hue ?? "side-a";
  if (length <= 1) return path(side, "M-6,-5 L1,-5 L6,0 L1,5 L-6,5 Z", x, y);
  const left = round(x - length / 2);
  return element("rect", { class: side, x: left, y: y - 5, width: round(length), height: 10 });
}

function drawAgreement(agreement: Agreement, x: number, y: number): string {
  return path(isConcluded(agreement) ? "full" : "open", "M0,-6 L6,0 L0,6 L-6,0 Z", x, y);
}

export function drawMark(event: Event, x: number, y: number, length: number): string {
  switch (event.kind) {
    case "visit":
      return drawVisit(event, x, y, length);
    case "meeting":
      return drawMeeting(event, x, y);
    case "agreement":
      return drawAgreement(event, x, y);
  }
}

/**
 * Behind a mark: a band for a span of time, dashes for an approximate date, an arrow for an open
 * end.
 */
export function drawDateSpan({ event, from, to, y, length }: PlacedMark, right: number): string {
  if (event.date === undefined || length > 0) return "";
  const { edtf } = event.date;
  const band = (start: number, end: number) =>
    element("rect", {
      class: "band",
      x: round(start),
      y: y - 4,
      width: round(end - start),
      height: 8,
    });
  const tick = (d: string) => element("path", { class: "tick", d });
  if (edtf.endsWith("/.."))
    return band(from, right) + tick(`M${round(from)},${y} H${right} m-5,-4 l5,4 l-5,4`);
  if (/[~%]/.test(edtf))
    return element("path", { class: "about", d: `M${round(from - 16)},${y} H${round(to + 16)}` });
  if (to - from <= 4) return "";
  return band(from, to) + tick(`M${round(from)},${y - 6} v12 M${round(to)},${y - 6} v12`);
}
