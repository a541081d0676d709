/** Before tests of the source: compiles the data when a fresh clone has no src/generated yet. */
import { existsSync } from "node:fs";
import { compileDataset } from "../../kit/compile-dataset.ts";
import { machineRoot, places } from "../../kit/folders.ts";

export function setup(): void {
  if (existsSync(`${machineRoot}/src/generated/release.ts`)) return;
  if (!compileDataset(places, true))
    throw new Error("The data do not compile. Fix the problems above, or run: npm run compile");
}
