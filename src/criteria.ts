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
  /** The ids of a kind as a set, made when first asked. */
  readonly sets: Map<string, ReadonlySet<string>>;
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
    fail(
      `${where}: no ${what} ${show(name)}${didYouMean(String(name), known)}${known.length < 5 || what === "term" ? `; it takes ${known.join(", ")}` : ""}`,
    );
};

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);
const onlyKeys = (name: string, value: Plain, keys: readonly string[]) => {
  for (const key in value) expectOne(name, "operator", key, keys);
};

function dateCondition(field: string, criterion: unknown): Condition {
  const span = (where: string, edtf: unknown) => {
    if (typeof edtf !== "string") return fail(`${where}: expects an EDTF date, not ${show(edtf)}`);
    try {
      return bounds(edtf);
    } catch (error) {
      return fail(`${where}: ${(error as Error).message}`);
    }
  };
  if (criterion === null) return { field, groups: [[]], missing: true, not: false };
  if (typeof criterion === "string") {
    const { earliest, latest } = span(field, criterion);
    return { field, from: earliest, to: latest, certain: false };
  }
  if (!isPlain(criterion)) return fail(`${field}: expects an EDTF date, a range or null, not ${show(criterion)}`);
  const { from, to, not } = criterion;
  const match = "match" in criterion ? criterion.match : "possible";
  onlyKeys(field, criterion, ["from", "to", "match", "not"]);
  if ("not" in criterion)
    return not === null && Object.keys(criterion).length === 1
      ? { field, groups: [[]], missing: true, not: true }
      : fail(`${field}: "not" of a date takes only null (stated)`);
  const first = "from" in criterion ? span(`${field}.from`, from).earliest : null;
  const last = "to" in criterion ? span(`${field}.to`, to).latest : null;
  if (!("from" in criterion || "to" in criterion)) fail(`${field}: give from, to or both`);
  if (first && last && first > last) fail(`${field}: from ${first} is after to ${last}`);
  expectOne(`${field}.match`, "way to match", match, ["possible", "certain"]);
  return { field, from: first, to: last, certain: match === "certain" };
}

function fieldCondition(name: string, { key, of, terms }: Field, criterion: unknown, { ids, below, sets }: Vocabulary): Condition {
  const spreads = of && (of.includes("topic") || (of.length === 1 && of[0] === "place"));
  const known = (value: string) =>
    terms
      ? terms.includes(value)
      : !of ||
        of.some((kind) => {
          let set = sets.get(kind);
          if (!set) sets.set(kind, (set = new Set(ids[kind])));
          return set.has(value);
        });
  /** The values that a value stands for: a topic with those below it, a country with its places. */
  const meant = (value: unknown): readonly string[] => {
    if (typeof value !== "string") return fail(`${name}: expects text, a list, null, { all } or { not }, not ${show(value)}`);
    if (!known(value)) expectOne(name, terms ? "term" : "record", value, terms ?? of!.flatMap((kind) => ids[kind] ?? []));
    return (spreads && below[value] && [value, ...below[value]]) || [value];
  };
  const condition = (groups: readonly (readonly unknown[])[], missing: boolean, not: boolean): Condition => ({
    field: name,
    key,
    groups,
    missing,
    not,
  });
  const any = (value: unknown, not: boolean): Condition =>
    Array.isArray(value)
      ? condition([value.flatMap((one: unknown) => (one === null ? [] : meant(one)))], value.includes(null), not)
      : value === null
        ? condition([[]], true, not)
        : condition([meant(value)], false, not);
  if (!isPlain(criterion)) return any(criterion, false);
  onlyKeys(name, criterion, ["all", "not"]);
  if (Object.keys(criterion).length !== 1) fail(`${name}: give one of all, not`);
  const { all, not } = criterion;
  if ("not" in criterion) return any(not, true);
  return condition(Array.isArray(all) ? all.map(meant) : fail(`${name}.all: expects a list, not ${show(all)}`), false, false);
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
