/** What a database answers is what the collections answer. */
import { expect, test } from "vitest";
import { toRandom } from "../../bench/random.ts";
import { ownData } from "../../src/command/export-data.ts";
import { toCollections } from "../../src/own.ts";
import { openDatabase } from "../../src/sql.ts";
import { compareAnswers } from "../../bench/databases/compare-answers.ts";
import { randomSet } from "../../bench/databases/random-set.ts";
import { openPglite, openSqlite } from "./test-engines.ts";

/** Another seed asks other questions: SQL_SEED=7 npx vitest run test/sql */
const seed = Number(process.env.SQL_SEED ?? 1);

test.each([
  ["SQLite", openSqlite],
  ["PostgreSQL", openPglite],
])("%s gives the answers of the collections", { timeout: 120_000 }, async (_, open) => {
  const random = toRandom(seed);
  const { data, pools } = randomSet(300, random);
  const engine = await open(ownData(data, false));
  const database = await openDatabase(engine.options);
  const questions = 240;
  const found = await compareAnswers(toCollections(data), database, pools, { questions, random });
  await engine.close();
  expect(found.mismatches).toEqual([]);
  expect(found.criteria).toBeGreaterThan(500);
  expect(found.answered).toBeGreaterThan(150);
  expect(found.counts).toBeGreaterThan(60);
});
