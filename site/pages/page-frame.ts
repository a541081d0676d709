/** The frame of every page. */
import { existsSync } from "node:fs";
import { dataset, version } from "#dataset";
import { html, raw, toMarkup, type Html } from "./html.ts";

export interface Page {
  readonly title: string;
  /** The way up to the explorer's folder: "" or "../". */
  readonly up: string;
  /** What stands in the head beside title and style. */
  readonly head?: Html;
  readonly body: Html;
}

/** Whether the explorer stands beside the guides; that of another dataset stands alone. */
export const hasGuides = existsSync(new URL("../typedoc", import.meta.url));

const guides = [
  ["../getting-started.html", "Guide"],
  ["index.html", "Explorer"],
  ["../codebook.html", "Codebook"],
  ["../cookbook.html", "Cookbook"],
  ["../modules.html", "API"],
] as const;
const chapters = guides.filter(([path]) => hasGuides || path === "index.html");
const home = hasGuides ? "../index.html" : "index.html";

const contentSecurityPolicy = [
  "default-src 'self' file:",
  "style-src 'self' file: 'unsafe-inline'",
  "img-src 'self' file: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join("; ");

function toChapterLinks(up: string): Html[] {
  return chapters.map(([path, name]) => {
    const current = name === "Explorer" ? raw(' aria-current="page"') : "";
    return html`<a href="${up}${path}" ${current}>${name}</a> `;
  });
}

/** A whole page. It makes no request to another host. */
export function toPage({ title, up, head, body }: Page): string {
  return toMarkup(
    html`${raw("<!doctype html>")}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />
          <title>${title}</title>
          <meta property="og:title" content="${title}" />
          <meta name="description" content="${title}" />
          <link rel="stylesheet" href="${up}style.css" />
          <script src="${up}theme.js"></script>
          <script defer src="${up}explorer.js"></script>
          ${head}
        </head>
        <body>
          <header class="bar">
            <a class="home" href="${up}${home}">${dataset.name}</a>
            <nav aria-label="Site">${toChapterLinks(up)}</nav>
            <span class="soft">data ${version}</span>
            <button type="button" id="theme" hidden>Dark</button>
          </header>
          ${body}
        </body>
      </html> `,
  );
}
