/**
 * `npm run reconstruct -- DIR`: for each article, a text of its records without any of its words:
 * a reader who has only this rebuilds what the article says (readings/reconstruction).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { sources, type Entry } from "baku-moscow";
import { entries } from "./all-entries.ts";
import { describeValue, fieldValues } from "../../src/outputs/record-text.ts";

/** Fields that hold words of the article, or where they are. */
const withheld: ReadonlySet<string> = new Set(["utterance", "marked", "source"]);

function restsOn({ evidence }: Entry, source: string): boolean {
  return evidence.some((passage) => passage.source === source);
}

/** A record as its fields in words. */
function print(record: Entry): string {
  const lines = fieldValues(record)
    .filter(({ name }) => !withheld.has(name))
    .map(({ name, value }) => {
      const { parts, remarks } = describeValue(value);
      const notes = remarks
        .filter(({ about }) => about !== "written")
        .map(({ about, text }) => `${about} ${text}`);
      const end = notes.length === 0 ? "" : ` (${notes.join("; ")})`;
      return `  ${name}: ${parts.map(({ text }) => text).join(" ")}${end}`;
    });
  return [`${record.kind}: ${record.label}`, ...lines].join("\n");
}

/** The records of one article: what happened first, then the statements in their order. */
export function printRecords(source: string): string {
  const told = entries.filter(
    (entry) => restsOn(entry, source) && entry.kind !== "place" && entry.kind !== "person",
  );
  return told.map(print).join("\n\n");
}

const [folder] = process.argv.slice(2);
if (folder !== undefined) {
  mkdirSync(folder, { recursive: true });
  for (const { id } of sources.where({ role: "seed" }))
    writeFileSync(`${folder}/${id}.txt`, printRecords(id));
}
