/** The same criteria in SQLite, DuckDB, PostgreSQL and ClickHouse. */
export { DatabaseError } from "./sql/database-error.ts";
export {
  openDatabase,
  type Database,
  type DatabaseCollection,
  type DatabaseOptions,
  type DatabaseRow,
  type EachOptions,
  type RunQuery,
} from "./sql/open-database.ts";
export type { DialectName } from "./sql/sql-dialect.ts";
export type { SqlQuery, SqlValue } from "./sql/sql-text.ts";
export { toCountBySql, toCountSql, toSql, type SqlOptions } from "./sql/to-sql.ts";
