/** The page of one record, and that of a withdrawn one. */
import { isSourceId, related, resolve, statements, withdrawnAs, type DatasetRecord, type Statement, type Tombstone } from "baku-moscow";
import { cite } from "baku-moscow/cite";
import { html, outward } from "./html.ts";
import { toPage } from "./page.ts";
import { hasEvidence, toFields, toExtent, toHead, toPassages } from "./record-card.ts";
import { toHeading, toLink, toName, toOutlet, toWords } from "./words.ts";

/** The timeline's marks, as letters. */
function shapeOf(record: DatasetRecord): string {
  if (record.kind === "agreement")
    return record.statuses.every(({ value }) => ["proposed", "drafted", "under-negotiation"].includes(value)) ? "◇" : "◆";
  if (record.kind === "meeting") return { held: "●", "under-way": "◐", declined: "×" }[record.occurrence as string] ?? "○";
  return { visit: "▸", statement: "“" }[record.kind as string] ?? "·";
}
/** What those records say of this one that name it in a field. */
const headings: Record<string, string> = {
  "statement about": "Statements about it",
  "statement speakers": "Statements",
  "statement meeting": "Statements made there",
  "statement place": "Statements made there",
  "statement targets": "Statements that accuse, praise or ask it",
  "statement citing": "Statements that relay its words",
  "statement source": "Statements in it",
  "meeting participants": "Meetings",
  "visit travellers": "Visits",
  "agreement parties": "Agreements",
};

/** The statements of the same article before and after it, by where their words stand. */
function neighbours(statement: Statement): (readonly ["Before" | "After", Statement])[] {
  const start = ({ evidence }: Statement) => Math.min(...evidence.filter((e) => e.supports.includes("/mode")).map((e) => e.position.end));
  const own = statements.where({ source: statement.source }).map((other) => [start(other), other] as const);
  const sorted = own.sort(([a], [b]) => a - b).map(([, other]) => other);
  const at = sorted.findIndex(({ id }) => id === statement.id);
  const [before, after] = [sorted[at - 1], sorted[at + 1]];
  return [...(before ? [["Before", before] as const] : []), ...(after ? [["After", after] as const] : [])];
}

/** The page of a record. */
export function toRecordPage(record: DatasetRecord): string {
  const { above, below } = toHead(record, "../");
  const passages = hasEvidence(record) ? toPassages(record) : [];
  const names = hasEvidence(record) ? record.names : [];
  const inverse = related(record).relations.filter(({ direction }) => direction === "inverse");
  const citation = cite(record);
  const meeting = record.kind === "statement" && record.meeting !== undefined ? resolve(record.meeting) : undefined;
  const copy = (what: string, id: string) => html`<button type="button" class="copy" data-copy="${id}">Copy ${what}</button> `;
  const body = html`<main class="record">
    <p class="trail">
      <a href="../index.html">Explorer</a> / ${meeting !== undefined && html`${toLink(meeting.id, "../")} /`} ${toHeading(record.kind)}
    </p>
    <article>
      <p class="soft">${above}</p>
      <h1><bdi>${record.label}</bdi></h1>
      ${below && html`<p class="lead">${below}</p>`}
      ${
        passages.length > 0 &&
        html`<section class="card" aria-labelledby="words">
          <h2 id="words">The words that prove it ${hasEvidence(record) && html`<span class="extent">${toExtent(record)}</span>`}</h2>
          ${passages}
        </section>`
      }
      ${
        names.length > 0 &&
        html`<h2>What the sources call it</h2>
          <ul class="rows">
            ${[...new Set(names.map(({ text }) => text))].map((text) => html`<li><bdi>${text}</bdi> <span class="soft">${[...new Set(names.filter((n) => n.text === text).map((n) => (n.source && isSourceId(n.source) ? toOutlet(n.source) : "")))].join(", ")}</span></li> `)}
          </ul>`
      }
      ${
        meeting !== undefined &&
        html`<h2>Relations</h2>
          <ul class="rows">
            <li><span aria-hidden="true" class="shape">${shapeOf(meeting)}</span> <span>At ${toLink(meeting.id, "../")}</span></li>
            ${neighbours(record as Statement).map(([word, other]) => html`<li><span aria-hidden="true" class="shape">${word === "Before" ? "←" : "→"}</span> <span>${word} it in the article: ${toLink(other.id, "../")}</span></li> `)}
          </ul>`
      }
      ${
        inverse.length > 0 &&
        html`<h2>Mentioned in</h2>
          ${inverse.map(
            ({ kind, field, records }) =>
              html`<h3>${headings[`${kind} ${field}`] ?? `${toHeading(kind)}, ${toHeading(field).toLowerCase()}`}</h3>
                <ul class="rows">
                  ${records.map(
                    (other) =>
                      html`<li>
                        <span aria-hidden="true" class="shape">${shapeOf(other)}</span>
                        <span
                          >${toLink(other.id, "../")}
                          <span class="soft"
                            >${"occurrence" in other && other.occurrence !== "held" && toWords(other.occurrence)}</span
                          ></span
                        >
                      </li> `,
                  )}
                </ul>`,
          )}`
      }
    </article>
    <aside aria-label="Fields and citation">
      <h2>Fields, and what each rests on</h2>
      ${toFields(record, "../")} ${record.note !== undefined && html`<p class="soft">${record.note}</p>`}
      ${
        hasEvidence(record) &&
        record.externalIds.length > 0 &&
        html`<h2>Identifiers</h2>
          <ul class="rows">
            ${record.externalIds.map(({ scheme, id, verifiedIn }) => html`<li>${scheme} <code>${id}</code> <span class="soft">as ${verifiedIn} has it</span></li> `)}
          </ul>`
      }
      ${record.kind === "source" && html`<p>${outward(record.url, record.url)}</p>`}
      <h2 class="unseen">Cite</h2>
      <p class="actions">
        ${copy("citation", "citation")} <button type="button" class="copy link">Copy link</button>
        <span role="status"></span>
      </p>
      <p class="citation" id="citation">${citation.apa}</p>
      <details>
        <summary>BibTeX</summary>
        <pre id="bibtex">${citation.bibtex}</pre>
        <p class="actions">${copy("BibTeX", "bibtex")}<span role="status"></span></p>
      </details>
      <details>
        <summary>JSON</summary>
        <pre id="json">${JSON.stringify(record, null, 1)}</pre>
        <p class="actions">${copy("JSON", "json")}<span role="status"></span></p>
      </details>
      <p class="soft"><code>${record.kind}/${record.id}</code></p>
    </aside>
  </main>`;
  return toPage({ title: `${record.label} – baku-moscow`, up: "../", body });
}

/** The page that stays when a record is withdrawn: why, since when, and where to look instead. */
export function toTombstonePage(
  id: string,
  { reason, withdrawnIn, successor }: Pick<Tombstone, "reason" | "withdrawnIn" | "successor"> = withdrawnAs(id)!,
): string {
  return toPage({
    title: `${id} – withdrawn – baku-moscow`,
    up: "../",
    body: html`<main class="record">
      <article>
        <p class="soft">Withdrawn</p>
        <h1><bdi>${id}</bdi></h1>
        <p>This record was withdrawn in version ${withdrawnIn}: ${reason}</p>
        ${
          successor !== undefined &&
          html`<p>
            In its place: <a href="../${successor}/index.html"><bdi>${toName(successor)}</bdi></a>
          </p>`
        }
      </article>
    </main>`,
  });
}
