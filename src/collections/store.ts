/**
 * The records of a collection and the questions that it can answer; one implementation reads them
 * all.
 */
import { testOf, type Condition, type Item } from "../criteria/condition.ts";
import { newestFirst, type DateSpan } from "../dates/date-order.ts";
import { compareCells, valuesInGrouping, type Cell, type Counts, type Grouping } from "./counts.ts";

/** Which part of the matching records, and in which order. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
  readonly order: "oldest" | "newest";
}

/** Records that can be asked. Every implementation gives the same answers. */
export interface Store {
  /** All records, in the order of the collection: oldest first, undated last. */
  readonly records: readonly Item[];
  /** The records that meet all conditions. */
  select(conditions: readonly Condition[], page: Page): Item[];
  /** How many records meet all conditions. */
  count(conditions: readonly Condition[]): number;
  /** How many of those have each value of one grouping, or each pair of values of two. */
  countBy(conditions: readonly Condition[], groupings: readonly Grouping[]): Counts;
}

/** Makes a store of records that are sorted by a date field. */
export type StoreFactory = (records: readonly Item[], dateField: string) => Store;

/** Each combination of one value of each list. */
function combinations(lists: readonly (string | null)[][]): (string | null)[][] {
  return lists.reduce<(string | null)[][]>(
    (prefixes, values) => prefixes.flatMap((prefix) => values.map((value) => [...prefix, value])),
    [[]],
  );
}

/**
 * A store that tests every record. It needs no memory beyond the records, and suits a few thousand
 * of them.
 */
export const toScanStore: StoreFactory = (records, dateField) => {
  const matching = (conditions: readonly Condition[]): readonly Item[] =>
    conditions.map(testOf).reduce((left, test) => left.filter(test), records);

  return {
    records,
    select(conditions, { limit, offset, order }) {
      const found = matching(conditions);
      const dateOf = (record: Item) => record[dateField] as DateSpan | undefined;
      const ordered = order === "newest" ? newestFirst(found, dateOf) : found;
      return ordered.slice(offset, offset + limit);
    },
    count: (conditions) => matching(conditions).length,
    countBy(conditions, groupings) {
      const cells = new Map<string, Cell>();
      const found = matching(conditions);
      for (const record of found) {
        const lists = groupings.map((grouping) => valuesInGrouping(record, grouping));
        for (const values of combinations(lists)) {
          const key = JSON.stringify(values);
          cells.set(key, { values, count: (cells.get(key)?.count ?? 0) + 1 });
        }
      }
      return { total: found.length, cells: [...cells.values()].sort(compareCells) };
    },
  };
};
