/**
 * What a dataset changes in the schemas. The kit writes this file for a dataset; this one has the
 * given terms only, and the examples of the schemas are of its records.
 */
import type { OwnVocabulary } from "./term.ts";

/** Terms of the dataset's own, by vocabulary: data/terms.yaml. */
export const ownTerms: Readonly<Record<string, OwnVocabulary>> = {};

/** Whether the examples of the schemas are of this dataset; others leave them out. */
export const showsExamples: boolean = true;
