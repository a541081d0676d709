/** What happened to a record: corrections of its values, and who read it. */
import { corrections, reviewsOf, type Correction, type DatasetRecord } from "#dataset";
import { html, type Html } from "./html.ts";
import { toHeading } from "./value-html.ts";

function toCorrection({ field, old, new: given, why, correctedIn }: Correction): Html {
  const change = html`<bdi>${old ?? "–"}</bdi> → <bdi>${given ?? "–"}</bdi>`;
  return html`<li>
    ${toHeading(field)}, corrected in ${correctedIn}: ${change} <span class="soft">${why}</span>
  </li> `;
}

/** Corrections and reviews of a record; undefined when there are none. */
export function toHistorySection({ id }: DatasetRecord): Html | undefined {
  const own = corrections.filter(({ record }) => record === id);
  const reviews = reviewsOf(id);
  if (own.length + reviews.length === 0) return undefined;
  const rows = reviews.map(
    ({ date, reader, question, outcome }) =>
      html`<li>${date}, ${reader}: ${question} <span class="soft">${outcome}</span></li> `,
  );
  return html`<details class="history">
    <summary>Corrections (${own.length}) and reviews (${reviews.length})</summary>
    <ul class="rows">
      ${own.map(toCorrection)} ${rows}
    </ul>
  </details>`;
}
