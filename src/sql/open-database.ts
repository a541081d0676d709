/** A database with the verbs of the collections. The caller brings the driver. */
import type { WhereOptions } from "../collections/collection.ts";
import { readPage } from "../collections/collection.ts";
import { compareCells, type Cell, type Counts } from "../collections/counts.ts";
import type { Page } from "../collections/store.ts";
import type { Condition, Item } from "../criteria/condition.ts";
import type { Withdrawal } from "../criteria/fields.ts";
import {
  checkOptions,
  checkWholeNumber,
  fail,
  isPlainObject,
  rejectValue,
} from "../criteria/input-error.ts";
import { toCriteriaReader } from "../criteria/read-criteria.ts";
import type * as criteria from "../generated/criteria.ts";
import { fieldsOfKind, pluralOf } from "../generated/fields.ts";
import type { DatasetRecord, Kind } from "../generated/types.ts";
import type { OwnCriteria } from "../own/own-records.ts";
import { vocabularyOf, type Placed } from "../own/own-vocabulary.ts";
import { toGroupings, type CountField } from "../questions/count-by.ts";
import { DatabaseError, messageOf } from "./database-error.ts";
import { readDialect, type Dialect, type DialectName } from "./sql-dialect.ts";
import {
  countByQuery,
  countQuery,
  getQuery,
  partQuery,
  selectQuery,
  type Asking,
  type Part,
} from "./sql-queries.ts";
import { kindTables, metaTable, tablesFormat } from "./sql-tables.ts";
import { isHoldable, quoteName, type SqlQuery, type SqlValue } from "./sql-text.ts";

/** A row: its values in the order of the columns, as a list or as an object. */
export type DatabaseRow = readonly unknown[] | Readonly<Record<string, unknown>>;

/** Runs a query with the driver that you use, and returns all rows. */
export type RunQuery = (
  text: string,
  values: readonly SqlValue[],
) => readonly DatabaseRow[] | Promise<readonly DatabaseRow[]>;

/** What `openDatabase` needs. */
export interface DatabaseOptions {
  /** The database that is asked. */
  readonly dialect: DialectName;
  /** Runs a query with the driver that you use. */
  readonly run: RunQuery;
}

/** Which records `each` gives, in which pages. */
export interface EachOptions {
  /** How many records are fetched at once: a whole number, 1 or more. Default: 1,000. */
  readonly pageSize?: number;
  /** By earliest day, undated last. Default: `oldest`. */
  readonly order?: "oldest" | "newest";
  /** Skip this many first, to go on after an error. */
  readonly offset?: number;
}

/** A collection in a database: the verbs of a collection, as promises. */
export interface DatabaseCollection<Entry, Criteria extends object> {
  /** The record with this id, or undefined. An id that was withdrawn leads to its successor. */
  get(id: string): Promise<Entry | undefined>;
  /** Whether there is a record with this id, or with that of its successor. */
  has(id: string): Promise<boolean>;
  /**
   * The records that match.
   *
   * @throws InputError for criteria or options that are wrong; DatabaseError when the driver fails.
   */
  where(criteria: OwnCriteria<Criteria>, options?: WhereOptions): Promise<Entry[]>;
  /** How many records match; without criteria, how many there are. */
  count(criteria?: OwnCriteria<Criteria>): Promise<number>;
  /** How many records have each value of a field, or each pair of values of two. */
  countBy(
    by:
      | CountField<Criteria>
      | readonly [CountField<Criteria>]
      | readonly [CountField<Criteria>, CountField<Criteria>],
    criteria?: OwnCriteria<Criteria>,
  ): Promise<Counts>;
  /** The records that match one by one, fetched in pages. */
  each(criteria?: OwnCriteria<Criteria>, options?: EachOptions): AsyncGenerator<Entry, void>;
  /** The query that `where` would ask. */
  explain(criteria: OwnCriteria<Criteria>, options?: WhereOptions): SqlQuery;
}

type EntryOf<K extends Kind> = Extract<DatasetRecord, { readonly kind: K }>;

/** The ten collections of a database. */
export interface Database {
  /** The version of the data; empty for own records without one. */
  readonly version: string;
  /** All sources. */
  readonly sources: DatabaseCollection<EntryOf<"source">, criteria.SourceCriteria>;
  /** All people. */
  readonly people: DatabaseCollection<EntryOf<"person">, criteria.PersonCriteria>;
  /** All organizations. */
  readonly organizations: DatabaseCollection<
    EntryOf<"organization">,
    criteria.OrganizationCriteria
  >;
  /** All places. */
  readonly places: DatabaseCollection<EntryOf<"place">, criteria.PlaceCriteria>;
  /** All topics. */
  readonly topics: DatabaseCollection<EntryOf<"topic">, criteria.TopicCriteria>;
  /** All visits. */
  readonly visits: DatabaseCollection<EntryOf<"visit">, criteria.VisitCriteria>;
  /** All meetings. */
  readonly meetings: DatabaseCollection<EntryOf<"meeting">, criteria.MeetingCriteria>;
  /** All events. */
  readonly events: DatabaseCollection<EntryOf<"event">, criteria.EventCriteria>;
  /** All statements. */
  readonly statements: DatabaseCollection<EntryOf<"statement">, criteria.StatementCriteria>;
  /** All agreements. */
  readonly agreements: DatabaseCollection<EntryOf<"agreement">, criteria.AgreementCriteria>;
}

