/**
 * The pane beside the list: an overview and a record, as tabs. On a small screen a statement has a
 * page instead.
 */
import { dataset, resolve } from "#dataset";
import { cite } from "#dataset/cite";
import { toNodes } from "../pages/html.ts";
import { toPane } from "../pages/record-pane.ts";
import { all, byId } from "./dom.ts";
import { unpin } from "./highlight.ts";

const tabs = ["overview", "record"] as const;
type Tab = (typeof tabs)[number];

const steps = [
  ["before", -1],
  ["after", 1],
] as const;

/** The pane is used from this width on. */
const wideScreen = matchMedia("(min-width: 900px)");

function chooseTab(name: Tab): void {
  for (const tab of tabs) {
    const button = byId(`tab-${tab}`);
    button.setAttribute("aria-selected", String(tab === name));
    button.tabIndex = tab === name ? 0 : -1;
    byId(tab).hidden = tab !== name;
  }
}

function rowOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#list [data-id="${id}"]`);
}

/** The place of a record in the list, with the ones before and after it. */
function showSteps(id: string): void {
  const shown = all("#list [data-id]").filter((row) => row.offsetParent !== null);
  const at = shown.findIndex((row) => row.dataset.id === id);
  byId("steps").hidden = at === -1;
  byId("position").textContent = `${at + 1} of ${shown.length}`;
  for (const [name, step] of steps) {
    const other = shown[at + step];
    byId(name).toggleAttribute("disabled", !other);
    byId(name).dataset.id = other?.dataset.id ?? "";
  }
}

function openRecord(id: string): void {
  const record = resolve(id);
  const content = record && toPane(id, cite(record).apa);
  if (record === undefined || content === undefined) return;
  byId("record").replaceChildren(toNodes(content));
  document.title = `${record.label} – ${dataset.name}`;
  byId("tab-record").removeAttribute("disabled");
  for (const link of all("#list .gist[aria-current]")) link.removeAttribute("aria-current");
  rowOf(id)?.querySelector(".gist")?.setAttribute("aria-current", "true");
  showSteps(id);
  chooseTab("record");
  byId("pane").scrollTop = 0;
}

/** The address of the page with a record in the pane. */
function addressOf(id: string): string {
  return `${location.search || location.pathname}#${id}`;
}

/** A link may be old, or mistyped. */
function tellUnknown(id: string): void {
  const shown = byId("problems");
  shown.hidden = false;
  shown.textContent = `no record "${id}"`;
}

function openFromAddress(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const record = resolve(id);
  if (record === undefined && id !== "" && !document.getElementById(id)) tellUnknown(id);
  if (!wideScreen.matches || record === undefined) return;
  openRecord(record.id);
  const row = rowOf(record.id);
  const isShown = row !== null && row.offsetParent !== null;
  (isShown ? row : byId("pane")).scrollIntoView({ block: "center" });
}

/** Opens a statement of the list or a mark of the timeline in the pane. */
function openOnClick(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLElement>("#list a.gist, .picture a.mark");
  const wantsNewTab = event.ctrlKey || event.metaKey || event.shiftKey;
  if (!link || !wideScreen.matches || wantsNewTab) return;
  event.preventDefault();
  const id = link.closest<HTMLElement>("[data-id]")!.dataset.id!;
  if (link.matches(".mark")) byId("pane").scrollIntoView({ block: "nearest" });
  history.pushState(null, "", addressOf(id));
  openRecord(id);
}

function addSteps(): void {
  for (const [step] of steps)
    byId(step).addEventListener("click", () => {
      const id = byId(step).dataset.id!;
      history.replaceState(null, "", addressOf(id));
      openRecord(id);
      rowOf(id)?.scrollIntoView({ block: "nearest" });
    });
}

function addTabs(): void {
  for (const tab of tabs) {
    const button = byId(`tab-${tab}`);
    const other = tabs[1 - tabs.indexOf(tab)]!;
    const otherButton = byId(`tab-${other}`);
    button.addEventListener("click", () => {
      chooseTab(tab);
    });
    button.addEventListener("keydown", ({ key }) => {
      const isArrow = key === "ArrowLeft" || key === "ArrowRight";
      if (!isArrow || otherButton.hasAttribute("disabled")) return;
      chooseTab(other);
      otherButton.focus();
    });
  }
}

function closeOnEscape({ key }: KeyboardEvent): void {
  if (key !== "Escape" || unpin() || byId("record").hidden) return;
  chooseTab("overview");
  document.querySelector<HTMLElement>("#list .gist[aria-current]")?.focus();
}

/** On a small screen filters and overview are sheets over the page. */
function addSheets(): void {
  const close = () => {
    for (const sheet of all(".sheet-open")) sheet.classList.remove("sheet-open");
  };
  for (const button of all("[data-sheet]"))
    button.addEventListener("click", () => {
      const sheet = byId(button.dataset.sheet!);
      close();
      sheet.classList.add("sheet-open");
      sheet.scrollTop = 0;
      sheet.querySelector<HTMLElement>(".close")!.focus({ preventScroll: true });
    });
  for (const button of all(".close")) button.addEventListener("click", close);
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close();
  });
}

export function addPane(): void {
  document.addEventListener("click", openOnClick);
  document.addEventListener("keydown", closeOnEscape);
  addSteps();
  addTabs();
  addSheets();
  addEventListener("popstate", openFromAddress);
  openFromAddress();
}
