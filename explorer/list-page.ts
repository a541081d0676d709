/** The first page: the timeline, the filters, all statements, grouped by the meeting at which they were made, and who spoke about what. */
import {
  collections,
  countBy,
  evidenceOf,
  meetings,
  statements,
  timeline,
  topics,
  version,
  type Statement,
  type StatementId,
} from "baku-moscow";
import type { Dataset } from "../src/compile/dataset.ts";
import { emitTimeline } from "../src/compile/emit/timeline.ts";
import { facets, valuesOf } from "./facets.ts";
import { asIs, html, type Html } from "./html.ts";
import { toPage } from "./page.ts";
import { toDate } from "./record-card.ts";
import { toChips, toDateText, toLink, toName, toWords } from "./words.ts";

const shown = 6;

function toFacet([field, heading]: (typeof facets)[number]): Html {
  const values = [...valuesOf(field)];
  const most = values[0]?.[1] ?? 1;
  const row = ([value, count]: [string, number]) =>
    html`<label class="${value}">
      <input type="checkbox" name="${field}" value="${value}" />
      <bdi>${toName(value)}</bdi>
      <i class="meter" style="--share: ${(count / most).toFixed(3)}"></i>
      <span class="count">${count}</span>
    </label> `;
  return html`<fieldset class="facet" data-facet="${field}">
    <legend>${heading}</legend>
    ${values.slice(0, shown).map(row)}
    ${
      values.length > shown &&
      html`<details>
        <summary>${values.length - shown} more</summary>
        ${values.slice(shown).map(row)}
      </details>`
    }
  </fieldset> `;
}

const isInferred = (id: string, speaker: number): boolean =>
  evidenceOf(statements.get(id as StatementId), `/speakers/${speaker}`).every(({ certainty }) => certainty === "inferred");

function toRow({ id, sides, gist, mode, speechAct, speakers, date, place }: Statement): Html {
  return html`<li data-id="${id}" class="${mode}">
    <span class="side">${toChips(sides)}</span>
    <a class="gist" href="${id}/index.html"><bdi>${gist}</bdi></a>
    <p class="soft">
      ${
        speakers.length === 0
          ? "nobody named"
          : speakers.map(
              ({ actor, office }, i) =>
                html`${i > 0 && ", "}<b class="${isInferred(id, i) ? "line inferred" : ""}">${toName(actor)}</b
                  >${office && `, ${office.title}`}`,
            )
      }
      · ${toWords(mode)} · ${toWords(speechAct)}
      <span class="when">· ${toDateText(date)}${place !== undefined && `, ${toName(place)}`}</span>
    </p>
  </li> `;
}

/** What of the timeline a mark is called: name, date, how far it got. */
function wordsOf(item: unknown) {
  const record = item as { date?: { edtf: string }; occurrence?: string; statuses?: readonly { value: string }[] };
  const statuses = record.statuses?.map(({ value }) => value) ?? [];
  return {
    date: toDateText(record.date),
    got: toWords(record.occurrence ?? [...new Set(statuses)].join(", ")),
  };
}

/** The same rows as the timeline, for those who would rather read; the marks' tooltips take their words from it. */
const toTable = (): Html =>
  html`<table>
    <caption class="unseen">
      Visits, meetings and agreements
    </caption>
    <thead>
      <tr>
        <th scope="col">Kind</th>
        <th scope="col">What</th>
        <th scope="col">When</th>
        <th scope="col">How far it got</th>
        <th scope="col">Accounts that differ</th>
      </tr>
    </thead>
    <tbody>
      ${timeline().map((record) => {
        const { date, got } = wordsOf(record);
        return html`<tr data-row="${record.id}">
          <td>${record.kind}</td>
          <td>${toLink(record.id, "")}</td>
          <td>${date}</td>
          <td>${got}</td>
          <td>
            ${record.accounts.map(({ field, value, by }) => html`<div>${field === "occurrence" ? "" : toWords(field)} <b>${toName(value)}</b>, says ${toName(by)}</div> `)}
          </td>
        </tr> `;
      })}
    </tbody>
  </table>`;

