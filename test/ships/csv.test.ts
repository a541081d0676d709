import { expect, test } from "vitest";
import { recordsToCsv } from "../../src/outputs/csv.ts";

test("numbers stay numbers, also negative ones", () => {
  const lima = { coordinates: { latitude: -12.05, longitude: -77.04 } };
  expect(recordsToCsv([lima])).toBe(
    "coordinates.latitude,coordinates.longitude\r\n-12.05,-77.04\r\n",
  );
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)"])(
  "the text %s has an apostrophe, so that a spreadsheet does not run it",
  (text) => {
    expect(recordsToCsv([{ text }])).toBe(`text\r\n'${text}\r\n`);
  },
);

test("a cell with a comma, a quote or a line break is quoted", () => {
  expect(recordsToCsv([{ text: 'a, "b"\nc' }])).toBe('text\r\n"a, ""b""\nc"\r\n');
});
