/**
 * What the pictures of the dataset share: an SVG without scripts, two hues for the two sides, light
 * and dark.
 */

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}

/** A coordinate with one decimal. */
export function round(n: number): number {
  return Math.round(n * 10) / 10;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; attributes without a value are left out. `content` is markup. */
export function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`],
  );
  const start = `<${name}${written.join("")}`;
  return content === undefined ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** A text element; the text is escaped. */
export function textElement(text: string, x: number, y: number, more: Attributes = {}): string {
  const { class: className, ...others } = more;
  return element("text", { class: className, x, y, ...others }, escapeXml(text));
}

/**
 * Two hues mean the two sides, everything else is ink. They differ from the background by at least
 * 4.5 to 1, light and dark.
 */
const palette = `svg { --paper: #FBFAF7; --ink: #1B1F24; --soft: #646B72; --rule: #B8B3A7;
  --band: #E2DFD7; --side-a: #0B6477; --side-b: #A4450F; }
  @media (prefers-color-scheme: dark) { svg { --paper: #14171A; --ink: #ECEAE4; --soft: #929A9F;
  --rule: #555E66; --band: #2D3339; --side-a: #63C5D8; --side-b: #F09A60; } }
  .paper { fill: var(--paper); } text { font: 12px system-ui, "Segoe UI", sans-serif; }`;

/** How marks and words look; the page around may bring its own palette. */
const markStyles = `text { fill: var(--ink); paint-order: stroke; stroke: var(--paper);
  stroke-width: 4px; stroke-linejoin: round; }
  .soft { fill: var(--soft); } .head { font-weight: 600; } .tally { font-weight: 600; }
  .past { fill: var(--band); opacity: 0.35; } .rule { stroke: var(--rule); stroke-width: 1; }
  .quarter { stroke: var(--rule); stroke-dasharray: 1 3; } .band { fill: var(--band); }
  .tick { stroke: var(--soft); stroke-width: 1; fill: none; }
  .about { stroke: var(--soft); stroke-dasharray: 3 3; }
  .full { fill: var(--ink); }
  .open { fill: var(--paper); stroke: var(--ink); stroke-width: 1.6; }
  .line { stroke: var(--ink); stroke-width: 1.8; fill: none; }
  .side-a { fill: var(--side-a); } .side-b { fill: var(--side-b); } .press { fill: var(--soft); }`;

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly body: string;
  /** The class of a picture that is part of a page, which brings the palette and the background. */
  readonly pageClass?: string;
  /** How far down the axis goes, for a page that draws on it. */
  readonly axisBottom?: number;
}

export function toSvg(picture: Picture): string {
  const { width, height, title, description, body, pageClass, axisBottom } = picture;
  const inPage = pageClass !== undefined;
  // ids are unique in a page that holds several pictures
  const id = (name: string) => (inPage ? `${pageClass}-${name}` : name);
  const background = element("rect", { class: "paper", width, height });
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      role: inPage ? "group" : "img",
      class: pageClass,
      "data-axis": inPage ? (axisBottom ?? height) : undefined,
      "aria-labelledby": `${id("title")} ${id("description")}`,
    },
    [
      "",
      element("title", { id: id("title") }, escapeXml(title)),
      element("desc", { id: id("description") }, escapeXml(description)),
      `<style>\n  ${inPage ? "" : `${palette}\n  `}${markStyles}\n</style>`,
      `${inPage ? "" : `${background}\n`}${body}`,
    ].join("\n"),
  ).concat("\n");
}
