/** Where a rehearsal works, and what its steps share. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One thing that must hold. */
export interface Step {
  readonly name: string;
  /** Throws when it does not hold. A text that it returns is printed as a remark. */
  readonly check: () => unknown;
}

/** The folders of a rehearsal. */
export interface Workplace {
  readonly root: string;
  /** A temporary folder. */
  readonly folder: string;
  /** A project that has the package installed. */
  readonly project: string;
  /** The installed package. */
  readonly installed: string;
  /** Other versions of Node.js and TypeScript. */
  readonly tools: string;
}

export function toWorkplace(root: string, folder: string): Workplace {
  const project = join(folder, "project");
  const tools = join(folder, "tools");
  for (const path of [project, tools]) mkdirSync(path);
  writeFileSync(join(tools, "package.json"), '{"private":true}');
  writeFileSync(join(project, "package.json"), '{"private":true,"type":"module"}');
  return { root, folder, project, tools, installed: join(project, "node_modules/baku-moscow") };
}

/** Runs a command and returns what it prints; a failure throws with the end of its output. */
export function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (error) throw error;
  if (status !== 0)
    throw new Error(`${command} ${args.join(" ")}\n${(stdout + stderr).slice(-3000)}`);
  return stdout;
}

/** Throws unless something holds. */
export function assertThat(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

/** Installs packages without their scripts. */
export function install(cwd: string, packages: readonly string[]): void {
  run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages], cwd);
}

/** A folder with one tool of its own version. */
export function installTool({ tools }: Workplace, name: string, packageName: string): string {
  const folder = join(tools, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{"private":true}');
  install(folder, [packageName]);
  return folder;
}

/** The files under a folder, by path. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
