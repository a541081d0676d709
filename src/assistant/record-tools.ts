/** Tools about one record: all of it, its quotations, its citation. */
import { collectionOf } from "../collections/all-collections.ts";
import type { DatasetRecord } from "../generated/types.ts";
import { fail } from "../criteria/input-error.ts";
import { cite, type Citation } from "../outputs/cite-record.ts";
import { citeSubset } from "../outputs/cite-subset.ts";
import { quotations } from "../outputs/quotations.ts";
import { related } from "../questions/related.ts";
import { exampleIds } from "../outputs/example-ids.ts";
import {
  countText,
  datasetLine,
  toAnswer,
  type Arguments,
  type ArgumentSchema,
  type AssistantTool,
} from "./assistant-tool.ts";
import {
  kindArgument,
  readKindArgument,
  readRecordArgument,
  readWhere,
  whereArgument,
} from "./read-arguments.ts";
import { detailLines, tellRecord, toldLines } from "./told-record.ts";

const idArgument: ArgumentSchema = {
  type: "string",
  description: "The id of a record of any kind, such as search gives it.",
};

/** Links of a record, one line each: how it is linked, the label of the other, its id. */
function linkLines(record: DatasetRecord): string[] {
  return related(record).relations.flatMap(({ direction, kind, field, type, records }) => {
    const name = type ?? (direction === "forward" ? field : `${kind}.${field}`);
    return records.map(({ label, id }) => `${name}: ${label} [${id}]`);
  });
}

export const getTool: AssistantTool = {
  name: "get",
  title: "One record in full",
  description:
    "One record with all its quotations, its fields with what each rests on, accounts that " +
    "differ, and the records linked with it.",
  arguments: { id: idArgument },
  required: ["id"],
  example: () => ({ id: exampleIds().statement }),
  run(given) {
    const record = readRecordArgument(given, "id");
    const told = tellRecord(record, Infinity);
    const details = detailLines(record);
    const links = linkLines(record);
    return toAnswer(
      [
        `${datasetLine}: one record.`,
        "",
        ...toldLines(told),
        "",
        "Fields, each with what it rests on in braces:",
        ...details.map((line) => `  ${line}`),
        "",
        links.length === 0 ? "No record is linked with it." : "Linked with it:",
        ...links.map((line) => `  ${line}`),
      ],
      { record: { ...told, details, links } },
    );
  },
};

export const quotationsTool: AssistantTool = {
  name: "quotations",
  title: "Quotations to paste",
  description:
    "The quotations of a record as lines that name the speaker, the outlet and the day, in plain " +
    "text and Markdown. Paste them as they are; do not put other words in quotation marks.",
  arguments: { id: idArgument },
  required: ["id"],
  example: () => ({ id: exampleIds().statement }),
  run(given) {
    const record = readRecordArgument(given, "id");
    const found = quotations(record);
    const { citation } = tellRecord(record, 0);
    if (found.length === 0)
      return toAnswer([`A ${record.kind} has no quotations of its own; ask for a statement.`], {
        quotations: [],
        citation,
      });
    const lines = found.flatMap(({ text, markdown }) => ["", text, `Markdown: ${markdown}`]);
    return toAnswer(
      [
        `${datasetLine}: ${countText(found.length, "quotation", "quotations")} of ${record.id}.`,
        ...lines,
        "",
        `Cite: ${citation}`,
      ],
      { id: record.id, quotations: found, citation },
    );
  },
};

/** What is cited: a record, a subset of a kind, or the dataset. */
async function readCited(given: Arguments): Promise<Citation> {
  const kind = readKindArgument(given);
  if (given.id !== undefined && (kind !== undefined || given.where !== undefined))
    return fail("cite: takes id, or kind with where, or nothing for the dataset; not both");
  if (given.id !== undefined) return cite(readRecordArgument(given, "id"));
  if (kind !== undefined) return citeSubset(collectionOf(kind), readWhere(given, kind));
  return given.where === undefined ? cite() : fail("cite: where needs kind");
}

export const citeTool: AssistantTool = {
  name: "cite",
  title: "Citations",
  description:
    "The citation of a record (id), of the records of a kind that match criteria (kind, where; " +
    "with a hash that readers can verify), or of the dataset (nothing), as APA, BibTeX and RIS.",
  arguments: { id: idArgument, kind: kindArgument, where: whereArgument },
  required: [],
  example: () => ({ kind: "statements", where: { topics: exampleIds().topic } }),
  async run(given) {
    const citation = await readCited(given);
    const { apa, bibtex, ris } = citation;
    return toAnswer([apa, "", bibtex, "", ris], { citation });
  },
};
