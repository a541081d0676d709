/** HTML from templates in which every value is escaped, unless it is a template itself. */

/** A template with its values. */
export interface Html {
  readonly strings: readonly string[];
  readonly values: readonly Part[];
}
/** What a template may hold. */
export type Part = Html | string | number | undefined | false | readonly Part[];

/** A template; its values are escaped. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return { strings, values };
}

/**
 * Markup that is not escaped: only for text that holds no data, or data that was escaped already.
 */
export function raw(markup: string): Html {
  return { strings: [markup], values: [] };
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Control characters, and characters that reverse the direction of writing: they are shown, not
 * obeyed.
 */
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function escapeHtml(value: string | number): string {
  const code = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return String(value)
    .replace(invisible, code)
    .replace(/[&<>"']/g, (character) => entities[character]!);
}

/** A template as markup. */
export function toMarkup(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part !== "object") return escapeHtml(part);
  if (!("strings" in part)) return part.map(toMarkup).join("");
  return part.strings.map((text, i) => text + toMarkup(part.values[i])).join("");
}

/** A template as nodes, for the browser. */
export function toNodes(part: Part): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = toMarkup(part);
  return template.content;
}

/** A link to another site; a text when the address is not one of a web page. */
export function externalLink(url: string, text: Part): Html {
  return /^https?:\/\//.test(url)
    ? html`<a href="${url}" rel="noopener">${text}</a>`
    : html`${text}`;
}
