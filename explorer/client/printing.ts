/** On paper each statement of the list is followed by its words and where they stand. They are put there then: no file holds them in a row. */
import { isStatementId, statements } from "baku-moscow";
import { quotations } from "baku-moscow/cite";
import { html, toNodes } from "../html.ts";
import { all } from "./dom.ts";

export function printing(): void {
  addEventListener("beforeprint", () => {
    for (const row of all("#list [data-id]:not([hidden])")) {
      const { id } = row.dataset;
      if (!isStatementId(id!) || row.querySelector(".printed")) continue;
      const statement = statements.get(id);
      const places = statement.evidence
        .filter((e) => e.supports.includes("/mode") && e.certainty !== "inferred")
        .map(({ position }) => `${position.start}–${position.end}`);
      row.append(toNodes(html`<p class="printed soft">${quotations(statement)[0]}, characters ${places.join(", ")}</p>`));
    }
  });
}
