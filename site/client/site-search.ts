/** The search box of every page. The index is loaded when the box is first used. */
import MiniSearch from "minisearch";
import type { SearchEntry } from "../pages/search-entries.ts";
import { html, toNodes } from "../pages/html.ts";

const holder = globalThis as { siteEntries?: readonly SearchEntry[] };
const folder = new URL(".", (document.currentScript as HTMLScriptElement).src).href;
const root = document.documentElement.dataset.root ?? "";
/** So many hits are shown. */
const shownHits = 12;

type Index = MiniSearch<SearchEntry & { readonly id: number }>;

function toIndex(entries: readonly SearchEntry[]): Index {
  const index: Index = new MiniSearch({
    idField: "id",
    fields: ["t", "x"],
    storeFields: ["t", "k", "u"],
    searchOptions: { boost: { t: 3 }, prefix: true, fuzzy: 0.15, combineWith: "AND" },
    // letters that differ only in their marks are the same
    processTerm: (term) => term.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(),
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return index;
}

let loading: Promise<Index> | undefined;

function loadIndex(): Promise<Index> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${folder}search-index.js`;
    script.onload = () => {
      resolve(toIndex(holder.siteEntries ?? []));
    };
    script.onerror = () => {
      reject(new Error("the index could not be loaded"));
    };
    document.head.append(script);
  });
  return loading;
}

/** Shows the hits, or that there are none. */
async function showHits(box: HTMLInputElement, hits: HTMLElement): Promise<void> {
  const words = box.value.trim();
  hits.hidden = words === "";
  if (words === "") return;
  const found = (await loadIndex()).search(words) as unknown as SearchEntry[];
  // another word may have been typed meanwhile
  if (box.value.trim() !== words) return;
  const rows = found.slice(0, shownHits).map(
    ({ t, k, u }) =>
      html`<li>
        <a href="${root}${u}"><span class="chip">${k}</span> <bdi>${t}</bdi></a>
      </li> `,
  );
  const none = html`<p role="status">
    Neither the records nor the guides hold “${words}”. The dataset covers its articles and no more.
  </p>`;
  const more =
    found.length > shownHits && html`<p class="soft">${found.length} hits; the best first</p>`;
  hits.replaceChildren(
    toNodes(
      found.length === 0
        ? none
        : html`<ul>
              ${rows}
            </ul>
            ${more}`,
    ),
  );
}

function addSiteSearch(box: HTMLInputElement, hits: HTMLElement): void {
  box.addEventListener("focus", () => void loadIndex());
  box.addEventListener("input", () => void showHits(box, hits));
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hits.hidden = true;
  });
  document.addEventListener("click", ({ target }) => {
    if (!box.parentElement!.parentElement!.contains(target as Node)) hits.hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = (event.target as Element).closest("input, textarea") !== null;
    if (event.key !== "/" || isTyping) return;
    event.preventDefault();
    box.focus();
  });
}

document.addEventListener("DOMContentLoaded", () => {
  const box = document.getElementById("site-search");
  const hits = document.getElementById("site-hits");
  if (box instanceof HTMLInputElement && hits) addSiteSearch(box, hits);
});
