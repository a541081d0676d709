/** The command export, and the scripts that it writes. */
import { parquetReadObjects } from "hyparquet";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundledData } from "../../src/command/export-data.ts";
import { writeWhole } from "../../src/command/export-folder.ts";
import { runCommand } from "../../src/command/run-command.ts";
import { statements } from "../../src/index.ts";
import { dyads } from "../../src/coding.ts";
import { openPglite, openSqlite } from "./test-engines.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "export-test-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const screen = { width: undefined, colour: false };

/** Runs the command; returns its output, or its error and what it told on the way. */
async function run(...args: readonly string[]): Promise<string> {
  try {
    return await runCommand(args, screen);
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test.each([
  [[], "Error: export needs --to parquet|sqlite|duckdb|postgres|clickhouse"],
  [
    ["--to", "postgresql", "x"],
    'InputError: --to: no database "postgresql" (did you mean "postgres"?)',
  ],
  [["--to", "sqlite"], "Error: export takes one folder, which it makes: export --to duckdb DIR"],
  [["--to", "sqlite", "x", "--bundled"], "Error: --bundled goes with --from FILE"],
  [["--to", "sqlite", "x", "--from", "no.json"], 'Error: "no.json" cannot be read: no such file'],
  [["--to", "sqlite", "x", "--ndjson"], "Error: --ndjson is for lists of records; use --json"],
])("export %j explains what is wrong", async (args, message) => {
  expect(await run("export", ...args)).toBe(message);
});

test("a folder that is not empty, and a file, are left as they are", async () => {
  const full = join(folder, "full");
  mkdirSync(full);
  writeFileSync(join(full, "mine.txt"), "mine");
  expect(await run("export", "--to", "sqlite", full)).toBe(
    `Error: export: "${full}" is not empty (mine.txt); name a new or an empty folder`,
  );
  expect(readdirSync(full)).toEqual(["mine.txt"]);
  const name = file("a-file", "");
  expect(await run("export", "--to", "sqlite", name)).toBe(
    `Error: export: "${name}" is a file; name a new folder`,
  );
});

test("own records come from JSON and NDJSON, and faults have their line", async () => {
  const topic = { kind: "topic", id: "one", label: "One" };
  const good = file("good.ndjson", `${JSON.stringify(topic)}\n\n`);
  const target = join(folder, "own");
  expect(await run("export", "--to", "duckdb", target, "--from", good)).toBe(
    `1 records for duckdb in ${target}; read its README.md`,
  );
  expect(readFileSync(join(target, "topics.ndjson"), "utf8")).toContain('"id":"one"');
  const json = file("good.json", JSON.stringify({ topics: [topic] }));
  const all = join(folder, "all");
  expect(await run("export", "--to", "sqlite", all, "--from", json, "--bundled")).toMatch(/^356 /);
  const cases = [
    [`${JSON.stringify(topic)}\n{"id":`, "line 2: is not JSON: "],
    ['{"id": "a", "kind": "topc"}', 'line 1: "kind" is "topc" (did you mean "topic"?)'],
    ["7", "line 1: expects a record"],
    ["", "Error: export: the file holds no record"],
    ['{"kind": "topic"}', "InputError: toCollections: line 1 (topics.0): has no id"],
  ] as const;
  for (const [text, message] of cases) {
    const bad = file("bad.ndjson", text);
    const answer = await run("export", "--to", "sqlite", join(folder, "bad"), "--from", bad);
    expect(answer).toContain(message);
  }
  const wrongNames = [
    [`${JSON.stringify(topic)}\n${JSON.stringify(topic)}\n`, "has a record on each line; name it"],
    ["[]", "is a list; write lists by their names"],
  ] as const;
  for (const [text, message] of wrongNames) {
    const bad = file("bad.json", text);
    const answer = await run("export", "--to", "sqlite", join(folder, "bad"), "--from", bad);
    expect(answer).toContain(message);
  }
  expect(existsSync(join(folder, "bad"))).toBe(false);
});

test("records that a database cannot hold are named before anything is written", async () => {
  const bad = file(
    "hold.json",
    JSON.stringify({
      topics: [
        { id: "nul", label: "a\u0000b" },
        { id: "half", label: "a\ud800" },
        { id: "whole", label: "😀" },
      ],
      meetings: [{ id: "early", date: { edtf: "0000-05-01" } }],
    }),
  );
  const target = join(folder, "hold");
  const answer = await run("export", "--to", "clickhouse", target, "--from", bad);
  const why = "holds U+0000 or half of a surrogate pair, which databases cannot hold; remove it";
  expect(answer).toBe(
    `InputError: export: topics "nul" ${why}; topics "half" ${why}; meetings "early" has the ` +
      "day 0000-05-01; databases have no year 0000, so leave the date out",
  );
  expect(readdirSync(folder).filter((name) => name.includes("hold"))).toEqual(["hold.json"]);
});

test("a folder that gets a file meanwhile is left as it is, and so are the parents", async () => {
  const target = join(folder, "new/parents/out");
  const intruder = writeWhole(target, () => {
    writeFileSync(join(target, "mine.txt"), "mine");
  });
  await expect(intruder).rejects.toThrow("was empty and now has mine.txt; name another folder");
  expect(readdirSync(target)).toEqual(["mine.txt"]);
  const failing = writeWhole(join(folder, "other/parents/out"), () => {
    throw new Error("disk full");
  });
  await expect(failing).rejects.toThrow("disk full");
  expect(existsSync(join(folder, "other"))).toBe(false);
  const below = await run("export", "--to", "sqlite", join(folder, "hold.json", "out"));
  expect(below).toMatch(/^Error: export: ".*out" cannot be made: E\w+; name another folder$/);
});

test("every target has a README, scripts and data", async () => {
  for (const target of ["sqlite", "duckdb", "postgres", "clickhouse", "parquet"]) {
    const name = join(folder, `to-${target}`);
    expect(await run("export", "--to", target, name)).toContain("355 records");
    const readme = readFileSync(join(name, "README.md"), "utf8");
    expect(readme).toContain("| `statements` | 139 |");
    for (const script of readme.match(/[a-z-]+\.(?:sql|parquet)/g) ?? [])
      if (script !== "all.sql")
        expect([target, script, existsSync(join(name, script))]).toContain(true);
  }
});

test("Parquet holds the same rows", async () => {
  const name = join(folder, "to-parquet");
  const bytes = readFileSync(join(name, "statements.parquet"));
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const rows = await parquetReadObjects({ file: buffer });
  expect(rows.map((row) => JSON.parse(row.record as string) as unknown)).toEqual([...statements]);
  const [row] = rows;
  const [first] = [...statements];
  expect(row!.topics).toEqual(first!.topics);
  expect((row!.date_earliest as Date).toISOString().slice(0, 10)).toBe(first!.date?.earliest);
});

test.each([
  ["SQLite", openSqlite],
  ["PostgreSQL", openPglite],
])("the views of %s join statements with meetings, speakers and topics", async (_, open) => {
  const engine = await open(bundledData());
  const rows = async (text: string) => (await engine.options.run(text, [])) as unknown[][];
  const [[details], [pairs], [dyad]] = [
    await rows('SELECT count(*) FROM "statement_details"'),
    await rows('SELECT count(*) FROM "statement_topics"'),
    await rows('SELECT count(*) FROM "dyads"'),
  ] as [unknown[][], unknown[][], unknown[][]];
  expect(Number(details![0])).toBe(statements.size);
  expect(Number(pairs![0])).toBe([...statements].flatMap(({ topics }) => topics).length);
  expect(Number(dyad![0])).toBe(dyads().length);
  const ofStatements = dyads().filter(({ kind }) => kind === "statement");
  const [count] = await rows('SELECT count(*) FROM "statement_dyads"');
  const distinct = new Set(ofStatements.map((one) => `${one.record} ${one.source} ${one.target}`));
  expect(Number(count![0])).toBe(distinct.size);
  const [row] = await rows(
    'SELECT "label", "meeting_label", "speakers", "topics" FROM "statement_details" ' +
      "WHERE \"id\" = 'kavkaza-135-flights-a-week'",
  );
  expect(row![0]).toContain("Ilham Aliyev");
  expect(row![2]).toBe("Ilham Aliyev");
  expect(row![3]).not.toBe("");
  // the example of the guide, also for a topic with nothing below it
  for (const topic of ["peace-process", "alliance"] as const) {
    const found = await rows(
      'SELECT DISTINCT t."statement" FROM "statement_topics" AS t ' +
        `JOIN "below" AS b ON b."id" = t."topic" WHERE b."above" = '${topic}'`,
    );
    expect([topic, found.length]).toEqual([topic, statements.count({ topics: topic })]);
  }
  await engine.close();
});

test("the command sql prints the query, and what its placeholders stand for", async () => {
  const args = ["sql", "statements", "--topics", "mines", "--place", "baku", "--limit", "5"];
  expect(await run(...args, "--dialect", "postgres")).toBe(
    'SELECT "record" FROM "statements" WHERE "topics" && $1::text[] AND "place" = $2::text ' +
      'ORDER BY "date_day" NULLS LAST, "seq" LIMIT 5;\n-- 1: ["mines"]\n-- 2: "baku"',
  );
  expect(await run(...args, "--dialect", "clickhouse", "--inline")).toBe(
    'SELECT "id", "label" FROM "statements" WHERE hasAny("topics", [\'mines\']) ' +
      'AND "place" = \'baku\' ORDER BY "date_day" NULLS LAST, "seq" LIMIT 5;',
  );
  expect(await run(...args)).toBe("Error: sql needs --dialect sqlite|duckdb|postgres|clickhouse");
  expect(await run(...args, "--dialect", "mysql")).toContain(
    'InputError: sql.dialect: no dialect "mysql"',
  );
  expect(JSON.parse(await run(...args, "--dialect", "sqlite", "--json"))).toEqual({
    text: expect.stringContaining("json_each(?1)") as string,
    values: ['["mines"]', "baku"],
  });
});
