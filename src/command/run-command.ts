/** From the arguments of a call to the text that it prints. */
import { describeValue } from "../criteria/input-error.ts";
import { description, version } from "../generated/release.ts";
import { didYouMean } from "../text/did-you-mean.ts";
import { citeCommand } from "./cite-command.ts";
import { UsageError, type Command, type Format } from "./command.ts";
import { toCompletionCommand } from "./completion-command.ts";
import { countCommand } from "./count-command.ts";
import { exportCommand } from "./export-command.ts";
import { listCommand } from "./list-command.ts";
import { mcpCommand } from "./mcp-command.ts";
import { overviewCommand } from "./overview-command.ts";
import { positionsCommand } from "./positions-command.ts";
import { relatedCommand } from "./related-command.ts";
import { searchCommand } from "./search-command.ts";
import { showCommand } from "./show-command.ts";
import { sqlCommand } from "./sql-command.ts";
import { wrap, type Screen } from "./terminal.ts";
import { timelineCommand } from "./timeline-command.ts";

// a Map, because a user may write a name that every object has, such as "constructor"
const commands = new Map<string, Command>([
  ["overview", overviewCommand],
  ["show", showCommand],
  ["related", relatedCommand],
  ["positions", positionsCommand],
  ["list", listCommand],
  ["count", countCommand],
  ["timeline", timelineCommand],
  ["search", searchCommand],
  ["cite", citeCommand],
  ["sql", sqlCommand],
  ["export", exportCommand],
  ["mcp", mcpCommand],
]);
commands.set("completion", toCompletionCommand(commands));

function findCommand(name: string): Command {
  const command = commands.get(name);
  if (command !== undefined) return command;
  if (name === "init")
    throw new UsageError(
      "a dataset of your own is started with another package: npx quoted-records init DIR",
    );
  const list = [...commands.keys()].join(", ");
  const suggestion = didYouMean(name, commands.keys());
  throw new UsageError(
    `no command ${describeValue(name)}${suggestion || `; the commands are ${list}`}`,
  );
}

function helpOf({ usage, does, help, example }: Command): string {
  const lines = [usage, "", does, "", help, "", "Example:", `  ${description.name} ${example()}`];
  return lines.join("\n").trimEnd();
}

function generalHelp(): string {
  const all = [...commands.values()];
  return [
    description.summary,
    "",
    ...all.flatMap(({ usage, does }) => [`  ${usage}`, `      ${does}`]),
    "",
    "  --json     the same as JSON; lists also as --ndjson (one record per line) or --csv",
    "  --help     help, also after a command",
    "  --version  the version of the dataset",
    "  --         what follows are words, also when they begin with a hyphen",
    "",
    "Example:",
    `  ${description.name} ${searchCommand.example()}`,
    "",
    "Exit status: 0 success, also when a list is empty; 1 no record with this id, or not as cited;",
    "2 wrong usage; 3 no output. NO_COLOR turns colour off.",
  ].join("\n");
}

/** Help for a screen: no line is longer than it. */
function fitHelp(help: string, { width }: Screen): string {
  return help
    .split("\n")
    .map((line) => {
      const indent = line.length - line.trimStart().length;
      return " ".repeat(indent) + wrap(line.trimStart(), width, indent);
    })
    .join("\n");
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
  if (value === undefined || value === "")
    throw new UsageError(`${describeValue(`--${flag}`)} needs a value`);
  if (flags.has(flag))
    throw new UsageError(
      `${describeValue(`--${flag}`)} was given twice; give it once, with several values of a ` +
        "field joined by a comma (any) or a plus (all)",
    );
  flags.set(flag, value);
  return hasOwnValue ? 1 : 2;
}

const formats: ReadonlySet<string> = new Set(["--json", "--ndjson", "--csv"]);
/** Flags without a value. */
const switches: ReadonlySet<string> = new Set([...formats, "--help", "--version"]);
/** Flags of single commands that take no value. */
const ownSwitches: ReadonlySet<string> = new Set(["--inline", "--bundled"]);

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
    const [name] = arg.split("=") as [string];
    if (arg === "--") {
      found.words.push(...args.slice(i + 1));
      break;
    }
    if ((switches.has(name) || ownSwitches.has(name)) && name !== arg)
      throw new UsageError(`${name} takes no value`);
    if (formats.has(arg)) setFormat(found, arg);
    else if (arg === "--help" || arg === "-h") found.wantsHelp = true;
    else if (arg === "--version" || arg === "-v") found.wantsVersion = true;
    else if (ownSwitches.has(arg)) found.flags.set(arg.slice(2), "yes");
    else if (arg.startsWith("--")) {
      i += readFlag(args, i, found.flags);
      continue;
    } else if (arg.startsWith("-") && arg.length > 1)
      throw new UsageError(`no flag ${describeValue(arg)}; flags start with two hyphens`);
    else found.words.push(arg);
    i++;
  }
  return found;
}

function helpFor(name: string | undefined): string {
  return name === undefined ? generalHelp() : helpOf(findCommand(name));
}

/**
 * The text that a call prints. It throws a UsageError or InputError for wrong usage, and a
 * NotFoundError when nothing is found.
 */
export function runCommand(
  args: readonly string[],
  screen: Screen,
  progress: (line: string) => void = () => undefined,
): string | Promise<string> {
  const { words, flags, format, wantsHelp, wantsVersion } = readArguments(args);
  if (wantsVersion) return version;
  const [name, ...rest] = words;
  if (name === "help") return fitHelp(helpFor(rest[0]), screen);
  if (wantsHelp) return fitHelp(helpFor(name), screen);
  return findCommand(name ?? "overview").run({ words: rest, flags, format, screen, progress });
}
