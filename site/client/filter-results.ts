/**
 * Shows which statements match: rows, groups, squares of the timeline, and the counts of the
 * facets.
 */
import { statements } from "#dataset";
import { facets, valuesOf, type Facet } from "../pages/facets.ts";
import { all, byId } from "./dom.ts";
import { findStatements, type FilterForm, type Query } from "./filter-form.ts";

/** The list of statements. */
export class StatementRows {
  readonly #rows = new Map(all("#list [data-id]").map((row) => [row.dataset.id!, row]));
  /** The group of each row, to which it returns when there are no words to search for. */
  readonly #groups = [...this.#rows.values()].map((row) => [row, row.parentElement!] as const);
  readonly #ranked = byId("ranked");

  /** With words the groups disappear, and each row shows its own date and place. */
  show(found: ReadonlySet<string>, isRanked: boolean): void {
    for (const [id, row] of this.#rows) row.hidden = !found.has(id);
    if (isRanked) this.#ranked.append(...[...found].map((id) => this.#rows.get(id)!));
    else if (this.#ranked.hasChildNodes())
      for (const [row, group] of this.#groups) group.append(row);
    this.#showGroups(isRanked);
  }

  #showGroups(isRanked: boolean): void {
    for (const group of all("#list .group")) {
      const visible = all("[data-id]", group).filter((row) => !row.hidden).length;
      const count = isRanked ? 0 : visible;
      group.hidden = count === 0;
      group.querySelector(".count")!.textContent = String(count);
    }
  }
}

/** Dims the squares of statements that do not match, and counts the others by day and side. */
export function showSquares(found: ReadonlySet<string>): void {
  const counts = new Map<string, number>();
  for (const square of all<SVGElement>("[data-statement]")) {
    const isOut = !found.has(square.dataset.statement!);
    square.classList.toggle("out", isOut);
    const place = square.dataset.in!;
    // each picture of the timeline has the squares; one of them is counted
    if (!isOut && square.closest("svg.wide")) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  for (const count of all<SVGElement>("[data-of]"))
    count.textContent = String(counts.get(count.dataset.of!) ?? "");
}

/** How many statements each value of a facet would give; the facet's own choice is ignored. */
function countsWithoutOwn(form: FilterForm, facet: Facet, query: Query): Map<string, number> {
  const { [facet]: _own, ...others } = query.criteria;
  if (query.words === "") return valuesOf(facet, others);
  const found = findStatements({ criteria: others, words: query.words });
  return new Map(
    form.boxes(facet).map(({ value }) => {
      const own = statements.where({ ...others, [facet]: value });
      return [value, own.filter(({ id }) => found.has(id)).length];
    }),
  );
}

/** How many statements have no value in a facet; its own choice is ignored. */
function remainderOf(facet: Facet, query: Query): number {
  const { [facet]: _own, ...others } = query.criteria;
  const found = findStatements({ criteria: others, words: query.words });
  return statements.where({ [facet]: null }).filter(({ id }) => found.has(id)).length;
}

export function showFacetCounts(form: FilterForm, query: Query): void {
  for (const [facet] of facets) {
    const counts = countsWithoutOwn(form, facet, query);
    const highest = Math.max(1, ...counts.values());
    const remainder = document.querySelector(`[data-facet="${facet}"] .remainder`);
    if (remainder !== null) remainder.textContent = String(remainderOf(facet, query));
    for (const box of form.boxes(facet)) {
      const count = counts.get(box.value) ?? 0;
      const label = box.closest("label")!;
      label.querySelector(".count")!.textContent = String(count);
      const meter = label.querySelector<HTMLElement>(".meter")!;
      meter.style.setProperty("--share", (count / highest).toFixed(3));
      label.classList.toggle("none", count === 0);
    }
  }
}

/** Marks the number of the overview that is chosen. */
export function showChosenCell(form: FilterForm): void {
  const isChecked = (facet: Facet, value: string | undefined) =>
    form.checkedBoxes(facet).some((box) => box.value === value);
  for (const button of all(".matrix button")) {
    const { speaker, topic } = button.dataset;
    const isChosen = isChecked("speakers", speaker) && isChecked("topics", topic);
    button.setAttribute("aria-pressed", String(isChosen));
  }
}

function describeCount(count: number): string {
  if (count === 0) return "No statement matches all of this";
  if (count === statements.size) return `${count} statements`;
  return `${count} of ${statements.size} statements`;
}

/** The number of matches, and the texts that depend on it. */
export function showCount(count: number, query: Query): void {
  byId("count").textContent = describeCount(count);
  byId("order").textContent =
    query.words === "" ? "by meeting, in order of time" : "the best first";
  byId("address").textContent = location.href;
  for (const button of all("#sheet .close")) button.textContent = `Show ${count} statements`;
  byId("cite-view").hidden = count === 0 || query.words !== "";
  byId("view-citation").hidden = true;
}