/** Of a kind with more records the ids are not held in memory, and any id is taken. */
const mostKnownIds = 100_000;

const kinds = Object.keys(pluralOf) as Kind[];
const usualPageSize = 1000;

type Rows = readonly (readonly unknown[])[];

/** Runs queries, and explains what the driver gives instead of rows. */
class Connection {
  readonly dialect: Dialect;
  readonly #run: RunQuery;

  constructor({ dialect, run }: DatabaseOptions) {
    this.dialect = readDialect("openDatabase", dialect);
    if (typeof run !== "function")
      rejectValue("openDatabase.run", "a function of a text and its values", run);
    this.#run = run;
  }

  async rows(caller: string, { text, values }: SqlQuery): Promise<Rows> {
    let answer: unknown;
    try {
      answer = await this.#run(text, values);
    } catch (cause) {
      throw new DatabaseError(`${caller}: the database failed: ${messageOf(cause)}`, { cause });
    }
    if (!Array.isArray(answer))
      throw new DatabaseError(`${caller}: run must return an array of rows`);
    return answer.map((row: unknown): readonly unknown[] => {
      if (Array.isArray(row)) return row;
      if (isPlainObject(row) || (typeof row === "object" && row !== null))
        return Object.values(row);
      throw new DatabaseError(`${caller}: a row must be an array of values, or an object of them`);
    });
  }
}

/** A record from the column `record`: JSON text, or an object that the driver has parsed. */
function toRecord(value: unknown, caller: string): Item {
  const fault = `${caller}: the column record does not hold a record; load the data again`;
  let record = value;
  try {
    if (typeof value === "string") record = JSON.parse(value) as unknown;
  } catch (cause) {
    throw new DatabaseError(fault, { cause });
  }
  if (!isPlainObject(record)) throw new DatabaseError(fault);
  return record as Item;
}

/** The contents of the table `meta`. */
interface Meta {
  readonly version: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly withdrawn: Readonly<Record<string, Withdrawal>>;
}

const remedy =
  "; its record is not in the database: export it too, or those of the package with --bundled";
const howToLoad = "load it with the scripts that the command export writes";

/** Throws unless the tables are of this format, and for this database. */
function checkMeta(values: ReadonlyMap<string, string>, { name }: Dialect): void {
  const [format, dialect] = [values.get("format"), values.get("dialect")];
  if (format === undefined)
    throw new DatabaseError(
      "openDatabase: the table meta has no format; run must return the rows of the query, each a " +
        "list of values or an object of them",
    );
  if (format !== tablesFormat)
    throw new DatabaseError(
      `openDatabase: the tables have format ${format}, and this version of the package reads ` +
        `format ${tablesFormat}; export and load the data again`,
    );
  if (dialect !== name)
    throw new DatabaseError(
      `openDatabase: these tables are for ${dialect ?? "another database"}, not ${name}; write ` +
        "that dialect, or export the tables for this one",
    );
}

/** Throws unless the values of a query reach the database. */
async function checkParameters(connection: Connection): Promise<void> {
  const parameter = connection.dialect.parameter(1, "text");
  const text = `SELECT "value" FROM ${quoteName(metaTable)} WHERE "key" = ${parameter}`;
  const rows = await connection.rows("openDatabase", { text, values: ["format"] });
  if (rows.length !== 1 || String(rows[0]![0]) !== tablesFormat)
    throw new DatabaseError(
      "openDatabase: a query with a value did not find its row; run must give its values to the " +
        "driver, in their order",
    );
}

