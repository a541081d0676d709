/**
 * Runs after `npm ci` and before `npm pack`: builds the package when there is no build yet, so that
 * tests, the type checker and editors work in a fresh clone. A failure is reported and does not
 * stop the installation.
 */
import { existsSync } from "node:fs";
import { buildDataset } from "./build-dataset.ts";
import { machineRoot, places } from "./folders.ts";

if (!existsSync(`${machineRoot}/dist/index.js`) && !buildDataset(places, false))
  console.error("There is no build yet. Fix the problems above, then run: npm run build");
