/** Before tests of the source: compiles the data when a fresh clone has no src/generated yet. */
import { existsSync } from "node:fs";
import { compileProject } from "../../tools/compile-project.ts";
import { projectRoot } from "../../tools/root.ts";

export function setup(): void {
  if (existsSync(`${projectRoot}/src/generated/release.ts`)) return;
  if (!compileProject(projectRoot, true))
    throw new Error("The data do not compile. Fix the problems above, or run: npm run compile");
}
