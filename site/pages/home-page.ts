/** The first page of the site: what it is, what one can ask, a record, how to install. */
import { readFileSync } from "node:fs";
import {
  collections,
  dataset,
  resolve,
  sources,
  statements,
  toDateText,
  version,
  type Statement,
} from "#dataset";
import { quotations } from "#dataset/cite";
import { externalLink, html, type Html } from "./html.ts";
import { datasetJsonLd } from "./json-ld.ts";
import { toPage, toSiteSearch } from "./page-frame.ts";
import { toTryBox } from "./try-page.ts";
import { toChips, toCountText } from "./value-html.ts";

/** What the page says about this dataset; docs/home.json. */
interface HomeTexts {
  readonly lead: string;
  readonly questions: readonly { readonly question: string; readonly href: string }[];
  /** Under which terms it may be used. */
  readonly terms: string;
  /** The ids of the statements that are shown: one of each side. */
  readonly records: readonly string[];
  /** The lines of the example. */
  readonly code: readonly string[];
}

function readTexts(): HomeTexts {
  const file = new URL("../../docs/home.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as HomeTexts;
}

const doors = [
  ["explorer/index.html", "Check a claim", "Search the records and read the words behind each."],
  ["docs/getting-started.html", "Use it in code", "Typed records and queries for TypeScript."],
  ["#download", "Take the data", "CSV, JSON, GraphML; a table for event coders."],
  ["docs/journalists.html", "Quote and cite", "Words with their speaker, verifiable citations."],
] as const;

function toDoor([href, title, text]: (typeof doors)[number]): Html {
  return html`<li>
    <a href="${href}"><b>${title}</b></a> <span class="soft">${text}</span>
  </li> `;
}

function toCounts(): string {
  const wanted = ["statements", "meetings", "visits", "agreements", "people"] as const;
  return wanted.map((name) => `${collections[name].size} ${name}`).join(", ");
}

/** A statement with its words, as its page shows it. */
function toShownRecord(statement: Statement): Html {
  const [quotation] = quotations(statement);
  const marks = quotation?.verbatim === true ? ["“", "”"] : ["", ""];
  const { id, credit, sides } = statement;
  return html`<p class="byline">${toChips(sides)} <b>${credit}:</b></p>
    <blockquote>${marks[0]}<span class="exact">${quotation?.words}</span>${marks[1]}</blockquote>
    <p class="soft"><a href="explorer/${id}/index.html">All fields with their words</a></p>`;
}

function toShownRecords(ids: readonly string[]): Html {
  const records = ids.map((id) => resolve(id)).filter((record) => record?.kind === "statement");
  return html`<section class="card" aria-labelledby="records">
    <h2 id="records">Two records</h2>
    ${records.map(toShownRecord)}
  </section>`;
}

/** The articles, with how much of the dataset comes from each. */
function toArticles(): Html {
  const rows = sources.where({ role: "seed" }).map(
    ({ id, outlet, title, url, published }) =>
      html`<li>
        <b>${outlet}</b>${published && html`, ${toDateText(published)}`}:
        ${externalLink(url, title)}
        <span class="soft">
          ${toCountText(statements.count({ source: id }), "statement", "statements")}
        </span>
      </li> `,
  );
  return html`<section aria-labelledby="articles">
    <h2 id="articles">The articles</h2>
    <ul class="rows">
      ${rows}
    </ul>
    <p class="soft">
      They are no sample. ${dataset.coverage}
      <a href="docs/datasheet.html">Coverage and bias</a>
    </p>
  </section>`;
}

function toInstall(): Html {
  return html`<section class="card" aria-labelledby="install">
    <h2 id="install">Install</h2>
    <pre><code>npm install ${dataset.name}
npx ${dataset.name}</code><button type="button">Copy</button></pre>
    <p class="soft">
      No dependencies. Node.js 20.19 or later, a bundler, or a browser.
      <a href="docs/in-your-tool.html">In your tool</a>
    </p>
  </section>`;
}

const downloads = [
  ["csv/dyads.csv", "dyads.csv", "who does what to whom, as a source tells it, with CAMEO codes"],
  ["csv/statements.csv", "statements.csv", "the claims, each with its speaker"],
  ["csv/meetings.csv", "meetings.csv", "held, planned or declined, with accounts that differ"],
  ["csv/agreements.csv", "agreements.csv", "signed, drafted or proposed, and who says so"],
  ["data.json", "data.json", "all records with their passages"],
  ["codebook.json", "codebook.json", "what each field and term means"],
  ["graphs/actors-topics.graphml", "actors-topics.graphml", "a network for Gephi and others"],
  ["citation.ris", "citation.ris", "the citation, for Zotero and others"],
  ["citation.bib", "citation.bib", "the same as BibTeX"],
] as const;

function toDownloads(): Html {
  return html`<section aria-labelledby="download">
    <h2 id="download">Download</h2>
    <ul class="rows">
      ${downloads.map(
        ([path, name, what]) =>
          html`<li>
            <a href="data/${path}" download>${name}</a> <span class="soft">${what}</span>
          </li> `,
      )}
    </ul>
  </section>`;
}

export function toHomePage(): string {
  const texts = readTexts();
  const body = html`<main class="home" id="main">
    <h1>${dataset.heading}</h1>
    <p class="lead">${texts.lead}</p>
    <p class="soft">Version ${version}: ${toCounts()}. ${texts.terms}</p>
    ${toSiteSearch("Search records, guides, terms")}
    <ul class="doors">
      ${doors.map(toDoor)}
    </ul>
    <div class="columns">
      <section class="card" aria-labelledby="ask">
        <h2 id="ask">What can I ask?</h2>
        <ul class="rows">
          ${texts.questions.map(
            ({ question, href }) => html`<li><a href="${href}">${question}</a></li> `,
          )}
        </ul>
      </section>
      ${toShownRecords(texts.records)} ${toInstall()}
    </div>
    <section aria-labelledby="try">
      <h2 id="try">Try it</h2>
      <p>The package runs in this page. Change the code, and run it.</p>
      ${toTryBox(texts.code.join("\n"))}
    </section>
    ${toDownloads()} ${toArticles()}
  </main>`;
  return toPage({
    title: `${dataset.name}: ${dataset.heading}`,
    description: texts.lead,
    path: "index.html",
    runsCode: true,
    scripts: ["guides.js"],
    head: html`<link rel="stylesheet" href="explorer/guides-style.css" /> ${datasetJsonLd()}`,
    body,
  });
}
