/** HTML from templates in which every value is text, unless it is a template itself. Two forms of it: a string, and nodes. */

/** A template with its values. */
export interface Html {
  readonly strings: readonly string[];
  readonly values: readonly Part[];
}
/** What may stand in a template. */
export type Part = Html | string | number | undefined | false | readonly Part[];

/** A template whose values are text. */
export const html = (strings: TemplateStringsArray, ...values: readonly Part[]): Html => ({ strings, values });

/** HTML as it stands; only for what holds nothing from data that is not escaped already. */
export const asIs = (text: string): Html => ({ strings: [text], values: [] });

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** Control characters and those that turn the direction of writing, shown instead of obeyed. */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const visible = (value: string | number) => String(value).replace(unseen, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** As a string. */
export function toText(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part !== "object") return visible(part).replace(/[&<>"']/g, (c) => entities[c]!);
  if ("strings" in part) return part.strings.map((text, i) => text + toText(part.values[i])).join("");
  return part.map(toText).join("");
}

/** As nodes. Only the templates' own strings are parsed; a value becomes a text node or an attribute's value, whatever is in it. */
export function toNodes(part: Part): DocumentFragment {
  const fragment = document.createDocumentFragment();
  if (part === undefined || part === false) return fragment;
  if (typeof part !== "object") fragment.append(visible(part));
  else if (!("strings" in part)) fragment.append(...part.map(toNodes));
  else {
    const place = /\ue000(\d+)\ue001/;
    const template = document.createElement("template");
    template.innerHTML = part.strings.map((text, i) => (i === 0 ? text : `\ue000${i - 1}\ue001${text}`)).join("");
    fragment.append(template.content);
    const walker = document.createTreeWalker(fragment, 5 /* elements and texts */);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node instanceof Text) texts.push(node);
      else
        for (const attribute of (node as Element).attributes) {
          if (place.test(attribute.name)) throw new Error(`a value may not stand for an attribute: ${part.strings.join("…")}`);
          attribute.value = attribute.value.replace(new RegExp(place, "g"), (_, i: string) => {
            const value = part.values[+i];
            return value === undefined || value === false ? "" : visible(value as string | number);
          });
        }
    for (const text of texts) {
      const pieces = text.data.split(place);
      if (pieces.length > 1) text.replaceWith(...pieces.map((piece, i) => (i % 2 === 0 ? piece : toNodes(part.values[+piece]))));
    }
  }
  return fragment;
}

/** A link to another site, only where it is one; else its text. */
export const outward = (url: string, text: Part): Html =>
  /^https:\/\//.test(url) ? html`<a href="${url}" rel="noopener">${text}</a>` : html`${text}`;
