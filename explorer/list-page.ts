/** The first page: the timeline, the filters, and all statements, grouped by the meeting at which they were made. */
import { collections, countBy, meetings, statements, topics, type Statement } from "baku-moscow";
import { emitTimeline } from "../src/compile/emit/pictures.ts";
import type { Dataset } from "../src/compile/dataset.ts";
import { html, Html, toPage } from "./html.ts";
import { toRecord } from "./record-page.ts";

/** The facets: a field, its heading, and what to call its values. */
const facets = [
  ["sides", "Side"],
  ["speakers", "Speaker"],
  ["topics", "Topic"],
  ["mode", "Mode of speech"],
  ["speechAct", "Speech act"],
  ["place", "Place"],
] as const;

const named = (field: string, value: string): string => {
  const kind = { sides: "place", place: "place", topics: "topic" }[field];
  const record = kind ? (collections[kind as "place"] as { get(id: string): { label: string } | undefined }).get(value) : undefined;
  if (record) return record.label;
  return (collections.person.get(value) ?? collections.place.get(value))?.label ?? value;
};

function toFacet([field, heading]: (typeof facets)[number]): Html {
  const cells = countBy(statements, field).cells.filter(
    ({ values }) => values[0] !== null && (field !== "topics" || topics.get(values[0] as string)),
  );
  return html`<fieldset class="facet" data-facet="${field}">
    <legend>${heading}</legend>
    ${cells.map(
      ({ values, count }) =>
        html`<label
          ><input type="checkbox" name="${field}" value="${values[0]!}" /> <bdi>${named(field, values[0]!)}</bdi>
          <span class="count">${count}</span></label
        > `,
    )}
  </fieldset> `;
}

function toRow(statement: Statement): Html {
  const side = statement.sides.map((s) => ({ azerbaijan: "AZ", russia: "RU" })[s as string] ?? s);
  const chips = side.length > 0 ? side : ["press"];
  return html`<li data-id="${statement.id}">
    <a class="gist ${statement.mode}" href="${statement.id}/index.html"><bdi>${statement.gist}</bdi></a>
    <p class="soft">
      ${chips.map((chip) => html`<span class="chip ${chip.toLowerCase()}">${chip}</span> `)}${statement.speakers.map((s) => named("speakers", s.actor)).join(", ") || "nobody named"}
      · ${statement.mode} · ${statement.speechAct}
    </p>
  </li> `;
}

export function toListPage(): string {
  const groups = new Map<string | undefined, Statement[]>();
  for (const statement of statements) groups.set(statement.meeting, [...(groups.get(statement.meeting) ?? []), statement]);
  const records = Object.fromEntries(
    Object.entries(collections).map(([kind, of]) => [kind, [...(of as Iterable<object>)]]),
  ) as unknown as Dataset["records"];
  const timeline = emitTimeline({ records }, (id) => `${id}/index.html`);
  const body = html`<main class="first">
    <h1>Who said what, and the words that prove it</h1>
    <p>
      ${statements.size} statements of ${meetings.size} meetings. Two hues mean the two sides; solid, dashed and dotted lines mean explicit,
      inferred and outside. Armenia is spoken about in these articles and never quoted.
    </p>
    <figure class="timeline">${new Html(timeline)}</figure>
    <div class="bench">
      <nav aria-label="Filters">
        <form id="filters">
          <label class="search">Search <input type="search" name="q" autocomplete="off" /></label>
          <div class="dates">
            <label>From <input name="date.from" placeholder="2022-06" autocomplete="off" /></label>
            <label>To <input name="date.to" placeholder="2022-12" autocomplete="off" /></label>
          </div>
          ${facets.map(toFacet)}
          <p><button type="reset">Clear all</button></p>
        </form>
      </nav>
      <section aria-label="Statements">
        <p id="count" role="status">${statements.size} statements</p>
        <div id="list">
          ${[...groups].map(
            ([meeting, list]) =>
              html`<section class="group">
                <h2>${meeting === undefined ? "The articles' own voice" : toRecord(meeting, "")}</h2>
                <ul>
                  ${list.map(toRow)}
                </ul>
              </section> `,
          )}
        </div>
      </section>
    </div>
  </main>`;
  return toPage({ title: "baku-moscow: who said what", up: "", body });
}
