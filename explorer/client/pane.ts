/** The pane beside the list: an overview and a record, as tabs. Where there is no room for it, a statement is a page of its own. */
import { resolve } from "baku-moscow";
import { cite } from "baku-moscow/cite";
import { html, toNodes } from "../html.ts";
import { hasEvidence, toPane } from "../record-card.ts";
import { all, byId } from "./dom.ts";
import { unpin } from "./light.ts";

const tabs = ["overview", "record"] as const;

function choose(name: (typeof tabs)[number]): void {
  for (const tab of tabs) {
    const button = byId(`tab-${tab}`);
    button.setAttribute("aria-selected", String(tab === name));
    button.tabIndex = tab === name ? 0 : -1;
    byId(tab).hidden = tab !== name;
  }
}

function open(id: string): void {
  const record = resolve(id);
  if (!record || !hasEvidence(record)) return;
  const panel = byId("record");
  panel.replaceChildren(
    toNodes(
      html`${toPane(id)}
        <p class="citation" id="pane-citation">${cite(record).apa}</p>`,
    ),
  );
  byId("tab-record").removeAttribute("disabled");
  for (const link of all("#list .gist[aria-current]")) link.removeAttribute("aria-current");
  document.querySelector(`#list [data-id="${id}"] .gist`)?.setAttribute("aria-current", "true");
  const shown = all("#list [data-id]").filter((row) => row.offsetParent !== null);
  const at = shown.findIndex((row) => row.dataset.id === id);
  byId("steps").hidden = at === -1;
  byId("position").textContent = `${at + 1} of ${shown.length}`;
  for (const [name, step] of [
    ["before", -1],
    ["after", 1],
  ] as const) {
    const other = shown[at + step];
    byId(name).toggleAttribute("disabled", !other);
    byId(name).dataset.id = other?.dataset.id ?? "";
  }
  choose("record");
  byId("pane").scrollTop = 0;
}

export function pane(): void {
  const wide = matchMedia("(min-width: 900px)");
  const fromAddress = () => {
    const id = location.hash.slice(1);
    if (!wide.matches || !resolve(id)) return;
    open(id);
    (document.querySelector(`#list [data-id="${id}"]`) ?? byId("pane")).scrollIntoView({ block: "center" });
  };
  // a statement of the list and a mark of the timeline
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLElement>("#list a.gist, .picture a.mark");
    if (!link || !wide.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { id } = link.closest<HTMLElement>("[data-id]")!.dataset;
    if (link.matches(".mark")) byId("pane").scrollIntoView({ block: "nearest" });
    history.pushState(null, "", `${location.search || location.pathname}#${id!}`);
    open(id!);
  });
  for (const step of ["before", "after"])
    byId(step).addEventListener("click", () => {
      const id = byId(step).dataset.id!;
      history.replaceState(null, "", `${location.search || location.pathname}#${id}`);
      open(id);
      document.querySelector(`#list [data-id="${id}"]`)?.scrollIntoView({ block: "nearest" });
    });
  for (const tab of tabs) {
    byId(`tab-${tab}`).addEventListener("click", () => choose(tab));
    byId(`tab-${tab}`).addEventListener("keydown", ({ key }) => {
      const other = tabs[1 - tabs.indexOf(tab)]!;
      if ((key === "ArrowLeft" || key === "ArrowRight") && !byId(`tab-${other}`).hasAttribute("disabled")) {
        choose(other);
        byId(`tab-${other}`).focus();
      }
    });
  }
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || unpin() || byId("record").hidden) return;
    choose("overview");
    document.querySelector<HTMLElement>("#list .gist[aria-current]")?.focus();
  });
  // on a phone, filters and overview are sheets
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
  document.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  addEventListener("popstate", fromAddress);
  fromAddress();
}
