/**
 * `npm run standards`: holds what the package writes against the official JSON Schemas of each standard, which are
 * fetched from where their makers publish them. Without a network, `npm run standards -- FOLDER` reads copies from a folder,
 * under the names below. The schemas are not kept here, and no npm package carries them, so `npm test` does not run this.
 */
import { Ajv, type AnySchemaObject, type ErrorObject } from "ajv";
import formats from "ajv-formats";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { cite, citeSubset } from "baku-moscow/cite";
import { statements } from "baku-moscow";

const file = (path: string): string => readFileSync(path, "utf8");
const standards: readonly { name: string; url: string; documents: () => unknown[] | Promise<unknown[]> }[] = [
  {
    name: "cff-1.2.0.json",
    url: "https://raw.githubusercontent.com/citation-file-format/citation-file-format/1.2.0/schema.json",
    documents: () => [parse(file("CITATION.cff"), { schema: "failsafe" }) as unknown],
  },
  {
    name: "datapackage-2.0.json",
    url: "https://datapackage.org/profiles/2.0/datapackage.json",
    documents: () => [JSON.parse(file("dist/datapackage.json")) as unknown],
  },
  {
    name: "csl-data.json",
    url: "https://raw.githubusercontent.com/citation-style-language/schema/master/schemas/input/csl-data.json",
    documents: async () => [
      [
        cite().csl,
        ...[...statements].map((statement) => cite(statement).csl),
        (await citeSubset("statement", { topics: "peace-process" })).csl,
      ],
    ],
  },
];

const folder = process.argv[2];
let wrong = 0;
for (const { name, url, documents } of standards) {
  if (folder !== undefined && !existsSync(`${folder}/${name}`)) throw new Error(`${folder}/${name} is missing; it is the schema at ${url}`);
  const text = folder === undefined ? await (await fetch(url)).text() : file(`${folder}/${name}`);
  const { $schema: _draft, $id: _id, ...schema } = JSON.parse(text) as AnySchemaObject;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  const faults: ErrorObject[] = [];
  for (const document of await documents()) if (!validate(document)) faults.push(...validate.errors!);
  console.log(`${faults.length === 0 ? "meets" : "fails"} ${name} (${createHash("sha256").update(text).digest("hex").slice(0, 16)})`);
  for (const { instancePath, message } of faults.slice(0, 20)) console.error(`  ${instancePath || "/"} ${message ?? ""}`);
  wrong += faults.length;
}
if (wrong > 0) process.exitCode = 1;
