import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { collections, places, sources, type DatasetRecord, type Kind } from "../../src/index.ts";
import { pluralOf } from "../../src/generated/fields.ts";

interface Field {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly delimiter?: string;
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] };
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema?: {
    readonly fields: readonly Field[];
    readonly foreignKeys?: readonly {
      fields: readonly string[];
      reference: { resource?: string };
    }[];
  };
}
const descriptor = JSON.parse(readFileSync("src/generated/datapackage.json", "utf8")) as {
  version: string;
  resources: Resource[];
  sources: object[];
};

/** A reader of RFC 4180, apart from the writer. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (text[at] === '"' && text[at + 1] === '"') cell += text[++at]!;
        else if (text[at] === '"') break;
        else cell += text[at]!;
      }
      at++;
    } else
      for (; at < text.length && text[at] !== "," && text[at] !== "\r"; at++) cell += text[at]!;
    rows.at(-1)!.push(cell);
    if (text[at] === ",") at++;
    else {
      expect(text.slice(at, at + 2)).toBe("\r\n");
      at += 2;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}
const table = (kind: Kind) =>
  parseCsv(readFileSync(`src/generated/csv/${pluralOf[kind]}.csv`, "utf8"));
const recordsOf = (kind: Kind): DatasetRecord[] => [...collections[pluralOf[kind]]];
const kinds = Object.keys(pluralOf) as Kind[];

test("the descriptor is right: version, bytes and hash of each file, one table per kind", () => {
  expect(descriptor.version).toBe(
    (JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version,
  );
  expect(descriptor.resources.map((r) => r.name)).toEqual([
    "data",
    "reliability",
    ...kinds.map((kind) => pluralOf[kind]),
  ]);
  expect(descriptor.sources.length).toBe(sources.count({ role: "seed" }));
  for (const { path, bytes, hash } of descriptor.resources) {
    const file = readFileSync(`src/generated/${path}`);
    expect([
      path,
      file.length,
      `sha256:${createHash("sha256").update(file).digest("hex")}`,
    ]).toEqual([path, bytes, hash]);
  }
});

/** Follows the path of a column through a record. */
function along(value: unknown, path: readonly string[]): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map((item) => along(item, path)).join("|");
  if (path.length === 0) return typeof value === "object" ? "" : `${value as string | number}`;
  return along((value as Record<string, unknown>)[path[0]!], path.slice(1));
}

type TableField = NonNullable<(typeof descriptor.resources)[number]["schema"]>["fields"][number];

