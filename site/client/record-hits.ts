/** Hits of every kind under the search box of the explorer; all statements follow in the list. */
import { dataset, sources, statements, type DatasetRecord, type Statement } from "#dataset";
import { search, type Hit } from "#dataset/search";
import { html, toNodes, type Html } from "../pages/html.ts";
import { toTitleText } from "../pages/claim.ts";
import { toCountText, toStatementChips } from "../pages/value-html.ts";
import { byId } from "./dom.ts";

/** So many hits of one kind are shown; statements have the list as well. */
const shownOfKind = 4;
/** The kinds in the order in which they are shown. */
const headings = {
  statement: "Statements",
  person: "People",
  organization: "Organizations",
  place: "Places",
  topic: "Topics",
  meeting: "Meetings",
  visit: "Visits",
  event: "Events",
  agreement: "Agreements",
} as const;
const order = Object.keys(headings) as (keyof typeof headings)[];

/** How many statements name a record, in words. */
function namedIn({ kind, id }: DatasetRecord): string {
  // the kind says which of the fields may hold the id
  const count = (field: string) => statements.count({ [field]: id });
  const counted = (field: string) => toCountText(count(field), "statement", "statements");
  if (kind === "topic") return `topic of ${counted("topics")}`;
  if (kind === "meeting") return `${counted("meeting")} made there`;
  if (kind === "source") return `reports ${counted("source")}`;
  if (kind === "person") return `speaker of ${counted("speakers")}`;
  return kind === "statement" || kind === "visit" ? "" : `named in ${counted("about")}`;
}

function toStatementRow(statement: Statement): Html {
  return html`<li class="with-side">
    <span>${toStatementChips(statement)}</span>
    <a href="${statement.id}/index.html">${toTitleText(statement)}</a>
  </li> `;
}

function toRow({ record }: Hit<DatasetRecord>): Html {
  if (record.kind === "statement") return toStatementRow(record);
  return html`<li>
    <a href="${record.id}/index.html">${toTitleText(record)}</a>
    <span class="soft">${namedIn(record)}</span>
  </li> `;
}

function toGroup(kind: keyof typeof headings, hits: readonly Hit<DatasetRecord>[]): Html {
  const more = hits.length - shownOfKind;
  const rest =
    kind === "statement" ? html`<a href="#count">in the list</a>` : "narrow the words to see them";
  return html`<section class="${kind}">
    <h3>${headings[kind]} <span class="count">${hits.length}</span></h3>
    <ul class="rows">
      ${hits.slice(0, shownOfKind).map(toRow)}
    </ul>
    ${more > 0 && html`<p class="soft">${more} more, ${rest}</p>`}
  </section> `;
}

function toNothing(words: string): Html {
  const articles = sources.count({ role: "seed" });
  return html`<p>
    No record holds “${words}”. It is not in these ${articles} articles, and ${dataset.name} covers
    no others.
  </p>`;
}

/** Some records hold a part of the words only. */
function toPartial(words: string, hits: readonly Hit<DatasetRecord>[]): Html {
  return html`<p>
      No record holds all the words of “${words}”. These hold some of them and may be about
      something else.
    </p>
    <ul class="rows">
      ${hits.slice(0, shownOfKind).map(toRow)}
    </ul>`;
}

function toContent(words: string): Html {
  const hits = search(words, { limit: 1000 });
  const whole = hits.filter(({ missing }) => missing.length === 0);
  if (hits.length === 0) return toNothing(words);
  if (whole.length === 0) return toPartial(words, hits);
  const groups = order.map((kind) => whole.filter(({ record }) => record.kind === kind));
  return html`${groups.map((group, i) => group.length > 0 && toGroup(order[i]!, group))}`;
}

/** Shows what the words find, or nothing without words. */
export function showRecordHits(words: string): void {
  const panel = byId("hits");
  panel.hidden = words === "";
  panel.replaceChildren(...(words === "" ? [] : [toNodes(toContent(words))]));
}
