/** The command of the kit: starts, compiles and builds datasets. */
import { spawnSync } from "node:child_process";
import { didYouMean } from "../src/text/did-you-mean.ts";
import { init } from "./init.ts";
import { installMachine, KitError, readManifest } from "./machine.ts";
import { machineRoot } from "./folders.ts";

/** What runs in the machine of a dataset, by the name of its command. */
const scripts: Readonly<Record<string, string>> = {
  compile: "kit/compile-dataset.ts",
  build: "kit/build-dataset.ts",
  draft: "kit/draft-source.ts",
  site: "site/build-site.ts",
};

const usage = [
  "quoted-records init DIR         starts a dataset",
  "quoted-records draft FILE       starts the records of a text (in a dataset, as all below)",
  "quoted-records compile          checks the data; --watch, --fix, --check",
  "quoted-records build            compiles, and bundles the package into dist/",
  "quoted-records site             writes the explorer into _site/explorer/",
].join("\n");

/** Runs a script of the machine on the dataset in the folder where the command was started. */
function runInMachine(script: string, args: readonly string[]): number {
  const dataset = process.cwd();
  const { machine } = installMachine(dataset);
  const tsx = `${dataset}/node_modules/tsx/dist/cli.mjs`;
  const { status } = spawnSync(process.execPath, [tsx, `${machine}/${script}`, ...args], {
    cwd: dataset,
    stdio: "inherit",
  });
  return status ?? 1;
}

/** The flags and words of `init`. */
function runInit(args: readonly string[]): void {
  const [directory, flag, place] = args;
  if (directory === undefined || (flag !== undefined && flag !== "--kit"))
    throw new KitError("name the folder: init DIR, or init DIR --kit VERSION-OR-TARBALL");
  console.log(init(directory, place ?? `^${readManifest(machineRoot).version}`));
}

function main([command = "--help", ...args]: readonly string[]): void {
  const script = Object.hasOwn(scripts, command) ? scripts[command] : undefined;
  if (command === "--help") console.log(usage);
  else if (command === "init") runInit(args);
  else if (script !== undefined) {
    const withFolder = command === "site" && args.length === 0 ? ["_site/explorer"] : args;
    process.exitCode = runInMachine(script, withFolder);
  } else {
    const suggestion = didYouMean(command, ["init", ...Object.keys(scripts)]);
    throw new KitError(`no command "${command}"${suggestion}\n\n${usage}`);
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof KitError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
