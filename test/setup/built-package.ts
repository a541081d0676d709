/**
 * Before tests of the package: builds it when there is no build, or when a source file is newer
 * than the build.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildProject } from "../../tools/build-project.ts";
import { projectRoot } from "../../tools/root.ts";

/** When a file, or the newest file under a folder, was changed. */
function newestChange(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  const times = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}

function isBuilt(): boolean {
  const file = `${projectRoot}/dist/index.js`;
  if (!existsSync(file)) return false;
  const built = statSync(file).mtimeMs;
  const inputs = ["src", "curation", "data", "tools", "package.json", "tsup.config.ts"];
  return inputs.every((name) => newestChange(`${projectRoot}/${name}`) <= built);
}

export function setup(): void {
  if (!isBuilt() && !buildProject(projectRoot, true))
    throw new Error(
      "The package could not be built. Fix the problems above, or run: npm run build",
    );
}
