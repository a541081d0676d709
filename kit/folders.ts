/** Where the machine is and where the dataset is, and whether a module was started as a command. */
import { realpathSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder with src/, curation/, site/ and kit/, without a slash at the end. */
export const machineRoot = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** The folder of a dataset in which the kit puts the machine. */
export const machineFolder = ".build";

/** The folder with data/ and seeds/: that of the machine, unless the machine is in its .build/. */
export const datasetRoot =
  basename(machineRoot) === machineFolder ? dirname(machineRoot) : machineRoot;

/** A dataset and the machine that makes it. */
export interface Places {
  readonly dataset: string;
  readonly machine: string;
}

export const places: Places = { dataset: datasetRoot, machine: machineRoot };

/** Whether the module with this address was started as a command, and not imported. */
export function isMain(moduleUrl: string): boolean {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === fileURLToPath(moduleUrl);
}
