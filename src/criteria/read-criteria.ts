/**
 * Reads criteria as users write them (criterion-types.ts) into conditions, and explains what is
 * wrong with them.
 */
import { boundsOfPoint, boundsOfRange, type Bounds } from "../dates/edtf.ts";
import type { Condition, DateCondition, Item } from "./condition.ts";
import type { Field, Fields, Vocabulary } from "./fields.ts";
import { checkName, fail, isList, isPlainObject, rejectValue } from "./input-error.ts";
import { currentId, describeWithdrawal } from "./tombstones.ts";

/** Runs a reader of dates; its RangeError becomes an InputError that names the place. */
function readDate<Result>(place: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    return fail(`${place}: ${(error as Error).message}`);
  }
}

function readRangeEnd(place: string, value: unknown): Bounds {
  if (value === undefined || value === "..") return { earliest: null, latest: null };
  if (typeof value !== "string") return rejectValue(place, "a day, month or year", value);
  return readDate(place, () => boundsOfPoint(value));
}

function readRange(field: string, range: Readonly<Record<string, unknown>>): DateCondition {
  for (const [key, value] of Object.entries(range)) {
    const place = `${field}.${key}`;
    checkName(field, "operator", key, ["from", "to", "match", "not"]);
    if (key === "match") checkName(place, "term", value, ["possible", "certain"]);
    if (key === "not" && value !== null) rejectValue(place, "null", value);
    if (value === undefined) rejectValue(place, "a day, month or year", value);
  }
  const from = readRangeEnd(`${field}.from`, range.from).earliest;
  const to = readRangeEnd(`${field}.to`, range.to).latest;
  if (from !== null && to !== null && from > to)
    fail(`${field}: from ${String(range.from)} is later than to ${String(range.to)}`);
  return { field, from, to, certain: range.match === "certain" };
}

/** Dates that were read before: programs ask for the same few again, and reading takes longest. */
const knownDates = new Map<string, Bounds>();
const mostKnownDates = 1000;

function readDateText(place: string, text: string): Bounds {
  const known = knownDates.get(text);
  if (known !== undefined) return known;
  const found = readDate(place, () => boundsOfRange(text));
  if (knownDates.size < mostKnownDates) knownDates.set(text, found);
  return found;
}

function readDateCriterion(field: string, criterion: unknown): Condition {
  if (criterion === null) return { field, undated: true };
  if (isPlainObject(criterion)) return readRange(field, criterion);
  if (typeof criterion !== "string")
    return rejectValue(field, "an EDTF date, a range or null (not stated)", criterion);
  const { earliest, latest } = readDateText(field, criterion);
  return { field, from: earliest, to: latest, certain: false };
}

/** A field that criteria have asked for. */
interface KnownField extends Field {
  /** The values that it may have; undefined: any text. */
  readonly values: ReadonlySet<string> | undefined;
  /** Ids with the ids below them. */
  readonly below: Vocabulary["below"];
  readonly withdrawn: Vocabulary["withdrawn"];
  readonly remedy: Vocabulary["remedy"];
}

/** The ids of some kinds; undefined when those of one of them are not known. */
function knownIds(
  kinds: readonly string[] | undefined,
  { ids }: Vocabulary,
): readonly string[] | undefined {
  const lists = kinds?.map((kind) => ids[kind]);
  return lists?.every((list) => list !== undefined) ? lists.flat() : undefined;
}

/** An id of a kind whose ids are not known: only those that were withdrawn are. */
function uncheckedId(name: string, { withdrawn = {} }: KnownField, id: string): string {
  const current = currentId(id, (other) => !Object.hasOwn(withdrawn, other), withdrawn);
  return current ?? fail(`${name}: ${describeWithdrawal(id, withdrawn)}`);
}

/** The known value that is meant: an id that was withdrawn leads to its successor. */
function knownValue(name: string, field: KnownField, value: string): string {
  const { values, terms, of, withdrawn } = field;
  if (values === undefined) return of === undefined ? value : uncheckedId(name, field, value);
  if (values.has(value)) return value;
  const noun = terms ? "term" : "record";
  const current = terms ? undefined : currentId(value, (id) => values.has(id), withdrawn);
  if (current !== undefined) return current;
  const withdrawal = describeWithdrawal(value, withdrawn);
  if (withdrawal !== "") fail(`${name}: ${withdrawal}`);
  checkName(name, noun, value, [...values], noun === "record" ? field.remedy : undefined);
  return value;
}

