/**
 * The index of one field: a posting list for each of its values. 4 bytes per value of each record.
 */
import { valuesOfField, type Item } from "../criteria/condition.ts";
import { toUnion, type PostingList } from "./posting-list.ts";

/** The records by the values of one field. */
export interface FieldIndex {
  /** The values, in the order of first use; null stands for records without a value. */
  readonly values: readonly (string | null)[];
  /** The records that have a value; `null`: those without one. */
  listOf(value: string | null): PostingList;
  /** The records that have one of several values. It is made once for each array of values. */
  unionOf(values: readonly string[]): PostingList;
}

const noRecords: PostingList = { ordinals: new Uint32Array(0), start: 0, end: 0 };

/** Calls `use` for each value of each record, and with null for a record without a value. */
function eachValue(
  records: readonly Item[],
  field: string,
  key: string | undefined,
  use: (ordinal: number, value: string | null) => void,
): void {
  for (let ordinal = 0; ordinal < records.length; ordinal++) {
    const values = valuesOfField(records[ordinal]!, field, key) as string[];
    if (values.length === 0) use(ordinal, null);
    else if (values.length === 1) use(ordinal, values[0]!);
    else for (const value of new Set(values)) use(ordinal, value);
  }
}

/**
 * Indexes a field.
 *
 * @throws RangeError when there are more values than a typed array can hold.
 */
export function toFieldIndex(
  records: readonly Item[],
  field: string,
  key: string | undefined,
): FieldIndex {
  const numbers = new Map<string | null, number>();
  const counts: number[] = [];
  eachValue(records, field, key, (_, value) => {
    const number = numbers.get(value);
    if (number === undefined) numbers.set(value, counts.push(1) - 1);
    else counts[number]!++;
  });

  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total > 0xffffffff) throw new RangeError(`${field}: ${total} values are too many to index`);
  const ordinals = new Uint32Array(total);
  const lists: PostingList[] = [];
  const nextFree: number[] = [];
  let start = 0;
  for (const count of counts) {
    nextFree.push(start);
    lists.push({ ordinals, start, end: (start += count) });
  }
  eachValue(records, field, key, (ordinal, value) => {
    ordinals[nextFree[numbers.get(value)!]!++] = ordinal;
  });

  const unions = new WeakMap<readonly string[], PostingList>();
  const listOf = (value: string | null) => lists[numbers.get(value) ?? -1] ?? noRecords;
  return {
    values: [...numbers.keys()],
    listOf,
    unionOf(values) {
      let union = unions.get(values);
      if (union === undefined) {
        union = toUnion(values.map(listOf), records.length);
        unions.set(values, union);
      }
      return union;
    },
  };
}
