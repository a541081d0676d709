/** Reads the arguments of a call. Each error says what to send instead. */
import {
  checkName,
  checkOptions,
  checkWholeNumber,
  fail,
  rejectValue,
} from "../criteria/input-error.ts";
import { fieldsOfKind, pluralOf } from "../generated/fields.ts";
import type { DatasetRecord, Kind } from "../generated/types.ts";
import { describeAbsence } from "../questions/absence.ts";
import { resolve } from "../questions/resolve.ts";
import type { Arguments, ArgumentSchema, AssistantTool } from "./assistant-tool.ts";

const kinds = Object.keys(pluralOf) as Kind[];
const kindNames: readonly string[] = Object.values(pluralOf);

export const kindArgument: ArgumentSchema = {
  type: "string",
  enum: kindNames,
  description: "The kind of records.",
};

export const whereArgument: ArgumentSchema = {
  type: "object",
  description:
    "Criteria: field names with values, all of which must match. A value: equal, or in the list " +
    'of the record. A list: any of them. {"all": […]}: each of them. {"not": …}: none of them. ' +
    'null: not stated. Dates are EDTF, or {"from", "to", "match": "certain"}. ' +
    "`codebook` names the fields of a kind.",
};

export const limitArgument: ArgumentSchema = {
  type: "integer",
  description: "At most this many. Default: 10.",
};

export const offsetArgument: ArgumentSchema = {
  type: "integer",
  description: "Skip this many first.",
};

/** Throws unless the call has the arguments that a tool knows and needs. */
export function checkArguments(tool: AssistantTool, given: unknown): Arguments {
  const { name, required } = tool;
  checkOptions(name, given, Object.keys(tool.arguments));
  const found = given as Arguments;
  const absent = required.filter((one) => found[one] === undefined);
  if (absent.length > 0)
    fail(`${name}: needs ${absent.join(" and ")}, as in ${JSON.stringify(tool.example())}`);
  return found;
}

/** An argument as text. */
export function readText(given: Arguments, name: string): string | undefined {
  const value = given[name];
  if (value === undefined) return undefined;
  return typeof value === "string" ? value : rejectValue(name, "text", value);
}

/** The kind that an argument names. */
export function readKindArgument(given: Arguments): Kind | undefined {
  const { kind } = given;
  if (kind === undefined) return undefined;
  const known = kinds.find((one) => one === kind || pluralOf[one] === kind);
  if (known === undefined) checkName("kind", "kind", kind, kindNames);
  return known;
}

/** The record whose id an argument is. */
export function readRecordArgument(given: Arguments, name: string): DatasetRecord {
  const id = given[name];
  if (typeof id !== "string") return rejectValue(name, "an id as text", id);
  return resolve(id) ?? fail(`${name}: ${describeAbsence(id)}; search finds ids`);
}

/** The criteria of a call. The collection checks their fields and values. */
export function readWhere({ where = {} }: Arguments, kind: Kind): object {
  if (typeof where !== "object" || where === null || Array.isArray(where))
    return rejectValue("where", `an object such as {"${exampleField(kind)}": …}`, where);
  return where;
}

function exampleField(kind: Kind): string {
  const fields = Object.entries(fieldsOfKind[kind]);
  return (
    fields.find(([name, { criterion }]) => criterion !== undefined && name !== "id")?.[0] ?? "id"
  );
}

/** A part of a list. */
export interface PageArguments {
  readonly limit: number;
  readonly offset: number;
}

/** How many, and from where. */
export function readPageArguments({ limit = 10, offset = 0 }: Arguments): PageArguments {
  checkWholeNumber("limit", limit);
  checkWholeNumber("offset", offset);
  // checked above
  return { limit: limit as number, offset: offset as number };
}
