/** Every file that is derived from the dataset, by its path. To add a form, add a file to emit/ and a line here. */
import type { Dataset } from "./dataset.ts";
import { emitCodebook } from "./emit/codebook.ts";
import { emitCff, emitDescription, emitJsonLd, emitZenodo } from "./emit/description.ts";
import { emitEvidenceReport } from "./emit/evidence-report.ts";
import { emitJsonSchemas } from "./emit/json-schemas.ts";
import { emitIds, emitLinks, emitModule } from "./emit/modules.ts";
import { emitNotice } from "./emit/notice.ts";
import { emitSpeakersByTopic } from "./emit/speakers-by-topic.ts";
import { emitTimeline } from "./emit/timeline.ts";
import { emitTables } from "./emit/tables.ts";
import { emitCriteria, emitTypes } from "./emit/types.ts";
import { kinds, plural } from "./records.ts";

export function emit(dataset: Dataset): Map<string, string> {
  return new Map([
    ...kinds.map((kind) => [`src/generated/${plural[kind]}.ts`, emitModule(kind, dataset)] as const),
    ["src/generated/types.ts", emitTypes(dataset)],
    ["src/generated/criteria.ts", emitCriteria()],
    ["src/generated/ids.ts", emitIds(dataset)],
    ["src/generated/links.ts", emitLinks()],
    ...[...emitTables(dataset)].map(([path, text]) => [`src/generated/${path}`, text] as const),
    ...emitJsonSchemas(dataset),
    ["docs/codebook.md", emitCodebook(dataset)],
    ["docs/evidence.md", emitEvidenceReport(dataset)],
    ["NOTICE", emitNotice(dataset)],
    ["docs/pictures/timeline.svg", emitTimeline(dataset, { width: 1216, labels: true })],
    ["docs/pictures/speakers-by-topic.svg", emitSpeakersByTopic(dataset)],
    ["CITATION.cff", emitCff(dataset)],
    [".zenodo.json", emitZenodo(dataset)],
    ["src/generated/dataset.jsonld", emitJsonLd(dataset)],
    ["src/generated/description.ts", emitDescription(dataset)],
  ]);
}
