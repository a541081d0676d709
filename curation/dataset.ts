/** The compiled dataset, before it is written in any format. */
import type { KindDescription } from "../src/schema/describe.ts";
import { kinds, type Kind } from "../src/schema/field.ts";
import type { Published } from "./draft.ts";
import type { Reliability } from "./trust-figures.ts";
import type { SeedText } from "./locate/seed-text.ts";
import type { Coverage } from "./prove/coverage.ts";
import type { Proof } from "./prove/support.ts";
import type { DatasetNotation } from "./validate/dataset-notation.ts";
import type { Examples } from "./validate/examples-notation.ts";
import type { LoadedWords } from "./validate/loaded-words.ts";
import type { CorrectionRecord, ReviewRecord, Withdrawn } from "./validate/notation.ts";

/** Published records by kind, each in the order of its collection. */
export type RecordsByKind = { readonly [K in Kind]: readonly Published[K][] };

/** The kinds of a dataset: all but those that it says it does not have. */
export function kindsOf({ about: { without = [] } }: Pick<Dataset, "about">): Kind[] {
  return kinds.filter((kind) => !without.includes(kind));
}

export interface Dataset {
  readonly version: string;
  /** The day of its release; null for a version that is not released. */
  readonly released: string | null;
  /** What names and describes it. */
  readonly about: DatasetNotation;
  /** The ten kinds with this dataset's examples. */
  readonly model: readonly KindDescription[];
  readonly examples: Examples;
  readonly loadedWords: readonly LoadedWords[];
  readonly records: RecordsByKind;
  readonly withdrawn: readonly Withdrawn[];
  readonly corrections: readonly CorrectionRecord[];
  readonly reviews: readonly ReviewRecord[];
  readonly texts: ReadonlyMap<string, SeedText>;
  readonly proofs: ReadonlyMap<string, Proof>;
  readonly coverage: readonly Coverage[];
  /** The figures of trust, where they were measured. */
  readonly reliability?: Reliability;
}