/**
 * The values that match when `value` is asked for: itself, and where the field includes narrower
 * ids all ids below it. The same value gives the same array each time, so that an index can
 * recognize it.
 */
function matchingValues(name: string, field: KnownField, value: string): readonly string[] {
  const known = knownValue(name, field, value);
  const withNarrower = field.includesNarrower && Object.hasOwn(field.below, known);
  return withNarrower ? field.below[known]! : [known];
}

/** The operator of a criterion and the values under it. */
function readOperator(
  name: string,
  criterion: unknown,
): { operator: "any" | "all" | "not"; values: unknown } {
  if (!isPlainObject(criterion)) return { operator: "any", values: criterion };
  const operator = Object.keys(criterion).join(" and ");
  checkName(name, "operator", operator, ["all", "not"]);
  return { operator: operator as "all" | "not", values: criterion[operator] };
}

function expectedValues(operator: "any" | "all" | "not", values: unknown): string {
  if (operator === "all") return "a list of text in { all }";
  const others = operator === "any" && !isList(values);
  return `text or null (not stated)${others ? ", a list of them, { all } or { not }" : ""}`;
}

function readValueCriterion(name: string, field: KnownField, criterion: unknown): Condition {
  const { operator, values } = readOperator(name, criterion);
  const reject = (value: unknown): never =>
    rejectValue(name, expectedValues(operator, values), value);
  if (operator === "all" && !isList(values)) reject(values);
  const list: readonly unknown[] = isList(values) ? Array.from(values) : [values];
  const groups = list.map((value) => {
    if (typeof value === "string") return matchingValues(name, field, value);
    if (value === null && operator !== "all") return [];
    return reject(value);
  });
  return {
    field: field.in ?? name,
    key: field.key,
    groups: operator === "all" ? groups : [groups.length === 1 ? groups[0]! : groups.flat()],
    orMissing: list.includes(null),
    not: operator === "not",
  };
}

/** A field asks for the main member of its objects by its own name. */
function checkMainMember(name: string, fields: Fields): void {
  const [holder = "", key] = name.split(".");
  const isMain = Object.hasOwn(fields, holder) && key !== undefined && fields[holder]!.key === key;
  if (isMain) fail(`criteria: no field "${name}"; ask for it as ${holder}`);
}

/** An inherited criterion would be dropped without a word, and then every record would match. */
function checkOwnMembers(criteria: Readonly<Record<string, unknown>>): void {
  for (const name in criteria)
    if (!Object.hasOwn(criteria, name))
      fail(`criteria: "${name}" is inherited; write it as a member of the object itself`);
}

/** Reads the criteria of one collection. */
export type CriteriaReader = (criteria: unknown) => Condition[];

/**
 * A reader of criteria for a collection with these fields. It keeps the values of the fields that
 * were asked for.
 */
export function toCriteriaReader(fields: Fields, vocabulary: Vocabulary): CriteriaReader {
  const names = Object.keys(fields).filter((name) => fields[name]!.criterion !== undefined);
  const knownFields = new Map<string, KnownField>();
  const knownField = (name: string): KnownField => {
    let known = knownFields.get(name);
    if (known === undefined) {
      checkMainMember(name, fields);
      checkName("criteria", "field", name, names);
      const field = fields[name]!;
      const values = field.terms ?? knownIds(field.of, vocabulary);
      const { below, withdrawn, remedy } = vocabulary;
      known = { ...field, values: values && new Set(values), below, withdrawn, remedy };
      knownFields.set(name, known);
    }
    return known;
  };
  return (criteria) => {
    if (typeof criteria === "function")
      return [{ predicate: criteria as (record: Item) => boolean }];
    if (!isPlainObject(criteria))
      return rejectValue("criteria", "an object or a function", criteria);
    checkOwnMembers(criteria);
    return Object.keys(criteria).map((name) => {
      const field = knownField(name);
      return field.criterion === "date"
        ? readDateCriterion(name, criteria[name])
        : readValueCriterion(name, field, criteria[name]);
    });
  };
}
