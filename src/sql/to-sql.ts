/** Criteria as queries, without a connection. */
import {
  internalsOf,
  readPage,
  type Identified,
  type Queryable,
  type WhereOptions,
} from "../collections/collection.ts";
import { checkOptions } from "../criteria/input-error.ts";
import type { Kind } from "../generated/types.ts";
import { toGroupings, type CountField } from "../questions/count-by.ts";
import { readDialect, type DialectName } from "./sql-dialect.ts";
import { countByQuery, countQuery, selectQuery, type Asking } from "./sql-queries.ts";
import { kindTables } from "./sql-tables.ts";
import type { SqlQuery } from "./sql-text.ts";

/** For which database a query is. */
export interface SqlOptions {
  /** The database. */
  readonly dialect: DialectName;
}

function readAsking(
  caller: string,
  collection: unknown,
  criteria: unknown,
  { dialect }: { readonly dialect?: unknown },
): Asking {
  const { kind, readCriteria } = internalsOf(collection, caller);
  return {
    table: kindTables[kind as Kind],
    dialect: readDialect(caller, dialect),
    conditions: readCriteria(criteria),
  };
}

/**
 * The query that gives the records that match, in the tables of the command `export`: one column,
 * `record`, with the JSON of each. The criteria are checked as in `where`.
 *
 * @param collection - A collection of this package, or of `toCollections`.
 * @throws InputError when the criteria or options are wrong, or the criteria are a function.
 * @example toSql(statements, { topics: "peace-process" }, { dialect: "postgres", limit: 20 }).text
 */
export function toSql<Entry extends Identified, Criteria extends object>(
  collection: Queryable<Entry, Criteria>,
  criteria: Criteria,
  options: SqlOptions & WhereOptions,
): SqlQuery {
  return toSelect(collection, criteria, options, ["record"]);
}

/** The query of `toSql`, for other columns. */
export function toSelect(
  collection: unknown,
  criteria: unknown,
  options: SqlOptions & WhereOptions,
  columns: readonly string[],
): SqlQuery {
  checkOptions("toSql", options, ["dialect", "limit", "offset", "order"]);
  const { dialect, ...page } = options;
  const asking = readAsking("toSql", collection, criteria, { dialect });
  return selectQuery(asking, readPage(page), columns);
}

/**
 * The query that counts the records that match: one row with `count`.
 *
 * @throws InputError when the criteria or options are wrong, or the criteria are a function.
 * @example toCountSql(meetings, { occurrence: "held" }, { dialect: "sqlite" }).text
 */
export function toCountSql<Entry extends Identified, Criteria extends object>(
  collection: Queryable<Entry, Criteria>,
  criteria: Criteria,
  options: SqlOptions,
): SqlQuery {
  checkOptions("toCountSql", options, ["dialect"]);
  return countQuery(readAsking("toCountSql", collection, criteria, options));
}

/**
 * The query that counts records by one field or two: a column for each field, in their order, and
 * `count`. Databases sort texts by other rules than `countBy`, so the rows are in no order.
 *
 * @throws InputError when a field, a criterion or an option is wrong, or the criteria are a
 * function.
 * @example toCountBySql(statements, ["month", "topics"], {}, { dialect: "duckdb" }).text
 */
export function toCountBySql<Entry extends Identified, Criteria extends object>(
  collection: Queryable<Entry, Criteria>,
  by:
    | CountField<Criteria>
    | readonly [CountField<Criteria>]
    | readonly [CountField<Criteria>, CountField<Criteria>],
  criteria: Criteria,
  options: SqlOptions,
): SqlQuery {
  checkOptions("toCountBySql", options, ["dialect"]);
  const { fields } = internalsOf(collection, "toCountBySql");
  const asking = readAsking("toCountBySql", collection, criteria, options);
  return countByQuery(asking, toGroupings(by, fields));
}
