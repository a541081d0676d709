/** What the pages do when scripts run. Without them the list and every record can be read. */
import { addCopyButtons } from "./copy-buttons.ts";
import { addFilters } from "./filters.ts";
import { addHighlighting } from "./highlight.ts";
import { addPane } from "./pane.ts";
import { addPassagesForPrint } from "./print-passages.ts";
import { addReport } from "./report.ts";

addHighlighting();
addCopyButtons();
addReport();
const form = document.getElementById("filters");
if (form instanceof HTMLFormElement) {
  addFilters(form);
  addPane();
  addPassagesForPrint();
}
