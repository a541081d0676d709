import { expect, test } from "vitest";
import { columns, styled, wrap } from "../../src/command/terminal.ts";

const narrow = { width: 30, colour: false };
const rows = [
  ["2022-02-22", "agreement", "Declaration on Allied Interaction"],
  ["2023-02-27", "meeting", "Talks"],
];

test("the flexible column is cut to the width of the terminal", () => {
  expect(columns(rows, { width: 45, colour: false }, 2)).toEqual([
    "2022-02-22  agreement  Declaration on Allied…",
    "2023-02-27  meeting    Talks",
  ]);
});

test("on a very narrow terminal the flexible column keeps 16 characters", () => {
  expect(columns(rows, narrow, 2)[0]).toBe("2022-02-22  agreement  Declaration on …");
});

test("output that is not for a terminal is neither cut nor wrapped", () => {
  const file = { width: undefined, colour: false };
  expect(columns(rows, file, 2)[0]).toBe(rows[0]!.join("  "));
  expect(wrap("a ".repeat(100), undefined)).toBe("a ".repeat(100));
});

test("lines break between words, and the next lines are indented", () => {
  expect(wrap("one two three four five six", 24, 4)).toBe("one two three four\n    five six");
});

test("a word that is longer than a line stays whole", () => {
  expect(wrap(`a ${"x".repeat(50)} b`, 30)).toBe(`a\n${"x".repeat(50)}\nb`);
});

test("only a screen with colour has styles", () => {
  expect(styled(narrow, "bold", "x")).toBe("x");
  expect(styled({ width: 30, colour: true }, "bold", "x")).toBe("\u001b[1mx\u001b[0m");
});
