/**
 * Runs after `npm ci` and before `npm pack`: builds the package when there is no build yet, so that
 * tests, the type checker and editors work in a fresh clone. A failure is reported and does not
 * stop the installation.
 */
import { existsSync } from "node:fs";
import { buildProject } from "./build-project.ts";
import { projectRoot } from "./root.ts";

if (!existsSync(`${projectRoot}/dist/index.js`) && !buildProject(projectRoot, false))
  console.error("There is no build yet. Fix the problems above, then run: npm run build");
