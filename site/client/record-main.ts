/** What the page of a record does when scripts run. It does not load the records. */
import { addCopyButtons } from "./copy-buttons.ts";
import { addHighlighting } from "./highlight.ts";
import { addReport } from "./report.ts";

addHighlighting();
addCopyButtons();
addReport();
