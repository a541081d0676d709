/** The frame of every page: head, bar, footer. It makes no request to another host. */
import { dataset, version } from "#dataset";
import { cite } from "#dataset/cite";
import { html, raw, toMarkup, type Html } from "./html.ts";
import { hasGuides, navigation, sectionOf } from "./navigation.ts";

export interface Page {
  readonly title: string;
  /** What the page holds, for search engines and previews. */
  readonly description: string;
  /** The place of the page in the site, such as `docs/cookbook.html`. */
  readonly path: string;
  /** What stands in the head beside title, style and scripts. */
  readonly head?: Html | undefined;
  readonly body: Html;
  /** Scripts of the page, in the folder of the explorer. */
  readonly scripts?: readonly string[];
  /** true: the page runs code that its reader writes. */
  readonly runsCode?: boolean;
}

/** The folder of the explorer, with style and scripts, from the root of the site. */
const explorerFolder = hasGuides ? "explorer/" : "";

/** The place of a page of the explorer in the site. */
export function explorerPath(path: string): string {
  return `${explorerFolder}${path}`;
}

/** The address at which the newest site is published, when it is known: it ends with a slash. */
const siteUrl = process.env.SITE_URL;

/** Copies of older releases name the newest page, which readers and search engines are to find. */
function toCanonical(path: string): Html | undefined {
  if (siteUrl === undefined) return undefined;
  const url = `${siteUrl}${path.replace(/(^|\/)index\.html$/, "$1")}`;
  return html`<link rel="canonical" href="${url}" /> <meta property="og:url" content="${url}" />`;
}

/** The way from a page up to the root of the site. */
export function rootFrom(path: string): string {
  return "../".repeat(path.split("/").length - 1);
}

function contentSecurityPolicy(runsCode: boolean): string {
  return [
    "default-src 'self' file:",
    `script-src 'self' file:${runsCode ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' file: 'unsafe-inline'",
    "img-src 'self' file: data:",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");
}

function toSectionLinks(path: string, root: string): Html[] {
  if (!hasGuides) return [html`<a href="${root}index.html" aria-current="true">Explorer</a> `];
  const current = sectionOf(path)?.name;
  return navigation.map(({ name, pages }) => {
    const mark = name === current ? raw(' aria-current="true"') : "";
    return html`<a href="${root}${pages[0]!.path}" ${mark}>${name}</a> `;
  });
}

/** The search of the whole site. */
export function toSiteSearch(placeholder: string): Html {
  return html`<div role="search" class="site-search">
    <label
      ><span class="unseen">Search records, guides and terms</span>
      <input type="search" id="site-search" placeholder="${placeholder}" autocomplete="off"
    /></label>
    <div id="site-hits" hidden></div>
  </div>`;
}

/** Pages that take a question have the search box under their title. */
function hasOwnSearch(path: string): boolean {
  return [explorerPath("index.html"), "index.html"].includes(path);
}

function toBar(path: string, root: string): Html {
  return html`<a class="skip" href="#main">To the content</a>
    <header class="bar">
      <a class="home" href="${root}index.html">${dataset.name}</a>
      <nav aria-label="Site">${toSectionLinks(path, root)}</nav>
      ${hasGuides && !hasOwnSearch(path) && toSiteSearch("Search")}
      <button type="button" id="theme"><span>Dark</span><span class="long"> theme</span></button>
    </header>`;
}

function toFooter(root: string): Html {
  return html`<footer class="foot">
    <p>
      <b>${dataset.name} ${version}</b>${dataset.released !== null && `, ${dataset.released}`}. It
      tells what the articles report; it does not say whether it is true.
      ${
        hasGuides && html`<a href="${root}docs/questions.html">Is something wrong? May I quote?</a>`
      }
    </p>
    <p class="soft">${cite().apa}</p>
  </footer>`;
}

/** A whole page. */
export function toPage(page: Page): string {
  const { title, description, path, head, body, scripts = [], runsCode = false } = page;
  const root = rootFrom(path);
  const assets = `${root}${explorerFolder}`;
  const site = hasGuides && html`<script defer src="${assets}search.js"></script>`;
  return toMarkup(
    html`${raw("<!doctype html>")}
      <html lang="en" data-root="${root}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(runsCode)}" />
          <title>${title}</title>
          <meta property="og:title" content="${title}" />
          <meta property="og:site_name" content="${dataset.name} ${version}" />
          <meta property="og:type" content="article" />
          <meta property="og:description" content="${description}" />
          <meta name="description" content="${description}" />
          ${toCanonical(path)}
          <link rel="icon" href="${assets}icon.svg" />
          <link rel="stylesheet" href="${assets}style.css" />
          <script src="${assets}theme.js"></script>
          ${site} ${scripts.map((name) => html`<script defer src="${assets}${name}"></script>`)}
          ${head}
        </head>
        <body>
          ${toBar(path, root)} ${body} ${toFooter(root)}
        </body>
      </html> `,
  );
}
