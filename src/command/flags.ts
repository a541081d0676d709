/** Reads the words and flags of a call. */
import { describeValue } from "../criteria/input-error.ts";
import type { Field } from "../criteria/fields.ts";
import { fieldsOfKind, pluralOf } from "../generated/fields.ts";
import type { DatasetRecord, Kind } from "../generated/types.ts";
import { describeAbsence } from "../questions/absence.ts";
import { resolve } from "../questions/resolve.ts";
import { didYouMean } from "../text/did-you-mean.ts";
import { NotFoundError, UsageError, type Call } from "./command.ts";

export const kinds = Object.keys(pluralOf) as Kind[];
export const kindNames: readonly string[] = Object.values(pluralOf);

export const criteriaHelp = [
  "VALUE: a; a,b (any of them); a+b (all of them); not:a,b (stated, and none of them);",
  "none (not stated); some (stated). A comma in a value is written \\, and a plus \\+.",
  "A topic matches the topics below it; where a place is asked for, a country matches its places.",
  "A date is EDTF: 2022-06, 2022-06-24, 2022-06/2022-12, 2022-06/..; certain:2022-06 matches only",
  "dates that must lie within. Also 2022-21 (spring), 202X, 2022-XX, [2022-03,2022-05..2022-07].",
].join("\n");

/** Throws when a flag is not among the known ones. */
export function checkFlags({ flags }: Call, known: readonly string[]): void {
  for (const flag of flags.keys()) {
    if (known.includes(flag)) continue;
    const taken = [...known.map((name) => `--${name}`), "--json and --help"].join(", ");
    throw new UsageError(
      `no flag ${describeValue(`--${flag}`)} here${didYouMean(flag, known)}; it takes ${taken}`,
    );
  }
}

/** Throws when the call has words. */
export function checkNoWords({ words }: Call, command: string): void {
  const [word] = words;
  if (word !== undefined) throw new UsageError(`${command} takes no word ${describeValue(word)}`);
}

/** Whether the output is JSON; the other formats are for lists. */
export function wantsJson({ format }: Call): boolean {
  if (format === "ndjson" || format === "csv")
    throw new UsageError(`--${format} is for lists of records; use --json`);
  return format === "json";
}

/**
 * A flag that takes a whole number, as an option of a function; no option when it was not given.
 */
export function readWholeNumber({ flags }: Call, flag: string): Record<string, number> {
  const value = flags.get(flag);
  if (value === undefined) return {};
  if (!/^\d+$/.test(value))
    throw new UsageError(`--${flag} takes a whole number, not ${describeValue(value)}`);
  return { [flag]: Number(value) };
}

/** The kind with this name, singular or plural. */
export function findKind(name: string | undefined): Kind | undefined {
  return kinds.find((kind) => kind === name || pluralOf[kind] === name);
}

/** The kind that the single word of a call names. */
export function readKind(words: readonly string[], command: string): Kind {
  const [name, ...more] = words;
  if (name === undefined || more.length > 0) {
    const besides = more.length > 0 ? `, and not ${describeValue(more[0])} besides` : "";
    throw new UsageError(`${command} takes one kind${besides}: ${kindNames.join(", ")}`);
  }
  const kind = findKind(name);
  if (kind !== undefined) return kind;
  const suggestion = didYouMean(name, kindNames) || `; the kinds are ${kindNames.join(", ")}`;
  throw new UsageError(`no kind ${describeValue(name)}${suggestion}`);
}

/** The record whose id is the single word of a call. */
export function readRecord(words: readonly string[], command: string): DatasetRecord {
  const [id, ...more] = words;
  if (id === undefined || more.length > 0) throw new UsageError(`${command} takes one id`);
  const record = resolve(id);
  if (record !== undefined) return record;
  throw new NotFoundError(describeAbsence(id));
}

function readDateCriterion(text: string): unknown {
  const edtf = text.replace(/^(certain|possible):/, "");
  if (!text.startsWith("certain:")) return edtf;
  const ends = edtf.split("/");
  const [from, to] = ends.length === 2 ? ends : [edtf, edtf];
  return { from, to, match: "certain" };
}

/**
 * The value of a flag as a criterion: `a,b` any of them, `a+b` all of them, `not:a,b` none of them,
 * `none` not stated, `some` stated. A date is EDTF, after `certain:` to match only dates that must
 * lie within.
 */
export function readCriterion(text: string, field: Field | undefined): unknown {
  // "none" is also a term of some vocabularies
  const hasTerm = field?.terms?.includes("none") === true;
  const toValue = (value: string) => (value === "none" && !hasTerm ? null : value);
  if (text === "some") return { not: null };
  if (field?.criterion === "date") return text === "none" ? null : readDateCriterion(text);
  if (text.startsWith("not:"))
    return { not: splitValues(text.slice("not:".length), ",").map(toValue) };
  const all = splitValues(text, "+");
  if (all.length > 1) return { all };
  const any = splitValues(text, ",").map(toValue);
  return any.length > 1 ? any : any[0];
}

/** The values between separators. A separator after a backslash is a part of a value. */
function splitValues(text: string, separator: string): string[] {
  const parts = text.split(separator);
  const values: string[] = [];
  let value = "";
  for (const part of parts) {
    if (part.endsWith("\\")) value += `${part.slice(0, -1)}${separator}`;
    else {
      values.push(value + part);
      value = "";
    }
  }
  return value === "" ? values : [...values, value.slice(0, -separator.length)];
}

/** The flags that are not options, as criteria for a kind. */
export function readFlagCriteria(
  { flags }: Call,
  kind: Kind,
  options: readonly string[],
): Record<string, unknown> {
  const fields = fieldsOfKind[kind];
  const criteria = Object.create(null) as Record<string, unknown>;
  for (const [flag, value] of flags) {
    if (options.includes(flag)) continue;
    criteria[flag] = readCriterion(value, Object.hasOwn(fields, flag) ? fields[flag] : undefined);
  }
  return criteria;
}

/** The flags that criteria of a kind may have, for the help. */
export function fieldFlags(kind: Kind): string {
  return Object.entries(fieldsOfKind[kind])
    .filter(([, field]) => field.criterion !== undefined)
    .map(([name]) => `--${name}`)
    .join(" ");
}
