/** The Data Package descriptor of the tables and data.json, and the files that it describes. */
import { createHash } from "node:crypto";
import { model, type KindDescription } from "../../src/schema/describe.ts";
import { kinds, type Kind } from "../../src/schema/field.ts";
import { plural } from "../../src/schema/records.ts";
import { separator } from "../../src/outputs/csv.ts";
import { kindsOf, type Dataset } from "../dataset.ts";
import { datasetDescription } from "./description.ts";
import { emitData } from "./modules.ts";
import { emitReliability } from "./reliability-page.ts";
import { emitTable, emitTablesReadme, tableColumns, type Column } from "./tables.ts";

/**
 * The type of a column in Table Schema. A list of objects of which some have no value is joined
 * text, because a list of integers may have no empty item.
 */
function toType({ type, isList }: Column): object {
  return isList ? { type: "list", delimiter: separator, itemType: "string" } : { type };
}

function toField(column: Column): object {
  const { name, description, isList, optional, terms } = column;
  const constraints = {
    ...(!optional && { required: true }),
    ...(name === "id" && { unique: true }),
    ...(terms !== undefined && !isList && { enum: terms }),
  };
  return {
    name,
    ...toType(column),
    description: isList ? `${description} A list, joined by ${separator}.` : description,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

function toForeignKey(table: Kind, { name, isList, of }: Column): object[] {
  const target = of === "country" ? "place" : of;
  const kind = kinds.find((one) => one === target);
  if (kind === undefined || isList || name === "id") return [];
  // a table that refers to itself must not be named
  const resource = kind === table ? {} : { resource: plural[kind] };
  return [{ fields: [name], reference: { ...resource, fields: ["id"] } }];
}

/** The Table Schema of a kind. */
function toTableSchema(kind: Kind): object {
  const columns = tableColumns(kind);
  const foreignKeys = columns.flatMap((column) => toForeignKey(kind, column));
  return {
    primaryKey: ["id"],
    fields: columns.map(toField),
    ...(foreignKeys.length > 0 && { foreignKeys }),
  };
}

const dialect = {
  delimiter: ",",
  lineTerminator: "\r\n",
  quoteChar: '"',
  doubleQuote: true,
  header: true,
};

function sizeAndHash(text: string): { bytes: number; hash: string } {
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { bytes: bytes.length, hash: `sha256:${sha256}` };
}

function toTableResource(
  { kind, plural: name, description }: KindDescription,
  files: ReadonlyMap<string, string>,
): object {
  const path = `csv/${name}.csv`;
  return {
    name,
    title: description,
    path,
    type: "table",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    ...sizeAndHash(files.get(path)!),
    dialect,
    schema: toTableSchema(kind),
  };
}

/** The figures of trust, where they were measured. */
function reliabilityResource(files: ReadonlyMap<string, string>): object[] {
  const text = files.get("reliability.json");
  if (text === undefined) return [];
  const about = {
    name: "reliability",
    title: "How far the records can be trusted: agreement of readers, and what checks notice",
    path: "reliability.json",
    format: "json",
    mediatype: "application/json",
    encoding: "utf-8",
  };
  return [{ ...about, ...sizeAndHash(text) }];
}

function emitDescriptor(dataset: Dataset, files: ReadonlyMap<string, string>): string {
  const { name, title, abstract, keywords, author, url } = datasetDescription(dataset);
  const seeds = dataset.records.source.filter(({ role }) => role === "seed");
  const descriptor = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name,
    title,
    description: abstract,
    homepage: url,
    version: dataset.version,
    ...(dataset.released !== null && { created: `${dataset.released}T00:00:00Z` }),
    keywords,
    contributors: [{ title: author, roles: ["creator"] }],
    licenses: [
      {
        name: "CC0-1.0",
        path: "https://creativecommons.org/publicdomain/zero/1.0/",
        title: "CC0 1.0 Universal",
      },
    ],
    sources: seeds.map((seed) => ({ title: `${seed.title}, ${seed.outlet}`, path: seed.url })),
    resources: [
      {
        name: "data",
        title: "All records with their evidence",
        path: "data.json",
        format: "json",
        mediatype: "application/json",
        encoding: "utf-8",
        ...sizeAndHash(files.get("data.json")!),
      },
      ...reliabilityResource(files),
      ...model
        .filter(({ kind }) => kindsOf(dataset).includes(kind))
        .map((description) => toTableResource(description, files)),
    ],
  };
  return `${JSON.stringify(descriptor)}\n`;
}

/** The files for other languages and tools, by their path in the package's dist. */
export function emitDataPackage(dataset: Dataset): Map<string, string> {
  const files = new Map<string, string>(
    kindsOf(dataset).map((kind) => [`csv/${plural[kind]}.csv`, emitTable(kind, dataset)]),
  );
  files.set("csv/README.md", emitTablesReadme(dataset));
  files.set("data.json", emitData(dataset));
  const reliability = emitReliability(dataset);
  if (reliability !== undefined) files.set("reliability.json", reliability);
  files.set("datapackage.json", emitDescriptor(dataset, files));
  return files;
}
