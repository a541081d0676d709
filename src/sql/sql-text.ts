/** Parts of SQL that all four databases write the same, and the values of parameters. */

/** A value of a parameter: ClickHouse and PostgreSQL take lists, the others lists as JSON. */
export type SqlValue = string | number | readonly string[];

/** The text of a query, and the values of its parameters in their order. */
export interface SqlQuery {
  /** The query, with a placeholder for each value: `$1`, `?1`, or `{p1:String}` for ClickHouse. */
  readonly text: string;
  /** The values of the placeholders. */
  readonly values: readonly SqlValue[];
}

/** A name as SQL writes it. Names of tables and columns hold letters, digits and `_` only. */
export function quoteName(name: string): string {
  return `"${name}"`;
}

/** "speechAct" as "speech_act", "speakers.basis" as "speakers_basis". */
export function toColumnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(".", "_");
}

/** What every database takes for the largest whole number, also beside an offset. */
const mostRows = Number.MAX_SAFE_INTEGER;

/** LIMIT and OFFSET, or nothing. An offset has a limit too, because SQLite needs one. */
export function toLimitText({ limit, offset }: { limit: number; offset: number }): string {
  if (limit >= mostRows && offset === 0) return "";
  const skipped = offset === 0 ? "" : ` OFFSET ${Math.min(offset, mostRows)}`;
  return ` LIMIT ${Math.min(limit, mostRows)}${skipped}`;
}

/** Characters that a database cannot hold: U+0000, and halves of surrogate pairs. */
const unholdable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether a database can hold a text. */
export function isHoldable(text: string): boolean {
  return !unholdable.test(text);
}
