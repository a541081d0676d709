/** docs/evidence.md: how much of each text is covered, what each field rests on, which dates are not plain days, where accounts and names differ. */
import type { Dataset } from "../dataset.ts";
import { fieldsOf, kinds, plural, type Built } from "../records.ts";

const cell = (text: string) => text.replace(/\|/g, "\\|").replace(/\n/g, " ");
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |\n`).join("");
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(0)} %`;

type Account = { field: string; value: string; by: string; reason?: string };
type EventDate = { edtf: string; earliest: string | null; latest: string | null; basis: string; asWritten?: string; reason?: string };

/** The lines of docs that `--check` prints. */
export const coverageLines = ({ coverage }: Dataset): string[] =>
  coverage.map(
    (c) =>
      `${c.source}: ${c.coveredSentences} of ${c.sentences} sentences (${percent(c.coveredSentences, c.sentences)}), ${c.coveredWords} of ${c.words} words (${percent(c.coveredWords, c.words)}), ${c.boilerplate} marked as boilerplate`,
  );

export function emitEvidenceReport(dataset: Dataset): string {
  const { records, coverage, proofs } = dataset;
  const all = Object.values(records).flat();
  const label = (id: string) => (all.find((r) => r.id === id)?.label as string | undefined) ?? id;

  let out = `<!-- Written by \`npm run compile\` from the records; do not edit. -->

# Evidence

What the records rest on, computed by the build. A build fails when a sentence is not covered, when a passage is not in its
text, or when a stated field is shown by no passage, inference or page.

## Coverage

A sentence is covered when each of its words stands in a passage that a curator chose, or in a stretch that is marked as
boilerplate with a reason.

`;
  out += table(
    ["source", "sentences covered", "words covered", "boilerplate stretches"],
    coverage.map((c) => [c.source, `${c.coveredSentences} of ${c.sentences}`, `${c.coveredWords} of ${c.words}`, String(c.boilerplate)]),
  );

  out += `
## What each field rests on

Values by the best support that they have. *explicit*: the words show it. *coded*: a judgement that rests on a passage.
*inferred*: from a passage, with a reason. *outside*: only an outside page. *records without*: the field is empty or absent
there: not stated, never "no".

`;
  const order = ["explicit", "coded", "inferred", "outside"] as const;
  const rows: string[][] = [];
  for (const kind of kinds)
    for (const [name, meta] of Object.entries(fieldsOf(kind))) {
      if (meta.ground === "none" || kind === "source" || kind === "topic") continue;
      const tally = { explicit: 0, coded: 0, inferred: 0, outside: 0 };
      let without = 0;
      for (const record of records[kind]) {
        const supports = proofs.get(record.id)!.supports;
        const pointers = [...supports.keys()].filter((p) => p.split("/")[1] === name);
        if (pointers.length === 0) without++;
        for (const pointer of pointers) tally[order.find((way) => supports.get(pointer)!.ways.has(way))!]++;
      }
      rows.push([plural[kind], `\`${name}\``, meta.ground, ...order.map((way) => String(tally[way])), String(without)]);
    }
  out += table(["kind", "field", "ground", ...order, "records without"], rows);

  out += `
## Dates that are not plain, stated days

\`possible\` criteria match a range that overlaps earliest to latest, \`certain\` ones a range that holds both.

`;
  const dated = [...records.visit, ...records.meeting, ...records.agreement]
    .filter((r) => r.date)
    .map((r) => [r, r.date as EventDate] as const);
  out += table(
    ["record", "EDTF", "as written", "earliest", "latest", "basis", "why"],
    dated
      .filter(([, d]) => d.basis !== "stated" || d.earliest !== d.latest)
      .map(([r, d]) => [r.id, d.edtf, d.asWritten ?? "", d.earliest ?? "open", d.latest ?? "open", d.basis, d.reason ?? ""]),
  );

  out +=
    "\n## Accounts that differ\n\nAll versions stand side by side; the record's field follows the seed's own account, dates the best evidence.\n\n";
  out += table(
    ["record", "field", "account", "whose", "how it differs"],
    all.flatMap((r) => ((r.accounts ?? []) as Account[]).map((a) => [r.id, a.field, a.value, label(a.by), a.reason ?? ""])),
  );

  out += "\n## One document, several names\n\n";
  const names = (r: Built) => (r.names ?? []) as { text: string; form: string; source?: string }[];
  out += table(
    ["agreement", "name", "who uses it"],
    records.agreement
      .filter((r) => new Set(names(r).map((n) => n.text)).size > 1)
      .flatMap((r) =>
        [...new Set(names(r).map((n) => n.text))].map((text) => [
          r.id,
          text,
          names(r)
            .filter((n) => n.text === text)
            .map((n) => n.source ?? "")
            .join(", "),
        ]),
      ),
  );

  out += "\n## Spellings and names of people and places\n\n";
  out += table(
    ["record", "name", "who uses it"],
    [...records.person, ...records.place, ...records.organization]
      .map((r) => [r, names(r).filter((n) => n.form === "name" || n.form === "abbreviation")] as const)
      .filter(([, own]) => new Set(own.map((n) => n.text)).size > 1)
      .flatMap(([r, own]) =>
        [...new Set(own.map((n) => n.text))].map((text) => [
          r.id,
          text,
          own
            .filter((n) => n.text === text)
            .map((n) => n.source ?? "")
            .join(", "),
        ]),
      ),
  );

  out += "\n## Likely the same, not proven\n\n";
  out += table(
    ["agreement", "may be", "why"],
    records.agreement.flatMap((r) =>
      (r.possiblySameAs as { agreement: string; reason: string }[]).map((s) => [r.id, s.agreement, s.reason]),
    ),
  );
  return out;
}
