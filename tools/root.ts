/** Where the project is, and whether a module was started as a command. */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the project, without a slash at the end. */
export const projectRoot = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** Whether the module with this address was started as a command, and not imported. */
export function isMain(moduleUrl: string): boolean {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === fileURLToPath(moduleUrl);
}
