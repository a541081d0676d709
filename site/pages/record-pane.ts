/** A record in the pane beside the list. */
import { hasEvidence, resolve } from "#dataset";
import { toFieldList } from "./field-list.ts";
import { html, type Html } from "./html.ts";
import { toExtent, toPassages } from "./passages.ts";
import { toHead } from "./record-head.ts";
import { toTitleText } from "./claim.ts";

/** A record in the pane; undefined for a record without passages. */
export function toPane(id: string, citation: string): Html | undefined {
  const record = resolve(id);
  if (record === undefined || !hasEvidence(record)) return undefined;
  const { above, below } = toHead(record, "");
  return html`<p class="soft">${above}</p>
    <h2 class="title">${toTitleText(record)}</h2>
    <p class="soft">${below}</p>
    <h3>The words that support it <span class="extent">${toExtent(record)}</span></h3>
    ${toPassages(record)} ${toFieldList(record, "")}
    <p class="actions">
      <button type="button" class="copy" data-copy="pane-citation">Copy citation</button>
      <button type="button" class="copy link">Copy link</button>
      <a href="${id}/index.html">Open the page of this record</a>
      <span role="status"></span>
    </p>
    <p class="citation" id="pane-citation">${citation}</p>`;
}
