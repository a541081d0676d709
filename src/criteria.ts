/** Criteria as users write them (criterion.ts), checked and turned into conditions that the engine answers. */
import { bounds } from "./date.ts";
import type { Condition, Row } from "./engine/condition.ts";
import { didYouMean } from "./nearest.ts";

/** What a collection knows of a field that criteria can ask for. */
export interface Field {
  /** The member that an object in this field is matched by. */
  readonly key?: string;
  /** The kinds that its ids are of. */
  readonly of?: readonly string[];
  /** The terms of its vocabulary. */
  readonly terms?: readonly string[];
  /** It holds a date. */
  readonly date?: boolean;
}

/** What is the same for all collections of a dataset. */
export interface Vocabulary {
  /** The ids of every kind. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** The topics below a topic, the places in a country. */
  readonly below: Readonly<Record<string, readonly string[]>>;
}

/** What `where` and `count` throw when criteria or options cannot be understood; the message says what to write instead. */
export class CriteriaError extends TypeError {
  /** Tells it from other errors, also across copies of the package. */
  override readonly name = "CriteriaError";
}

export const fail = (message: string): never => {
  throw new CriteriaError(message);
};
/** A value as a message shows it. */
export const show = (value: unknown): string =>
  typeof value === "string"
    ? `"${value.slice(0, 80)}"`
    : Array.isArray(value)
      ? "a list"
      : value && typeof value === "object"
        ? "an object"
        : String(value);
/** Fails for a name that is not known; the known ones are told where they are few. */
export const expectOne = (where: string, what: string, name: unknown, known: readonly string[]): void => {
  if (!known.includes(name as string))
    fail(`${where}: no ${what} ${show(name)}${didYouMean(String(name), known)}${known.length < 4 ? `; it takes ${known.join(", ")}` : ""}`);
};

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);
const onlyKeys = (name: string, value: Plain, keys: readonly string[]) => {
  for (const key in value) expectOne(name, "operator", key, keys);
};
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]);

/** Long lists of ids are asked through a set, which is made once. */
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();
function has(list: readonly string[], value: string): boolean {
  if (list.length < 300) return list.includes(value);
  let set = sets.get(list);
  if (!set) sets.set(list, (set = new Set(list)));
  return set.has(value);
}

function dateCondition(field: string, criterion: unknown): Condition {
  if (criterion === null) return { field, any: [], missing: true, not: false };
  const range: Plain =
    typeof criterion === "string"
      ? { from: criterion, to: criterion }
      : isPlain(criterion)
        ? criterion
        : fail(`${field}: expects an EDTF date, a range or null, not ${show(criterion)}`);
  if ("not" in range) {
    onlyKeys(field, range, ["not"]);
    return range.not === null ? { field, any: [], missing: true, not: true } : fail(`${field}: "not" of a date takes only null (stated)`);
  }
  onlyKeys(field, range, ["from", "to", "match"]);
  if (!("from" in range || "to" in range)) fail(`${field}: give from, to or both`);
  const edge = (side: "from" | "to", end: "earliest" | "latest"): string | null => {
    if (!(side in range)) return null;
    const edtf = range[side];
    if (typeof edtf !== "string") return fail(`${field}.${side}: expects an EDTF date, not ${show(edtf)}`);
    try {
      return bounds(edtf)[end];
    } catch (error) {
      return fail(`${field}.${side}: ${(error as Error).message}`);
    }
  };
  const [from, to] = [edge("from", "earliest"), edge("to", "latest")];
  if (from && to && from > to) fail(`${field}: from ${from} is after to ${to}`);
  const match = "match" in range ? range.match : "possible";
  expectOne(`${field}.match`, "way to match", match, ["possible", "certain"]);
  return { field, from, to, certain: match === "certain" };
}

function fieldCondition(name: string, { key, of, terms }: Field, criterion: unknown, { ids, below }: Vocabulary): Condition {
  const spreads = of && (of.includes("topic") || (of.length === 1 && of[0] === "place"));
  const known = (value: string) => (terms ? terms.includes(value) : !of || of.some((kind) => ids[kind] && has(ids[kind], value)));
  /** The values that a value stands for: a topic with those below it, a country with its places. */
  const meant = (value: unknown): readonly string[] => {
    if (typeof value !== "string") return fail(`${name}: expects text, a list, null, { all } or { not }, not ${show(value)}`);
    if (!known(value)) expectOne(name, terms ? "term" : "record", value, terms ?? of!.flatMap((kind) => ids[kind] ?? []));
    return (spreads && below[value] && [value, ...below[value]]) || [value];
  };
  const any = (values: readonly unknown[], not: boolean): Condition => ({
    field: name,
    key,
    any: values.flatMap((value) => (value === null ? [] : meant(value))),
    missing: values.includes(null),
    not,
  });
  if (!isPlain(criterion)) return any(listed(criterion), false);
  onlyKeys(name, criterion, ["all", "not"]);
  if (Object.keys(criterion).length !== 1) fail(`${name}: give one of all, not`);
  if (!("all" in criterion)) return any(listed(criterion.not), true);
  const { all } = criterion;
  return { field: name, key, all: Array.isArray(all) ? all.map(meant) : fail(`${name}.all: expects a list, not ${show(all)}`) };
}

/** The conditions that criteria stand for. */
export function toConditions(criteria: unknown, fields: Readonly<Record<string, Field>>, vocabulary: Vocabulary): Condition[] {
  if (typeof criteria === "function") return [{ test: criteria as (row: Row) => boolean }];
  if (!isPlain(criteria)) return fail(`criteria: expects an object or a function, not ${show(criteria)}`);
  const conditions: Condition[] = [];
  for (const name of Object.keys(criteria)) {
    if (!Object.hasOwn(fields, name)) expectOne("criteria", "field", name, Object.keys(fields));
    const criterion = criteria[name];
    if (criterion === undefined) fail(`${name} is undefined; leave it out, or ask for null (not stated)`);
    conditions.push(fields[name]!.date ? dateCondition(name, criterion) : fieldCondition(name, fields[name]!, criterion, vocabulary));
  }
  return conditions;
}
