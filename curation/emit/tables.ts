/**
 * The records as CSV files. The columns follow from the schemas, so that a table has them all,
 * whatever the records.
 */
import {
  fieldsOf,
  model,
  type FieldDescription,
  type KindDescription,
  type Shape,
} from "../../src/schema/describe.ts";
import type { Kind, RefTarget } from "../../src/schema/field.ts";
import { separator, toCells, toCsv } from "../../src/outputs/csv.ts";
import { isoSuffix, toRow } from "../../src/outputs/record-row.ts";
import { kindsOf, type Dataset } from "../dataset.ts";
import type { PublishedRecord } from "../draft.ts";
import { article } from "./markdown.ts";
import { banner } from "./type-text.ts";

/** A column of a table. */
export interface Column {
  readonly name: string;
  readonly description: string;
  readonly type: "string" | "integer" | "number" | "boolean" | "date";
  /** Several values are in one cell. */
  readonly isList: boolean;
  /** The column may be empty. */
  readonly optional: boolean;
  readonly terms?: readonly string[];
  /** The kind of record whose ids the column holds. */
  readonly of?: RefTarget;
}

/** What the columns of a value take over from where it is. */
interface ColumnPlace {
  readonly name: string;
  readonly description: string;
  readonly isList: boolean;
  readonly optional: boolean;
}

const plainTypes = ["integer", "number", "boolean"] as const;

function columnType({ type }: Shape, { name, isList }: ColumnPlace): Column["type"] {
  if (isList) return "string";
  // the days of a date have no type of their own in the model
  if (/\.(?:earliest|latest)$/.test(name)) return "date";
  return plainTypes.find((plain) => plain === type) ?? "string";
}

/** The columns of a value, as `toCells` writes it. */
function columnsOfShape(shape: Shape, place: ColumnPlace): Column[] {
  if (shape.type === "list")
    return columnsOfShape(shape.of, { ...place, isList: true, optional: true });
  if (shape.type === "object")
    return shape.members.flatMap((member) =>
      columnsOfShape(member.shape, {
        name: `${place.name}.${member.name}`,
        description: `${member.description} (${place.description})`,
        isList: place.isList,
        optional: place.optional || member.optional || member.nullable,
      }),
    );
  return [
    {
      ...place,
      type: columnType(shape, place),
      ...(shape.type === "term" && { terms: shape.terms }),
      ...(shape.type === "reference" && { of: shape.to }),
    },
  ];
}

/** After a column of country ids, one with their ISO 3166-1 codes. */
function withIsoColumn(column: Column): Column[] {
  if (column.of !== "country") return [column];
  const { name, isList, optional } = column;
  const description = `ISO 3166-1 alpha-2 code of ${name}.`;
  return [column, { name: `${name}${isoSuffix}`, description, type: "string", isList, optional }];
}

const quotesColumn: Column = {
  name: "quotes",
  description:
    "The passages that support the record's fields, each once. For a statement, the words of its " +
    "claim come first, then those that say who speaks or what is meant; each in the order of " +
    "the text.",
  type: "string",
  isList: true,
  optional: true,
};

const pagesColumn: Column = {
  name: "pages",
  description: "The outside pages that support the record's fields.",
  type: "string",
  isList: true,
  optional: true,
  of: "source",
};

function columnsOfField({
  name,
  description,
  optional,
  nullable,
  shape,
}: FieldDescription): Column[] {
  if (name === "evidence") return [quotesColumn];
  if (name === "outside") return [pagesColumn];
  const place = { name, description, isList: false, optional: optional || nullable };
  return columnsOfShape(shape, place).flatMap(withIsoColumn);
}

/** The columns of the table of a kind, in the order of its fields. */
export function tableColumns(kind: Kind): Column[] {
  return [...fieldsOf(kind).values()].flatMap(columnsOfField);
}

