/** The timeline on the first page: the picture in two widths, its key, and the same as a table. */
import { dataset, statements, timeline, toDateText, type Account } from "#dataset";
import { firstYear, lastYear } from "../pictures/axis.ts";
import { layOutTimeline, type Event } from "../pictures/timeline-layout.ts";
import { drawTimeline, type PageTimeline } from "../pictures/timeline-picture.ts";
import { html, raw, type Html } from "./html.ts";
import { toCountText, toLink, toName, toWords } from "./value-html.ts";

/** The kinds with marks of their own, without those that the dataset does not have. */
function markedKinds(): string {
  const plurals = { visit: "visits", meeting: "meetings", agreement: "agreements" };
  const own = Object.entries(plurals).filter(([kind]) => !dataset.without.includes(kind));
  const list = new Intl.ListFormat("en-GB").format(own.map(([, plural]) => plural));
  return `${list[0]!.toUpperCase()}${list.slice(1)}`;
}

/** How far an event got: its occurrence, or the statuses of an agreement. */
function progressOf(event: Event): string {
  if (event.kind !== "agreement") return toWords(event.occurrence);
  return toWords([...new Set(event.statuses.map(({ value }) => value))].join(", "));
}

function describeEvent(event: Event): string {
  return [toDateText(event.date), progressOf(event)].filter((text) => text !== "").join(", ");
}

function toAccount({ field, value, by }: Account): Html {
  const about = field === "occurrence" ? "" : `${toWords(field)} `;
  return html`<div>${about}<b>${toName(value)}</b>, says ${toName(by)}</div> `;
}

function toTableRow(event: Event): Html {
  return html`<tr data-row="${event.id}">
    <td>${event.kind}</td>
    <td>${toLink(event.id, "")}</td>
    <td>${toDateText(event.date)}</td>
    <td>${progressOf(event)}</td>
    <td>${event.accounts.map(toAccount)}</td>
  </tr> `;
}

/** The events of the timeline as a table. The tooltips of the marks take their words from it. */
function toTable(): Html {
  const events = timeline().filter((event): event is Event => event.kind !== "statement");
  const heads = ["Kind", "What", "When", "How far it got", "Accounts that differ"];
  return html`<table>
    <caption class="unseen">
      Visits, meetings and agreements
    </caption>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th> `)}
      </tr>
    </thead>
    <tbody>
      ${events.map(toTableRow)}
    </tbody>
  </table>`;
}

const threeDots = [-5, 0, 5].map((x) => `<circle class="full" cx="${x}" r="1.8"/>`).join("");

/** The marks of the timeline, drawn around the middle of a symbol, with their meanings. */
const keySymbols: readonly (readonly [drawn: string, meaning: string])[] = [
  ['<path class="full" d="M-6,-5 L1,-5 L6,0 L1,5 L-6,5 Z"/>', "visit"],
  ['<circle class="full" r="5.2"/>', "held"],
  [
    '<circle class="open" r="5.2"/><path class="full" d="M0,-5.2 A5.2,5.2 0 0 0 0,5.2 Z"/>',
    "under way",
  ],
  ['<circle class="open" r="5.2"/>', "planned"],
  ['<path class="line" d="M-4.5,-4.5 L4.5,4.5 M4.5,-4.5 L-4.5,4.5"/>', "declined"],
  ['<path class="full" d="M0,-6 L6,0 L0,6 L-6,0 Z"/>', "concluded"],
  ['<path class="open" d="M0,-6 L6,0 L0,6 L-6,0 Z"/>', "proposed or drafted"],
  [threeDots, "series"],
  [
    '<rect class="band" x="-8" y="-6" width="16" height="12"/>' +
      '<path class="tick" d="M-8,-6 v12 M8,-6 v12"/>',
    "within this time",
  ],
  ['<path class="about" d="M-8,0 H8"/>', "about"],
  ['<path class="line" d="M-5,-2.5 H5 M-5,2.5 H5 M-3,6 L3,-6"/>', "accounts differ"],
];

function toKeyItem([drawn, meaning]: readonly [string, string]): Html {
  const symbol = raw(`<svg viewBox="-8 -8 16 16" aria-hidden="true">${drawn}</svg>`);
  return html`<li>${symbol} ${meaning}</li> `;
}

function toPicture(look: Omit<PageTimeline, "href" | "describe">): Html {
  const href = (id: string) => `${id}/index.html`;
  // drawTimeline() escapes what it takes from records
  return raw(drawTimeline({ ...look, href, describe: describeEvent }));
}

const wide = { width: 1184, labels: true };

/** The pictures: all, only the statements for a first look, and all for a small screen. */
function toPictures(): Html {
  return html`<div class="picture">
    ${toPicture({ ...wide, pageClass: "wide" })}
    ${toPicture({ ...wide, pageClass: "strip", statementsOnly: true })}
    ${toPicture({ width: 340, labels: false, pageClass: "narrow" })}
    <div id="tip" class="tip" hidden></div>
  </div>`;
}

/** What the numbers mean, and how many statements have no square. */
function toNotes(): Html {
  const { squares } = layOutTimeline({ ...wide, pageClass: "strip", statementsOnly: true });
  const drawn = new Set(squares.map(({ statement }) => statement.id));
  const count = statements.size - drawn.size;
  const undrawn =
    count > 0 &&
    html`${toCountText(count, "statement has", "statements have")} no square: their day is not
    known, or they are of no side of the picture. The list has them.`;
  return html`<p class="soft">
    The numbers follow what the articles report, not how much a side spoke. ${undrawn}
  </p>`;
}

function toDateField(label: string, name: string, placeholder: string): Html {
  return html`<label
    >${label}
    <input form="filters" name="${name}" placeholder="${placeholder}" size="10" autocomplete="off"
  /></label>`;
}

export function toTimelineSection(): Html {
  return html`<section class="card timeline" aria-labelledby="when">
    <h2 id="when">When</h2>
    <p class="openers">
      <button type="button" id="fold-timeline" aria-expanded="false">${markedKinds()}</button>
    </p>
    <div class="dates">
      ${toDateField("From", "date.from", `${firstYear - 2}-09`)}
      ${toDateField("to", "date.to", `${lastYear}-12`)}
    </div>
    <ul class="key">
      ${keySymbols.map(toKeyItem)}
    </ul>
    ${toPictures()} ${toNotes()}
    <details class="as-table">
      <summary>Show as table</summary>
      ${toTable()}
    </details>
  </section>`;
}
