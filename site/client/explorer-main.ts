/** What the first page of the explorer does when scripts run. Without them the list can be read. */
import { addCopyButtons } from "./copy-buttons.ts";
import { addFilters } from "./filters.ts";
import { addHighlighting } from "./highlight.ts";
import { addPane } from "./pane.ts";
import { addPassagesForPrint } from "./print-passages.ts";

addHighlighting();
addCopyButtons();
const form = document.getElementById("filters");
if (form instanceof HTMLFormElement) {
  addFilters(form);
  addPane();
  addPassagesForPrint();
}
