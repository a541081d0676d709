/** Criteria as users write them (criterion.ts), checked and turned into conditions that the engine answers. */
import { days, never } from "./date.ts";
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

/** What a collection knows of the words in criteria. */
export interface Vocabulary {
  /** The fields that criteria can ask for. */
  readonly fields: Readonly<Record<string, Field>>;
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
/** Whether it is an object with members to look at; a Map or a Promise has none, and would ask for nothing. */
export const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Object.prototype.toString.call(value) === "[object Object]";
/** A value as a message shows it. */
const show = (value: unknown): string =>
  typeof value === "string"
    ? `"${value.slice(0, 80)}"`
    : Array.isArray(value)
      ? "a list"
      : isPlain(value)
        ? "an object"
        : String(value).slice(0, 80);
/** Fails for a value that is something else than expected. */
export const reject = (where: string, expected: string, value: unknown): never => fail(`${where}: expects ${expected}, not ${show(value)}`);
/** Fails for a name that is not known; the known ones are told where they are few. */
export const expectOne = (where: string, what: string, name: unknown, known: readonly string[]): void => {
  if (!known.includes(name as string))
    fail(
      `${where}: no ${what} ${show(name)}${typeof name === "string" ? didYouMean(name, known) : ""}${known[0] && (known.length < 5 || what === "term") ? `; it takes ${known.join(", ")}` : ""}`,
    );
};

function daysOf(where: string, edtf: unknown): readonly [first: number, last: number] {
  if (typeof edtf !== "string") return reject(where, "an EDTF date", edtf);
  try {
    return days(edtf);
  } catch (error) {
    return fail(`${where}: ${(error as Error).message}`);
  }
}

function dateCondition(field: string, criterion: unknown): Condition {
  let first = 0;
  let last = never;
  let certain = false;
  if (criterion === null) return { test: (row) => !row[field] };
  if (typeof criterion === "string") {
    const range = daysOf(field, criterion);
    first = range[0];
    last = range[1];
  } else if (!isPlain(criterion)) reject(field, "an EDTF date, a range or null", criterion);
  else {
    const { from, to, match, not } = criterion;
    for (const key in criterion) {
      const where = `${field}.${key}`;
      if (key === "from") first = daysOf(where, from)[0];
      else if (key === "to") last = daysOf(where, to)[1];
      else if (key === "match") expectOne(where, "way to match", match, ["possible", "certain"]);
      else expectOne(field, "operator", key, ["from", "to", "match", "not"]);
    }
    certain = match === "certain";
    if (first > last) fail(`${field}: from ${show(from)} is after to ${show(to)}`);
    if ("not" in criterion) {
      if (not !== null || Object.keys(criterion).length > 1) fail(`${field}: "not" of a date takes only null (stated), and alone`);
    } else if (!first && last === never) fail(`${field}: give from, to or both`);
  }
  return { field, first, last, certain };
}

/** A field that was asked for. */
interface Known {
  readonly key: string | undefined;
  readonly date: boolean | undefined;
  /** What its words are; they are any text where there are none. */
  readonly what: string;
  readonly words: ReadonlySet<string> | undefined;
  /** The values below a value, for which it stands too. */
  readonly below: Vocabulary["below"] | false | undefined;
}

/** The values that a value stands for: a topic with those below it, a country with its places. */
function meant(field: string, { what, words, below }: Known, value: string): readonly string[] {
  if (words && !words.has(value)) expectOne(field, what, value, [...words]);
  return below && Object.hasOwn(below, value) ? [value, ...below[value]!] : [value];
}

function fieldCondition(field: string, known: Known, criterion: unknown): Condition {
  let groups: (readonly string[])[];
  let missing = false;
  let not = false;
  if (typeof criterion === "string") groups = [meant(field, known, criterion)];
  else {
    let values = criterion;
    let how = "";
    if (isPlain(criterion)) {
      for (how in criterion) expectOne(field, "operator", how, ["all", "not"]);
      if (Object.keys(criterion).length !== 1) fail(`${field}: give one of all, not`);
      values = criterion[how];
    }
    const every = how === "all";
    not = how === "not";
    const list: readonly unknown[] = Array.isArray(values) ? values : every ? reject(`${field}.all`, "a list", values) : [values];
    missing = !every && list.includes(null);
    groups = list.map((value) =>
      typeof value === "string"
        ? meant(field, known, value)
        : value === null && missing
          ? []
          : reject(
              field,
              list !== values ? "text, a list, null, { all } or { not }" : every ? "text in { all }" : "text or null in a list",
              value,
            ),
    );
    if (!every) groups = [groups.flat()];
  }
  return { field, key: known.key, groups, missing, not };
}

/** What criteria of a collection stand for; it keeps the words of the fields that were asked for. */
export function toReader({ fields, ids, below }: Vocabulary): (criteria: unknown) => Condition[] {
  const asked = new Map<string, Known>();
  const ask = (name: string): Known => {
    if (!Object.hasOwn(fields, name)) expectOne("criteria", "field", name, Object.keys(fields));
    const { key, of, terms, date, spreads } = fields[name]!;
    const words = terms ?? of?.flatMap((kind) => ids[kind] ?? []);
    const known = {
      key,
      date,
      what: terms ? "term" : "record",
      words: words && new Set(words),
      below: spreads && below,
    };
    asked.set(name, known);
    return known;
  };
  return (criteria) => {
    if (typeof criteria === "function") return [{ test: criteria as (row: Row) => boolean }];
    if (!isPlain(criteria)) return reject("criteria", "an object or a function", criteria);
    const conditions: Condition[] = [];
    for (const name in criteria) {
      const known = asked.get(name) ?? ask(name);
      const criterion = criteria[name];
      if (criterion === undefined) fail(`${name} is undefined; leave it out, or ask for null (not stated)`);
      conditions.push(known.date ? dateCondition(name, criterion) : fieldCondition(name, known, criterion));
    }
    return conditions;
  };
}
