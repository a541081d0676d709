/** Values as literals, for scripts and for people. Programs use parameters. */
import type { RowValue } from "./to-row.ts";
import type { ColumnType, Dialect } from "./sql-dialect.ts";
import type { SqlQuery, SqlValue } from "./sql-text.ts";

/** A text as a literal. In ClickHouse a backslash begins an escape. */
export function toTextLiteral(text: string, { name }: Pick<Dialect, "name">): string {
  const escaped = name === "clickhouse" ? text.replaceAll("\\", "\\\\") : text;
  return `'${escaped.replaceAll("'", "''")}'`;
}

function toListLiteral(texts: readonly string[], dialect: Pick<Dialect, "name">): string {
  const list = texts.map((text) => toTextLiteral(text, dialect)).join(", ");
  return dialect.name === "postgres" ? `ARRAY[${list}]` : `[${list}]`;
}

/** The value of a parameter as a literal. */
export function toLiteral(value: SqlValue, dialect: Dialect): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? toTextLiteral(value, dialect) : toListLiteral(value, dialect);
}

/** A placeholder: `?1`, `$1` with or without a type, `{p1:Type}`. */
const placeholder = /\?(\d+)|\$(\d+)|\{p(\d+):[^}]*\}/g;

/**
 * A query with its values in the text, for people. The texts of queries hold no literals with signs
 * that a placeholder begins with, so nothing else is replaced.
 */
export function inlineValues({ text, values }: SqlQuery, dialect: Dialect): string {
  return text.replace(placeholder, (_, ...positions: (string | undefined)[]) => {
    const position = positions.slice(0, 3).find((one) => one !== undefined);
    return toLiteral(values[Number(position) - 1]!, dialect);
  });
}

/** A value of a row as SQLite writes it. */
export function toSqliteLiteral(value: RowValue, type: ColumnType): string {
  if (value === null) return "NULL";
  if (type === "flag") return value === true ? "1" : "0";
  return typeof value === "number" ? String(value) : toTextLiteral(String(value), sqliteName);
}

const sqliteName = { name: "sqlite" } as const;
