/**
 * What a dataset changes in the schemas. The kit writes this file for a dataset; here it has the
 * given terms only.
 */
import type { OwnVocabulary } from "./term.ts";

/** Terms of the dataset's own, by vocabulary: data/terms.yaml. */
export const ownTerms: Readonly<Record<string, OwnVocabulary>> = {};
