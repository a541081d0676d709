/** Tables in Markdown. */

function escapeCell(text: string): string {
  return text.replace(/\|/g, "\\|").replace(/\n/g, " ");
}

export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((row) => `| ${row.map(escapeCell).join(" | ")} |\n`).join("");
}

/** `a` or `an`, as the word after it needs. */
export function article(word: string): string {
  return /^[aeo]/.test(word) ? "an" : "a";
}

/** A text as code. */
export function code(text: string): string {
  return `\`${text}\``;
}
