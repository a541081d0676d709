/**
 * `npm run standards`: validates what the package writes against the official schema of each
 * standard, which is fetched from where its makers publish it. Without a network, `npm run
 * standards -- FOLDER` reads copies from a folder, under the names below. No npm package has these
 * schemas, so `npm test` does not run this. (SKOS has no schema: test/package/codebook-exports
 * checks its terms and its integrity conditions.)
 */
import { Ajv, type AnySchemaObject, type ErrorObject } from "ajv";
import formats from "ajv-formats";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { validateXML, type XMLFileInfo } from "xmllint-wasm";
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

/** A standard with an XML Schema. */
interface XmlStandard {
  readonly name: string;
  readonly url: string;
  /** The other files of the schema, relative to its address. */
  readonly parts: readonly string[];
  /** The file that must meet it. */
  readonly document: string;
}

const xhtmlModules = [
  ...["attribs", "bdo", "blkphras", "blkpres", "blkstruct", "charent", "datatypes", "framework"],
  ...["hypertext", "inlphras", "inlpres", "inlstruct", "inlstyle", "list", "notations", "pres"],
  ...["table", "text"],
].map((name) => `XHTML/xhtml-${name}-1.xsd`);

const xmlStandards: readonly XmlStandard[] = [
  {
    name: "ddi-codebook-2.5/codebook.xsd",
    url: "https://ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd",
    parts: [
      ...["xml.xsd", "dc.xsd", "dcterms.xsd", "dcmitype.xsd", "ddi-xhtml11.xsd"],
      ...["ddi-xhtml11-model-1.xsd", "ddi-xhtml11-modules-1.xsd"],
      ...xhtmlModules,
    ],
    document: "dist/codebook/ddi-codebook.xml",
  },
  {
    name: "refi-qda-codebook.xsd",
    url: "http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd",
    parts: [],
    document: "dist/codebook/refi-qda.qdc",
  },
];

type Address = Pick<Standard, "name" | "url">;

async function readSchema({ name, url }: Address, folder: string | undefined): Promise<string> {
  if (folder === undefined) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answers with status ${response.status}`);
    return response.text();
  }
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

function report({ name }: Address, schema: string, faults: readonly string[]): void {
  const hash = createHash("sha256").update(schema).digest("hex").slice(0, 16);
  console.log(`${faults.length === 0 ? "meets" : "fails"} ${name} (${hash})`);
  for (const fault of faults.slice(0, 20)) console.error(`  ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

/** The messages of the validator about an XML text. */
async function validateXml(
  contents: string,
  schema: XMLFileInfo,
  preload: readonly XMLFileInfo[],
): Promise<string[]> {
  const xml = { fileName: "document.xml", contents };
  const { errors } = await validateXML({ xml, schema, preload, maxMemoryPages: 16_384 });
  return errors.map(({ message }) => message);
}

/** Validates a document. A document with an element of no standard must fail. */
async function checkXml(standard: XmlStandard, folder: string | undefined): Promise<void> {
  const partAddress = (part: string): Address => ({
    name: `${dirname(standard.name)}/${part}`,
    url: new URL(part, standard.url).href,
  });
  const contents = await readSchema(standard, folder);
  const preload = await Promise.all(
    standard.parts.map(async (part) => ({
      fileName: part,
      contents: await readSchema(partAddress(part), folder),
    })),
  );
  const schema = { fileName: basename(standard.name), contents };
  const text = readFileSync(standard.document, "utf8");
  const wrong = text.replace(/<(\/?)(?:titl|Codes)>/g, "<$1wrong>");
  const accepted = (await validateXml(wrong, schema, preload)).length === 0;
  const faults = await validateXml(text, schema, preload);
  if (accepted) faults.push("the validator accepts an element that the schema does not have");
  report(standard, contents, faults);
}

const folder = process.argv[2];
for (const standard of standards) {
  const text = await readSchema(standard, folder);
  const errors = validate(text, await standard.documents());
  report(
    standard,
    text,
    errors.map(({ instancePath, message }) => `${instancePath || "/"} ${message ?? ""}`),
  );
}
for (const standard of xmlStandards) await checkXml(standard, folder);
