/** The first page: the timeline, the filters, all statements, and who spoke about what. */
import { dataset, places, statements, version } from "#dataset";
import { sideOf, sides } from "../pictures/sides.ts";
import { facets, valuesOf, type Facet } from "./facets.ts";
import { datasetJsonLd } from "./json-ld.ts";
import { html, type Html } from "./html.ts";
import { toOverviewMatrix } from "./overview-matrix.ts";
import { hasGuides } from "./navigation.ts";
import { explorerPath, toPage } from "./page-frame.ts";
import { toStatementGroups } from "./statement-list.ts";
import { toTimelineSection } from "./timeline-section.ts";
import { toChips, toName } from "./value-html.ts";

/** So many values of a facet are shown at once; the others open on request. */
const shownValues = 6;

/** A state as a speaker is another thing than the side of all who speak for it. */
function toValueName(facet: Facet, value: string): string {
  const isState = facet === "speakers" && places.has(value);
  return isState ? `${toName(value)} (the state)` : toName(value);
}

function toFacetValue(facet: Facet, value: string, count: number, highest: number): Html {
  const share = (count / highest).toFixed(3);
  return html`<label class="${value} ${sideOf(value)?.hue ?? ""}">
    <input type="checkbox" name="${facet}" value="${value}" />
    <bdi>${toValueName(facet, value)}</bdi>
    <i class="meter" style="--share: ${share}"></i>
    <span class="count">${count}</span>
  </label> `;
}

/** How many statements have no value in a facet; the page counts again as filters change. */
function toRemainder(facet: Facet): Html | false {
  const count = statements.count({ [facet]: null });
  // of what statements are about, the facet offers agreements only
  const isShown = count > 0 && facet !== "about";
  return (
    isShown && html`<p class="soft"><span class="remainder">${count}</span> without a value</p>`
  );
}

function toFacet([facet, heading]: (typeof facets)[number]): Html {
  const values = [...valuesOf(facet)];
  const highest = values[0]?.[1] ?? 1;
  const rows = values.map(([value, count]) => toFacetValue(facet, value, count, highest));
  const more =
    values.length > shownValues &&
    html`<details>
      <summary>${values.length - shownValues} more</summary>
      ${rows.slice(shownValues)}
    </details>`;
  return html`<fieldset class="facet" data-facet="${facet}">
    <legend>${heading}</legend>
    ${rows.slice(0, shownValues)} ${more} ${toRemainder(facet)}
  </fieldset> `;
}

function toTitle(): Html {
  return html`<h1>Explorer: who said what</h1>
    <p class="lead">
      ${dataset.heading}: ${statements.size} claims, paraphrased, with the words behind them.
      <span class="legend"
        >${sides.map(({ country, name }) => html`<span>${toChips([country])} ${name}</span> `)}
        <span>underlined: <span class="line inferred">inferred</span></span>
        <span class="line outside">from an outside page</span></span
      >
    </p>`;
}

function toFilters(): Html {
  return html`<nav aria-label="Filters" id="sheet">
    <form id="filters">
      <p class="sheet-head"><b>Filters</b> <button type="reset">Clear all</button></p>
      ${facets.map(toFacet)}
      <p class="sheet-foot"><button type="button" class="close">Show the statements</button></p>
    </form>
  </nav>`;
}

function toSearchBox(): Html {
  return html`<div role="search" class="ask">
    <label class="search"
      ><span class="unseen">Search people, places, meetings, agreements and statements</span>
      <input
        form="filters"
        type="search"
        name="q"
        id="q"
        autocomplete="off"
        placeholder="Who said what? Search names, places, words"
    /></label>
    <p id="problems" role="alert" hidden></p>
    <div id="hits" hidden></div>
  </div>`;
}

function toList(): Html {
  return html`<section class="list" aria-label="Statements">
    <p class="openers">
      <button type="button" data-sheet="sheet">Filters</button>
      <button type="button" data-sheet="pane">Who spoke about what</button>
    </p>
    <p class="found">
      <b id="count" role="status">${statements.size} statements</b>
      <span class="soft" id="order">by meeting, in order of time</span>
    </p>
    <p id="conditions"></p>
    <div id="list">
      <ul id="ranked"></ul>
      ${toStatementGroups()}
    </div>
    <p class="actions">
      <button type="button" id="cite-view">Copy a citation of these statements</button>
      <button type="button" class="copy link">Copy link</button>
      <span role="status"></span>
    </p>
    <p class="actions" id="downloads">
      Download these statements:
      <button type="button" data-format="csv">CSV</button>
      <button type="button" data-format="json">JSON</button>
      <button type="button" data-format="bib">BibTeX</button>
    </p>
    <pre id="view-citation" hidden></pre>
  </section>`;
}

function toTabs(): Html {
  return html`<div role="tablist" aria-label="Overview or record">
    <button
      type="button"
      role="tab"
      id="tab-overview"
      aria-controls="overview"
      aria-selected="true"
    >
      Overview
    </button>
    <button
      type="button"
      role="tab"
      id="tab-record"
      aria-controls="record"
      aria-selected="false"
      tabindex="-1"
      disabled
    >
      Record
    </button>
    <button type="button" class="close">Close</button>
  </div>`;
}

function toOverview(): Html {
  return html`<div role="tabpanel" id="overview" aria-labelledby="tab-overview">
    <h2>Who spoke about what</h2>
    <p class="soft">
      All ${statements.size} statements by speaker and broad topic. One with two topics or two
      speakers counts in both. Choose a number to filter by both.
    </p>
    <div class="scroll" tabindex="0" role="group" aria-label="Speakers by topics">
      ${toOverviewMatrix()}
    </div>
    <p><a href="network.html">As a network of speakers, targets and topics</a></p>
    ${
      dataset.coverage !== undefined &&
      html`<p class="soft">
        ${dataset.coverage}
        ${hasGuides && html`<a href="../docs/datasheet.html">Coverage and bias</a>`}
      </p>`
    }
  </div>`;
}

function toPaneFrame(): Html {
  return html`<aside aria-label="Overview and record" id="pane">
    ${toTabs()}
    <p id="steps" hidden>
      <span class="soft" id="position"></span>
      <button type="button" id="before" aria-label="The statement before">←</button>
      <button type="button" id="after" aria-label="The statement after">→</button>
    </p>
    ${toOverview()}
    <div role="tabpanel" id="record" aria-labelledby="tab-record" hidden></div>
  </aside>`;
}

export function toListPage(): string {
  const body = html`<main class="first" id="main">
    ${toTitle()} ${toSearchBox()} ${toTimelineSection()}
    <div class="bench">${toFilters()} ${toList()} ${toPaneFrame()}</div>
    <p class="soft">${dataset.name} ${version} <span class="printed" id="address"></span></p>
  </main>`;
  return toPage({
    title: `${dataset.name}: ${dataset.heading}`,
    description: `${dataset.summary} Each field with the words that support it.`,
    path: explorerPath("index.html"),
    scripts: ["explorer.js"],
    head: datasetJsonLd(),
    body,
  });
}
