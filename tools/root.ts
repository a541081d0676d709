/** Where the project is, and whether a module was started as a command. */
export { isMain, machineRoot as projectRoot } from "../kit/folders.ts";
