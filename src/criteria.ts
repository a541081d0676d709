/** Criteria as users write them (criterion.ts), checked and turned into conditions that the engine answers. */
import { days } from "./date.ts";
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
  /** A value stands for those below it too. */
  readonly spreads?: boolean;
  /** It holds a date. */
  readonly date?: boolean;
}

/** The fields that criteria can ask for. */
export type Fields = Readonly<Record<string, Field>>;

/** What all collections know of the words in criteria. */
export interface Vocabulary {
  /** The ids of every kind. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** A topic with those below it, a country with its places. */
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
/** Whether it is an object with members to look at; a Map or a Promise has none, and would ask for nothing. */
export const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Object.prototype.toString.call(value) === "[object Object]";
/** A value as a message shows it. */
const show = (value: unknown): string =>
  typeof value === "string"
    ? `"${value.slice(0, 80)}"`
    : Array.isArray(value)
      ? "a list"
      : value === Object(value)
        ? Object.prototype.toString.call(value)
        : String(value);
/** Fails for a value that is something else than expected. */
export const reject = (where: string, expected: string, value: unknown): never => fail(`${where}: expects ${expected}, not ${show(value)}`);
/** Fails for a name that is not known, and tells the known one that it is like, or all of them; records are too many for that. */
export const expectOne = (where: string, what: string, name: unknown, known: readonly string[]): void => {
  if (!known.includes(name as string))
    fail(
      `${where}: no ${what} ${show(name)}${(typeof name === "string" && didYouMean(name, known)) || (what !== "record" ? `; it takes one of ${known.join(", ")}` : "")}`,
    );
};

function dateCondition(field: string, criterion: unknown): Condition {
  if (criterion === null) return { test: (row) => !row[field] };
  let edtf = criterion;
  let certain = false;
  if (isPlain(criterion)) {
    // from and to are the ends of an EDTF interval; where both are open, any date lies in it
    const range: Record<string, unknown> = { from: "..", to: ".." };
    for (const key in criterion) {
      const where = `${field}.${key}`;
      const value = criterion[key];
      expectOne(field, "operator", key, ["from", "to", "match", "not"]);
      if (key === "match") expectOne(where, "term", value, ["possible", "certain"]);
      else if (key === "not" ? value !== null : typeof value !== "string")
        reject(where, key === "not" ? "null" : "a day, month or year", value);
      range[key] = value;
    }
    edtf = `${range.from as string}/${range.to as string}`;
    certain = range.match === "certain";
  }
  if (typeof edtf !== "string") return reject(field, "an EDTF date, a range or null (not stated)", edtf);
  try {
    const [first, last] = days(edtf);
    return { field, first, last, certain };
  } catch (error) {
    return fail(`${field}: ${(error as Error).message}`);
  }
}

/** A field that was asked for. */
interface Known extends Field {
  /** Its words; they are any text where there are none. */
  readonly words: ReadonlySet<string> | undefined;
  /** A value with those below it. */
  readonly below: Vocabulary["below"];
}

/** The values that a value stands for, as the same array each time where they are several: what the engine makes of one is found by it. */
function meant(field: string, { words, below, terms, spreads }: Known, value: string): readonly string[] {
  if (words && !words.has(value)) expectOne(field, terms ? "term" : "record", value, [...words]);
  return spreads && Object.hasOwn(below, value) ? below[value]! : [value];
}

function fieldCondition(field: string, known: Known, criterion: unknown): Condition {
  let groups: (readonly string[])[];
  let missing = false;
  let how = "";
  if (typeof criterion === "string") groups = [meant(field, known, criterion)];
  else {
    let values = criterion;
    if (isPlain(criterion)) {
      how = Object.keys(criterion).join(" and ");
      expectOne(field, "operator", how, ["all", "not"]);
      values = criterion[how];
    }
    const every = how === "all";
    const expected = every
      ? "a list of text in { all }"
      : `text or null (not stated)${how || Array.isArray(values) ? "" : ", a list of them, { all } or { not }"}`;
    const list: readonly unknown[] = Array.isArray(values) ? values : every ? reject(field, expected, values) : [values];
    missing = list.includes(null);
    groups = [...list].map((value) =>
      typeof value === "string" ? meant(field, known, value) : value === null && !every ? [] : reject(field, expected, value),
    );
    if (!every) groups = [groups.flat()];
  }
  return { field, key: known.key, groups, missing, not: how === "not" };
}

/** What criteria of a collection stand for; it keeps the words of the fields that were asked for. */
export function toReader(fields: Fields, { ids, below }: Vocabulary): (criteria: unknown) => Condition[] {
  const asked = new Map<string, Known>();
  const ask = (name: string): Known => {
    expectOne("criteria", "field", name, Object.keys(fields));
    const field = fields[name]!;
    const words = field.terms ?? field.of?.flatMap((kind) => ids[kind] ?? []);
    const known = { ...field, words: words && new Set(words), below };
    asked.set(name, known);
    return known;
  };
  return (criteria) => {
    if (typeof criteria === "function") return [{ test: criteria as (row: Row) => boolean }];
    if (!isPlain(criteria)) return reject("criteria", "an object or a function", criteria);
    const conditions: Condition[] = [];
    for (const name in criteria) {
      const known = asked.get(name) ?? ask(name);
      conditions.push(known.date ? dateCondition(name, criteria[name]) : fieldCondition(name, known, criteria[name]));
    }
    return conditions;
  };
}