async function readMeta(connection: Connection): Promise<Meta> {
  const text = `SELECT "key", "value" FROM ${quoteName(metaTable)}`;
  let found: Rows;
  try {
    found = await connection.rows("openDatabase", { text, values: [] });
  } catch (error) {
    const { cause } = error as DatabaseError;
    if (cause === undefined) throw error;
    const why = messageOf(cause);
    throw new DatabaseError(
      `openDatabase: the table meta cannot be read (${why}); check the connection, and if there ` +
        `are no tables, ${howToLoad}`,
      { cause },
    );
  }
  const values = new Map(found.map(([key, value]) => [String(key), String(value)]));
  if (values.size === 0)
    throw new DatabaseError(
      "openDatabase: the table meta is empty, so loading did not finish; load the data again",
    );
  checkMeta(values, connection.dialect);
  return {
    version: values.get("version") ?? "",
    rows: JSON.parse(values.get("rows") ?? "{}") as Record<string, number>,
    withdrawn: JSON.parse(values.get("withdrawn") ?? "{}") as Record<string, Withdrawal>,
  };
}

const all = "count(*)";
/** The number of rows, where counting takes long; `seq` is the primary key there. */
const last = 'max("seq") + 1';

/** Reports tables that have not their rows, or have them twice. */
async function checkRows(connection: Connection, rows: Meta["rows"]): Promise<void> {
  const wrong: string[] = [];
  for (const table of Object.values(pluralOf)) {
    const expected = rows[table] ?? 0;
    const counted = connection.dialect.countsFast || expected <= mostKnownIds ? all : last;
    const text = `SELECT ${counted} AS "found" FROM ${quoteName(table)}`;
    const [[found] = []] = await connection.rows("openDatabase", { text, values: [] });
    if (Number(found ?? 0) !== expected)
      wrong.push(`${table} has ${Number(found ?? 0)} rows and not ${expected}`);
  }
  if (wrong.length > 0)
    throw new DatabaseError(
      `openDatabase: ${wrong.join("; ")}; load the data again, into an empty database`,
    );
}

/** The columns that tell what a record is below. */
const placeColumns: Partial<Record<Kind, string>> = {
  topic: '"broader"',
  place: '"country", "type"',
};

/** The ids of a kind with what is above them; undefined when there are too many. */
async function readPlaced(
  connection: Connection,
  kind: Kind,
  count: number,
): Promise<Placed[] | undefined> {
  // what is below a topic or a place is always needed
  if (count > mostKnownIds && placeColumns[kind] === undefined) return undefined;
  const text = `SELECT "id", ${placeColumns[kind] ?? "NULL"} FROM ${quoteName(pluralOf[kind])}`;
  const rows = await connection.rows("openDatabase", { text, values: [] });
  return rows.map(([id, above, type]) => ({
    id: String(id),
    ...(kind === "topic" ? { broader: above } : { country: above, type }),
  }));
}

/** What comes after a page: the next one, the undated records, or nothing. */
function nextPart(part: Part, rows: Rows, pageSize: number): Part | undefined {
  const last = rows.at(-1);
  if (last !== undefined && rows.length >= pageSize) {
    const day = last[2] === null || last[2] === undefined ? null : String(last[2]);
    return { seq: Number(last[1]), day };
  }
  // the pages after a dated record hold dated ones only
  return "day" in part && part.day !== null ? { day: null, seq: null } : undefined;
}

/** The error of a page in the middle tells how to go on. */
function afterSome(error: unknown, given: number, caller: string): unknown {
  if (!(error instanceof DatabaseError) || given === 0) return error;
  const after = `after ${given} records ${error.message.replace(`${caller}: `, "")}`;
  return new DatabaseError(`${caller}: ${after}; go on with { offset: ${given} }`, {
    cause: error.cause,
  });
}

/** One collection of a database. */
class QueriedCollection {
  readonly #connection: Connection;
  readonly #kind: Kind;
  readonly #name: string;
  readonly #readCriteria: (criteria: unknown) => Condition[];
  readonly #withdrawn: Meta["withdrawn"];

  constructor(
    connection: Connection,
    kind: Kind,
    readCriteria: (criteria: unknown) => Condition[],
    withdrawn: Meta["withdrawn"],
  ) {
    this.#connection = connection;
    this.#kind = kind;
    this.#name = pluralOf[kind];
    this.#readCriteria = readCriteria;
    this.#withdrawn = withdrawn;
  }

