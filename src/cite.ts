/** Citations of the dataset, of a record, and of a subset that the reader can verify. */
export {
  toAnnotations,
  type Annotation,
  type AnnotationBody,
  type AnnotationSelector,
} from "./outputs/annotations.ts";
export type { CslDate, CslItem, CslName } from "./outputs/citation-formats.ts";
export { cite, type Citation, type CitedDataset, type CiteOptions } from "./outputs/cite-record.ts";
export {
  citeSubset,
  type CitableCriteria,
  type Subset,
  type SubsetCitation,
} from "./outputs/cite-subset.ts";
export { verifyCitation, type Verification } from "./outputs/verify-citation.ts";
export { claimPassages } from "./outputs/claim-words.ts";
export { passageUrl } from "./outputs/passage-url.ts";
export type { QuotationData, QuotationLines, QuotedSpeaker } from "./outputs/quotation-lines.ts";
export { quotations, type Quotation } from "./outputs/quotations.ts";
