#!/usr/bin/env node
/** The command. Only this file reads arguments, prints and sets the exit status. */
import { InputError } from "../criteria/input-error.ts";
import { description, version } from "../generated/release.ts";
import { didYouMean } from "../text/did-you-mean.ts";
import { citeCommand } from "./cite-command.ts";
import { NotFoundError, UsageError, type Command, type Format } from "./command.ts";
import { countCommand } from "./count-command.ts";
import { listCommand } from "./list-command.ts";
import { overviewCommand } from "./overview-command.ts";
import { positionsCommand } from "./positions-command.ts";
import { relatedCommand } from "./related-command.ts";
import { searchCommand } from "./search-command.ts";
import { showCommand } from "./show-command.ts";
import type { Screen } from "./terminal.ts";
import { timelineCommand } from "./timeline-command.ts";

// a Map, because a user may write a name that every object has, such as "constructor"
const commands: ReadonlyMap<string, Command> = new Map([
  ["overview", overviewCommand],
  ["show", showCommand],
  ["related", relatedCommand],
  ["positions", positionsCommand],
  ["list", listCommand],
  ["count", countCommand],
  ["timeline", timelineCommand],
  ["search", searchCommand],
  ["cite", citeCommand],
]);

function findCommand(name: string): Command {
  const command = commands.get(name);
  if (command !== undefined) return command;
  const list = [...commands.keys()].join(", ");
  const suggestion = didYouMean(name, commands.keys());
  throw new UsageError(`no command "${name}"${suggestion || `; the commands are ${list}`}`);
}

function helpOf({ usage, shows, help }: Command): string {
  return `${usage} [--json]\n\nShows ${shows}.\n\n${help}`;
}

function generalHelp(): string {
  const all = [...commands.values()];
  const width = Math.max(...all.map(({ usage }) => usage.length));
  return [
    description.summary,
    "",
    ...all.map(({ usage, shows }) => `  ${usage.padEnd(width)}  ${shows}`),
    "",
    "  --json     the same as JSON; lists also as --ndjson (one record per line) or --csv",
    "  --help     help, also after a command",
    "  --version  the version of the dataset",
    "",
    "Exit status: 0 success, 1 not found, 2 wrong usage. NO_COLOR turns colour off.",
  ].join("\n");
}

/** The arguments of a call, sorted. */
interface Arguments {
  readonly words: string[];
  readonly flags: Map<string, string>;
  format: Format;
  wantsHelp: boolean;
  wantsVersion: boolean;
}

/** Reads `--flag=value` or `--flag value`; returns how many arguments it took. */
function readFlag(args: readonly string[], i: number, flags: Map<string, string>): number {
  const [flag, ...rest] = args[i]!.slice(2).split("=") as [string, ...string[]];
  const hasOwnValue = rest.length > 0;
  const value = hasOwnValue ? rest.join("=") : args[i + 1];
  if (value === undefined || value === "") throw new UsageError(`--${flag} needs a value`);
  if (flags.has(flag))
    throw new UsageError(
      `--${flag} was given twice; join its values with a comma (any) or a plus (all)`,
    );
  flags.set(flag, value);
  return hasOwnValue ? 1 : 2;
}

function setFormat(found: Arguments, arg: string): void {
  if (found.format !== "text")
    throw new UsageError(`--${found.format} and ${arg} together: choose one`);
  found.format = arg.slice(2) as Format;
}

function readArguments(args: readonly string[]): Arguments {
  const found: Arguments = {
    words: [],
    flags: new Map(),
    format: "text",
    wantsHelp: false,
    wantsVersion: false,
  };
  let i = 0;
  while (i < args.length) {
    const arg = args[i]!;
    if (["--json", "--ndjson", "--csv"].includes(arg)) setFormat(found, arg);
    else if (arg === "--help" || arg === "-h") found.wantsHelp = true;
    else if (arg === "--version") found.wantsVersion = true;
    else if (arg.startsWith("--")) {
      i += readFlag(args, i, found.flags);
      continue;
    } else if (arg.startsWith("-") && arg.length > 1)
      throw new UsageError(`no flag ${arg}; flags start with two hyphens`);
    else found.words.push(arg);
    i++;
  }
  return found;
}

function run(args: readonly string[], screen: Screen): string | Promise<string> {
  const { words, flags, format, wantsHelp, wantsVersion } = readArguments(args);
  if (wantsVersion) return version;
  const [name, ...rest] = words;
  if (wantsHelp) return name === undefined ? generalHelp() : helpOf(findCommand(name));
  return findCommand(name ?? "overview").run({ words: rest, flags, format, screen });
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // a reader such as `head` has closed the pipe because it has read enough
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
try {
  const isTerminal = process.stdout.isTTY;
  const screen: Screen = {
    width: isTerminal ? process.stdout.columns : undefined,
    colour: isTerminal && !process.env.NO_COLOR,
  };
  process.stdout.write(`${await run(process.argv.slice(2), screen)}\n`);
} catch (error) {
  const isNotFound = error instanceof NotFoundError;
  if (!isNotFound && !(error instanceof UsageError) && !(error instanceof InputError)) throw error;
  process.stderr.write(`baku-moscow: ${error.message}\n`);
  process.exitCode = isNotFound ? 1 : 2;
}
