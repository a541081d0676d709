/** Citations of the dataset, of a record, and of a subset that the reader can verify. */
export type { CslDate, CslItem, CslName } from "./outputs/citation-formats.ts";
export { cite, type Citation } from "./outputs/cite-record.ts";
export {
  citeSubset,
  verifyCitation,
  type CitableCriteria,
  type Subset,
  type SubsetCitation,
  type Verification,
} from "./outputs/cite-subset.ts";
export { claimPassages } from "./outputs/claim-words.ts";
export { passageUrl } from "./outputs/passage-url.ts";
export type { QuotationData, QuotationLines, QuotedSpeaker } from "./outputs/quotation-lines.ts";
export { quotations, type Quotation } from "./outputs/quotations.ts";
