/** What the dataset is called and by whom it is made: CITATION.cff, and the constants that citations are made of. */
import type { Dataset } from "../dataset.ts";
import { banner } from "./types.ts";

const title = "baku-moscow: what Azerbaijan and Russia said to each other in 2022 and 2023, and the agreements they name";
const author = "The baku-moscow maintainers";
const abstract =
  "Five news articles on the diplomacy between Azerbaijan and Russia, read sentence by sentence into typed records of meetings, visits, statements and agreements, in which every field points at the words that support it.";
const keywords = ["Azerbaijan", "Russia", "diplomacy", "event data", "provenance"];
const url = (version: string) => `https://www.npmjs.com/package/baku-moscow/v/${version}`;

export const emitDescription = ({ version, released }: Dataset): string =>
  `${banner}
/** What the dataset is called in a citation. */
export const title = ${JSON.stringify(title)};

/** Who made it. */
export const author = ${JSON.stringify(author)};

/** Where this version is published. */
export const url = ${JSON.stringify(url(version))};

/** The day of its release; null for a version that is not released. */
export const released: string | null = ${JSON.stringify(released)};
`;

export const emitCff = ({ version, released }: Dataset): string =>
  `# Written by \`npm run compile\`; do not edit.
cff-version: 1.2.0
message: If you use this dataset, please cite it with its version.
type: dataset
title: ${JSON.stringify(title)}
abstract: ${JSON.stringify(abstract)}
authors:
  - name: ${author}
version: ${version}
${released === null ? "" : `date-released: ${released}\n`}license: CC0-1.0
url: ${url(version)}
keywords:
${keywords.map((keyword) => `  - ${keyword}\n`).join("")}`;
