#!/usr/bin/env node
/** The command: a table of commands over the public API. Only this file reads arguments, prints and sets the exit status. */
import { fieldNames, plural } from "../generated/links.ts";
import type { DatasetRecord, Kind } from "../generated/types.ts";
import { didYouMean } from "../nearest.ts";
import { CriteriaError, collections, related, resolve, timeline, version } from "../index.ts";
import { list, toCriterion } from "./list.ts";
import { overview } from "./overview.ts";
import { show } from "./show.ts";
import type { Screen } from "./text.ts";

/** Wrong usage: exit status 2. */
class UsageError extends Error {}
/** Nothing there: exit status 1. */
class NotFound extends Error {}

interface Call {
  /** Words that are no flags. */
  readonly words: readonly string[];
  /** Flags with their values, but `--json` and `--help`. */
  readonly flags: ReadonlyMap<string, string>;
  readonly json: boolean;
  readonly screen: Screen;
}

interface Command {
  readonly usage: string;
  readonly does: string;
  readonly help: string;
  run(call: Call): string;
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);
const kinds = Object.keys(collections) as Kind[];
const noFlags = ({ flags }: Call) => {
  for (const flag of flags.keys()) throw new UsageError(`no flag --${flag} here; --json and --help are the only ones`);
};

const commands: Readonly<Record<string, Command>> = {
  overview: {
    usage: "baku-moscow",
    does: "the numbers, and visits, meetings and agreements in order of date",
    help: 'Dates stand as they are known: "9 or 10 November 2020", "no date". In brackets: how a date is known, where the words themselves do not give it.',
    run(call) {
      noFlags(call);
      if (call.words.length > 0) throw new UsageError("overview takes no words");
      if (!call.json) return overview(call.screen);
      return json({
        version,
        counts: Object.fromEntries(kinds.map((kind) => [plural[kind], collections[kind].size])),
        timeline: timeline(),
      });
    },
  },
  show: {
    usage: "baku-moscow show ID",
    does: "a record, what it is linked with, and the words that support each field",
    help: "Passages stand in their context with source, address and place in the text.\nexplicit: the words show the field. inferred: they need a reason, which is given. coded: a judgement by the codebook. outside: another page says so.",
    run(call) {
      noFlags(call);
      const [id, ...more] = call.words;
      if (id === undefined || more.length > 0) throw new UsageError("show takes one id");
      const record = resolve(id);
      if (!record)
        throw new NotFound(
          `no record "${id}"${didYouMean(
            id,
            kinds.flatMap((kind) => [...collections[kind]].map((other) => other.id)),
          )}`,
        );
      return call.json
        ? json({ record, related: related(record).map((r) => ({ ...r, records: r.records.map((other) => other.id) })) })
        : show(record, call.screen);
    },
  },
  list: {
    usage: "baku-moscow list KIND [--FIELD VALUE …]",
    does: "the records of a kind that match all criteria",
    help: `Each field of the kind is a flag. VALUE: a; a,b (any); a+b (all); not:a,b (stated, and none of them); none (not stated); some (stated).
A topic matches the topics below it, a country the places in it.
A date is EDTF: 2022-06, 2022-06-24, 2022-06/2022-12, 2022-06/..; certain:2022-06 matches only what must lie within.
--limit N, --offset N, --order oldest|newest.

${kinds
  .map(
    (kind) =>
      `${plural[kind].padEnd(14)} ${Object.keys(fieldNames[kind]!)
        .map((name) => `--${name}`)
        .join(" ")}`,
  )
  .join("\n")}`,
    run({ words, flags, json: asJson, screen }) {
      const [name, ...more] = words;
      const kind = kinds.find((k) => k === name || plural[k] === name);
      if (name === undefined || more.length > 0) throw new UsageError(`list takes one kind: ${Object.values(plural).join(", ")}`);
      if (!kind)
        throw new UsageError(
          `no kind "${name}"${didYouMean(name, Object.values(plural)) || `; the kinds are ${Object.values(plural).join(", ")}`}`,
        );
      const number = (flag: string) => {
        const value = flags.get(flag);
        if (value !== undefined && !/^\d+$/.test(value)) throw new UsageError(`--${flag} takes a whole number, not "${value}"`);
        return value === undefined ? {} : { [flag]: Number(value) };
      };
      const order = flags.get("order");
      const options = { ...number("limit"), ...number("offset"), ...(order !== undefined && { order: order as "oldest" }) };
      const criteria = Object.fromEntries(
        [...flags].flatMap(([flag, value]) =>
          ["limit", "offset", "order"].includes(flag) ? [] : [[flag, toCriterion(value, fieldNames[kind]![flag] === "date")]],
        ),
      );
      const records: readonly DatasetRecord[] = collections[kind].where(criteria, options);
      return asJson ? json(records) : list(records, screen);
    },
  },
};

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
    "  --json     the same as JSON",
    "  --help     help, also after a command",
    "  --version  the version of the dataset",
    "",
    "Exit status: 0, 1 not found, 2 wrong usage. NO_COLOR switches colour off.",
  ].join("\n");
}

function run(args: readonly string[], screen: Screen): string {
  const words: string[] = [];
  const flags = new Map<string, string>();
  let wantsJson = false;
  let wantsHelp = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === "--json") wantsJson = true;
    else if (arg === "--help" || arg === "-h") wantsHelp = true;
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
  return command.run({ words: rest, flags, json: wantsJson, screen });
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0); // the reader, `head` say, has seen enough
  throw error;
});
try {
  const terminal = process.stdout.isTTY;
  const screen: Screen = { width: terminal ? process.stdout.columns : undefined, colour: terminal && !process.env.NO_COLOR };
  process.stdout.write(`${run(process.argv.slice(2), screen)}\n`);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof NotFound || error instanceof CriteriaError)) throw error;
  process.stderr.write(`baku-moscow: ${error.message}\n`);
  process.exitCode = error instanceof NotFound ? 1 : 2;
}
