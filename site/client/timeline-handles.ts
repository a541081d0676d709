/** The timeline of the first page: tips, arrow keys, and two handles that set the dates. */
import { timeline, toDateText } from "#dataset";
import { axisEnd, axisOf, axisStart, toDayNumber, type Axis } from "../pictures/axis.ts";
import { all } from "./dom.ts";
import { addArrowKeys, addTips } from "./timeline-tips.ts";

const svgNamespace = "http://www.w3.org/2000/svg";
/** The middle of the handles, in the units of the picture. */
const handleY = 38;

type End = "from" | "to";

function svgElement(name: string, attributes: Record<string, string | number>): Element {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** Months since the year 0. */
function toMonth(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7) || 1) - 1;
}

function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

function monthOfDay(day: number): number {
  return toMonth(new Date(day * 86_400_000).toISOString());
}

const firstMonth = monthOfDay(axisStart);
const lastMonth = monthOfDay(axisEnd - 1);

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** What the handles of the timeline can do. */
export interface DateHandles {
  /** Moves the handles to the dates of the fields, and dims what lies outside. */
  update(from: string, to: string): void;
}

/** The months that a key moves a handle by. */
function monthsOfKey(key: string): number | undefined {
  const months: ReadonlyMap<string, number> = new Map([
    ["ArrowRight", 1],
    ["ArrowUp", 1],
    ["ArrowLeft", -1],
    ["ArrowDown", -1],
    ["PageUp", 12],
    ["PageDown", -12],
    ["Home", -1000],
    ["End", 1000],
  ]);
  return months.get(key);
}

/** The month of a date field; `fallback` when the field holds no month or year. */
function monthOfField(text: string, end: End, fallback: number): number {
  if (!/^\d{4}(-\d\d)?/.test(text)) return fallback;
  const isYear = /^\d{4}$/.test(text);
  return toMonth(isYear && end === "to" ? `${text}-12` : text);
}

/** Two handles on the axis of one picture; they and the date fields are one state. */
class Brush implements DateHandles {
  readonly #svg: SVGSVGElement;
  readonly #axis: Axis;
  readonly #onChange: (from: string, to: string) => void;
  readonly #line = svgElement("line", { y1: handleY, y2: handleY, class: "brush-line" });
  readonly #handles: Readonly<Record<End, Element>>;
  #range = { from: firstMonth, to: lastMonth };

  constructor(svg: SVGSVGElement, onChange: (from: string, to: string) => void) {
    this.#svg = svg;
    this.#onChange = onChange;
    const labels = !svg.classList.contains("narrow");
    this.#axis = axisOf({ width: svg.viewBox.baseVal.width, labels, inPage: true });
    const { left: x1, right: x2 } = this.#axis;
    svg.append(svgElement("line", { x1, x2, y1: handleY, y2: handleY, class: "rule" }), this.#line);
    this.#handles = { from: this.#addHandle("from"), to: this.#addHandle("to") };
    this.#draw();
  }

  update(from: string, to: string): void {
    const start = clamp(monthOfField(from, "from", firstMonth), firstMonth, lastMonth);
    const end = clamp(monthOfField(to, "to", lastMonth), start, lastMonth);
    this.#range = { from: start, to: end };
    this.#draw();
    const options = { ...(from && { from }), ...(to && { to }) };
    const isRanged = from !== "" || to !== "";
    const inside = new Set<string>(isRanged ? timeline(options).map(({ id }) => id) : []);
    for (const mark of all<SVGAElement>(".mark", this.#svg)) {
      const isOut = isRanged && !("undated" in mark.dataset) && !inside.has(mark.dataset.id!);
      mark.classList.toggle("out", isOut);
    }
  }

  /** The position of a handle: the start of the first month, the end of the last. */
  #position(end: End): number {
    const month = end === "from" ? this.#range.from : this.#range.to + 1;
    return this.#axis.x(toDayNumber(`${monthText(month)}-01`));
  }

  #draw(): void {
    this.#line.setAttribute("x1", String(this.#position("from")));
    this.#line.setAttribute("x2", String(this.#position("to")));
    for (const end of ["from", "to"] as const) {
      const handle = this.#handles[end];
      handle.setAttribute("transform", `translate(${this.#position(end)} ${handleY})`);
      handle.setAttribute("aria-valuenow", String(this.#range[end]));
      const text = toDateText({ edtf: monthText(this.#range[end]) });
      handle.setAttribute("aria-valuetext", text);
    }
  }

  #move(end: End, month: number): void {
    const { from, to } = this.#range;
    if (end === "from") this.#range.from = clamp(month, firstMonth, to);
    else this.#range.to = clamp(month, from, lastMonth);
    const text = (value: number, open: number) => (value === open ? "" : monthText(value));
    this.#onChange(text(this.#range.from, firstMonth), text(this.#range.to, lastMonth));
  }

  #addHandle(end: End): Element {
    const height = Number(this.#svg.dataset.axis);
    const handle = svgElement("g", {
      class: "handle",
      role: "slider",
      tabindex: 0,
      "aria-label": end === "from" ? "From" : "To",
      "aria-valuemin": firstMonth,
      "aria-valuemax": lastMonth,
    }) as SVGGElement;
    handle.append(
      svgElement("line", { y1: 0, y2: height - handleY, class: "handle-line" }),
      svgElement("rect", { x: -12, y: -12, width: 24, height: 24, fill: "transparent" }),
      svgElement("rect", { x: -5, y: -9, width: 10, height: 18, rx: 2, class: "grip" }),
    );
    this.#svg.append(handle);
    this.#addKeys(handle, end);
    this.#addPointer(handle, end);
    return handle;
  }

  #addKeys(handle: SVGGElement, end: End): void {
    handle.addEventListener("keydown", (event) => {
      const months = monthsOfKey(event.key);
      if (months === undefined) return;
      event.preventDefault();
      this.#move(end, this.#range[end] + months);
    });
  }

  #addPointer(handle: SVGGElement, end: End): void {
    handle.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      handle.focus();
    });
    handle.addEventListener("pointermove", (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const box = this.#svg.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * this.#svg.viewBox.baseVal.width;
      // the nearest edge between two months
      const halfMonth = end === "from" ? 15 : -15;
      this.#move(end, monthOfDay(this.#axis.day(x) + halfMonth));
    });
  }
}

/** The list comes first: the whole timeline opens when it is wanted. */
function addFold(): void {
  const button = document.getElementById("fold-timeline");
  const section = document.querySelector<HTMLElement>(".timeline");
  const toggle = () => {
    const isOpen = section!.classList.toggle("unfolded");
    button!.setAttribute("aria-expanded", String(isOpen));
  };
  button?.addEventListener("click", toggle);
  // whoever follows a link to the timeline wants to see it
  if (button !== null && location.hash === "#when") toggle();
}

/** @param onChange - Called when a handle moves, with the new dates; "" stands for an open end. */
export function addTimeline(onChange: (from: string, to: string) => void): DateHandles {
  const picture = document.querySelector<HTMLElement>(".picture")!;
  addFold();
  addTips(picture);
  addArrowKeys(picture);
  const brushes = all<SVGSVGElement>(":scope > svg", picture).map(
    (svg) => new Brush(svg, onChange),
  );
  return {
    update(from, to) {
      for (const brush of brushes) brush.update(from, to);
    },
  };
}
