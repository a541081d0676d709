/** What is seen as a file: CSV, JSON, BibTeX. Each row has speaker, words and source. */
import { dataset, toDateText, version, type Statement } from "#dataset";
import { cite, quotations } from "#dataset/cite";

/** A cell of a table. A spreadsheet would take one that begins with a sign for a formula. */
function toCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const columns: readonly (readonly [name: string, cell: (statement: Statement) => string])[] = [
  ["id", ({ id }) => id],
  ["label", ({ label }) => label],
  ["date", ({ date }) => toDateText(date)],
  ["speakers", ({ speakers }) => speakers.map(({ actor }) => actor).join("|")],
  ["mode", ({ mode }) => mode],
  ["speech_act", ({ speechAct }) => speechAct],
  ["topics", ({ topics }) => topics.join("|")],
  ["about", ({ about }) => about.join("|")],
  ["place", ({ place = "" }) => place],
  ["words", (statement) => quotations(statement)[0]?.words ?? ""],
  ["outlet", (statement) => quotations(statement)[0]?.outlet ?? ""],
  ["link", (statement) => quotations(statement)[0]?.link ?? ""],
  ["citation", (statement) => cite(statement).apa],
];

function toCsv(statements: readonly Statement[]): string {
  const rows = [
    columns.map(([name]) => name),
    ...statements.map((statement) => columns.map(([, cell]) => cell(statement))),
  ];
  return rows.map((row) => `${row.map(toCell).join(",")}\r\n`).join("");
}

function toJson(statements: readonly Statement[]): string {
  const { apa } = cite();
  const view = {
    dataset: dataset.name,
    version,
    citation: apa,
    address: location.href,
    statements,
  };
  return `${JSON.stringify(view, null, 1)}\n`;
}

function toBibtex(statements: readonly Statement[]): string {
  return statements.map((statement) => `${cite(statement).bibtex}\n`).join("\n");
}

const formats = { csv: toCsv, json: toJson, bib: toBibtex } as const;
export type ViewFormat = keyof typeof formats;

/** Statements as the text of a file. */
export function toFileText(format: ViewFormat, statements: readonly Statement[]): string {
  return formats[format](statements);
}

/** Offers statements as a file. */
export function download(format: ViewFormat, statements: readonly Statement[]): void {
  // a spreadsheet takes UTF-8 for another encoding without the mark
  const mark = format === "csv" ? "\ufeff" : "";
  const blob = new Blob([mark + toFileText(format, statements)], { type: "text/plain" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${dataset.name}-${version}-statements.${format}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