function expectCell(record: { id: string }, { name, constraints }: TableField, cell: string): void {
  if (constraints?.required) expect([record.id, name, cell]).not.toEqual([record.id, name, ""]);
  if (constraints?.enum && cell !== "") expect(constraints.enum).toContain(cell);
  if (name === "quotes" || name === "pages" || name.endsWith("_iso")) return;
  const plain = along(record, name.split("."));
  const written = cell.replace(/(^|\|)'(?=[=+\-@])/g, "$1");
  expect([record.id, name, written]).toEqual([record.id, name, plain]);
}

test.each(kinds)(
  "%s: one row per record, the columns of the descriptor, and every value as in the record",
  (kind) => {
    const [head, ...rows] = table(kind);
    const records = recordsOf(kind);
    const { fields, foreignKeys } = descriptor.resources.find(
      (r) => r.name === pluralOf[kind],
    )!.schema!;
    expect(head).toEqual(fields.map((field) => field.name));
    expect(rows.map((row) => row[head!.indexOf("id")])).toEqual(records.map((record) => record.id));
    const readme = readFileSync("src/generated/csv/README.md", "utf8");
    for (const { name } of fields) expect(readme).toContain(`| \`${name}\` |`);
    for (const [r, row] of rows.entries())
      for (const [c, field] of fields.entries()) expectCell(records[r]!, field, row[c]!);
    for (const { fields: own, reference } of foreignKeys ?? []) {
      // without a resource it is the table itself
      const target = table(kinds.find((k) => pluralOf[k] === reference.resource) ?? kind);
      expect(reference.resource).not.toBe(pluralOf[kind]);
      const ids = target.slice(1).map((row) => row[target[0]!.indexOf("id")]);
      for (const row of rows) {
        const cell = row[head!.indexOf(own[0]!)]!;
        if (cell !== "") expect(ids).toContain(cell);
      }
    }
  },
);

test("each row has the ISO codes of its countries", () => {
  const [head, ...rows] = table("statement");
  const [sides, iso] = [head!.indexOf("sides"), head!.indexOf("sides_iso")];
  const code = (id: string) =>
    places.get(id)?.externalIds.find((x) => x.scheme === "iso-3166-1")?.id ?? "";
  let seen = 0;
  for (const row of rows) {
    expect(row[iso]).toBe(row[sides]!.split("|").map(code).join("|"));
    if (row[iso] !== "") seen++;
  }
  expect(seen).toBeGreaterThan(100);
  expect(code("azerbaijan")).toBe("AZ");
});

test("no value of a list holds the separator", () => {
  for (const kind of kinds)
    for (const record of recordsOf(kind))
      expect([record.id, JSON.stringify(record).includes("|")]).toEqual([record.id, false]);
});

test("one description, many forms: title, version, licence and day agree", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    version: string;
    packages: Record<string, { version: string }>;
  };
  const zenodo = JSON.parse(readFileSync(".zenodo.json", "utf8")) as Record<string, unknown>;
  const linked = JSON.parse(readFileSync("src/generated/dataset.jsonld", "utf8")) as Record<
    string,
    unknown
  >;
  const cff = readFileSync("CITATION.cff", "utf8");
  const data = JSON.parse(readFileSync("src/generated/data.json", "utf8")) as { version: string };
  expect([
    lock.version,
    lock.packages[""]!.version,
    zenodo.version,
    linked.version,
    /^version: "(.*)"$/m.exec(cff)![1],
    data.version,
  ]).toEqual(Array(6).fill(version));
  expect([
    linked.name,
    JSON.parse(/^title: (.*)$/m.exec(cff)![1]!),
    (descriptor as unknown as { title: string }).title,
  ]).toEqual(Array(3).fill(zenodo.title));
  expect([
    linked.description,
    JSON.parse(/^abstract: (.*)$/m.exec(cff)![1]!),
    (descriptor as unknown as { description: string }).description,
  ]).toEqual(Array(3).fill(zenodo.description));
  expect([zenodo.publication_date, linked.datePublished]).toEqual(
    Array(2).fill(/^date-released: "(.*)"$/m.exec(cff)?.[1]),
  );
  expect(JSON.stringify([zenodo, linked, cff])).not.toMatch(/doi/i); // none exists yet
});

test("columns have their types, and no name is both a column and the beginning of others", () => {
  const read: Record<string, (cell: string) => boolean> = {
    string: () => true,
    list: () => true,
    date: (cell) => /^\d{4}-\d\d-\d\d$/.test(cell),
    integer: (cell) => /^\d+$/.test(cell),
    number: (cell) => Number.isFinite(Number(cell)),
    boolean: (cell) => /^(true|false)$/.test(cell),
  };
  const seen = new Set<string>();
  for (const kind of kinds) {
    const { fields } = descriptor.resources.find(({ name }) => name === pluralOf[kind])!.schema!;
    const names = fields.map(({ name }) => name);
    expect(names.filter((a) => names.some((b) => b.startsWith(`${a}.`)))).toEqual([]);
    for (const [row, ...rows] of [table(kind)])
      for (const { name, type, delimiter } of fields) {
        seen.add(type);
        expect([name, delimiter]).toEqual([name, type === "list" ? "|" : undefined]);
        for (const cells of rows) {
          const cell = cells[row!.indexOf(name)]!;
          if (cell !== "") expect([name, cell, read[type]!(cell)]).toEqual([name, cell, true]);
        }
      }
  }
  expect([...seen].sort()).toEqual(["date", "integer", "list", "number", "string"]);
});
