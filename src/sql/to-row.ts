/** A record as a row of its table. */
import { isInexact, valuesOfField, type Item } from "../criteria/condition.ts";
import { sortDay, type DateSpan } from "../dates/date-order.ts";
import type { KindTable, ValueColumn } from "./sql-tables.ts";
import { isHoldable } from "./sql-text.ts";

/** The values of a row, by column. A day is YYYY-MM-DD, a list an array, `record` JSON. */
export type Row = Readonly<Record<string, RowValue>>;
export type RowValue = string | number | boolean | null | readonly string[];

type Dated = DateSpan & { readonly edtf?: unknown };

function dateValues(record: Item, { date }: KindTable): Record<string, RowValue> {
  if (date === undefined) return {};
  const value = record[date.field] as Dated | null | undefined;
  return {
    [date.earliest]: value?.earliest ?? null,
    [date.latest]: value?.latest ?? null,
    [date.day]: sortDay(value) ?? null,
    [date.exact]: value ? !isInexact(value) : null,
  };
}

const nothing: readonly string[] = [];

/** The value of a column. Most columns of a record are empty, so these are told first. */
function valueOf(record: Item, { type, field, key }: ValueColumn): RowValue {
  const isList = type === "texts";
  if (record[field] === undefined || record[field] === null) return isList ? nothing : null;
  const texts = valuesOfField(record, field, key) as string[];
  if (!isList) return texts[0] ?? null;
  return texts.length < 2 ? texts : [...new Set(texts)];
}

/**
 * The row of a record.
 *
 * @param seq - Its place in the order of its collection, from 0: records of one day keep it.
 */
export function toRow(record: Item, table: KindTable, seq: number): Row {
  const { id, label } = record;
  const row: Record<string, RowValue> = { seq, id };
  row.label = typeof label === "string" ? label : null;
  for (const column of table.columns) row[column.name] = valueOf(record, column);
  return Object.assign(row, dateValues(record, table), { record: JSON.stringify(record) });
}

/** The texts inside a value. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      yield key;
      yield* textsIn(inner);
    }
}

/** Why no database can hold a record; undefined when each can. */
export function faultOfRow(record: Item, { date }: KindTable): string | undefined {
  for (const text of textsIn(record))
    if (!isHoldable(text))
      return "holds U+0000 or half of a surrogate pair, which databases cannot hold; remove it";
  const value = date && (record[date.field] as DateSpan | null | undefined);
  const day = [value?.earliest, value?.latest].find((one) => one?.startsWith("0000"));
  if (day !== undefined)
    return `has the day ${String(day)}; databases have no year 0000, so leave the date out`;
  return undefined;
}