  #asking(criteria: unknown): Asking {
    const { dialect } = this.#connection;
    return { table: kindTables[this.#kind], dialect, conditions: this.#readCriteria(criteria) };
  }

  async #find(id: string, caller: string): Promise<Item | undefined> {
    // no database holds such an id, and some refuse to look for it
    if (!isHoldable(id)) return undefined;
    const query = getQuery(this.#asking({}), id);
    const [row] = await this.#connection.rows(caller, query);
    return row === undefined ? undefined : toRecord(row[0], caller);
  }

  /** The record with an id, or else that of its nearest successor. */
  async #follow(id: unknown, caller: string): Promise<Item | undefined> {
    if (typeof id !== "string") return rejectValue(caller, "an id as text", id);
    const seen = new Set<string>();
    let current: string | undefined = id;
    while (current !== undefined && !seen.has(current)) {
      const found = await this.#find(current, caller);
      if (found !== undefined) return found;
      seen.add(current);
      const isWithdrawn = Object.hasOwn(this.#withdrawn, current);
      current = isWithdrawn ? this.#withdrawn[current]!.successor : undefined;
    }
    return undefined;
  }

  get(id: unknown): Promise<Item | undefined> {
    return this.#follow(id, `${this.#name}.get`);
  }

  async has(id: unknown): Promise<boolean> {
    return (await this.#follow(id, `${this.#name}.has`)) !== undefined;
  }

  explain(criteria: unknown, options: unknown = {}): SqlQuery {
    return selectQuery(this.#asking(criteria), readPage(options));
  }

  async where(criteria: unknown, options: unknown = {}): Promise<Item[]> {
    const caller = `${this.#name}.where`;
    const rows = await this.#connection.rows(caller, this.explain(criteria, options));
    return rows.map(([record]) => toRecord(record, caller));
  }

  async count(criteria: unknown = {}): Promise<number> {
    const query = countQuery(this.#asking(criteria));
    const [row] = await this.#connection.rows(`${this.#name}.count`, query);
    if (row === undefined)
      throw new DatabaseError(`${this.#name}.count: run must return the row of the query`);
    return Number(row[0]);
  }

  async countBy(by: unknown, criteria: unknown = {}): Promise<Counts> {
    const caller = `${this.#name}.countBy`;
    const groupings = toGroupings(by, fieldsOfKind[this.#kind]);
    const asking = this.#asking(criteria);
    const rows = await this.#connection.rows(caller, countByQuery(asking, groupings));
    const cells = rows.map((row): Cell => ({
      values: row.slice(0, -1) as (string | null)[],
      count: Number(row.at(-1)),
    }));
    const total = await this.count(criteria);
    // databases sort texts by other rules
    return { total, cells: cells.sort(compareCells) };
  }

  async *each(criteria: unknown = {}, options: unknown = {}): AsyncGenerator<Item, void> {
    const caller = `${this.#name}.each`;
    const { pageSize, order, offset } = readEachOptions(options);
    const asking = this.#asking(criteria);
    let part: Part | undefined = { offset };
    let given = offset;
    while (part !== undefined) {
      let page: Item[];
      try {
        const query = partQuery(asking, { limit: pageSize, order, part });
        const rows = await this.#connection.rows(caller, query);
        page = rows.map(([record]) => toRecord(record, caller));
        part = nextPart(part, rows, pageSize);
      } catch (error) {
        throw afterSome(error, given, caller);
      }
      for (const record of page) {
        given++;
        yield record;
      }
    }
  }
}

function readEachOptions(options: unknown): {
  pageSize: number;
  order: Page["order"];
  offset: number;
} {
  checkOptions("options", options, ["pageSize", "order", "offset"]);
  const { pageSize = usualPageSize, ...page } = options as EachOptions;
  checkWholeNumber("pageSize", pageSize);
  if (pageSize === 0) fail("pageSize: expects a whole number, 1 or more, not 0");
  const { order, offset } = readPage(page);
  return { pageSize, order, offset };
}

/**
 * Opens a database that holds the tables of the command `export`, to ask it what collections are
 * asked, in the same words and with the same answers.
 *
 * Ids in criteria are checked as in memory, except those of kinds with more than 100,000 records:
 * of these an unknown id matches nothing. The records that are returned are not frozen.
 *
 * @param options - `dialect`: the database; `run`: runs a query with your driver and returns all
 * rows.
 * @throws InputError when an option is wrong; DatabaseError when the tables are missing, of another
 * format, for another database, not loaded to the end or loaded twice, and when the driver fails.
 * @example openDatabase({ dialect: "sqlite", run: () => [] }).catch((error) => error.message)
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  checkOptions("openDatabase", options, ["dialect", "run"]);
  const connection = new Connection(options);
  const { version, rows, withdrawn } = await readMeta(connection);
  await checkParameters(connection);
  await checkRows(connection, rows);
  const placed = new Map<Kind, Placed[] | undefined>();
  for (const kind of kinds)
    placed.set(kind, await readPlaced(connection, kind, rows[pluralOf[kind]] ?? 0));
  const vocabulary = { ...vocabularyOf((kind) => placed.get(kind), withdrawn), remedy };
  const collections = kinds.map((kind) => {
    const readCriteria = toCriteriaReader(fieldsOfKind[kind], vocabulary);
    const collection = new QueriedCollection(connection, kind, readCriteria, withdrawn);
    return [pluralOf[kind], collection] as const;
  });
  // the typed interface is a view of the untyped collections
  return { version, ...Object.fromEntries(collections) } as unknown as Database;
}
