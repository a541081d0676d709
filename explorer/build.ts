/**
 * Adds the explorer to the site: a page for every record, made here and readable without scripts, the first page, one style sheet
 * and one classic script, which bundles the published package. It works from any folder and asks no other host for anything.
 */
import { build } from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { collections, type DatasetRecord } from "baku-moscow";
import { bundle } from "./bundle.ts";
import { toListPage } from "./list-page.ts";
import { withdrawn } from "../src/generated/ids.ts";
import { toRecordPage, toTombstonePage } from "./record-page.ts";

const out = process.argv[2] ?? fileURLToPath(new URL("../site/explorer", import.meta.url));

mkdirSync(out, { recursive: true });
const pages = (Object.values(collections) as Iterable<DatasetRecord>[]).flatMap((collection) =>
  [...collection].map((record) => [record.id as string, toRecordPage(record)] as const),
);
// a withdrawn id keeps its page
pages.push(...Object.keys(withdrawn).map((id) => [id, toTombstonePage(id)] as const));
for (const [id, page] of pages) {
  mkdirSync(`${out}/${id}`, { recursive: true });
  writeFileSync(`${out}/${id}/index.html`, page);
}
writeFileSync(`${out}/index.html`, toListPage());
await build({ ...bundle, outdir: out });
console.log(`${pages.length} records in ${out}`);
