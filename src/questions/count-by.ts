import { internalsOf, type Identified, type Queryable } from "../collections/collection.ts";
import type { Counts, Grouping } from "../collections/counts.ts";
import type { Fields } from "../criteria/fields.ts";
import { checkName, isList, rejectValue } from "../criteria/input-error.ts";

/** A field to count by: one that criteria can ask for, or the `month` or `year` of the date. */
export type CountField<Criteria> =
  Exclude<keyof Criteria & string, "date" | "published"> | "month" | "year";

function toGrouping(name: unknown, fields: Fields): Grouping {
  const countable = Object.keys(fields).filter((field) => fields[field]!.criterion === "value");
  checkName("countBy", "field", name, [...countable, "month", "year"]);
  if (name === "month" || name === "year")
    return { field: fields.published ? "published" : "date", period: name };
  const { in: holder = name as string, key } = fields[name as string]!;
  return { field: holder, key };
}

/** Reads one field or two to count by. */
export function toGroupings(by: unknown, fields: Fields): Grouping[] {
  const names: readonly unknown[] = isList(by) ? by : [by];
  if (names.length < 1 || names.length > 2)
    rejectValue("countBy", "one field or two", names.length);
  return names.map((name) => toGrouping(name, fields));
}

/**
 * How many records have each value of a field, or each pair of values of two fields.
 *
 * @param collection - The collection to count in.
 * @param by - One field or two. `month` (2022-06) and `year` are those of the date, where it
 * certainly lies in one.
 * @param criteria - Count only the records that match: a predicate, or criteria as in `where`.
 * @throws InputError when a field or the criteria are not known.
 * @example countBy(statements, ["speakers", "topics"], { country: "azerbaijan" }).cells[0]
 */
export function countBy<Entry extends Identified, Criteria extends object>(
  collection: Queryable<Entry, Criteria>,
  by:
    | CountField<Criteria>
    | readonly [CountField<Criteria>]
    | readonly [CountField<Criteria>, CountField<Criteria>],
  criteria?: Criteria | ((record: Entry) => boolean),
): Counts {
  const { fields, store, readCriteria } = internalsOf(collection, "countBy");
  const groupings = toGroupings(by, fields);
  const conditions = criteria === undefined ? [] : readCriteria(criteria);
  return store().countBy(conditions, groupings);
}
