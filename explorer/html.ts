/** HTML from templates in which every value is text, unless it is HTML already. */

/** A piece of HTML that is safe as it stands. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** Control characters and those that turn the direction of writing, shown instead of obeyed. */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const visible = (text: string) => text.replace(unseen, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

type Part = Html | string | number | undefined | false | readonly Part[];
const render = (part: Part): string =>
  part === undefined || part === false
    ? ""
    : part instanceof Html
      ? part.text
      : Array.isArray(part)
        ? (part as readonly Part[]).map(render).join("")
        : visible(String(part)).replace(/[&<>"']/g, (c) => entities[c]!);

/** A template whose values are escaped. */
export const html = (strings: TemplateStringsArray, ...values: readonly Part[]): Html =>
  new Html(strings.map((text, i) => text + (i < values.length ? render(values[i]) : "")).join(""));

/** A link to another site, only where it is one; else its text. */
export const outward = (url: string, text: Part): Html =>
  /^https:\/\//.test(url) ? html`<a href="${url}" rel="noopener">${text}</a>` : html`${text}`;

export interface Page {
  readonly title: string;
  /** The way up to the explorer's folder: "" or "../". */
  readonly up: string;
  readonly body: Html;
}

/** A whole page. It asks no other host for anything. */
export const toPage = ({ title, up, body }: Page): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'self' file:; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:"
        />
        <title>${title}</title>
        <link rel="stylesheet" href="${up}explorer.css" />
        <script defer src="${up}explorer.js"></script>
      </head>
      <body>
        <header class="bar">
          <a href="${up}index.html">baku-moscow</a> <span class="soft">what Azerbaijan and Russia said to each other in 2022 and 2023</span>
          <a href="${up}../index.html">Documentation</a>
        </header>
        ${body}
      </body>
    </html> `.text;
