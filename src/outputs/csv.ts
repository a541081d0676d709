/** Records as tables. */

/** What separates the values of a list in one cell. */
export const separator = "|";

/** A value in a cell. */
export type CellValue = string | number | boolean | null | undefined;

/**
 * Text that a spreadsheet would take for a formula, also after blanks and characters that are not
 * seen, and with full-width signs.
 */
const formulaStart = /^[\s\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^[\t\r\n]/u;

/** Puts an apostrophe before text that a spreadsheet would take for a formula. */
function guardFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/**
 * A value as a cell of RFC 4180. Text that a spreadsheet would take for a formula gets an
 * apostrophe in front; a number, also a negative one, does not.
 */
export function toCell(value: CellValue): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? guardFormula(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Rows as CSV with CRLF line ends, the column names first. */
export function toCsv(rows: readonly (readonly CellValue[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(",")}\r\n`).join("");
}

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The members of an object by their path, those of inner objects included: `date.earliest`. */
function flatten(object: Members, prefix: string): [path: string, value: unknown][] {
  return Object.entries(object).flatMap(([name, value]) =>
    isObject(value)
      ? flatten(value, `${prefix}${name}.`)
      : [[`${prefix}${name}`, value] as [string, unknown]],
  );
}

/** A value that is not a list: a number stays one, so that it is not taken for a formula. */
function toScalar(value: unknown): CellValue {
  if (value === null || value === undefined || typeof value === "number") return value;
  return String(value);
}

/**
 * Values in one cell. Each value of more than one is guarded, because a spreadsheet may split the
 * cell; one that stands alone is guarded as the cell.
 */
function joinList(values: readonly unknown[]): string {
  const texts = values.map((value) => toScalar(value) ?? "");
  const isGuarded = (value: CellValue) => texts.length > 1 && typeof value === "string";
  return texts
    .map((value) => (isGuarded(value) ? guardFormula(String(value)) : value))
    .join(separator);
}

interface Passage {
  readonly quote: { readonly exact: string };
  readonly source: string;
  readonly position: { readonly start: number };
  readonly role?: string;
}

/**
 * The words of the claim come first, then those that attribute it, then the others by source, in
 * the order of the text.
 */
function comparePassages(a: Passage, b: Passage): number {
  const ranks: Readonly<Record<string, number>> = { claim: 0, attribution: 1 };
  const rank = ({ role = "" }: Passage) => ranks[role] ?? 2;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return a.position.start - b.position.start;
}

/** The passages, each once: the words of a statement's claim first. */
function quotesOf(evidence: readonly Passage[]): string[] {
  return [...new Set([...evidence].sort(comparePassages).map(({ quote }) => quote.exact))];
}

/** A list of objects as one cell per member, each with as many values as the list has objects. */
function cellsOfObjects(name: string, objects: readonly Members[]): [string, CellValue][] {
  const flat = objects.map((object) => new Map(flatten(object, `${name}.`)));
  const paths = new Set(flat.flatMap((members) => [...members.keys()]));
  return [...paths].map((path) => [path, joinList(flat.map((members) => members.get(path)))]);
}

function cellsOfField(name: string, value: unknown): [string, CellValue][] {
  if (name === "evidence") return [["quotes", joinList(quotesOf(value as readonly Passage[]))]];
  if (name === "outside") {
    const pages = (value as readonly { readonly source: string }[]).map(({ source }) => source);
    return [["pages", joinList([...new Set(pages)])]];
  }
  if (isObject(value))
    return flatten(value, `${name}.`).map(([path, inner]) => [path, toScalar(inner)]);
  if (!Array.isArray(value)) return [[name, toScalar(value)]];
  if (value.length === 0) return [];
  return value.some(isObject)
    ? cellsOfObjects(name, value as Members[])
    : [[name, joinList(value)]];
}

/**
 * A record in cells, by column name. A value is one cell; an object is one cell per member
 * (`date.earliest`); a list is its values joined by `|`; a list of objects is one cell per member,
 * with as many values as the list has objects, empty where an object has none; the passages are
 * `quotes`, the words of a claim first.
 */
export function toCells(record: object): Map<string, CellValue> {
  return new Map(
    Object.entries(record).flatMap(([name, value]: [string, unknown]) => cellsOfField(name, value)),
  );
}
