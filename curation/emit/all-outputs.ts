/**
 * Every file that is derived from the dataset, by its path. To add a format, add a file to this
 * folder and a line below.
 */
import { model } from "../../src/schema/describe.ts";
import type { Dataset } from "../dataset.ts";
import { emitCodebook } from "./codebook.ts";
import { emitCorrectionsPage } from "./corrections-page.ts";
import { emitCriteria } from "./criteria-types.ts";
import { emitDataPackage } from "./data-package.ts";
import { emitCff, emitJsonLd, emitZenodo } from "./description.ts";
import { emitDdi } from "./ddi.ts";
import { emitEvidenceReport } from "./evidence-report.ts";
import { emitJsonSchemas } from "./json-schemas.ts";
import { emitFields, emitHistory, emitRecords, emitRelease, emitVocabulary } from "./modules.ts";
import { emitNotice } from "./notice.ts";
import { emitTypes } from "./record-types.ts";
import { emitReliabilityPage } from "./reliability-page.ts";
import { emitRefiQda } from "./refi-qda.ts";
import { emitShapes } from "./shapes.ts";
import { emitSkosJsonLd, emitSkosTurtle } from "./skos.ts";
import { emitColumns } from "./tables.ts";

/** The folder of files that git ignores. */
export const generatedFolder = "src/generated";

/** A page that exists only where there is something to tell. */
function pageOf(path: string, text: string | undefined): [path: string, text: string][] {
  return text === undefined ? [] : [[path, text]];
}

export function emitOutputs(dataset: Dataset): Map<string, string> {
  const generated: [name: string, text: string][] = [
    ...model.map(({ kind, plural }): [string, string] => [
      `${plural}.ts`,
      emitRecords(kind, plural, dataset),
    ]),
    ["types.ts", emitTypes(dataset)],
    ["criteria.ts", emitCriteria()],
    ["fields.ts", emitFields()],
    ["columns.ts", emitColumns()],
    ["shapes.ts", emitShapes()],
    ["vocabulary.ts", emitVocabulary(dataset)],
    ["release.ts", emitRelease(dataset)],
    ["history.ts", emitHistory(dataset)],
    ["codebook.json", `${JSON.stringify(dataset.model)}\n`],
    ["dataset.jsonld", emitJsonLd(dataset)],
    ["codebook/skos.ttl", emitSkosTurtle(dataset)],
    ["codebook/skos.jsonld", emitSkosJsonLd(dataset)],
    ["codebook/ddi-codebook.xml", emitDdi(dataset)],
    ["codebook/refi-qda.qdc", emitRefiQda(dataset)],
    ...emitDataPackage(dataset),
  ];
  return new Map([
    ...generated.map(([name, text]) => [`${generatedFolder}/${name}`, text] as const),
    ...emitJsonSchemas(dataset),
    ["docs/codebook.md", emitCodebook(dataset)],
    ["docs/evidence.md", emitEvidenceReport(dataset)],
    ...pageOf("docs/corrections.md", emitCorrectionsPage(dataset)),
    ...pageOf("docs/reliability.md", emitReliabilityPage(dataset)),
    ["NOTICE", emitNotice(dataset)],
    ["CITATION.cff", emitCff(dataset)],
    [".zenodo.json", emitZenodo(dataset)],
  ]);
}
