/**
 * Before tests of the package: builds it when there is no build, or when a source file is newer
 * than the build.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildDataset } from "../../kit/build-dataset.ts";
import { machineRoot, places } from "../../kit/folders.ts";

/** When a file, or the newest file under a folder, was changed. */
function newestChange(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  const times = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}

function isBuilt(): boolean {
  const file = `${machineRoot}/dist/index.js`;
  if (!existsSync(file)) return false;
  const built = statSync(file).mtimeMs;
  const inputs = ["src", "curation", "data", "kit", "package.json", "tsup.config.ts"];
  return inputs.every((name) => newestChange(`${machineRoot}/${name}`) <= built);
}

export function setup(): void {
  if (!isBuilt() && !buildDataset(places, true))
    throw new Error(
      "The package could not be built. Fix the problems above, or run: npm run build",
    );
}
