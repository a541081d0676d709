/** What mutation found is kept with its reasons. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  groups,
  summarize,
  type GroupResult,
  type Survivor,
} from "../../tools/trust/mutate-code.ts";

const read = <Value>(name: string) =>
  JSON.parse(readFileSync(`readings/mutation/${name}.json`, "utf8")) as Value;
const results = read<Readonly<Record<string, GroupResult>>>("code");
const reasons = read<readonly (Survivor & { readonly reason: string })[]>("code-survivors");

/** What the tests must notice of each group, in percent. */
const floor = 90;

test("every group of code was changed, and the tests noticed what they must", () => {
  expect(Object.keys(results)).toEqual(Object.keys(groups));
  for (const [name, { score, noticed, survived, survivors }] of Object.entries(results)) {
    expect([name, survivors.length]).toEqual([name, survived]);
    expect(score).toBeCloseTo((100 * noticed) / (noticed + survived), 1);
    expect([name, score >= floor]).toEqual([name, true]);
  }
});

test("every change that no test noticed is listed, with its reason once it was read", () => {
  const keyOf = ({ file, line, from, to }: Survivor) => JSON.stringify([file, line, from, to]);
  const listed = reasons.map(keyOf).sort();
  const all = Object.values(results).flatMap(({ survivors }) => survivors);
  expect(all.map(keyOf).sort()).toEqual(listed);
  expect(reasons.filter(({ reason }) => reason === "not read yet")).toEqual([]);
});

test("a change that no test reaches counts as not noticed, and one that hangs as noticed", () => {
  const at = (line: number) => ({
    start: { line, column: 3 },
    end: { line, column: 6 },
  });
  const mutant = (status: string, line = 1) => ({ status, replacement: "x", location: at(line) });
  const { noticed, survived, score, survivors } = summarize({
    files: {
      "a.ts": {
        source: "ab cde fg\nhi",
        mutants: [
          mutant("Killed"),
          mutant("Timeout"),
          mutant("Survived"),
          mutant("NoCoverage"),
          mutant("Ignored"),
          mutant("CompileError"),
        ],
      },
    },
  });
  expect([noticed, survived, score]).toEqual([2, 2, 50]);
  expect(survivors[0]).toEqual({ file: "a.ts", line: 1, from: " cd", to: "x" });
});
