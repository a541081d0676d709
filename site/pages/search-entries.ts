/** What the search of the site finds: sections of guides, terms, names of the API, records. */
import { existsSync, readFileSync } from "node:fs";
import { collections, type DatasetRecord } from "#dataset";
import { navigation } from "./navigation.ts";

/** One entry, with short names because all of them are loaded at once. */
export interface SearchEntry {
  /** The title. */
  readonly t: string;
  /** What it is: "guide", "term", "person". */
  readonly k: string;
  /** The way from the root of the site. */
  readonly u: string;
  /** More words by which it is found. */
  readonly x?: string;
}

const headingForm = /<h([123])[^>]*? id="([^"]+)"[^>]*>(.*?)<\/h\1>/gs;

function toPlainText(markup: string): string {
  return markup
    .replace(/<(script|style|button|svg)\b.*?<\/\1>/gs, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => characters[name]!)
    .replace(/\s+/g, " ")
    .trim();
}

const characters: Readonly<Record<string, string>> = {
  ...{ lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" },
};

/** So many characters of a section are searched. */
const longestText = 1200;

/** The sections of a page: each heading with the text up to the next. */
function sectionsOf(page: string, path: string, title: string): SearchEntry[] {
  const main = /<main id="main">(.*?)<\/main>/s.exec(page)?.[1] ?? "";
  const headings = [...main.matchAll(headingForm)];
  return headings.map((match, i) => {
    const [whole, level, id, text] = match as unknown as [string, string, string, string];
    const end = headings[i + 1]?.index ?? main.length;
    const own = toPlainText(main.slice(match.index + whole.length, end)).slice(0, longestText);
    const heading = toPlainText(text);
    return level === "1"
      ? { t: title, k: "guide", u: path, x: own }
      : { t: `${title}: ${heading}`, k: "guide", u: `${path}#${id}`, x: own };
  });
}

function guideEntries(site: string): SearchEntry[] {
  const pages = navigation.flatMap((section) => section.pages);
  return pages
    .filter(({ path }) => existsSync(`${site}/${path}`) && !path.startsWith("explorer/"))
    .flatMap(({ path, title }) => sectionsOf(readFileSync(`${site}/${path}`, "utf8"), path, title));
}

const rowForm = /<tr>\s*<td><code>([^<]+)<\/code>(.*?)<\/tr>/gs;

/** Fields and terms: the rows of the tables of the codebook. */
function codebookEntries(site: string): SearchEntry[] {
  const path = "docs/codebook.html";
  if (!existsSync(`${site}/${path}`)) return [];
  const page = readFileSync(`${site}/${path}`, "utf8");
  const headings = [...page.matchAll(headingForm)];
  return headings.flatMap((match, i) => {
    const [, , id, text] = match as unknown as [string, string, string, string];
    const rows = page.slice(match.index, headings[i + 1]?.index ?? page.length);
    return [...rows.matchAll(rowForm)].map(([, name, rest]) => ({
      t: `${name!} (${toPlainText(text)})`,
      k: "term",
      u: `${path}#${id}`,
      x: toPlainText(rest!).slice(0, longestText),
    }));
  });
}

/** The names that TypeDoc's plugin has written. */
function apiEntries(site: string): SearchEntry[] {
  const file = `${site}/api-names.json`;
  if (!existsSync(file)) return [];
  const names = JSON.parse(readFileSync(file, "utf8")) as {
    readonly title: string;
    readonly kind: string;
    readonly url: string;
    readonly text?: string;
  }[];
  return names.map(({ title, kind, url, text }) => ({
    t: title,
    k: kind.toLowerCase(),
    u: url,
    ...(text !== undefined && { x: text.slice(0, longestText) }),
  }));
}

/** The other names of a record. */
function namesOf(record: DatasetRecord): string {
  const {
    names = [],
    spellings = [],
    definition,
  } = record as {
    names?: readonly { text: string }[];
    spellings?: readonly { text: string }[];
    definition?: string;
  };
  const texts = [...names, ...spellings].map(({ text }) => text);
  return [...new Set([...texts, ...(definition === undefined ? [] : [definition])])].join("; ");
}

function recordEntries(): SearchEntry[] {
  const all = Object.values(collections).flatMap((records: Iterable<DatasetRecord>) => [
    ...records,
  ]);
  return all.map((record) => ({
    t: record.label,
    k: record.kind,
    u: `explorer/${record.id}/index.html`,
    x: namesOf(record),
  }));
}

/** All entries of a site whose guides are built. */
export function toSearchEntries(site: string): SearchEntry[] {
  return [...recordEntries(), ...codebookEntries(site), ...guideEntries(site), ...apiEntries(site)];
}
