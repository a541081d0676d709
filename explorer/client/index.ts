/** What the pages do when scripts run. Without them the list and every record can be read. */
import { copying } from "./copying.ts";
import { filtering } from "./filtering.ts";
import { light } from "./light.ts";
import { pane } from "./pane.ts";
import { printing } from "./printing.ts";

light();
copying();
const form = document.getElementById("filters");
if (form) {
  filtering(form as HTMLFormElement);
  pane();
  printing();
}
