/**
 * `npm run standards`: validates what the package writes against the official JSON Schema of each
 * standard, which is fetched from where its makers publish it. Without a network, `npm run
 * standards -- FOLDER` reads copies from a folder, under the names below. No npm package has these
 * schemas, so `npm test` does not run this.
 */
import { Ajv, type AnySchemaObject, type ErrorObject } from "ajv";
import formats from "ajv-formats";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { readJson } from "./release/release-state.ts";
import { statements } from "baku-moscow";
import { cite, citeSubset } from "baku-moscow/cite";

interface Standard {
  readonly name: string;
  readonly url: string;
  /** What must meet it. */
  readonly documents: () => unknown[] | Promise<unknown[]>;
}

const onGitHub = "https://raw.githubusercontent.com";

/** Every citation as CSL-JSON. */
async function cslItems(): Promise<object[]> {
  const subset = await citeSubset(statements, { topics: "peace-process" });
  return [cite().csl, ...[...statements].map((statement) => cite(statement).csl), subset.csl];
}

/**
 * A descriptor whose lists are texts: the text of Table Schema 2.0 has a type `list`, and the
 * profile that goes with it has forgotten it.
 */
function withoutLists(descriptor: object): unknown {
  return JSON.parse(JSON.stringify(descriptor), (_, value: unknown) => {
    const isList = (value as { type?: unknown } | null)?.type === "list";
    if (!isList) return value;
    const { delimiter: _d, itemType: _i, ...field } = value as Record<string, unknown>;
    return { ...field, type: "string" };
  });
}

const standards: readonly Standard[] = [
  {
    name: "cff-1.2.0.json",
    url: `${onGitHub}/citation-file-format/citation-file-format/1.2.0/schema.json`,
    documents: () => [
      parse(readFileSync("CITATION.cff", "utf8"), { schema: "failsafe" }) as object,
    ],
  },
  {
    name: "datapackage-2.0.json",
    url: "https://datapackage.org/profiles/2.0/datapackage.json",
    documents: () => [withoutLists(readJson<object>("dist/datapackage.json"))],
  },
  {
    name: "csl-data.json",
    url: `${onGitHub}/citation-style-language/schema/master/schemas/input/csl-data.json`,
    documents: async () => [await cslItems()],
  },
];

async function readSchema({ name, url }: Standard, folder: string | undefined): Promise<string> {
  if (folder === undefined) return (await fetch(url)).text();
  const file = `${folder}/${name}`;
  if (!existsSync(file)) throw new Error(`${file} is missing; it is the schema at ${url}`);
  return readFileSync(file, "utf8");
}

/** What is wrong with some documents. */
function validate(text: string, documents: readonly unknown[]): ErrorObject[] {
  const { $schema: _draft, $id: _id, ...schema } = JSON.parse(text) as AnySchemaObject;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  const isValid = ajv.compile(schema);
  return documents.flatMap((document) => (isValid(document) ? [] : (isValid.errors ?? [])));
}

for (const standard of standards) {
  const text = await readSchema(standard, process.argv[2]);
  const errors = validate(text, await standard.documents());
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  console.log(`${errors.length === 0 ? "meets" : "fails"} ${standard.name} (${hash})`);
  for (const { instancePath, message } of errors.slice(0, 20))
    console.error(`  ${instancePath || "/"} ${message ?? ""}`);
  if (errors.length > 0) process.exitCode = 1;
}
