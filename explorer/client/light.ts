/** Fields light their words, and words their fields; a click pins, Escape lets go. */
import { all } from "./dom.ts";

let pinned: string | undefined;

const split = (list: string | undefined) => (list ?? "").split(" ").filter(Boolean);
/** What a field or a word lights: a field itself, a word the fields that it proves most closely. */
const numbersOf = (element: HTMLElement) => split(element.dataset.field ?? element.dataset.own);

function show(numbers: readonly string[]): void {
  for (const element of all("[data-field], mark[data-fields]"))
    element.classList.toggle(
      "lit",
      split(element.dataset.field ?? element.dataset.fields).some((number) => numbers.includes(number)),
    );
}

const lightAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>("[data-field], mark[data-fields]") : null;

/** Lets go of what is pinned; whether anything was. */
export function unpin(): boolean {
  const was = pinned !== undefined;
  pinned = undefined;
  show([]);
  return was;
}

export function light(): void {
  for (const [on, off] of [
    ["mouseover", "mouseout"],
    ["focusin", "focusout"],
  ] as const) {
    document.addEventListener(on, ({ target }) => {
      const at = lightAt(target);
      if (at && pinned === undefined) show(numbersOf(at));
    });
    document.addEventListener(off, ({ target }) => {
      if (lightAt(target) && pinned === undefined) show([]);
    });
  }
  const pin = (at: HTMLElement) => {
    const numbers = numbersOf(at);
    pinned = pinned === numbers.join(" ") ? undefined : numbers.join(" ");
    show(pinned === undefined ? [] : numbers);
    if (document.querySelector("main.record"))
      history.replaceState(null, "", pinned === undefined ? location.pathname : `#field=${numbers[0]!}`);
  };
  document.addEventListener("click", ({ target }) => {
    const at = lightAt(target);
    if (at && !(target as Element).closest("a")) pin(at);
  });
  document.addEventListener("keydown", (event) => {
    const at = lightAt(event.target);
    if (at && event.target === at && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      pin(at);
    }
    if (event.key === "Escape" && document.querySelector("main.record")) unpin();
  });
  const asked = /^#field=(\d+)$/.exec(location.hash)?.[1];
  if (asked !== undefined) show([(pinned = asked)]);
}
