/**
 * Adds the explorer to the site: a page for every record, readable without scripts, the first page,
 * one style sheet and one classic script, which bundles the published package. It works from any
 * folder and makes no request to another host.
 */
import { build } from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { collections, type DatasetRecord } from "#dataset";
import { bundle } from "./bundle.ts";
import { toListPage } from "./pages/list-page.ts";
import { toRecordPage } from "./pages/record-page.ts";
import { readWithdrawn, toTombstonePage } from "./pages/tombstone-page.ts";

const defaultFolder = fileURLToPath(new URL("../_site/explorer", import.meta.url));
const folder = process.argv[2] ?? defaultFolder;

/** Writes the page of an id. */
function writePage(id: string, page: string): void {
  mkdirSync(`${folder}/${id}`, { recursive: true });
  writeFileSync(`${folder}/${id}/index.html`, page);
}

mkdirSync(folder, { recursive: true });
const records = Object.values(collections).flatMap((collection: Iterable<DatasetRecord>) => [
  ...collection,
]);
for (const record of records) writePage(record.id, toRecordPage(record));
for (const tombstone of readWithdrawn()) writePage(tombstone.id, toTombstonePage(tombstone));
writeFileSync(`${folder}/index.html`, toListPage());
await build({ ...bundle, outdir: folder });
console.log(`${records.length} records in ${folder}`);
