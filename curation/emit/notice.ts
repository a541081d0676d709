/**
 * NOTICE: whose rights are whose, and how much of each source the package quotes, computed from the
 * records.
 */
import { passageLimit } from "../../src/schema/evidence.ts";
import type { Dataset } from "../dataset.ts";

/** How many code points of each text are in a passage or its context. */
export function countQuoted({ records, texts }: Dataset): Map<string, number> {
  const marks = new Map([...texts].map(([id, text]) => [id, new Uint8Array(text.codePoints)]));
  for (const record of Object.values(records).flat()) {
    if (!("evidence" in record)) continue;
    for (const { source, position, quote } of record.evidence) {
      const start = Math.max(0, position.start - [...quote.prefix].length);
      marks.get(source)!.fill(1, start, position.end + [...quote.suffix].length);
    }
  }
  return new Map([...marks].map(([id, points]) => [id, points.reduce((sum, n) => sum + n, 0)]));
}

export function emitNotice(dataset: Dataset): string {
  const quoted = countQuoted(dataset);
  const rows = dataset.records.source.flatMap(({ id, outlet, url, seed }) => {
    if (seed === undefined) return [];
    const share = ((100 * quoted.get(id)!) / seed.codePoints).toFixed(1);
    return [`  ${id}: ${share} % of ${seed.codePoints} code points\n    ${outlet}, ${url}\n`];
  });
  return `${dataset.about.name}

The code is under the MIT License (LICENSE). The curated records, that is, the selection, coding,
paraphrases, links and notes, are dedicated to the public domain under CC0-1.0 (LICENSE-DATA), with
a request to cite the dataset and its version.

The dedication does not cover the quoted passages. The articles from which the records were made
remain the property of their publishers. The package does not hold the articles themselves. It
quotes passages of at most ${passageLimit} code points, each with its source, address and position,
so that every field can be checked. Together, the passages with their short contexts repeat this
share of each article (computed by the build):

${rows.join("")}
A source can be withdrawn as a whole at its publisher's request. Its records then remain as
tombstones.
`;
}
