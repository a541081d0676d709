/** What the pictures of the dataset share: an SVG without scripts, two hues for the two sides, light and dark. */

export const escape = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
export const round = (n: number): number => Math.round(n * 10) / 10;

/** Two hues mean the two sides, everything else is ink; they differ from the ground by 4.5 to 1 at least, light and dark. */
const palette = `svg { --paper: #FBFAF7; --ink: #1B1F24; --soft: #646B72; --rule: #B8B3A7; --band: #E2DFD7; --az: #0B6477; --ru: #A4450F; }
  @media (prefers-color-scheme: dark) { svg { --paper: #14171A; --ink: #ECEAE4; --soft: #929A9F; --rule: #555E66; --band: #2D3339; --az: #63C5D8; --ru: #F09A60; } }
  .paper { fill: var(--paper); } text { font: 12px system-ui, "Segoe UI", sans-serif; }`;

/** How marks and words look; the page around may bring its own palette. */
const marks = `text { fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; } .soft { fill: var(--soft); } .head { font-weight: 600; }
  .past { fill: var(--band); opacity: 0.35; } .rule { stroke: var(--rule); stroke-width: 1; } .quarter { stroke: var(--rule); stroke-dasharray: 1 3; } .tally { font-weight: 600; } .band { fill: var(--band); } .tick { stroke: var(--soft); stroke-width: 1; fill: none; } .about { stroke: var(--soft); stroke-dasharray: 3 3; }
  .full { fill: var(--ink); } .open { fill: var(--paper); stroke: var(--ink); stroke-width: 1.6; } .line { stroke: var(--ink); stroke-width: 1.8; fill: none; }
  .az { fill: var(--az); } .ru { fill: var(--ru); } .press { fill: var(--soft); }`;

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly body: string;
  /** Set where the picture is part of a page, which brings the palette and the ground; the ids are made unique by it. */
  readonly within?: string;
  /** How far down the axis goes, for a page that draws on it. */
  readonly axis?: number;
}

export const toSvg = ({ width, height, title, description, body, within, axis }: Picture): string => {
  const id = (name: string) => (within === undefined ? name : `${within}-${name}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ${within === undefined ? 'role="img"' : `role="group" class="${within}" data-axis="${axis ?? height}"`} aria-labelledby="${id("title")} ${id("description")}">
<title id="${id("title")}">${escape(title)}</title>
<desc id="${id("description")}">${escape(description)}</desc>
<style>
  ${within === undefined ? `${palette} ` : ""}${marks}
</style>
${within === undefined ? `<rect class="paper" width="${width}" height="${height}"/>\n` : ""}${body}</svg>
`;
};
