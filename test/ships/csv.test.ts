import { expect, test } from "vitest";
import { toCsv } from "../../src/outputs/csv.ts";
import { toRow } from "../../src/outputs/record-row.ts";
import { recordsToTable } from "../../src/outputs/record-table.ts";
import { statements } from "../../src/index.ts";

test("numbers stay numbers, also negative ones", () => {
  const lima = { coordinates: { latitude: -12.05, longitude: -77.04 } };
  const columns = ["coordinates.latitude", "coordinates.longitude"];
  const row = toRow(
    lima,
    columns.map((name) => ({ name, isList: false })),
    () => "",
  );
  expect(toCsv([row])).toBe("-12.05,-77.04\r\n");
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\u00a0=1+1", "\ufeff=1+1", "＝1+1", "\n=1+1"])(
  "the text %j has an apostrophe, so that a spreadsheet does not run it",
  (text) => {
    expect(toCsv([[text]])).toContain(`'${text}`);
  },
);

test.each(["﹣1", "−1", "﹦1+1", "﹫SUM(A1)"])("the small sign of %j counts too", (text) => {
  expect(toCsv([[text]])).toBe(`'${text}\r\n`);
});

test("each value of a list is guarded, because a spreadsheet may split the cell", () => {
  const list = [{ name: "items", isList: true }];
  expect(toCsv([toRow({ items: ["a", "=1+1"] }, list, () => "")])).toBe("a|'=1+1\r\n");
  expect(toCsv([toRow({ items: ["=1+1"] }, list, () => "")])).toBe("'=1+1\r\n");
});

test("a cell with a comma, a quote or a line break is quoted", () => {
  expect(toCsv([['a, "b"\nc']])).toBe('"a, ""b""\nc"\r\n');
});

test("columns of a list of objects are parallel, also where no item has a value", () => {
  const columns = ["speakers.actor", "speakers.side", "speakers.side_iso", "topics"];
  const row = (record: object) =>
    toRow(
      record,
      columns.map((name) => ({ name, isList: true })),
      (id) => id.slice(0, 2).toUpperCase(),
    );
  expect(row({ speakers: [{ actor: "a" }, { actor: "b" }, { actor: "c" }], topics: [] })).toEqual([
    "a|b|c",
    "||",
    "||",
    "",
  ]);
  expect(row({ speakers: [{ actor: "a", side: "russia" }, { actor: "b" }] })).toEqual([
    "a|b",
    "russia|",
    "RU|",
    "",
  ]);
});

test("a table has the columns of its kinds, whatever was found", () => {
  const [head, ...rest] = recordsToTable([], ["statement"]).split("\r\n");
  expect(head).toMatch(/^kind,id,label,.*,note$/);
  expect(rest).toEqual([""]);
  const both = recordsToTable([...statements].slice(0, 1), ["visit", "statement"]);
  const names = both.split("\r\n")[0]!.split(",");
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(["travellers", "gist", "kind", "id"]));
});
