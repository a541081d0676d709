/** What may be typed next, for completion in a shell. */
import { collectionOf } from "../collections/all-collections.ts";
import { places } from "../collections/places.ts";
import type { Field } from "../criteria/fields.ts";
import { fieldsOfKind } from "../generated/fields.ts";
import type { Kind } from "../generated/types.ts";
import type { Command } from "./command.ts";
import { findKind, kindNames, kinds } from "./flags.ts";

function idsOf(kind: string): string[] {
  if (kind === "country") return places.where({ type: "country" }).map(({ id }) => id);
  return [...collectionOf(kind as Kind)].map(({ id }) => id);
}

function allIds(): string[] {
  return kinds.flatMap(idsOf);
}

/** The values that criteria of a field may have, as far as they are known. */
function valuesOf({ terms, of }: Field): readonly string[] {
  return terms ?? of?.flatMap(idsOf) ?? [];
}

/** The kind that the words of a call name: as a word, or after --in. */
function kindOf(words: readonly string[]): Kind | undefined {
  const afterIn = words[words.indexOf("--in") + 1];
  const named = words.includes("--in") ? afterIn : words.find((word) => findKind(word));
  return findKind(named);
}

const everyFlag = ["--json", "--help"];

function flagNames({ takes }: Command, kind: Kind | undefined): string[] {
  const { flags = {}, switches = [], criteria } = takes;
  const fields = criteria === true && kind !== undefined ? Object.entries(fieldsOfKind[kind]) : [];
  const criteriaNames = fields.filter(([, field]) => field.criterion).map(([name]) => name);
  const names = [...Object.keys(flags), ...switches, ...criteriaNames];
  return [...names.map((name) => `--${name}`), ...everyFlag];
}

/** The values of a flag. A list may have begun: then each value comes after what is there. */
function flagValues(
  { takes }: Command,
  flag: string,
  kind: Kind | undefined,
  typed: string,
): string[] {
  const known = takes.flags?.[flag];
  const field = kind === undefined ? undefined : fieldsOfKind[kind][flag];
  const values = known ?? (field === undefined ? [] : valuesOf(field));
  const begun = /^.*[,+]/.exec(typed)?.[0] ?? "";
  return values.map((value) => begun + value);
}

function wordsFor({ takes }: Command): readonly string[] {
  switch (takes.words) {
    case "kinds":
      return kindNames;
    case "ids":
      return allIds();
    case "kinds and ids":
      return [...kindNames, ...allIds()];
    default:
      return [];
  }
}

/**
 * The words that may stand where the last one is typed.
 *
 * @param typed - The words after the name of the program; the last one may be empty.
 */
export function suggestWords(
  commands: ReadonlyMap<string, Command>,
  typed: readonly string[],
): string[] {
  const [name = "", ...words] = typed;
  const last = words.at(-1);
  if (last === undefined) return startingWith([...commands.keys()], name);
  const command = commands.get(name);
  if (command === undefined) return [];
  const before = words.slice(0, -1);
  const kind = kindOf(before);
  if (last.startsWith("-")) return startingWith(flagNames(command, kind), last);
  const flag = before.at(-1);
  const takesValue = flag?.startsWith("--") === true && !isSwitch(command, flag);
  return startingWith(
    takesValue ? flagValues(command, flag.slice(2), kind, last) : wordsFor(command),
    last,
  );
}

function isSwitch({ takes }: Command, flag: string): boolean {
  const own = (takes.switches ?? []).map((name) => `--${name}`);
  return [...own, ...everyFlag, "--csv", "--ndjson"].includes(flag);
}

function startingWith(words: readonly string[], typed: string): string[] {
  return words.filter((word) => word.startsWith(typed));
}
