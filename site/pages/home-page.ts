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
import { toPage, toSiteSearch } from "./page-frame.ts";
import { toTryBox } from "./try-page.ts";
import { toChips, toCountText, toOutlet, toWords } from "./value-html.ts";

/** What the page says about this dataset; docs/home.json. */
interface HomeTexts {
  readonly lead: string;
  readonly questions: readonly { readonly question: string; readonly href: string }[];
  /** The id of the statement that is shown. */
  readonly record: string;
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
  ["docs/event-coders.html", "Take the data", "CSV, JSON, Parquet, tables for event coders."],
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
  const { id, credit, gist, sides, mode, source } = statement;
  return html`<section class="card" aria-labelledby="record">
    <h2 id="record">A record</h2>
    <p class="soft">${toChips(sides)} ${toWords(mode)}</p>
    <blockquote>${marks[0]}<span class="exact">${quotation?.words}</span>${marks[1]}</blockquote>
    <p class="soft"><span class="credit">${credit}:</span> ${gist}</p>
    <p class="soft">
      ${quotation?.verbatim === true ? "In quotation marks in the article" : "Words of the outlet"},
      ${toOutlet(source)}. <a href="explorer/${id}/index.html">All fields with their words</a>
    </p>
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

export function toHomePage(): string {
  const texts = readTexts();
  const record = resolve(texts.record);
  const body = html`<main class="home" id="main">
    <h1>${dataset.heading}</h1>
    <p class="lead">${texts.lead}</p>
    <p class="soft">Version ${version}: ${toCounts()}.</p>
    ${toSiteSearch()}
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
      ${record?.kind === "statement" && toShownRecord(record)} ${toInstall()}
    </div>
    <section aria-labelledby="try">
      <h2 id="try">Try it</h2>
      <p>The package runs in this page. Change the code, and run it.</p>
      ${toTryBox(texts.code.join("\n"))}
    </section>
    ${toArticles()}
  </main>`;
  return toPage({
    title: `${dataset.name}: ${dataset.heading}`,
    description: texts.lead,
    path: "index.html",
    runsCode: true,
    scripts: ["guides.js"],
    head: html`<link rel="stylesheet" href="explorer/guides-style.css" />`,
    body,
  });
}