/** Speakers × topics as a table of numbers; a dot sets both filters. */
function toOverview(): Html {
  const spoken = countBy(statements, "speakers").cells.map(({ values }) => values[0] ?? null);
  const side = (id: string | null) => {
    const country = id === null ? undefined : (collections.person.get(id)?.country ?? id);
    return country === "russia" ? "ru" : country === "azerbaijan" ? "az" : "other";
  };
  const bySide = (["az", "ru", "other"] as const).map((name) => spoken.filter((id) => side(id) === name));
  const columns = bySide.flat();
  const rows = countBy(statements, "topics")
    .cells.flatMap(({ values: [topic] }) => (topic && topics.get(topic)?.broader === undefined ? [topic] : []))
    .map((topic) => ({ topic, count: statements.count({ topics: topic as "transport" }) }))
    .sort((a, b) => b.count - a.count);
  const short = (id: string | null) => (id === null ? "nobody named" : toName(id).split(" ").at(-1)!);
  return html`<table class="matrix">
    <caption class="unseen">
      Statements by speaker and topic
    </caption>
    <thead>
      <tr>
        <td></td>
        ${bySide.map((ids, i) => ids.length > 0 && html`<th scope="colgroup" colspan="${ids.length}" class="${["az", "ru", "other"][i]} over">${["Azerbaijan", "Russia", "no speaker"][i]}</th> `)}
      </tr>
      <tr>
        <td></td>
        ${columns.map((id) => html`<th scope="col">${id === null ? "press" : id === "azerbaijan" || id === "russia" ? "the state" : short(id)}</th> `)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ topic }) =>
          html`<tr>
            <th scope="row">${toName(topic)}</th>
            ${columns.map((id) => {
              const count = statements.count({ topics: topic as "transport", speakers: (id ?? null) as "sergey-lavrov" | null });
              return html`<td class="${side(id)}">
                ${
                  id === null || count === 0
                    ? count || "·"
                    : html`<button
                        type="button"
                        data-speaker="${id}"
                        data-topic="${topic}"
                        aria-label="${toName(id)}, ${toName(topic)}: ${count}"
                      >
                        <i style="--size: ${(3.4 * Math.sqrt(count)).toFixed(1)}px"></i>${count}
                      </button>`
                }
              </td> `;
            })}
          </tr> `,
      )}
    </tbody>
  </table>`;
}

const symbol = (drawn: string) => asIs(`<svg viewBox="-8 -8 16 16" aria-hidden="true">${drawn}</svg>`);
const key: readonly (readonly [string, string])[] = [
  ['<path class="full" d="M-6,-5 L1,-5 L6,0 L1,5 L-6,5 Z"/>', "visit"],
  ['<circle class="full" r="5.2"/>', "held"],
  ['<circle class="open" r="5.2"/><path class="full" d="M0,-5.2 A5.2,5.2 0 0 0 0,5.2 Z"/>', "under way"],
  ['<circle class="open" r="5.2"/>', "planned"],
  ['<path class="line" d="M-4.5,-4.5 L4.5,4.5 M4.5,-4.5 L-4.5,4.5"/>', "declined"],
  ['<path class="full" d="M0,-6 L6,0 L0,6 L-6,0 Z"/>', "concluded"],
  ['<path class="open" d="M0,-6 L6,0 L0,6 L-6,0 Z"/>', "proposed or drafted"],
  ['<circle class="full" cx="-5" r="1.8"/><circle class="full" r="1.8"/><circle class="full" cx="5" r="1.8"/>', "series"],
  ['<rect class="band" x="-8" y="-6" width="16" height="12"/><path class="tick" d="M-8,-6 v12 M8,-6 v12"/>', "falls within"],
  ['<path class="about" d="M-8,0 H8"/>', "about"],
  ['<path class="line" d="M-5,-2.5 H5 M-5,2.5 H5 M-3,6 L3,-6"/>', "accounts differ"],
];

