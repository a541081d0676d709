/** Values never become SQL: not as parameters, and not as literals. */
import { expect, test } from "vitest";
import { hostile } from "../../bench/databases/random-set.ts";
import { ownData } from "../../src/command/export-data.ts";
import { statements } from "../../src/index.ts";
import { toCollections } from "../../src/own.ts";
import { dialects } from "../../src/sql/sql-dialect.ts";
import { inlineValues, toTextLiteral } from "../../src/sql/sql-literals.ts";
import { toCountBySql, toCountSql, toSql, type DialectName } from "../../src/sql.ts";
import { openPglite, openSqlite } from "./test-engines.ts";

const data = { sources: hostile.map((outlet, i) => ({ id: `s-${i}`, outlet })) };
const { sources } = toCollections(data);

test.each([
  ["sqlite", openSqlite],
  ["postgres", openPglite],
] as const)("%s takes every text as a literal", { timeout: 60_000 }, async (name, open) => {
  const engine = await open(ownData(data, false));
  for (const [i, outlet] of hostile.entries())
    for (const criteria of [{ outlet }, { outlet: [outlet, "another"] }]) {
      const query = toSql(sources, criteria, { dialect: name });
      const text = inlineValues(query, dialects[name]);
      const rows = (await engine.options.run(text, [])) as unknown[][];
      const ids = rows.map(([record]) => {
        const found = typeof record === "string" ? (JSON.parse(record) as object) : record;
        return (found as { id: string }).id;
      });
      expect([outlet, ids]).toEqual([outlet, [`s-${i}`]]);
    }
  await engine.close();
});

test("no value is in the text of a query", () => {
  for (const text of hostile)
    for (const dialect of Object.keys(dialects) as DialectName[]) {
      const outlet = [`zq${text}`, "zq"];
      const query = toSql(sources, { outlet }, { dialect });
      expect([text, query.text.includes("zq")]).toEqual([text, false]);
      const [value] = query.values;
      expect(typeof value === "string" ? JSON.parse(value) : value).toEqual(outlet);
    }
});

test("ClickHouse reads a backslash as an escape, and the others do not", () => {
  expect(toTextLiteral("a\\'b", dialects.clickhouse)).toBe("'a\\\\''b'");
  expect(toTextLiteral("a\\'b", dialects.postgres)).toBe("'a\\''b'");
});

test("a text that no database can hold matches nothing", () => {
  const { text, values } = toSql(sources, { outlet: "a\0b" }, { dialect: "postgres" });
  expect(text).toContain("WHERE 1 = 0");
  expect(values).toEqual([]);
});

test("queries are written for each dialect", () => {
  const criteria = { mode: { not: "agency-narration" }, date: { from: "2022-06" } } as const;
  const placeholders = {
    sqlite: "?1",
    duckdb: "$1",
    postgres: "$1::text",
    clickhouse: "{p1:String}",
  };
  for (const [dialect, placeholder] of Object.entries(placeholders))
    expect(toCountSql(statements, criteria, { dialect: dialect as DialectName }).text).toContain(
      `"mode" IS NOT NULL AND NOT "mode" = ${placeholder}`,
    );
  expect(toCountBySql(statements, ["month", "topics"], {}, { dialect: "duckdb" }).text).toContain(
    'GROUP BY "value_1", "value_2"',
  );
  const newest = toSql(statements, {}, { dialect: "postgres", order: "newest", offset: 5 });
  expect(newest.text).toContain(
    'ORDER BY "date_day" DESC NULLS LAST, "seq" LIMIT 9007199254740991 OFFSET 5',
  );
});

test.each<[work: () => unknown, message: string]>([
  [
    () => toSql(statements, {}, {} as never),
    "toSql.dialect: no dialect undefined; it takes one of sqlite, duckdb, postgres, clickhouse",
  ],
  [
    () => toSql(statements, {}, { dialect: "sqlite", limt: 1 } as never),
    'toSql: no option "limt" (did you mean "limit"?)',
  ],
  [
    () => toSql([] as never, {}, { dialect: "sqlite" }),
    "toSql: expects a collection, such as statements",
  ],
  [
    () => toSql(statements, (() => true) as never, { dialect: "sqlite" }),
    "criteria: a database cannot be asked a function; write criteria",
  ],
  [
    () => toCountBySql(statements, [] as never, {}, { dialect: "sqlite" }),
    "countBy: expects one field or two, not 0",
  ],
])("wrong options: %s", (work, message) => {
  expect(work).toThrow(message);
});
