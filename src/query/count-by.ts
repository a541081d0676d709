import { CriteriaError, insideOf, valuesOf, type Queryable, type Identified, type Item } from "../collection.ts";
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

/** The month or year in which a date certainly lies. */
function period(item: Item, length: 4 | 7): string | null {
  const date = (item.date ?? item.published) as { earliest: string | null; latest: string | null } | undefined;
  const [from, to] = [date?.earliest?.slice(0, length), date?.latest?.slice(0, length)];
  return from !== undefined && from === to ? from : null;
}

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
  const { fields } = insideOf(collection);
  const names = typeof by === "string" ? [by] : [...(by as readonly string[])];
  if (names.length < 1 || names.length > 2) throw new CriteriaError(`countBy: takes one field or two, not ${names.length}`);
  const known = [...Object.keys(fields).filter((name) => !fields[name]!.date), "month", "year"];
  for (const name of names) if (!known.includes(name)) throw new CriteriaError(`countBy: no field "${name}"${didYouMean(name, known)}`);

  const valuesAt = (item: Item, name: string): readonly (string | null)[] => {
    if (name === "month") return [period(item, 7)];
    if (name === "year") return [period(item, 4)];
    const values = [...new Set(valuesOf(item, name, fields[name]!) as string[])];
    return values.length === 0 ? [null] : values;
  };
  const matching = collection.where(criteria ?? ({} as Criteria)) as unknown as readonly Item[];
  const counts = new Map<string, { values: (string | null)[]; count: number }>();
  for (const item of matching) {
    const first = valuesAt(item, names[0]!).map((value) => [value]);
    const rows = names.length === 1 ? first : first.flatMap((row) => valuesAt(item, names[1]!).map((value) => [...row, value]));
    for (const values of rows) {
      const key = JSON.stringify(values);
      const cell = counts.get(key);
      if (cell) cell.count++;
      else counts.set(key, { values, count: 1 });
    }
  }
  const order = (values: readonly (string | null)[]) => values.map((value) => value ?? "\uffff").join("\u0000");
  const cells = [...counts.values()].sort((a, b) => b.count - a.count || (order(a.values) < order(b.values) ? -1 : 1));
  return { total: matching.length, cells };
}
