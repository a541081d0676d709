import type { Coverage } from "./coverage.ts";
import type { Proof } from "./evidence.ts";
import type { Built, kinds } from "./records.ts";
import type { Tombstone } from "./shape.ts";
import type { SeedText } from "./text.ts";

/** The compiled dataset, before it is put into any form. */
export interface Dataset {
  readonly version: string;
  /** The day of its release; null for a version that is not released. */
  readonly released: string | null;
  readonly records: Readonly<Record<(typeof kinds)[number], readonly Built[]>>;
  readonly withdrawn: readonly Tombstone[];
  readonly texts: ReadonlyMap<string, SeedText>;
  readonly proofs: ReadonlyMap<string, Proof>;
  readonly coverage: readonly Coverage[];
}