/** The ISO 3166-1 code of each country. */
function countryCodes({ records }: Dataset): Map<string, string> {
  return new Map(
    records.place.flatMap(({ id, externalIds }) =>
      externalIds.flatMap((one) => (one.scheme === "iso-3166-1" ? [[id, one.id] as const] : [])),
    ),
  );
}

/** Throws unless every cell of a record has a column, and no other value holds the separator. */
function checkCells(record: PublishedRecord, columns: readonly Column[]): void {
  const { id, kind } = record;
  for (const [name, value] of toCells(record)) {
    const column = columns.find((one) => one.name === name);
    if (column === undefined)
      throw new Error(`the table of ${kind} records has no column for ${name}`);
    if (!column.isList && String(value).includes(separator))
      throw new Error(`${id}.${name} holds "${separator}", which separates the values of lists`);
  }
}

/** The table of a kind as CSV. */
export function emitTable(kind: Kind, dataset: Dataset): string {
  const columns = tableColumns(kind);
  const codes = countryCodes(dataset);
  const rows = dataset.records[kind].map((record) => {
    checkCells(record, columns);
    return toRow(record, columns, (country) => codes.get(country) ?? "");
  });
  return toCsv([columns.map(({ name }) => name), ...rows]);
}

/** The columns of all tables, for the command, whose tables are the published ones. */
export function emitColumns(): string {
  const columns = Object.fromEntries(
    model.map(({ kind }) => [
      kind,
      tableColumns(kind).map(({ name, isList }) => ({ name, isList })),
    ]),
  );
  return [
    banner,
    'import type { Kind } from "./types.ts";\n',
    "\n/** The columns of the table of each kind. */\n",
    "export const columnsOfKind: Readonly<\n",
    "  Record<Kind, readonly { readonly name: string; readonly isList: boolean }[]>\n",
    `> = ${JSON.stringify(columns)};\n`,
  ].join("");
}

const readmeIntroductionOf = (name: string) => `# Tables

One CSV file per kind: UTF-8, comma, double quotes, CRLF; the first row holds the names of the
columns. An empty cell means that the sources do not state the value; it never means "no".

- **Lists**: the values of a list are in one cell, joined by \`${separator}\`. No value contains
  it.
- **Lists of objects**: one column per member (\`speakers.actor\`, \`speakers.basis\`), each with
  as many values as the list has items, in the same order, empty where an item has none: "a||c".
- **Countries**: after each column of country ids, a column with their ISO 3166-1 alpha-2 codes
  (\`country_iso\`).
- **Formulas**: text that a spreadsheet would take for a formula (it starts with \`=\`, \`+\`,
  \`-\` or \`@\`) has an apostrophe in front; so has such a value of a list with others.
- **Types**: the descriptor has a type for each column: \`date\`, \`integer\`, \`number\`,
  \`list\` with its delimiter. \`${name} list KIND --csv\` prints the same table, filtered.
- **Excel**: open a table with Data, From Text/CSV, and choose UTF-8, and the type Text for columns
  of dates as they are written (\`date.asWritten\`). A double click takes the letters for another
  encoding, and "October 2" for a day of this year.
- **Dyads**: \`dyads.csv\` has a row for each act of one actor towards one other, with CAMEO and
  PLOVER codes; the codebook defines a row.
- **Evidence**: \`quotes\` holds the passages. Which field rests on which passage, and where each
  passage is, is in data.json.
`;

function columnLine({ name, description, of, isList }: Column): string {
  const target = of === undefined ? "" : ` Id of ${article(of)} ${of}.`;
  return `| \`${name}\` | ${isList ? "list: " : ""}${description}${target} |\n`;
}

/** The README of the tables. */
export function emitTablesReadme({ about }: Dataset): string {
  const section = ({ kind, plural, description }: KindDescription) =>
    `\n## ${plural}.csv\n\n${description}\n\n| column | holds |\n| --- | --- |\n` +
    tableColumns(kind).map(columnLine).join("");
  return `${readmeIntroductionOf(about.name)}${model
    .filter(({ kind }) => kindsOf({ about }).includes(kind))
    .map(section)
    .join("")}`;
}
