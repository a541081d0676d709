/**
 * Adds the explorer to the site: a page for every record, made here and readable without scripts, the first page, one style sheet
 * and one classic script, which bundles the published package. It works from any folder and asks no other host for anything.
 */
import { build } from "esbuild";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { collections, type DatasetRecord } from "baku-moscow";
import { toListPage } from "./list-page.ts";
import { toRecordPage } from "./record-page.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = process.argv[2] ?? fileURLToPath(new URL("../site/explorer", import.meta.url));

mkdirSync(out, { recursive: true });
let count = 0;
for (const collection of Object.values(collections) as Iterable<DatasetRecord>[])
  for (const record of collection) {
    mkdirSync(`${out}/${record.id}`, { recursive: true });
    writeFileSync(`${out}/${record.id}/index.html`, toRecordPage(record));
    count++;
  }
writeFileSync(`${out}/index.html`, toListPage());
copyFileSync(`${here}/explorer.css`, `${out}/explorer.css`);
await build({
  entryPoints: [`${here}/client.ts`],
  bundle: true,
  minify: true,
  format: "iife",
  outfile: `${out}/explorer.js`,
  logLevel: "warning",
});
console.log(`${count} records in ${out}`);
