import { expect, test } from "vitest";
import { runCommand } from "../../src/command/run-command.ts";
import { columns, columnsOrBlocks, styled, widthOf, wrap } from "../../src/command/terminal.ts";

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

test("where the text would have too little room, each row is a block that cuts nothing", () => {
  expect(columnsOrBlocks(rows, { width: 40, colour: false }, 2)).toEqual([
    "Declaration on Allied Interaction",
    "    2022-02-22",
    "    agreement",
    "Talks",
    "    2023-02-27",
    "    meeting",
  ]);
});

const calls = [
  ["list", "meetings"],
  ["list", "statements", "--limit", "5"],
  ["timeline"],
  ["--help"],
  ["help", "export"],
  ["show", "caspian-summit-2022"],
  [],
];

test.each(calls)(
  "%s %s fits a terminal of 40 columns: only words without a blank do not",
  async (...args) => {
    const output = await runCommand(args, { width: 40, colour: false });
    const tooLong = output
      .split("\n")
      .filter((line) => line.length > 40 && / \S/.test(line.trim()));
    expect(tooLong).toEqual([]);
    expect(output).not.toContain("…\n");
  },
);

test("a terminal that does not tell its width has 80 columns", () => {
  expect([undefined, 0, 40].map(widthOf)).toEqual([80, 80, 40]);
});
