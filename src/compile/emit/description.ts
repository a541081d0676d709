/**
 * What the dataset is called, by whom it is made and where it stands: one description, from which CITATION.cff,
 * .zenodo.json, the JSON-LD of the site, datapackage.json and the constants that citations are made of are derived.
 * When a release has a DOI, it goes into `about` (as `doi`), and from there into each form.
 */
import type { Dataset } from "../dataset.ts";
import { banner } from "./types.ts";

/** The description that every form is derived from. */
export const about = ({ version, released }: Dataset) => ({
  title: "baku-moscow: what Azerbaijan and Russia said to each other in 2022 and 2023, and the agreements they name",
  author: "The baku-moscow maintainers",
  abstract:
    "Five news articles on the diplomacy between Azerbaijan and Russia, read sentence by sentence into typed records of meetings, visits, statements and agreements, in which every field points at the words that support it.",
  keywords: ["Azerbaijan", "Russia", "diplomacy", "event data", "provenance"],
  license: "CC0-1.0",
  url: `https://www.npmjs.com/package/baku-moscow/v/${version}`,
  version,
  released,
});

export function emitDescription(dataset: Dataset): string {
  const { title, author, url, released } = about(dataset);
  return `${banner}
/** What the dataset is called in a citation. */
export const title = ${JSON.stringify(title)};

/** Who made it. */
export const author = ${JSON.stringify(author)};

/** Where this version is published. */
export const url = ${JSON.stringify(url)};

/** The day of its release; null for a version that is not released. */
export const released: string | null = ${JSON.stringify(released)};
`;
}

export function emitCff(dataset: Dataset): string {
  const { title, author, abstract, keywords, license, url, version, released } = about(dataset);
  return `# Written by \`npm run compile\`; do not edit.
cff-version: 1.2.0
message: If you use this dataset, please cite it with its version.
type: dataset
title: ${JSON.stringify(title)}
abstract: ${JSON.stringify(abstract)}
authors:
  - name: ${author}
version: ${version}
${released === null ? "" : `date-released: ${released}\n`}license: ${license}
url: ${url}
keywords:
${keywords.map((keyword) => `  - ${keyword}\n`).join("")}`;
}

/** What Zenodo reads when a release is deposited there. */
export function emitZenodo(dataset: Dataset): string {
  const { title, author, abstract, keywords, license, version, released } = about(dataset);
  const deposit = {
    title,
    upload_type: "dataset",
    description: abstract,
    creators: [{ name: author }],
    access_right: "open",
    license: license.toLowerCase(),
    keywords,
    version,
    ...(released !== null && { publication_date: released }),
    language: "eng",
  };
  return `${JSON.stringify(deposit, null, 2)}\n`;
}

/** schema.org's description of a dataset, for the head of the site's pages. */
export function emitJsonLd(dataset: Dataset): string {
  const { title, author, abstract, keywords, url, version, released } = about(dataset);
  const seeds = dataset.records.source.filter((source) => source.role === "seed");
  const description = {
    "@context": "https://schema.org/",
    "@type": "Dataset",
    name: title,
    description: abstract,
    url,
    version,
    ...(released !== null && { datePublished: released }),
    creator: { "@type": "Organization", name: author },
    license: "https://creativecommons.org/publicdomain/zero/1.0/",
    isAccessibleForFree: true,
    inLanguage: "en",
    keywords,
    temporalCoverage: "2022/2023",
    spatialCoverage: ["Azerbaijan", "Russia"],
    isBasedOn: seeds.map((source) => source.url),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}
