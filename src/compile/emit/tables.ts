/**
 * The dataset as tables: a CSV file a kind, what each column holds, and the Data Package descriptor of them all. The
 * columns follow from the schemas, so that a table has them all whether or not a record does.
 */
import { createHash } from "node:crypto";
import type { z } from "zod";
import { separator, toCells, toCsv } from "../../csv.ts";
import { schemas } from "../../schema/records.ts";
import type { Dataset } from "../dataset.ts";
import { fieldsOf, kinds, plural, type Built } from "../records.ts";
import { about } from "./description.ts";
import { emitData } from "./modules.ts";
import type { Kind } from "../../schema/field.ts";

type Schema = z.ZodType & { element?: Schema; options?: (string | Schema)[]; unwrap?: () => Schema; shape?: Record<string, Schema> };

/** A column of a table. */
interface Column {
  readonly name: string;
  readonly description: string;
  readonly type: "string" | "integer" | "number";
  /** Several values stand in one cell. */
  readonly list: boolean;
  /** The column may be empty. */
  readonly optional: boolean;
  readonly terms?: readonly string[];
  /** The kind of record whose ids stand here. */
  readonly of?: string;
}

const meta = (schema: Schema) => schema.meta() as { description?: string; ref?: string } | undefined;
const bare = (schema: Schema): Schema => (schema.type === "optional" || schema.type === "nullable" ? bare(schema.unwrap!()) : schema);

/** The columns that a value takes, as `toCells` writes it. */
function columnsOf(name: string, schema: Schema, description: string, list = false, optional = false): Column[] {
  const open = optional || schema.type === "optional" || schema.type === "nullable";
  const inner = bare(schema);
  if (inner.element) return columnsOf(name, inner.element, description, true, true);
  if (inner.shape)
    return Object.entries(inner.shape).flatMap(([member, part]) =>
      columnsOf(
        `${name}.${member}`,
        part,
        `${meta(part)?.description ?? meta(bare(part))?.description ?? ""} (${description})`,
        list,
        open,
      ),
    );
  return [
    {
      name,
      description,
      type: list ? "string" : inner.type === "int" ? "integer" : inner.type === "number" ? "number" : "string",
      list,
      optional: open,
      ...(inner.options?.every((option) => typeof option === "string") && { terms: inner.options }),
      ...(meta(inner)?.ref && { of: meta(inner)!.ref! }),
    },
  ];
}

/** The columns of a kind's table, in the order of its fields; after each country its ISO 3166-1 code. */
export const tableColumns = (kind: Kind): Column[] =>
  Object.entries(fieldsOf(kind)).flatMap(([name, field]): Column[] => {
    if (name === "evidence")
      return [
        {
          name: "quotes",
          description:
            "The passages that support the record's fields, each once: of a statement first the words of its claim, then those that tell who speaks or what is meant; each in the order of the text.",
          type: "string",
          list: true,
          optional: true,
        },
      ];
    if (name === "outside")
      return [
        {
          name: "pages",
          description: "The outside pages that support the record's fields.",
          type: "string",
          list: true,
          optional: true,
          of: "source",
        },
      ];
    return columnsOf(name, field.schema as unknown as Schema, field.description).flatMap((column) =>
      column.of === "country"
        ? [
            column,
            {
              name: `${column.name}.iso`,
              description: `ISO 3166-1 alpha-2 code of ${column.name}.`,
              type: "string" as const,
              list: column.list,
              optional: column.optional,
            },
          ]
        : [column],
    );
  });

function emitTable(kind: Kind, { records }: Dataset): string {
  const codes = new Map(
    records.place.flatMap((place) =>
      (place.externalIds as { scheme: string; id: string }[]).flatMap(({ scheme, id }) =>
        scheme === "iso-3166-1" ? [[place.id, id] as const] : [],
      ),
    ),
  );
  const columns = tableColumns(kind);
  const row = (record: Built): string[] => {
    const cells = toCells(record);
    for (const [name, value] of cells)
      if (!columns.some((column) => column.name === name))
        throw new Error(`the table of ${plural[kind]} has no column for ${name} = ${value}`);
    for (const { name, list } of columns) {
      const cell = cells.get(name);
      if (!list && cell?.includes(separator))
        throw new Error(`${record.id}.${name} holds "${separator}", which separates the values of lists`);
      if (cell !== undefined && columns.some((column) => column.name === `${name}.iso`))
        cells.set(
          `${name}.iso`,
          cell
            .split(separator)
            .map((id) => codes.get(id) ?? "")
            .join(separator),
        );
    }
    return columns.map(({ name }) => cells.get(name) ?? "");
  };
  return toCsv([columns.map((column) => column.name), ...records[kind].map(row)]);
}

