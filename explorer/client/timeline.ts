/** The timeline: arrow keys within a lane, a tip that says what the table says, and two handles that set the dates. */
import { timeline } from "baku-moscow";
import { axisEnds, toAxis, toDay, axisEnd, axisStart } from "../../src/compile/emit/axis.ts";
import { toDateText } from "../words.ts";
import { all, byId } from "./dom.ts";

const svgNamespace = "http://www.w3.org/2000/svg";
const element = (name: string, attributes: Record<string, string | number>) => {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
};

function tips(picture: HTMLElement): void {
  const tip = byId("tip");
  const isNarrow = () => getComputedStyle(tip).position === "sticky";
  const show = (mark: SVGAElement) => {
    const cells = all("td", document.querySelector(`[data-row="${mark.dataset.id!}"]`)!);
    const [, what, when, got, accounts] = cells;
    const line = (...nodes: (Node | string)[]) => {
      const p = document.createElement("p");
      p.append(...nodes);
      return p;
    };
    const name = isNarrow() ? what!.firstElementChild!.cloneNode(true) : what!.textContent.trim();
    const title = line(name);
    title.className = "title";
    tip.replaceChildren(
      title,
      line([got!.textContent.trim(), when!.textContent.trim()].filter(Boolean).join(", ")),
      ...[...accounts!.children].map((account) => line("≠ ", ...account.cloneNode(true).childNodes)),
    );
    tip.hidden = false;
    for (const other of all<SVGAElement>(".mark.chosen", picture)) other.classList.remove("chosen");
    mark.classList.add("chosen");
    if (isNarrow()) return;
    const [at, whole] = [mark.getBoundingClientRect(), picture.getBoundingClientRect()];
    const left = at.right - whole.left + 12;
    tip.style.left = `${Math.max(0, left + tip.offsetWidth > whole.width ? at.left - whole.left - tip.offsetWidth - 12 : left)}px`;
    tip.style.top = `${Math.max(0, Math.min(whole.height - tip.offsetHeight, at.top - whole.top - 8))}px`;
  };
  const hide = () => {
    if (!isNarrow()) tip.hidden = true;
    for (const mark of all(".mark.chosen", picture)) if (!isNarrow()) mark.classList.remove("chosen");
  };
  const markAt = (target: EventTarget | null) => (target as Element).closest<SVGAElement>(".mark");
  for (const on of ["mouseover", "focusin"])
    picture.addEventListener(on, ({ target }) => {
      const mark = markAt(target);
      if (mark && !isNarrow()) show(mark);
    });
  for (const off of ["mouseout", "focusout"]) picture.addEventListener(off, hide);
  picture.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  // where there is no room for names, a tap tells first; its caption leads on
  picture.addEventListener("click", (event) => {
    const mark = markAt(event.target);
    if (mark && isNarrow()) {
      event.preventDefault();
      show(mark);
    }
  });
}

/** One mark of a lane is in the order of Tab; arrows go from mark to mark. */
function arrows(picture: HTMLElement): void {
  for (const lane of all<SVGElement>(".lane", picture)) {
    const marks = all<SVGAElement>(".mark", lane);
    marks.forEach((mark, i) => mark.setAttribute("tabindex", i === 0 ? "0" : "-1"));
    lane.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -marks.length, End: marks.length }[event.key];
      const at = marks.indexOf(document.activeElement as unknown as SVGAElement);
      if (step === undefined || at === -1) return;
      event.preventDefault();
      const next = marks[Math.min(marks.length - 1, Math.max(0, at + step))]!;
      marks[at]!.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    });
  }
}

/** Months since year 0. */
const toMonth = (text: string) => +text.slice(0, 4) * 12 + +(text.slice(5, 7) || 1) - 1;
const toText = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
const monthOf = (day: number) => toMonth(new Date(day * 86_400_000).toISOString());
const first = monthOf(axisStart);
const last = monthOf(axisEnd - 1);

export interface Brush {
  /** Draws the handles where the fields are, and dims what lies outside. */
  update(from: string, to: string): void;
}