export function toListPage(): string {
  const groups = new Map<string | undefined, Statement[]>();
  for (const statement of statements) groups.set(statement.meeting, [...(groups.get(statement.meeting) ?? []), statement]);
  const records = Object.fromEntries(
    Object.entries(collections).map(([kind, of]) => [kind, [...(of as Iterable<object>)]]),
  ) as unknown as Dataset["records"];
  const picture = (within: string, width: number, labels: boolean) =>
    asIs(
      emitTimeline(
        { records },
        {
          width,
          labels,
          within,
          href: (id) => `${id}/index.html`,
          more: (record) => [wordsOf(record).date, wordsOf(record).got].filter(Boolean).join(", "),
        },
      ),
    );
  const body = html`<main class="first">
    <h1>What Baku and Moscow said to each other, <span class="unbroken">2022–2023</span></h1>
    <p class="lead">
      ${statements.size} statements from five news articles. Every field points at the words that prove it.
      <span class="legend"
        ><span>${toChips(["azerbaijan"])} Azerbaijan</span> <span>${toChips(["russia"])} Russia</span>
        <span class="line inferred">inferred</span> <span class="line outside">from an outside page</span></span
      >
    </p>
    <section class="card timeline" aria-labelledby="when">
      <h2 id="when">Visits, meetings and agreements, 2020–2023</h2>
      <div class="dates">
        <label>From <input form="filters" name="date.from" placeholder="2020-09" size="10" autocomplete="off" /></label>
        <label>to <input form="filters" name="date.to" placeholder="2023-12" size="10" autocomplete="off" /></label>
      </div>
      <div class="picture">
        ${picture("wide", 1184, true)} ${picture("narrow", 340, false)}
        <div id="tip" class="tip" hidden></div>
      </div>
      <ul class="key">
        ${key.map(([drawn, text]) => html`<li>${symbol(drawn)} ${text}</li> `)}
      </ul>
      <details class="as-table">
        <summary>Show as table</summary>
        ${toTable()}
      </details>
    </section>
    <div class="bench">
      <nav aria-label="Filters" id="sheet">
        <form id="filters">
          <p class="sheet-head"><b>Filters</b> <button type="reset">Clear all</button></p>
          ${facets.map(toFacet)}
          <p class="sheet-foot"><button type="button" class="close">Show the statements</button></p>
        </form>
      </nav>
      <section class="list" aria-label="Statements">
        <div role="search">
          <label class="search"
            ><span class="unseen">Search the statements and their passages</span>
            <input form="filters" type="search" name="q" autocomplete="off" placeholder="Search the statements and their passages"
          /></label>
        </div>
        <p class="openers">
          <button type="button" data-sheet="sheet">Filters</button> <button type="button" data-sheet="pane">Who spoke about what</button>
        </p>
        <p class="found">
          <b id="count" role="status">${statements.size} statements</b> <span class="soft" id="order">by meeting, in order of time</span>
        </p>
        <p id="conditions"></p>
        <div id="list">
          <ul id="ranked"></ul>
          ${[...groups].map(([id, list]) => {
            const meeting = id === undefined ? undefined : meetings.get(id);
            return html`<section class="group">
              <h2>
                ${
                  meeting === undefined
                    ? "In the articles' own voice"
                    : html`${meeting.date ? toDate(meeting.date) : "no date"}${meeting.place && `, ${toName(meeting.place.place)}`}`
                }
                <span class="count">${list.length}</span>
                ${meeting && html`<span class="soft">${toLink(meeting.id, "")}</span>`}
              </h2>
              <ul>
                ${list.map(toRow)}
              </ul>
            </section> `;
          })}
        </div>
        <p class="actions">
          <button type="button" id="cite-view">Copy a citation of these statements</button>
          <button type="button" class="copy link">Copy link</button>
          <span role="status"></span>
        </p>
        <pre id="view-citation" hidden></pre>
      </section>
      <aside aria-label="Overview and record" id="pane">
        <div role="tablist" aria-label="Overview or record">
          <button type="button" role="tab" id="tab-overview" aria-controls="overview" aria-selected="true">Overview</button>
          <button type="button" role="tab" id="tab-record" aria-controls="record" aria-selected="false" tabindex="-1" disabled>
            Record
          </button>
          <button type="button" class="close">Close</button>
        </div>
        <p id="steps" hidden>
          <span class="soft" id="position"></span>
          <button type="button" id="before" aria-label="The statement before">←</button>
          <button type="button" id="after" aria-label="The statement after">→</button>
        </p>
        <div role="tabpanel" id="overview" aria-labelledby="tab-overview">
          <h2>Who spoke about what</h2>
          <p class="soft">
            All ${statements.size} statements by speaker and broad topic. One with two topics counts in both. Choose a number to filter by
            both.
          </p>
          <div class="scroll" tabindex="0" role="group" aria-label="Speakers by topics">${toOverview()}</div>
          <p class="soft">
            Armenia is spoken about in these articles and never quoted: what it says reaches the reader through others.
            <a href="../datasheet.html">Coverage and bias</a>
          </p>
        </div>
        <div role="tabpanel" id="record" aria-labelledby="tab-record" hidden></div>
      </aside>
    </div>
    <p class="soft">baku-moscow ${version} <span class="printed" id="address"></span></p>
  </main>`;
  return toPage({ title: "baku-moscow: what Baku and Moscow said to each other", up: "", body });
}
