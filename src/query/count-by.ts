import { insideOf, type Queryable, type Identified } from "../collection.ts";
import { CriteriaError } from "../criteria.ts";
import { tally, type Grouping } from "../engine/tally.ts";
import { didYouMean } from "../nearest.ts";

/** One cell of a table of counts. */
export interface Cell {
  /** A value for each field that was asked for; null: not stated, or for `month` and `year` not certain. */
  readonly values: readonly (string | null)[];
  /** How many records have them all. */
  readonly count: number;
}

/** A table of counts. A record with several values counts once in each of their cells, so cells may add up to more than `total`. */
export interface Counts {
  /** How many records matched. */
  readonly total: number;
  /** The most frequent first, then by value, null last. */
  readonly cells: readonly Cell[];
}

/** A field to count by: one that criteria can ask for, or the `month` or `year` of the date. */
export type CountField<Criteria> = Exclude<keyof Criteria & string, "date" | "published"> | "month" | "year";

/**
 * How many records have each value of a field, or each pair of values of two fields.
 *
 * @param collection - Which records.
 * @param by - One field or two; `month` (2022-06) and `year` are those of the date, where it certainly lies in one.
 * @param criteria - Only those that match; a predicate or criteria as in `where`.
 * @throws CriteriaError when a field or the criteria are not known.
 * @example countBy(statements, ["speakers", "topics"], { country: "azerbaijan" })
 */
export function countBy<Entry extends Identified, Criteria extends object>(
  collection: Queryable<Entry, Criteria>,
  by: CountField<Criteria> | readonly [CountField<Criteria>] | readonly [CountField<Criteria>, CountField<Criteria>],
  criteria?: Criteria | ((item: Entry) => boolean),
): Counts {
  const { fields, conditions, store: stored } = insideOf(collection);
  const names: readonly string[] = typeof by === "string" ? [by] : Array.isArray(by) ? (by as readonly string[]) : [];
  if (names.length < 1 || names.length > 2) throw new CriteriaError(`countBy: takes one field or two, not ${names.length}`);
  const known = [...Object.keys(fields).filter((name) => !fields[name]!.date), "month", "year"];
  for (const name of names as readonly unknown[])
    if (typeof name !== "string") throw new CriteriaError(`countBy: expects names of fields, not ${typeof name}`);
    else if (!known.includes(name)) throw new CriteriaError(`countBy: no field "${name.slice(0, 80)}"${didYouMean(name, known)}`);

  const dateField = fields.date?.date ? "date" : "published";
  const groupings = names.map((name): Grouping =>
    name === "month" || name === "year" ? { field: dateField, length: name === "month" ? 7 : 4 } : { field: name, key: fields[name]!.key },
  );
  const store = stored();
  const chosen = criteria === undefined ? undefined : store.ordinals(conditions(criteria));
  const cells = tally(store, groupings, chosen).map(([values, count]): Cell => ({
    values: values.map((value) => (value as string | undefined) ?? null),
    count,
  }));
  return { total: chosen?.length ?? store.rows.length, cells };
}
