/**
 * Fields highlight their words, and words their fields. A click keeps the highlight, Escape removes
 * it.
 */
import { all } from "./dom.ts";

const highlighted = "[data-field], mark[data-fields]";

/** The numbers of the fields that are kept highlighted. */
let pinned: string | undefined;

function split(list: string | undefined): string[] {
  return (list ?? "").split(" ").filter((number) => number !== "");
}

/**
 * The numbers that an element highlights: those of a field itself, or of the fields that words
 * prove most closely.
 */
function numbersOf({ dataset }: HTMLElement): string[] {
  return split(dataset.field ?? dataset.own);
}

function highlight(numbers: readonly string[]): void {
  for (const element of all(highlighted)) {
    const own = split(element.dataset.field ?? element.dataset.fields);
    element.classList.toggle(
      "lit",
      own.some((number) => numbers.includes(number)),
    );
  }
}

function closestHighlighted(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(highlighted) : null;
}

/** Removes the highlight that was kept; returns whether there was one. */
export function unpin(): boolean {
  const wasPinned = pinned !== undefined;
  pinned = undefined;
  highlight([]);
  return wasPinned;
}

function isRecordPage(): boolean {
  return document.querySelector("main.record") !== null;
}

/** Keeps the highlight of an element, or removes it when it was kept. */
function togglePin(element: HTMLElement): void {
  const numbers = numbersOf(element);
  pinned = pinned === numbers.join(" ") ? undefined : numbers.join(" ");
  highlight(pinned === undefined ? [] : numbers);
  if (!isRecordPage()) return;
  const address = pinned === undefined ? location.pathname : `#field=${numbers[0]!}`;
  history.replaceState(null, "", address);
}

function highlightWhile(start: "mouseover" | "focusin", end: "mouseout" | "focusout"): void {
  document.addEventListener(start, ({ target }) => {
    const element = closestHighlighted(target);
    if (element && pinned === undefined) highlight(numbersOf(element));
  });
  document.addEventListener(end, ({ target }) => {
    if (closestHighlighted(target) && pinned === undefined) highlight([]);
  });
}

export function addHighlighting(): void {
  highlightWhile("mouseover", "mouseout");
  highlightWhile("focusin", "focusout");
  document.addEventListener("click", ({ target }) => {
    const element = closestHighlighted(target);
    if (element && !(target as Element).closest("a")) togglePin(element);
  });
  document.addEventListener("keydown", (event) => {
    const element = closestHighlighted(event.target);
    const isActivated = event.key === "Enter" || event.key === " ";
    if (element && event.target === element && isActivated) {
      event.preventDefault();
      togglePin(element);
    }
    if (event.key === "Escape" && isRecordPage()) unpin();
  });
  pinned = /^#field=(\d+)$/.exec(location.hash)?.[1];
  if (pinned !== undefined) highlight([pinned]);
}
