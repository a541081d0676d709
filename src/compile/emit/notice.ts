/** NOTICE: whose rights are whose, and how much of each source the package quotes, computed from the records. */
import type { Dataset } from "../dataset.ts";

/** The code points of each text that stand in some passage, prefix or suffix. */
export function quoted({ records, texts }: Dataset): Map<string, number> {
  const seen = new Map([...texts].map(([id, text]) => [id, new Uint8Array(text.codePoints)]));
  for (const record of Object.values(records).flat())
    for (const { source, position, quote } of (record.evidence ?? []) as {
      source: string;
      position: { start: number; end: number };
      quote: { prefix: string; suffix: string };
    }[])
      seen.get(source)!.fill(1, Math.max(0, position.start - [...quote.prefix].length), position.end + [...quote.suffix].length);
  return new Map([...seen].map(([id, marks]) => [id, marks.reduce((n, mark) => n + mark, 0)]));
}

export function emitNotice(dataset: Dataset): string {
  const shares = quoted(dataset);
  const rows = dataset.records.source
    .filter((s) => s.seed)
    .map((s) => {
      const total = dataset.texts.get(s.id)!.codePoints;
      return `  ${s.id}: ${((100 * shares.get(s.id)!) / total).toFixed(1)} % of ${total} code points\n    ${String(s.outlet)}, ${String(s.url)}\n`;
    });
  return `baku-moscow

The code is under the MIT License (LICENSE). The curated records are dedicated to the public domain under
CC0-1.0 (LICENSE-DATA), with a request to cite the dataset and its version.

The articles from which the records were made remain their publishers'. The package holds no running text of
theirs: it quotes passages of at most 320 code points, each with its source, address and position, so that every
field can be checked. Taken together, the passages with their short contexts repeat this share of each article
(computed by the build):

${rows.join("")}
A source can be withdrawn as a whole on its publisher's request: its records then stay as tombstones.
`;
}
