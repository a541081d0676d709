/** What goes wrong with a database, and the message that says so. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundledData, ownData } from "../../src/command/export-data.ts";
import { InputError, meetings, statements } from "../../src/index.ts";
import { DatabaseError, openDatabase, type DatabaseOptions } from "../../src/sql.ts";
import type { ValueCondition } from "../../src/criteria/condition.ts";
import { toCriteriaReader } from "../../src/criteria/read-criteria.ts";
import { fieldsOfKind } from "../../src/generated/fields.ts";
import { toCollections } from "../../src/own.ts";
import { vocabularyOf } from "../../src/own/own-vocabulary.ts";
import { openSqlite, type Engine } from "./test-engines.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await openSqlite(bundledData());
});
afterAll(() => engine.close());

/** The error of a promise. */
async function errorOf(work: () => Promise<unknown>): Promise<Error> {
  try {
    await work();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}

/** A database of its own, after a statement that breaks it. */
async function openBroken(statement: string): Promise<Error> {
  const broken = await openSqlite(bundledData());
  await broken.exec(statement);
  const error = await errorOf(() => openDatabase(broken.options));
  await broken.close();
  return error;
}

test("a database answers as the collections do", async () => {
  const database = await openDatabase(engine.options);
  const criteria = { topics: "peace-process", place: "baku" } as const;
  expect(await database.statements.where(criteria)).toEqual(statements.where(criteria));
  expect(await database.statements.count(criteria)).toBe(statements.count(criteria));
  expect(await database.meetings.count()).toBe(meetings.size);
  expect(await database.statements.has("kavkaza-135-flights-a-week")).toBe(true);
  expect(await database.statements.has("no-such-statement")).toBe(false);
  expect(database.version).toMatch(/^\d+\.\d+\.\d+$/);
});

test("records come one by one, in pages, in the order of where", async () => {
  const database = await openDatabase(engine.options);
  const ids: string[] = [];
  for await (const { id } of database.statements.each({}, { pageSize: 20, order: "newest" }))
    ids.push(id);
  expect(ids).toEqual(statements.where({}, { order: "newest" }).map(({ id }) => id));
});

test.each([
  [{ topics: "peace-proces" }, 'topics: no record "peace-proces" (did you mean "peace-process"?)'],
  [{ topic: "peace-process" }, 'criteria: no field "topic" (did you mean "topics"?)'],
  [{ date: "2022-13" }, "date: "],
])("criteria are checked as in memory: %j", async (criteria, message) => {
  const database = await openDatabase(engine.options);
  const error = await errorOf(() => database.statements.where(criteria as never));
  expect(error).toBeInstanceOf(InputError);
  expect(error.message).toContain(message);
});

test("a function is refused, and so are wrong options", async () => {
  const database = await openDatabase(engine.options);
  const { statements: table } = database;
  const asked = errorOf(() => table.where((() => true) as never));
  expect((await asked).message).toBe(
    "criteria: a database cannot be asked a function; write criteria",
  );
  const limited = errorOf(() => table.where({}, { limit: -1 }));
  expect((await limited).message).toBe("limit: expects a whole number, 0 or more, not -1");
  const paged = errorOf(() => table.each({}, { pageSize: 0 }).next());
  expect((await paged).message).toBe("pageSize: expects a whole number, 1 or more, not 0");
  const got = errorOf(() => table.get(7 as never));
  expect((await got).message).toBe("statements.get: expects an id as text, not 7");
});

test("a dialect is spelt right, and run is a function", async () => {
  const run = () => [];
  const dialect = errorOf(() => openDatabase({ dialect: "postgre" as never, run }));
  expect((await dialect).message).toBe(
    'openDatabase.dialect: no dialect "postgre" (did you mean "postgres"?)',
  );
  const error = await errorOf(() => openDatabase({ dialect: "sqlite" } as never));
  expect(error.message).toBe(
    "openDatabase.run: expects a function of a text and its values, not undefined",
  );
});

test("a database without the tables, or of another version, is not opened", async () => {
  const missing = await openBroken("DROP TABLE meta");
  expect(missing).toBeInstanceOf(DatabaseError);
  expect(missing.message).toContain("openDatabase: the table meta cannot be read");
  expect(missing.message).toContain(
    "check the connection, and if there are no tables, load it with the scripts",
  );
  const other = await openBroken("UPDATE meta SET value = '9' WHERE key = 'format'");
  expect(other.message).toBe(
    "openDatabase: the tables have format 9, and this version of the package reads format 1; " +
      "export and load the data again",
  );
});

test("a dialect that the tables are not for is not opened", async () => {
  const { run } = engine.options;
  const error = await errorOf(() => openDatabase({ dialect: "duckdb", run }));
  expect(error.message).toBe(
    "openDatabase: these tables are for sqlite, not duckdb; write that dialect, or export the " +
      "tables for this one",
  );
});

test("the message names a run function that loses its values", async () => {
  const { run } = engine.options;
  const error = await errorOf(() =>
    openDatabase({ dialect: "sqlite", run: (text) => run(text, []) }),
  );
  expect(error.message).toBe(
    "openDatabase: a query with a value did not find its row; run must give its values to the " +
      "driver, in their order",
  );
});

test("tables that were loaded twice are not opened", async () => {
  const twice = await openBroken(
    "UPDATE meta SET value = replace(value, '\"visits\":5', '\"visits\":3') WHERE key = 'rows'",
  );
  expect(twice.message).toBe(
    "openDatabase: visits has 5 rows and not 3; load the data again, into an empty database",
  );
});

test("a database that is half loaded is not opened", async () => {
  const unfinished = await openBroken("DELETE FROM meta");
  expect(unfinished.message).toBe(
    "openDatabase: the table meta is empty, so loading did not finish; load the data again",
  );
  const { size } = statements;
  const half = await openBroken("DELETE FROM statements WHERE seq > 9; DELETE FROM visits");
  expect(half.message).toBe(
    `openDatabase: visits has 0 rows and not 5; statements has 10 rows and not ${size}; load the ` +
      "data again, into an empty database",
  );
});

test("a table without rows has no records", async () => {
  const empty = await openSqlite(
    ownData({ topics: [{ id: "one", label: "One" }] as never }, false),
  );
  const database = await openDatabase(empty.options);
  expect(await database.statements.where({})).toEqual([]);
  expect(await database.statements.count()).toBe(0);
  expect(await database.statements.countBy("mode")).toEqual({ total: 0, cells: [] });
  expect((await database.statements.each().next()).done).toBe(true);
  expect(await database.topics.count({ id: "one" })).toBe(1);
  await empty.close();
});

/** A driver that fails at the n-th query. */
function failingAt(query: number, error: unknown): DatabaseOptions {
  let count = 0;
  return {
    ...engine.options,
    run: (text, values) => {
      if (++count === query) throw error;
      return engine.options.run(text, values);
    },
  };
}

test("an error of the driver has its place in the message, and is kept as the cause", async () => {
  const cause = new Error("connection lost");
  // opening asks 22 queries: two of meta, the rows of ten tables, the ids of ten
  const database = await openDatabase(failingAt(23, cause));
  const error = await errorOf(() => database.statements.where({}));
  expect(error).toBeInstanceOf(DatabaseError);
  expect(error.message).toBe("statements.where: the database failed: connection lost");
  expect(error.cause).toBe(cause);
});

test("after an error in the middle, each goes on where it stopped", async () => {
  const database = await openDatabase(failingAt(25, new Error("connection lost")));
  const first: string[] = [];
  const error = await errorOf(async () => {
    for await (const { id } of database.statements.each({}, { pageSize: 30 })) first.push(id);
  });
  expect(error.message).toBe(
    "statements.each: after 60 records the database failed: connection lost; " +
      "go on with { offset: 60 }",
  );
  const rest: string[] = [];
  for await (const { id } of database.statements.each({}, { pageSize: 30, offset: 60 }))
    rest.push(id);
  expect([...first, ...rest]).toEqual([...statements].map(({ id }) => id));
});

test("the message says what a driver gives instead of rows", async () => {
  const give = (rows: unknown) => ({ dialect: "sqlite", run: () => rows }) as never;
  const error = await errorOf(() => openDatabase(give({ rows: [] })));
  expect(error.message).toBe("openDatabase: run must return an array of rows");
  const value = await errorOf(() => openDatabase(give([7])));
  const columns = await errorOf(() => openDatabase(give([{ columns: [], values: [] }])));
  expect(columns.message).toBe(
    "openDatabase: the table meta has no format; run must return the rows of the query, each a " +
      "list of values or an object of them",
  );
  expect(value.message).toBe(
    "openDatabase: a row must be an array of values, or an object of them",
  );
  const broken = await openSqlite(bundledData());
  await broken.exec("UPDATE statements SET record = 'x'");
  const database = await openDatabase(broken.options);
  const record = await errorOf(() => database.statements.where({}));
  expect(record.message).toBe(
    "statements.where: the column record does not hold a record; load the data again",
  );
  await broken.close();
});

test("an id that was withdrawn leads to its successor", async () => {
  const data = {
    people: [{ id: "new", label: "New" }],
    withdrawn: [
      { id: "old", reason: "twice", withdrawnIn: "1.0.0", successor: "older" },
      { id: "older", reason: "twice", withdrawnIn: "1.1.0", successor: "new" },
      { id: "gone", reason: "wrong", withdrawnIn: "1.0.0" },
    ],
  };
  const own = await openSqlite(ownData(data, false));
  const database = await openDatabase(own.options);
  expect((await database.people.get("old"))?.id).toBe("new");
  expect(await database.people.get("gone")).toBeUndefined();
  expect(await database.statements.count({ speakers: "old" })).toBe(0);
  const error = await errorOf(() => database.statements.count({ speakers: "gone" }));
  expect(error.message).toContain('"gone" was withdrawn in version 1.0.0: wrong');
  await own.close();
});

test("the nearest record counts, also when its id was withdrawn later", async () => {
  const withdrawn = [
    { id: "a", reason: "twice", withdrawnIn: "1.0.0", successor: "b" },
    { id: "b", reason: "twice", withdrawnIn: "1.1.0", successor: "c" },
  ];
  const data = { people: [{ id: "b" }, { id: "c" }], withdrawn };
  const own = await openSqlite(ownData(data, false));
  const { people } = await openDatabase(own.options);
  expect((await people.get("a"))?.id).toBe(toCollections(data).people.get("a")?.id);
  expect(await people.has("b\0")).toBe(false);
  const error = await errorOf(() => people.has(7 as never));
  expect(error.message).toBe("people.has: expects an id as text, not 7");
  await own.close();
});

test("of a kind with too many records any id is taken, but withdrawn ones are followed", () => {
  const places = [
    { id: "land", type: "country", country: "land" },
    { id: "town", type: "city", country: "land" },
  ];
  const withdrawn = {
    old: { reason: "twice", withdrawnIn: "1.0.0", successor: "new" },
    gone: { reason: "wrong", withdrawnIn: "1.0.0" },
  };
  const vocabulary = vocabularyOf((kind) => (kind === "place" ? places : undefined), withdrawn);
  const read = toCriteriaReader(fieldsOfKind.meeting, vocabulary);
  const groups = (criteria: object) => (read(criteria)[0] as ValueCondition).groups;
  expect(groups({ participants: "anybody" })).toEqual([["anybody"]]);
  expect(groups({ participants: "old" })).toEqual([["new"]]);
  expect(groups({ place: "land" })).toEqual([["land", "town"]]);
  expect(() => read({ participants: "gone" })).toThrow('"gone" was withdrawn in version 1.0.0');
});

test("rows may be objects, with their values in the order of the columns", async () => {
  const { run } = engine.options;
  const database = await openDatabase({
    dialect: "sqlite",
    run: async (text, values) => {
      const rows = (await run(text, values)) as unknown[][];
      return rows.map((row) => Object.fromEntries(row.map((value, i) => [`c${i}`, value])));
    },
  });
  expect(await database.statements.where({}, { limit: 3 })).toEqual(
    statements.where({}, { limit: 3 }),
  );
  expect(database.statements.explain({ place: "baku" }).values).toEqual(["baku"]);
});
