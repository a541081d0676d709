/**
 * What the dataset is called, who makes it and where it is published: from data/dataset.yaml, from
 * which CITATION.cff, .zenodo.json, the JSON-LD of the site, datapackage.json and the constants of
 * citations are derived. When a release has a DOI, it is added here (as `doi`) and to each form.
 */
import type { Dataset } from "../dataset.ts";

/** The description that every form is derived from. */
export interface DatasetDescription {
  readonly name: string;
  readonly title: string;
  /** One sentence, for the command. */
  readonly summary: string;
  readonly author: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
  readonly license: string;
  readonly url: string;
  readonly version: string;
  readonly released: string | null;
}

export function datasetDescription({ about, version, released }: Dataset): DatasetDescription {
  const { name, subject, author, abstract, keywords } = about;
  return {
    name,
    title: `${name}: ${subject}`,
    summary: `${subject[0]!.toUpperCase()}${subject.slice(1)}.`,
    author,
    abstract,
    keywords,
    license: "CC0-1.0",
    url: `https://www.npmjs.com/package/${name}/v/${version}`,
    version,
    released,
  };
}

/** CITATION.cff. Texts are written as JSON strings, which YAML reads. */
export function emitCff(dataset: Dataset): string {
  const { title, author, abstract, keywords, license, url, version, released } =
    datasetDescription(dataset);
  const text = (value: string) => JSON.stringify(value);
  return [
    "# Written by `npm run compile`; do not edit.",
    "cff-version: 1.2.0",
    "message: If you use this dataset, please cite it with its version.",
    "type: dataset",
    `title: ${text(title)}`,
    `abstract: ${text(abstract)}`,
    "authors:",
    `  - name: ${text(author)}`,
    `version: ${text(version)}`,
    ...(released === null ? [] : [`date-released: ${text(released)}`]),
    `license: ${license}`,
    `url: ${url}`,
    "keywords:",
    ...keywords.map((keyword) => `  - ${text(keyword)}`),
    "",
  ].join("\n");
}

function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** What Zenodo reads when a release is deposited there. */
export function emitZenodo(dataset: Dataset): string {
  const { title, author, abstract, keywords, license, version, released } =
    datasetDescription(dataset);
  return toJson({
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
  });
}

/** The files of the package that hold the dataset. */
const files: readonly (readonly [path: string, format: string])[] = [
  ["dist/data.json", "application/json"],
  ["dist/csv", "text/csv"],
  ["dist/datapackage.json", "application/json"],
];

/** How the dataset can be had: from the page of the package, which holds it as JSON and tables. */
function distributions(url: string): object[] {
  return files.map(([path, encodingFormat]) => ({
    "@type": "DataDownload",
    name: path,
    description: `${path} in the npm package`,
    encodingFormat,
    url,
  }));
}

/** The dataset in the terms of schema.org, for the head of the pages of the site. */
export function emitJsonLd(dataset: Dataset): string {
  const { name, title, author, abstract, keywords, url, version, released } =
    datasetDescription(dataset);
  const seeds = dataset.records.source.filter(({ role }) => role === "seed");
  return toJson({
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
    temporalCoverage: dataset.about.years.join("/"),
    spatialCoverage: dataset.about.places,
    identifier: `${name}@${version}`,
    distribution: distributions(url),
    isBasedOn: seeds.map((source) => source.url),
  });
}
