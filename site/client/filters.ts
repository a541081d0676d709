/**
 * The list shows what the criteria match. The form holds them, and the address of the page holds
 * the form.
 */
import { statements } from "#dataset";
import { citeSubset } from "#dataset/cite";
import { copy } from "./copy-buttons.ts";
import { all, byId } from "./dom.ts";
import { showConditions } from "./filter-conditions.ts";
import { download, type ViewFormat } from "./download-view.ts";
import { FilterForm, findStatements } from "./filter-form.ts";
import {
  showChosenCell,
  showCount,
  showFacetCounts,
  showSquares,
  StatementRows,
} from "./filter-results.ts";
import { showRecordHits } from "./record-hits.ts";
import { addTimeline, type DateHandles } from "./timeline-handles.ts";

/** Connects the form, the address, the list and the timeline. */
class Filters {
  readonly #form: FilterForm;
  readonly #rows = new StatementRows();
  readonly #dates: DateHandles;
  #found: ReadonlySet<string> = new Set();

  constructor(form: FilterForm) {
    this.#form = form;
    this.#dates = addTimeline((from, to) => {
      form.textField("date.from").value = from;
      form.textField("date.to").value = to;
      this.changed(false);
    });
  }

  show(): void {
    const query = this.#form.readQuery();
    let found: Set<string>;
    try {
      found = findStatements(query);
    } catch (error) {
      // the package explains what is wrong with a date
      const { message } = error as Error;
      byId("count").textContent = message;
      this.#form.markDates(message);
      return;
    }
    this.#form.markDates("");
    this.#found = found;
    showRecordHits(query.words);
    this.#rows.show(found, query.words !== "");
    showSquares(found);
    showConditions(this.#form, query, found.size === 0, () => {
      this.changed(true);
      byId("count").focus();
    });
    showFacetCounts(this.#form, query);
    showChosenCell(this.#form);
    this.#dates.update(this.#form.text("date.from"), this.#form.text("date.to"));
    showCount(found.size, query);
  }

  /** @param isStep - Whether the Back button should undo it; typing is not a step. */
  changed(isStep: boolean): void {
    const query = this.#form.toAddress();
    const address = (query === "" ? location.pathname : `?${query}`) + location.hash;
    if (isStep) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    this.show();
  }

  fillFromAddress(): void {
    const problems = this.#form.fillFromAddress(location.search);
    const shown = byId("problems");
    shown.hidden = problems.length === 0;
    shown.textContent = problems.join(" · ");
    this.show();
  }

  /**
   * A number of the overview filters by its speaker and topic; the same number again removes both.
   */
  choose(button: HTMLElement): void {
    const isOn = button.getAttribute("aria-pressed") !== "true";
    for (const [facet, value] of [
      ["speakers", button.dataset.speaker],
      ["topics", button.dataset.topic],
    ] as const)
      for (const box of this.#form.boxes(facet)) box.checked = isOn && box.value === value;
    this.changed(true);
  }

  downloadView(format: ViewFormat): void {
    download(
      format,
      [...this.#found].flatMap((id) => statements.get(id) ?? []),
    );
  }

  async copyCitation(button: HTMLElement): Promise<void> {
    const citation = await citeSubset(statements, this.#form.readQuery().criteria);
    const shown = byId("view-citation");
    shown.textContent = JSON.stringify(citation, null, 1);
    await copy(button, shown.textContent, shown);
  }
}

/** The slash key leads to the search box. */
function addSearchKey(form: FilterForm): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    form.textField("q").focus();
  });
}

export function addFilters(element: HTMLFormElement): void {
  const form = new FilterForm(element);
  const filters = new Filters(form);
  document.addEventListener("input", ({ target }) => {
    const input = target as HTMLInputElement;
    if (input.form === element) filters.changed(input.type === "checkbox");
  });
  document.addEventListener("click", ({ target }) => {
    if ((target as Element).matches(".condition.all")) element.reset();
  });
  element.addEventListener("submit", (event) => {
    event.preventDefault();
  });
  element.addEventListener("reset", () => {
    // the form is empty after the event
    setTimeout(() => {
      filters.changed(true);
    });
  });
  for (const button of all(".matrix button"))
    button.addEventListener("click", () => {
      filters.choose(button);
    });
  const citeButton = byId("cite-view");
  citeButton.addEventListener("click", () => void filters.copyCitation(citeButton));
  for (const button of all("#downloads button"))
    button.addEventListener("click", () => {
      filters.downloadView(button.dataset.format as ViewFormat);
    });
  addSearchKey(form);
  addEventListener("popstate", () => {
    filters.fillFromAddress();
  });
  filters.fillFromAddress();
}