/** Two handles on the axis; they and the fields are one state. */
function brush(svg: SVGSVGElement, set: (from: string, to: string) => void): Brush {
  const width = svg.viewBox.baseVal.width;
  const isWide = svg.classList.contains("wide");
  const axis = toAxis(...axisEnds({ width, labels: isWide, within: "" }));
  const height = +svg.dataset.axis!;
  const y = 38;
  const range = { from: first, to: last };
  const line = element("line", { y1: y, y2: y, class: "brush-line" });
  const rail = element("line", { x1: axis.left, x2: axis.right, y1: y, y2: y, class: "rule" });
  svg.append(rail, line);
  const place = { from: () => axis.x(toDay(`${toText(range.from)}-01`)), to: () => axis.x(toDay(`${toText(range.to + 1)}-01`)) };
  const draw = () => {
    line.setAttribute("x1", String(place.from()));
    line.setAttribute("x2", String(place.to()));
    for (const end of ["from", "to"] as const) {
      const handle = handles[end];
      handle.setAttribute("transform", `translate(${place[end]()} ${y})`);
      handle.setAttribute("aria-valuenow", String(range[end]));
      handle.setAttribute("aria-valuetext", toDateText({ edtf: toText(range[end]) }));
    }
  };
  const move = (end: "from" | "to", month: number) => {
    range[end] = end === "from" ? Math.min(range.to, Math.max(first, month)) : Math.max(range.from, Math.min(last, month));
    set(range.from === first ? "" : toText(range.from), range.to === last ? "" : toText(range.to));
  };
  const toHandle = (end: "from" | "to") => {
    const handle = element("g", {
      class: "handle",
      role: "slider",
      tabindex: 0,
      "aria-label": end === "from" ? "From" : "To",
      "aria-valuemin": first,
      "aria-valuemax": last,
    });
    handle.append(
      element("line", { y1: 0, y2: height - y, class: "handle-line" }),
      element("rect", { x: -12, y: -12, width: 24, height: 24, fill: "transparent" }),
      element("rect", { x: -5, y: -9, width: 10, height: 18, rx: 2, class: "grip" }),
    );
    handle.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 12, PageDown: -12, Home: -1000, End: 1000 }[
        event.key
      ];
      if (step === undefined) return;
      event.preventDefault();
      move(end, range[end] + step);
    });
    handle.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      handle.focus();
    });
    handle.addEventListener("pointermove", (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const box = svg.getBoundingClientRect();
      const day = axis.day(((event.clientX - box.left) / box.width) * width);
      move(end, monthOf(end === "from" ? day + 15 : day - 15));
    });
    svg.append(handle);
    return handle;
  };
  const handles = { from: toHandle("from"), to: toHandle("to") };
  draw();
  return {
    update(from, to) {
      const isMonth = /^\d{4}(-\d\d)?/;
      range.from = isMonth.test(from) ? Math.min(last, Math.max(first, toMonth(from))) : first;
      range.to = isMonth.test(to) ? Math.min(last, Math.max(range.from, /^\d{4}$/.test(to) ? toMonth(`${to}-12`) : toMonth(to))) : last;
      draw();
      const inside = from || to ? new Set<string>(timeline({ ...(from && { from }), ...(to && { to }) }).map(({ id }) => id)) : undefined;
      for (const mark of all<SVGAElement>(".mark", svg))
        mark.classList.toggle("out", inside !== undefined && !("undated" in mark.dataset) && !inside.has(mark.dataset.id!));
    },
  };
}

/** @param set - What to do when a handle moves: the new range, "" where it is open. */
export function timelineOf(set: (from: string, to: string) => void): Brush {
  const picture = document.querySelector<HTMLElement>(".picture")!;
  tips(picture);
  arrows(picture);
  const brushes = all<SVGSVGElement>("svg.wide, svg.narrow", picture).map((svg) => brush(svg, set));
  return {
    update: (from, to) => {
      for (const each of brushes) each.update(from, to);
    },
  };
}
