/**
 * Builds the pages: one for every record, readable without scripts, the first page, styles and
 * scripts, which bundle the published package. Where the guides are, it adds the home page and the
 * search to what TypeDoc has written. It works from any folder and makes no request to another
 * host.
 *
 * With SITE_URL, the address at which the site is published, pages have canonical links and there
 * is a sitemap; with --versioned the site is copied to v/VERSION/ too.
 */
import { build } from "esbuild";
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { collections, version, type DatasetRecord } from "#dataset";
import { cite } from "#dataset/cite";
import { bundle } from "./bundle.ts";
import { toHomePage } from "./pages/home-page.ts";
import { toListPage } from "./pages/list-page.ts";
import { hasGuides } from "./pages/navigation.ts";
import { toNetworkPage } from "./pages/network-page.ts";
import { toRecordPage } from "./pages/record-page.ts";
import { toSearchEntries } from "./pages/search-entries.ts";
import { readWithdrawn, toTombstonePage } from "./pages/tombstone-page.ts";
import { toTryPage } from "./pages/try-page.ts";
import { toIcon } from "./pictures/icon.ts";
import { toLlmsText, toSitemap } from "./site-files.ts";

const here = fileURLToPath(new URL("..", import.meta.url));
const words = process.argv.slice(2);
const folder = words.find((word) => !word.startsWith("--")) ?? `${here}_site/explorer`;
const site = dirname(folder);
const isVersioned = words.includes("--versioned");

/** Writes the page of an id. */
function writePage(id: string, page: string): void {
  mkdirSync(`${folder}/${id}`, { recursive: true });
  writeFileSync(`${folder}/${id}/index.html`, page);
}

/** Writes the pages of all records; returns how many there are. */
function writeRecords(): number {
  const records = Object.values(collections).flatMap((collection: Iterable<DatasetRecord>) => [
    ...collection,
  ]);
  for (const record of records) writePage(record.id, toRecordPage(record));
  for (const tombstone of readWithdrawn()) writePage(tombstone.id, toTombstonePage(tombstone));
  return records.length;
}

/** The data as files to download, with the citation for reference managers. */
function writeDownloads(): void {
  const data = `${site}/data`;
  for (const name of ["csv", "graphs", "data.json", "codebook.json"])
    cpSync(`${here}dist/${name}`, `${data}/${name}`, { recursive: true });
  const { ris, bibtex } = cite();
  writeFileSync(`${data}/citation.ris`, ris);
  writeFileSync(`${data}/citation.bib`, bibtex);
}

/** Home, the page for code, the search, and files for crawlers. */
function writeAroundGuides(): void {
  writeFileSync(`${site}/index.html`, toHomePage());
  writeFileSync(`${site}/try.html`, toTryPage());
  const entries = JSON.stringify(toSearchEntries(site));
  writeFileSync(`${folder}/search-index.js`, `globalThis.siteEntries=${entries};`);
  writeFileSync(`${site}/llms.txt`, toLlmsText());
  writeDownloads();
  cpSync(`${here}AGENTS.md`, `${site}/AGENTS.md`);
  const { SITE_URL } = process.env;
  if (SITE_URL !== undefined)
    writeFileSync(`${site}/sitemap.xml`, toSitemap(SITE_URL, pagesOfSite()));
}

function pagesOfSite(): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html") && !path.startsWith("v/"))
    .sort();
}

/** A copy under the address of this version. Its pages name the newest ones as canonical. */
function copyToVersion(): void {
  const copy = `${site}/v/${version}`;
  rmSync(copy, { recursive: true, force: true });
  for (const name of readdirSync(site))
    if (name !== "v") cpSync(`${site}/${name}`, `${copy}/${name}`, { recursive: true });
}

mkdirSync(folder, { recursive: true });
const count = writeRecords();
writeFileSync(`${folder}/index.html`, toListPage());
writeFileSync(`${folder}/network.html`, toNetworkPage());
writeFileSync(`${folder}/icon.svg`, toIcon());
await build({ ...bundle, outdir: folder });
if (hasGuides) writeAroundGuides();
if (isVersioned) copyToVersion();
console.log(`${count} records in ${folder}`);
