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

/** Words of questions that say nothing of what is asked for. */
const grammar = new Set(
  "a an and did do does in is of on the to was were what when who".split(" "),
);

/** Letters that differ only in their marks are the same; words of grammar are left out. */
function toTerm(word: string): string | null {
  const term = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return grammar.has(term) ? null : term;
}

/** "closed" as "clos", which begins "closing" and "closure" too. */
function toQueryTerm(word: string): string | null {
  const term = toTerm(word);
  return term === null || term.length < 6 ? term : term.replace(/(?:ing|ed)$/, "");
}

/** Records before what explains them, and tables of old bug reports last. */
function weightOf(address: unknown): number {
  const path = String(address);
  if (path.startsWith("docs/public-reports")) return 0.1;
  return path.startsWith("explorer/") ? 2 : 1;
}

/** Entries with all words first, then those with some: a question is rarely in the words of one. */
function findEntries(index: Index, words: string): SearchEntry[] {
  const whole = index.search(words);
  const ids = new Set(whole.map(({ id }) => id as number));
  const partial = index.search(words, { combineWith: "OR", fuzzy: false });
  const others = partial.filter(({ id }) => !ids.has(id as number));
  return [...whole, ...(whole.length < shownHits ? others : [])] as unknown as SearchEntry[];
}

function toIndex(entries: readonly SearchEntry[]): Index {
  const index: Index = new MiniSearch({
    idField: "id",
    fields: ["t", "x"],
    storeFields: ["t", "k", "u"],
    searchOptions: {
      boost: { t: 3 },
      boostDocument: (_id, _term, entry) => weightOf(entry?.u),
      prefix: true,
      fuzzy: 0.15,
      combineWith: "AND",
      processTerm: toQueryTerm,
    },
    processTerm: toTerm,
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
  const found = findEntries(await loadIndex(), words);
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
  box.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter" || box.value.trim() === "") return;
    const query = new URLSearchParams({ q: box.value.trim() });
    location.href = `${root}explorer/index.html?${query.toString()}`;
  });
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
