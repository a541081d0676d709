/** A table of claims (CSV, RFC 4180), as another tool or a person wrote it. */
import { didYouMean } from "../src/text/did-you-mean.ts";
import { quote } from "../src/text/visible.ts";
import { refuse, withoutByteOrderMark, type ImportedClaim } from "./imported-claim.ts";

/** The columns that mean something here. */
const columns = ["quote", "speaker", "gist", "prefix", "suffix", "note"] as const;
type Column = (typeof columns)[number];

/** A row of a table; the header is row 1, as in a spreadsheet. */
interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A cell, and the offset after it. */
interface Cell {
  readonly text: string;
  readonly end: number;
}

function readPlainCell(csv: string, start: number): Cell {
  const separator = /,|\r?\n/g;
  separator.lastIndex = start;
  const end = separator.exec(csv)?.index ?? csv.length;
  return { text: csv.slice(start, end), end };
}

/** The cell whose quotation mark opens at an offset; undefined when none closes it. */
function readQuotedCell(csv: string, start: number): Cell | undefined {
  let text = "";
  let from = start + 1;
  for (;;) {
    const mark = csv.indexOf('"', from);
    if (mark === -1) return undefined;
    text += csv.slice(from, mark);
    if (csv[mark + 1] !== '"') return { text, end: mark + 1 };
    text += '"';
    from = mark + 2;
  }
}

/** The cell at an offset of a row; undefined, and a fault, when it has no end. */
function readCell(csv: string, start: number, row: number, faults: string[]): Cell | undefined {
  if (csv[start] !== '"') return readPlainCell(csv, start);
  const cell = readQuotedCell(csv, start);
  if (cell === undefined) {
    faults.push(
      `row ${row}: a cell opens with a quotation mark that is never closed; close it, and double ` +
        "the quotation marks within the cell",
    );
    return undefined;
  }
  const rest = readPlainCell(csv, cell.end);
  if (rest.text !== "")
    faults.push(
      `row ${row}: ${quote(rest.text)} follows a closing quotation mark; double the quotation ` +
        "marks within a cell",
    );
  return { text: cell.text, end: rest.end };
}

/** The cells from an offset to the end of a row; undefined when a cell has no end. */
function readCells(
  csv: string,
  start: number,
  row: number,
  faults: string[],
): { cells: readonly string[]; end: number } | undefined {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = readCell(csv, at, row, faults);
    if (cell === undefined) return undefined;
    cells.push(cell.text);
    if (csv[cell.end] !== ",") return { cells, end: cell.end };
    at = cell.end + 1;
  }
}

/** The rows of a table, without blank lines; they count in the numbers. */
function readRows(csv: string, faults: string[]): Row[] {
  const rows: Row[] = [];
  let at = 0;
  for (let number = 1; at < csv.length; number++) {
    const row = readCells(csv, at, number, faults);
    // what follows a mark that is never closed cannot be told apart
    if (row === undefined) return rows;
    if (row.end > at) rows.push({ number, cells: row.cells });
    at = row.end + (csv.startsWith("\r\n", row.end) ? 2 : 1);
  }
  return rows;
}

/** The names of the columns. */
function namesOf(header: Row): string[] {
  return header.cells.map((name) => name.trim());
}

/** What is wrong with the names of the columns. */
function checkHeader(header: Row): string[] {
  const names = namesOf(header);
  const place = `row ${header.number}`;
  const twice = columns.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  const faults = twice.map((name) => `${place}: has two columns "${name}"; rename one of them`);
  if (names.includes("quote")) return faults;
  const separator = names.length === 1 && /[;\t]/.test(names[0]!) ? "; separate by commas" : "";
  const found = names.map(quote).join(", ");
  return [
    ...faults,
    `${place}: has no column "quote"${didYouMean("quote", names)}; its columns are ${found}` +
      `${separator}; the first row must name the columns, and "quote" the one with the words`,
  ];
}

function checkLength({ number, cells }: Row, expected: number): string | undefined {
  if (cells.length === expected) return undefined;
  const remedy =
    cells.length > expected
      ? "put a cell that has a comma in quotation marks"
      : "write a comma also where a cell is empty";
  const count = cells.length === 1 ? "1 cell" : `${cells.length} cells`;
  return `row ${number}: has ${count} where the header has ${expected}; ${remedy}`;
}

/** The cells of the columns that mean nothing here, as comments. */
function otherCells(names: readonly string[], cells: readonly string[]): string[] {
  return names.flatMap((name, i) => {
    if (cells[i]!.trim() === "" || (columns as readonly string[]).includes(name)) return [];
    return [`${name === "" ? `column ${i + 1}` : name}: ${cells[i]!}`];
  });
}

function readRow(
  { number, cells }: Row,
  names: readonly string[],
  faults: string[],
): ImportedClaim {
  const cellOf = (column: Column) => cells[names.indexOf(column)] ?? "";
  const exact = cellOf("quote");
  if (exact.trim() === "")
    faults.push(`row ${number}: has no words in "quote"; fill it in, or remove the row`);
  const given = (["prefix", "suffix", "speaker", "gist"] as const).filter(
    (column) => cellOf(column).trim() !== "",
  );
  const note = cellOf("note");
  return {
    exact,
    ...Object.fromEntries(given.map((column) => [column, cellOf(column)])),
    comments: [...(note.trim() === "" ? [] : [`note: ${note}`]), ...otherCells(names, cells)],
  };
}

/**
 * The claims of a table, as RFC 4180 describes it: the column `quote`, and if there are any
 * `speaker`, `gist`, `prefix`, `suffix` and `note`. Other columns become comments.
 *
 * @throws Error with all faults of the table, a line each.
 */
export function readClaimTable(csv: string): ImportedClaim[] {
  const faults: string[] = [];
  const [header, ...rows] = readRows(withoutByteOrderMark(csv), faults);
  if (header === undefined && faults.length === 0)
    faults.push('row 1: is missing; the first row must name the columns, "quote" among them');
  const names = header === undefined ? [] : namesOf(header);
  if (header !== undefined) faults.push(...checkHeader(header));
  const claims: ImportedClaim[] = [];
  for (const row of rows) {
    const fault = checkLength(row, names.length);
    if (fault !== undefined) faults.push(fault);
    else if (names.includes("quote")) claims.push(readRow(row, names, faults));
  }
  refuse(faults);
  return claims;
}
