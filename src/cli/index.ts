#!/usr/bin/env node
/** The command. Only this file reads arguments, prints and sets the exit status. */
import { CriteriaError, version } from "../index.ts";
import { didYouMean } from "../nearest.ts";
import { commands, NotFound, UsageError, type Format } from "./commands.ts";
import type { Screen } from "./text.ts";

function help(name: string | undefined): string {
  if (name !== undefined) {
    const command = commands[name];
    if (!command) throw new UsageError(`no command "${name}"${didYouMean(name, Object.keys(commands))}`);
    return `${command.usage} [--json]\n\nShows ${command.does}.\n\n${command.help}`;
  }
  const width = Math.max(...Object.values(commands).map((c) => c.usage.length));
  return [
    "What Azerbaijan and Russia said to each other in 2022 and 2023, and the agreements they name,",
    "with the words that support it.",
    "",
    ...Object.values(commands).map(({ usage, does }) => `  ${usage.padEnd(width)}  ${does}`),
    "",
    "  --json     the same as JSON; lists also as --ndjson (a record a line) or --csv",
    "  --help     help, also after a command",
    "  --version  the version of the dataset",
    "",
    "Exit status: 0, 1 not found, 2 wrong usage. NO_COLOR switches colour off.",
  ].join("\n");
}

function run(args: readonly string[], screen: Screen): string | Promise<string> {
  const words: string[] = [];
  const flags = new Map<string, string>();
  let format: Format = "text";
  let wantsHelp = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === "--json" || arg === "--ndjson" || arg === "--csv") {
      if (format !== "text") throw new UsageError(`--${format} and ${arg} together: choose one`);
      format = arg.slice(2) as Format;
    } else if (arg === "--help" || arg === "-h") wantsHelp = true;
    else if (arg === "--version") return version;
    else if (arg.startsWith("--")) {
      const [flag, ...rest] = arg.slice(2).split("=") as [string, ...string[]];
      const value = rest.length > 0 ? rest.join("=") : args[++i];
      if (value === undefined || value === "") throw new UsageError(`--${flag} needs a value`);
      if (flags.has(flag)) throw new UsageError(`--${flag} stands twice; join its values with a comma (any) or a plus (all)`);
      flags.set(flag, value);
    } else if (arg.startsWith("-") && arg.length > 1) throw new UsageError(`no flag ${arg}; flags start with two hyphens`);
    else words.push(arg);
  }
  const [name, ...rest] = words;
  if (wantsHelp) return help(name);
  const command = commands[name ?? "overview"];
  if (!command) throw new UsageError(`no command "${name!}"${didYouMean(name!, Object.keys(commands))}`);
  return command.run({ words: rest, flags, format, screen });
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0); // the reader, `head` say, has seen enough
  throw error;
});
try {
  const terminal = process.stdout.isTTY;
  const screen: Screen = { width: terminal ? process.stdout.columns : undefined, colour: terminal && !process.env.NO_COLOR };
  process.stdout.write(`${await run(process.argv.slice(2), screen)}\n`);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof NotFound || error instanceof CriteriaError)) throw error;
  process.stderr.write(`baku-moscow: ${error.message}\n`);
  process.exitCode = error instanceof NotFound ? 1 : 2;
}
