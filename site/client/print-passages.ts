/**
 * On paper each statement of the list is followed by its words. They are added when the page is
 * printed.
 */
import { statements } from "#dataset";
import { claimPassages, quotations } from "#dataset/cite";
import { html, toNodes } from "../pages/html.ts";
import { all } from "./dom.ts";

function addPassage(row: HTMLElement): void {
  const id = row.dataset.id!;
  if (!statements.has(id) || row.querySelector(".printed")) return;
  const statement = statements.get(id);
  const places = claimPassages(statement).map(
    ({ position }) => `${position.start}–${position.end}`,
  );
  const [quotation] = quotations(statement);
  if (quotation === undefined) return;
  const { words, verbatim, outlet, url } = quotation;
  const shown = verbatim ? `“${words}”` : `in words of ${outlet}: ${words}`;
  const place = `${outlet}, ${url}, characters ${places.join(", ")}`;
  row.append(toNodes(html`<p class="printed soft">${shown} (${place})</p>`));
}

export function addPassagesForPrint(): void {
  addEventListener("beforeprint", () => {
    for (const row of all("#list [data-id]:not([hidden])")) addPassage(row);
  });
}
