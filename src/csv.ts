/** Records as tables. A leaf: compile and the command both use it. */

/** What stands between the values of a list in one cell. */
export const separator = "|";

/** A cell as RFC 4180 has it. One that a spreadsheet would take for a formula gets an apostrophe in front. */
export function toCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Rows as CSV with CRLF line ends, the first one the column names. */
export const toCsv = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.map(toCell).join(",")}\r\n`).join("");

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
/** The members of an object that hold no object, by their path; an object in it is gone into. */
const members = (value: Record<string, unknown>, before: string): [string, unknown][] =>
  Object.entries(value).flatMap(([name, inner]) =>
    isObject(inner) ? members(inner, `${before}${name}.`) : ([[`${before}${name}`, inner]] as [string, unknown][]),
  );

interface Passage {
  readonly quote: { readonly exact: string };
  readonly source: string;
  readonly position: { readonly start: number };
  readonly supports: readonly string[];
  readonly certainty: string;
}
/** The passages, each once: the words of a statement's claim first, then the others; each in the order of the text. */
function quotesOf(evidence: readonly Passage[]): string[] {
  const claim = (e: Passage) => +(e.supports.includes("/mode") && e.certainty !== "inferred");
  const sorted = [...evidence].sort(
    (a, b) => claim(b) - claim(a) || (a.source < b.source ? -1 : a.source > b.source ? 1 : a.position.start - b.position.start),
  );
  return [...new Set(sorted.map((e) => e.quote.exact))];
}

/**
 * A record in cells: a value is a cell; an object a cell for each member (`date.earliest`); a list its values joined by
 * `|`; a list of objects a cell for each member, with as many values between the `|` as the list is long, empty where
 * an item has none; the passages as `quotes`, the words of a claim first.
 */
export function toCells(record: object): Map<string, string> {
  const cells = new Map<string, string>();
  const text = (value: unknown) => (value === null || value === undefined ? "" : String(value));
  for (const [name, value] of Object.entries(record) as [string, unknown][]) {
    if (name === "evidence") cells.set("quotes", quotesOf(value as readonly Passage[]).join(separator));
    else if (name === "outside") cells.set("pages", [...new Set((value as { source: string }[]).map((o) => o.source))].join(separator));
    else if (isObject(value)) for (const [path, inner] of members(value, `${name}.`)) cells.set(path, text(inner));
    else if (!Array.isArray(value)) cells.set(name, text(value));
    else if (value.length === 0) continue;
    else if (!value.some(isObject)) cells.set(name, value.map(text).join(separator));
    else {
      const items = (value as Record<string, unknown>[]).map((item) => new Map(members(item, `${name}.`)));
      for (const path of new Set(items.flatMap((item) => [...item.keys()])))
        cells.set(path, items.map((item) => text(item.get(path))).join(separator));
    }
  }
  return cells;
}

/** Records as CSV: one row each, a column for every cell that any of them has, or the columns that are given. */
export function recordsToCsv(records: readonly object[], columns?: readonly string[]): string {
  const rows = records.map(toCells);
  const names = columns ?? [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return toCsv([names, ...rows.map((row) => names.map((name) => row.get(name) ?? ""))]);
}
