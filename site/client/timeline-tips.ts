/**
 * A tip beside a mark of the timeline, with the words of the table; arrow keys move within a lane.
 */
import { all, byId } from "./dom.ts";

/**
 * On a small screen the tip is below the picture, and a tap shows it before it follows the link.
 */
function isNarrow(): boolean {
  return getComputedStyle(byId("tip")).position === "sticky";
}

function paragraph(...nodes: (Node | string)[]): HTMLParagraphElement {
  const p = document.createElement("p");
  p.append(...nodes);
  return p;
}

/** What the row of the table says about a mark. */
function tipContent(mark: SVGAElement): Node[] {
  const row = document.querySelector(`[data-row="${mark.dataset.id!}"]`)!;
  const [, what, when, progress, accounts] = all("td", row);
  const link = what!.firstElementChild!.cloneNode(true);
  const title = paragraph(isNarrow() ? link : what!.textContent.trim());
  title.className = "title";
  const details = [progress!, when!].map((cell) => cell.textContent.trim());
  return [
    title,
    paragraph(details.filter((text) => text !== "").join(", ")),
    ...[...accounts!.children].map((account) =>
      paragraph("≠ ", ...account.cloneNode(true).childNodes),
    ),
  ];
}

/** Puts the tip beside its mark, inside the picture. */
function placeTip(tip: HTMLElement, mark: SVGAElement, picture: HTMLElement): void {
  const [at, whole] = [mark.getBoundingClientRect(), picture.getBoundingClientRect()];
  const right = at.right - whole.left + 12;
  const left = at.left - whole.left - tip.offsetWidth - 12;
  const hasRoom = right + tip.offsetWidth <= whole.width;
  tip.style.left = `${Math.max(0, hasRoom ? right : left)}px`;
  const top = Math.min(whole.height - tip.offsetHeight, at.top - whole.top - 8);
  tip.style.top = `${Math.max(0, top)}px`;
}

function unchoose(picture: HTMLElement): void {
  for (const mark of all<SVGAElement>(".mark.chosen", picture)) mark.classList.remove("chosen");
}

function showTip(mark: SVGAElement, picture: HTMLElement): void {
  const tip = byId("tip");
  tip.replaceChildren(...tipContent(mark));
  tip.hidden = false;
  unchoose(picture);
  mark.classList.add("chosen");
  if (!isNarrow()) placeTip(tip, mark, picture);
}

function hideTip(picture: HTMLElement): void {
  if (isNarrow()) return;
  byId("tip").hidden = true;
  unchoose(picture);
}

function markAt(target: EventTarget | null): SVGAElement | null {
  return (target as Element).closest<SVGAElement>(".mark");
}

export function addTips(picture: HTMLElement): void {
  for (const start of ["mouseover", "focusin"])
    picture.addEventListener(start, ({ target }) => {
      const mark = markAt(target);
      if (mark && !isNarrow()) showTip(mark, picture);
    });
  for (const end of ["mouseout", "focusout"])
    picture.addEventListener(end, () => {
      hideTip(picture);
    });
  picture.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hideTip(picture);
  });
  picture.addEventListener("click", (event) => {
    const mark = markAt(event.target);
    if (!mark || !isNarrow()) return;
    event.preventDefault();
    showTip(mark, picture);
  });
}

/** The marks that a key moves by. */
function stepOf(key: string, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return 1;
    case "ArrowLeft":
    case "ArrowUp":
      return -1;
    case "Home":
      return -count;
    case "End":
      return count;
    default:
      return undefined;
  }
}

/** One mark of a lane is in the order of the Tab key; arrow keys move from mark to mark. */
export function addArrowKeys(picture: HTMLElement): void {
  for (const lane of all<SVGElement>(".lane", picture)) {
    const marks = all<SVGAElement>(".mark", lane);
    marks.forEach((mark, i) => {
      mark.setAttribute("tabindex", i === 0 ? "0" : "-1");
    });
    lane.addEventListener("keydown", (event) => {
      const step = stepOf(event.key, marks.length);
      const at = marks.findIndex((mark) => mark === document.activeElement);
      if (step === undefined || at === -1) return;
      event.preventDefault();
      const next = marks[Math.min(marks.length - 1, Math.max(0, at + step))]!;
      marks[at]!.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    });
  }
}
