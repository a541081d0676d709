/** The page that stays when a record is withdrawn: why, since when, and its successor. */
import { readFileSync } from "node:fs";
import { dataset, type Tombstone } from "#dataset";
import { html } from "./html.ts";
import { explorerPath, toPage } from "./page-frame.ts";
import { toName } from "./value-html.ts";

/** The withdrawn records of the package. */
export function readWithdrawn(): readonly Tombstone[] {
  const file = new URL("../../dist/data.json", import.meta.url);
  const data = JSON.parse(readFileSync(file, "utf8")) as {
    readonly withdrawn: readonly Tombstone[];
  };
  return data.withdrawn;
}

/** The page of a withdrawn record. */
export function toTombstonePage({ id, reason, withdrawnIn, successor }: Tombstone): string {
  const link =
    successor !== undefined &&
    html`<p>
      In its place: <a href="../${successor}/index.html"><bdi>${toName(successor)}</bdi></a>
    </p>`;
  return toPage({
    title: `${id} – withdrawn – ${dataset.name}`,
    description: `This record was withdrawn in version ${withdrawnIn}: ${reason}`,
    path: explorerPath(`${id}/index.html`),
    body: html`<main class="record" id="main">
      <article>
        <p class="soft">Withdrawn</p>
        <h1><bdi>${id}</bdi></h1>
        <p>This record was withdrawn in version ${withdrawnIn}: ${reason}</p>
        ${link}
      </article>
    </main>`,
  });
}
