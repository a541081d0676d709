/** The page with the network of speakers, targets and topics, and the same as a table. */
import { countBy, dataset, statements } from "#dataset";
import { drawNetwork } from "../pictures/network-picture.ts";
import { html, raw, type Html } from "./html.ts";
import { explorerPath, toPage } from "./page-frame.ts";
import { sides } from "../pictures/sides.ts";
import { toChips, toLink } from "./value-html.ts";

/** The pairs of a speaker and a value of another field, the most frequent first. */
function toTable(field: "targets" | "topics", heading: string): Html {
  const cells = countBy(statements, ["speakers", field]).cells.filter(
    ({ values }) => values[0] !== null && values[1] !== null,
  );
  const rows = cells.map(
    ({ values: [speaker, other], count }) =>
      html`<tr>
        <td>${toLink(String(speaker), "")}</td>
        <td>${toLink(String(other), "")}</td>
        <td>
          <a href="index.html?speakers=${String(speaker)}&${field}=${String(other)}">${count}</a>
        </td>
      </tr> `,
  );
  return html`<details class="as-table" open>
    <summary>${heading} as a table</summary>
    <table class="accounts">
      <thead>
        <tr>
          <th scope="col">Speaker</th>
          <th scope="col">${heading}</th>
          <th scope="col">Statements</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </details>`;
}

export function toNetworkPage(): string {
  const title = "Who speaks of whom and about what";
  const body = html`<main id="main">
    <p class="trail"><a href="index.html">Explorer</a> / Network</p>
    <h1>${title}</h1>
    <p class="lead">
      <span class="of-picture"
        >A line for each pair, as thick as there are statements. A name leads to its statements; the
        number after a name counts them all.</span
      >
      A target is somebody at whom a claim is directed: accused, praised, asked, contradicted.
      Speakers who are only inferred are counted; words of outlets in which nobody speaks are not. A
      statement with several speakers, targets or topics counts for each.
    </p>
    ${
      sides.length > 0 &&
      html`<p class="key-of-sides of-picture">
        ${sides.map(({ country, name }) => html`<span>${toChips([country])} ${name}</span> `)}
        <span>grey: all others</span>
      </p>`
    }
    <div class="card scroll network-frame" tabindex="0" role="group" aria-label="Network">
      ${raw(drawNetwork())}
    </div>
    ${toTable("targets", "Targets")} ${toTable("topics", "Topics")}
    ${dataset.coverage !== undefined && html`<p class="soft">${dataset.coverage}</p>`}
  </main>`;
  return toPage({
    title: `${title} – ${dataset.name}`,
    description: `${title}: speakers, targets and topics of ${statements.size} statements.`,
    path: explorerPath("network.html"),
    body,
  });
}
