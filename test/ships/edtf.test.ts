import edtf from "edtf";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toDateText as dateInWords } from "../../src/dates/date-text.ts";
import { toDateText } from "../../src/index.ts";
import { bounds, boundsOfRange } from "../../src/dates/edtf.ts";

const forms =
  "a day (2022-02-22), month (2022-02), year (2022) or season (2022-21), each with ~, ? or %";

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
  // level 0
  ["1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"],
  ["1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"],
  // level 1
  ["2001-21", "2001-03-01", "2001-05-31"],
  ["2001-24", "2001-12-01", "2002-02-28"],
  ["201X", "2010-01-01", "2019-12-31"],
  ["20XX", "2000-01-01", "2099-12-31"],
  ["2004-XX", "2004-01-01", "2004-12-31"],
  ["1985-04-XX", "1985-04-01", "1985-04-30"],
  ["1985-XX-XX", "1985-01-01", "1985-12-31"],
  ["1985/", "1985-01-01", null],
  ["/1985-04-12", null, "1985-04-12"],
  ["1984~/2004-06", "1983-01-01", "2004-06-30"],
  ["2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"],
  // level 2
  ["2001-33", "2001-01-01", "2001-03-31"],
  ["2001-39", "2001-09-01", "2001-12-31"],
  ["2001-40", "2001-01-01", "2001-06-30"],
  ["2001-29", "2001-09-01", "2001-11-30"],
  ["9999-24", "9999-12-01", "9999-12-31"],
  ["156X-12-25", "1560-12-25", "1569-12-25"],
  ["15XX-12-XX", "1500-12-01", "1599-12-31"],
  ["XXXX-12-XX", "0000-12-01", "9999-12-31"],
  ["1984-1X", "1984-10-01", "1984-12-31"],
  ["199X-02-29", "1992-02-29", "1996-02-29"],
  ["2004-06~-11", "2004-05-01", "2004-07-31"],
  ["2004-06-~11", "2004-06-08", "2004-06-14"],
  ["?2004-06-11", "2004-06-11", "2004-06-11"],
  ["[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"],
  ["{1960,1961-12}", "1960-01-01", "1961-12-31"],
  ["[..1760-12-03]", null, "1760-12-03"],
  ["[1760-12..]", "1760-12-01", null],
])("%s lies between %s and %s", (text, earliest, latest) => {
  expect(bounds(text)).toEqual({ earliest, latest });
});

const beginsBefore = (text: string, remedy: string) =>
  `"${text}": the end begins before the start; write the last day, ${remedy}`;

test.each([
  ["2022-13", '"2022-13" is not in the calendar'],
  ["2022-42", '"2022-42" is not in the calendar'],
  ["2021-02-29", '"2021-02-29" is not in the calendar'],
  ["2022-XX-32", '"2022-XX-32" is not in the calendar'],
  ["201X-21-01", '"201X-21-01" is not in the calendar'],
  ["-0099", '"-0099": only the years 0000 to 9999 are read'],
  ["Y170000002", '"Y170000002": only the years 0000 to 9999 are read'],
  ["1950S2", '"1950S2": significant digits and exponents are not read'],
  ["[1667, 1668]", '"[1667, 1668]": a set is written without blanks'],
  ["[..]", '".." is not a range such as 2022..2023'],
  ["[1667..1668..1669]", '"1667..1668..1669" is not a range such as 2022..2023'],
  ["2022-06-31/2022-07", '"2022-06-31" is not in the calendar'],
  ["/", '"/" is open at both ends and says nothing'],
  ["2022-02-30", '"2022-02-30" is not in the calendar'],
  ["2022-05/2022-04", '"2022-05/2022-04" ends before it starts'],
  ["../..", '"../.." is open at both ends and says nothing'],
  ["May 2022", `"May 2022" is not ${forms}`],
  ["", `"" is not ${forms}`],
  ["2022/2023/2024", `"2022/2023/2024" is not ${forms}`],
  ["22-02-2022", `"22-02-2022" is not ${forms}`],
  // invalid intervals of a public list of test inputs (edtf-validate)
  ["0000-01-03/0000-01", beginsBefore("0000-01-03/0000-01", "0000-01-03/0000-01-31")],
  ["0000-02/0000", beginsBefore("0000-02/0000", "0000-02/0000-12-31")],
  ["2004-06-11%/2004-06~", beginsBefore("2004-06-11%/2004-06~", "2004-06-11%/2004-06-30")],
  ["[2016]", '"[2016]" is a set of one date; write 2016'],
])("%s is refused", (text, message) => {
  expect(() => bounds(text)).toThrow(new RangeError(message));
});

test("a question may be asked with an end that holds the start, and with a set of one", () => {
  expect(boundsOfRange("2022-02-22/2022")).toEqual({
    earliest: "2022-02-22",
    latest: "2022-12-31",
  });
  expect(boundsOfRange("[2016]")).toEqual({ earliest: "2016-01-01", latest: "2016-12-31" });
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

test.each([
  ["2022-21", "spring 2022"],
  ["2022-33", "first quarter of 2022"],
  ["201X", "the 2010s"],
  ["20XX", "a year from 2000 to 2099"],
  ["156X-12-25", "25 December of the 1560s"],
  ["20XX-06", "June of a year from 2000 to 2099"],
  ["XXXX-12-XX", "an unspecified day of December of an unspecified year"],
  ["2022-XX", "an unspecified month of 2022"],
  ["2022-06-XX", "an unspecified day of June 2022"],
  ["2022-06~-11", "about 11 June 2022"],
  ["2022-06-~11?", "about 11 June 2022 (uncertain)"],
  ["{2021,2023}", "2021 and 2023"],
  ["[2020..2021,2023]", "2020 to 2021 or 2023"],
  ["/2022", "until 2022"],
  ["2022/", "since 2022"],
  ["1985-04-12T23:20:30Z", "12 April 1985"],
  ["../..", "at any time"],
  ["2022-XX-05", "2022-XX-05"],
  ["[2020-11-09,2020-11-10,2020-11-12]", "9 or 10 or 12 November 2020"],
  ["{2020-11,2020-12-01}", "November and 1 December 2020"],
])("%s is %s in words", (edtf, words) => {
  expect(toDateText({ edtf })).toBe(words);
});

test("a date that is not text is refused", () => {
  expect(() => dateInWords({ edtf: 2022 } as never)).toThrow("has a date that is not text");
});

test("an interval of one day is a date, in criteria and in a record", () => {
  const day = { earliest: "2022-06-24", latest: "2022-06-24" };
  expect(bounds("2022-06-24/2022-06-24")).toEqual(day);
  expect(boundsOfRange("2022-06-24/2022-06-24")).toEqual(day);
});

test("a set of years that four digits cannot write ends at the nearest that they can", () => {
  expect(bounds("0000~")).toMatchObject({ earliest: "0000-01-01" });
  expect(bounds("9999~")).toMatchObject({ latest: "9999-12-31" });
});
