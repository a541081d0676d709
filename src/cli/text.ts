/** Text for a terminal: colour, wrapping, columns. */

/** How the output is to be printed. */
export interface Screen {
  /** Columns of the terminal; undefined when the output is no terminal: nothing is then wrapped or cut. */
  readonly width: number | undefined;
  readonly colour: boolean;
}

const codes = { bold: 1, dim: 2, underline: 4, yellow: 33 } as const;

/** Text in a style, where the screen takes colour. */
export const styled = (screen: Screen, style: keyof typeof codes, text: string): string =>
  screen.colour && text !== "" ? `\u001b[${codes[style]}m${text}\u001b[0m` : text;

/** Lines of at most `width` columns, broken between words; every line but the first starts with `indent` blanks. */
export function wrap(text: string, width: number | undefined, indent = 0): string {
  if (width === undefined) return text;
  const room = Math.max(20, width - indent);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && [...line].length + 1 + [...word].length > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}

/** Rows in columns as wide as their widest cell; the column `flexible` is cut to what the screen leaves, if need be. */
export function columns(rows: readonly (readonly string[])[], screen: Screen, flexible: number): string[] {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count }, (_, i) => Math.max(...rows.map((row) => [...row[i]!].length)));
  if (screen.width !== undefined) {
    const others = widths.reduce((sum, w, i) => sum + (i === flexible ? 0 : w + 2), 0);
    widths[flexible] = Math.min(widths[flexible]!, Math.max(16, screen.width - others));
  }
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const points = [...cell];
        const fitted = points.length > widths[i]! ? `${points.slice(0, widths[i]! - 1).join("")}…` : cell;
        return i === count - 1 ? fitted : fitted.padEnd(widths[i]! + fitted.length - [...fitted].length);
      })
      .join("  ")
      .trimEnd(),
  );
}
