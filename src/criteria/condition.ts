/** What criteria ask of one field, and the test of one record that every store must agree with. */
import type { DateSpan } from "../dates/date-order.ts";
import { isMarked } from "../dates/edtf.ts";
import { fail } from "./input-error.ts";

/** A record as criteria see it. */
export type Item = Readonly<Record<string, unknown>> & { readonly id: string };

/** A field and the values that it must have. */
export interface ValueCondition {
  readonly field: string;
  /** The member by which objects in the field are matched. */
  readonly key?: string | undefined;
  /** The field has at least one value of each group. */
  readonly groups: readonly (readonly string[])[];
  /** A record without a value matches too. */
  readonly orMissing: boolean;
  /** Negation: the field has a value, and none of the values in the groups. */
  readonly not: boolean;
}

/** A date field and the days between which it must lie; null is an open end. */
export interface DateCondition {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
  /** true: the whole date lies between them, and it is exact; false: a part of it may. */
  readonly certain: boolean;
}

/** A date field that must not be stated. */
export interface UndatedCondition {
  readonly field: string;
  readonly undated: true;
}

/** Any other test of a record. */
export interface PredicateCondition {
  readonly predicate: (record: Item) => boolean;
}

/** One condition. A record matches when all conditions hold. */
export type Condition = ValueCondition | DateCondition | UndatedCondition | PredicateCondition;

/**
 * The values of a field, where objects stand for the value of their key. An empty list, null and an
 * object without the key have none.
 */
export function valuesOfField(record: Item, field: string, key: string | undefined): unknown[] {
  const own = record[field];
  const list = (Array.isArray(own) ? own : [own]) as unknown[];
  const values = key === undefined ? list : list.map((object) => memberOf(object, key));
  return values.filter((value) => value !== undefined && value !== null);
}

function memberOf(object: unknown, key: string): unknown {
  return (object as Readonly<Record<string, unknown>> | null | undefined)?.[key];
}

function valueTest(condition: ValueCondition): (record: Item) => boolean {
  const { field, key, not } = condition;
  const groups = condition.groups.map((group) => new Set<unknown>(group));
  const acceptsMissing = condition.orMissing || not;
  return (record) => {
    const values = valuesOfField(record, field, key);
    const hasOneOf = (group: ReadonlySet<unknown>) =>
      values.length === 0 ? acceptsMissing : values.some((value) => group.has(value));
    return not ? !groups.some(hasOneOf) : groups.every(hasOneOf);
  };
}

/** Whether a date is approximate or uncertain, so that nothing about it is certain. */
export function isInexact(date: DateSpan & { readonly edtf?: unknown }): boolean {
  return typeof date.edtf === "string" && isMarked(date.edtf);
}

function dateTest({ field, from, to, certain }: DateCondition): (record: Item) => boolean {
  const [rangeStart, rangeEnd] = [from ?? "", to ?? "9999-99"];
  return (record) => {
    const date = record[field] as DateSpan | null | undefined;
    if (!date) return false;
    const [earliest, latest] = [date.earliest ?? "", date.latest ?? "9999-99"];
    return certain
      ? earliest >= rangeStart && latest <= rangeEnd && !isInexact(date)
      : latest >= rangeStart && earliest <= rangeEnd;
  };
}

/** A promise is true whatever it is of, so an async predicate would match every record. */
function predicateTest({ predicate }: PredicateCondition): (record: Item) => boolean {
  return (record) => {
    const answer: unknown = predicate(record);
    // not instanceof, because a page and its frames have a Promise each
    if (typeof (answer as { then?: unknown } | null | undefined)?.then === "function")
      fail("criteria: the predicate returns a promise; it must return true or false");
    return Boolean(answer);
  };
}

/** A condition as a test of one record. */
export function testOf(condition: Condition): (record: Item) => boolean {
  if ("predicate" in condition) return predicateTest(condition);
  if ("undated" in condition) return (record) => !record[condition.field];
  return "groups" in condition ? valueTest(condition) : dateTest(condition);
}