function emitReadme(): string {
  let out = `# Tables

One CSV file a kind: UTF-8, comma, double quotes, CRLF, the first row the names of the columns. An empty cell is not stated, never "no".

- **Lists**: the values of a list stand in one cell, joined by \`${separator}\`, which occurs in no value.
- **Lists of objects**: a column for each member (\`speakers.actor\`, \`speakers.basis\`), each with as many values as the list has
  items, in the same order, empty where an item has none.
- **Countries**: after each column of country ids, one with their ISO 3166-1 alpha-2 codes (\`.iso\`).
- **Formulas**: a cell that a spreadsheet would take for one (it starts with \`=\`, \`+\`, \`-\` or \`@\`) has an apostrophe in front.
- **Evidence**: \`quotes\` holds the passages; which field rests on which, and where each stands, is in data.json.
`;
  for (const kind of kinds) {
    out += `\n## ${plural[kind]}.csv\n\n${schemas[kind].meta()!.description!}\n\n| column | holds |\n| --- | --- |\n`;
    for (const { name, description, of, list } of tableColumns(kind))
      out += `| \`${name}\` | ${list ? "list: " : ""}${description}${of ? ` Id of ${/^[aeo]/.test(of) ? "an" : "a"} ${of}.` : ""} |\n`;
  }
  return out;
}

/**
 * The Table Schema of a kind. A list is a string here: the text of Data Package 2.0 has a type `list`, but the profile that it
 * publishes refuses it.
 */
function schemaOf(kind: Kind): object {
  const columns = tableColumns(kind);
  const fields = columns.map(({ name, description, type, list, optional, terms }) => {
    const constraints = {
      ...(!optional && { required: true }),
      ...(name === "id" && { unique: true }),
      ...(terms && !list && { enum: terms }),
    };
    return {
      name,
      type,
      description: list ? `${description} A list, joined by ${separator}.` : description,
      ...(Object.keys(constraints).length > 0 && { constraints }),
    };
  });
  const foreignKeys = columns.flatMap(({ name, list, of }) => {
    const target = of === "country" ? "place" : of;
    return target !== undefined && !list && name !== "id" && Object.hasOwn(plural, target)
      ? [{ fields: [name], reference: { resource: plural[target as Kind], fields: ["id"] } }]
      : [];
  });
  return { primaryKey: ["id"], fields, ...(foreignKeys.length > 0 && { foreignKeys }) };
}

function emitDataPackage(dataset: Dataset, files: ReadonlyMap<string, string>): string {
  const of = (path: string) => {
    const bytes = Buffer.from(files.get(path)!);
    return { bytes: bytes.length, hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}` };
  };
  const { title, abstract, keywords, author, url } = about(dataset);
  const tables = kinds.map((kind) => ({
    name: plural[kind],
    title: schemas[kind].meta()!.description!,
    path: `csv/${plural[kind]}.csv`,
    type: "table",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    ...of(`csv/${plural[kind]}.csv`),
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
    schema: schemaOf(kind),
  }));
  const descriptor = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "baku-moscow",
    title,
    description: abstract,
    homepage: url,
    version: dataset.version,
    ...(dataset.released !== null && { created: `${dataset.released}T00:00:00Z` }),
    keywords,
    contributors: [{ title: author, roles: ["creator"] }],
    licenses: [{ name: "CC0-1.0", path: "https://creativecommons.org/publicdomain/zero/1.0/", title: "CC0 1.0 Universal" }],
    sources: dataset.records.source
      .filter((source) => source.role === "seed")
      .map((source) => ({ title: `${String(source.title ?? source.label)}, ${String(source.outlet)}`, path: source.url })),
    resources: [
      {
        name: "data",
        title: "All records with their evidence",
        path: "data.json",
        format: "json",
        mediatype: "application/json",
        encoding: "utf-8",
        ...of("data.json"),
      },
      ...tables,
    ],
  };
  return `${JSON.stringify(descriptor)}\n`;
}

/** The files for those who do not write TypeScript, by their path in the package's dist. */
export function emitTables(dataset: Dataset): Map<string, string> {
  const files = new Map<string, string>(kinds.map((kind) => [`csv/${plural[kind]}.csv`, emitTable(kind, dataset)]));
  files.set("csv/README.md", emitReadme());
  files.set("data.json", emitData(dataset));
  files.set("datapackage.json", emitDataPackage(dataset, files));
  return files;
}
