import edtf from "edtf";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bounds } from "../../src/dates/edtf.ts";

test.each([
  ["2022-12-23", "2022-12-23", "2022-12-23"],
  ["2022-02", "2022-02-01", "2022-02-28"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["1900-02", "1900-02-01", "1900-02-28"],
  ["2000-02", "2000-02-01", "2000-02-29"],
  ["2022", "2022-01-01", "2022-12-31"],
  ["2022-07-08~", "2022-07-05", "2022-07-11"],
  ["2024-02-28%", "2024-02-25", "2024-03-02"],
  ["2022-01~", "2021-12-01", "2022-02-28"],
  ["2022~", "2021-01-01", "2023-12-31"],
  ["0000~", "0000-01-01", "0001-12-31"],
  ["9999-12-31~", "9999-12-28", "9999-12-31"],
  ["2022-07-08?", "2022-07-08", "2022-07-08"],
  ["2022-06?", "2022-06-01", "2022-06-30"],
  ["[2020-11-09,2020-11-10]", "2020-11-09", "2020-11-10"],
  ["[2022-03,2022-02]", "2022-02-01", "2022-03-31"],
  ["2023-02-27/2023-02-28", "2023-02-27", "2023-02-28"],
  ["2022-06/..", "2022-06-01", null],
  ["../2022-06", null, "2022-06-30"],
])("%s lies between %s and %s", (text, earliest, latest) => {
  expect(bounds(text)).toEqual({ earliest, latest });
});

test.each([
  ["2022-13", '"2022-13" is not in the calendar'],
  ["2022-02-30", '"2022-02-30" is not in the calendar'],
  ["2022-05/2022-04", '"2022-05/2022-04" ends before it starts'],
  ["../..", '"../.." is open at both ends and says nothing'],
  ["May 2022", '"May 2022" is not a day (2022-02-22), month (2022-02) or year (2022)'],
  ["", '"" is not a day (2022-02-22), month (2022-02) or year (2022)'],
  ["2022/2023/2024", '"2022/2023/2024" is not a day (2022-02-22), month (2022-02) or year (2022)'],
  ["22-02-2022", '"22-02-2022" is not a day (2022-02-22), month (2022-02) or year (2022)'],
])("%s is refused", (text, message) => {
  expect(() => bounds(text)).toThrow(new RangeError(message));
});

const pad = (n: number, width = 2) => String(n).padStart(width, "0");
const oneDay = fc
  .date({ min: new Date("1800-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const point = fc.oneof(
  fc.integer({ min: 1800, max: 2100 }).map((y) => pad(y, 4)),
  fc
    .tuple(fc.integer({ min: 1800, max: 2100 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => `${pad(y, 4)}-${pad(m)}`),
  oneDay,
);
const date = fc.oneof(
  point,
  // the oracle does not widen an approximate date
  point.map((p) => `${p}?`),
  // the oracle takes the first member for the earliest
  fc.tuple(oneDay, oneDay).map((days) => `[${days.sort().join(",")}]`),
  fc
    .tuple(point, point)
    // the oracle takes no interval whose ends touch
    .filter(([a, b]) => bounds(a).latest! < bounds(b).earliest!)
    .map(([a, b]) => `${a}/${b}`),
  point.map((p) => `${p}/..`),
);

test("the bounds are those of the package edtf, for every form that is read", () => {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  fc.assert(
    fc.property(date, (text) => {
      const own = bounds(text);
      const oracle = edtf(text) as { min: number; max: number };
      expect(own.earliest).toBe(day(oracle.min));
      expect(own.latest).toBe(oracle.max === Infinity ? null : day(oracle.max));
    }),
    { numRuns: 2000 },
  );
});

test("an interval that ends before it starts is refused, whatever its ends", () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      fc.pre(bounds(a).earliest! > bounds(b).latest!);
      expect(() => bounds(`${a}/${b}`)).toThrow("ends before it starts");
    }),
  );
});
