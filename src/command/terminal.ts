/** Text for a terminal: colour, wrapping, columns. */

/** How the output is printed. */
export interface Screen {
  /**
   * Columns of the terminal; undefined when the output is not a terminal: then nothing is wrapped
   * or cut.
   */
  readonly width: number | undefined;
  readonly colour: boolean;
}

/** The width to print for; some terminals tell none, or 0. */
export function widthOf(columns: number | undefined): number {
  return columns === undefined || columns === 0 ? 80 : columns;
}

const codes = { bold: 1, dim: 2, yellow: 33 } as const;

/** Text in a style, when the screen has colour. */
export function styled(screen: Screen, style: keyof typeof codes, text: string): string {
  return screen.colour && text !== "" ? `\u001b[${codes[style]}m${text}\u001b[0m` : text;
}

/** The number of characters of a text, as a reader counts code points. */
function lengthOf(text: string): number {
  return [...text].length;
}

/**
 * Lines of at most `width` columns, broken between words; every line but the first starts with
 * `indent` blanks.
 */
export function wrap(text: string, width: number | undefined, indent = 0): string {
  if (width === undefined) return text;
  const room = Math.max(20, width - indent);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && lengthOf(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}

/** A text cut to a width, with an ellipsis where it was cut. */
function cut(text: string, width: number): string {
  return lengthOf(text) > width ? `${[...text].slice(0, width - 1).join("")}…` : text;
}

/** The narrowest column in which a sentence can still be read. */
const readableWidth = 32;

/** The columns that are left for one column when the others are as wide as their widest cells. */
function roomFor(rows: readonly (readonly string[])[], width: number, flexible: number): number {
  const others = rows[0]!.map((_, column) =>
    column === flexible ? 0 : Math.max(...rows.map((row) => lengthOf(row[column]!))),
  );
  return width - others.reduce((sum, own) => sum + own + 2, -2);
}

/** A row as a block: the text whole, then the other cells, the last of them on its own line. */
function toBlock(row: readonly string[], screen: Screen, flexible: number): string[] {
  const others = row.filter((cell, column) => column !== flexible && cell !== "");
  const last = others.pop() ?? "";
  const details = wrap(others.join(", "), screen.width, 4);
  return [
    wrap(row[flexible]!, screen.width, 2),
    ...[details, last]
      .filter((text) => text !== "")
      .map((text) => `    ${styled(screen, "dim", text)}`),
  ];
}

/**
 * Rows in columns; on a screen on which the text of a row would have too little room, each row is a
 * block of lines, so that nothing is cut.
 */
export function columnsOrBlocks(
  rows: readonly (readonly string[])[],
  screen: Screen,
  flexible: number,
): string[] {
  const { width } = screen;
  const isNarrow = width !== undefined && roomFor(rows, width, flexible) < readableWidth;
  return isNarrow
    ? rows.flatMap((row) => toBlock(row, screen, flexible))
    : columns(rows, screen, flexible);
}

/**
 * Rows in columns as wide as their widest cell; the column `flexible` is cut to the room that is
 * left.
 */
export function columns(
  rows: readonly (readonly string[])[],
  screen: Screen,
  flexible: number,
): string[] {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => lengthOf(row[column]!))),
  );
  if (screen.width !== undefined) {
    const gaps = 2 * (count - 1);
    const others = widths.reduce((sum, width, i) => sum + (i === flexible ? 0 : width), gaps);
    widths[flexible] = Math.min(widths[flexible]!, Math.max(16, screen.width - others));
  }
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const fitted = cut(cell, widths[column]!);
        return fitted + " ".repeat(widths[column]! - lengthOf(fitted));
      })
      .join("  ")
      .trimEnd(),
  );
}
