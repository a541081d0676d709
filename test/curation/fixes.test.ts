/** What `compile --fix` fixes: values that have one right answer, and no others. */
import { expect, test } from "vitest";
import { compile } from "../../curation/compile.ts";
import { applyFixes } from "../../curation/fixes.ts";
import { format } from "../../curation/problem.ts";
import { readTree } from "../../curation/read/files.ts";

const valid = readTree("test/fixtures/valid", ["data", "seeds"], []);
const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (path: string) => new TextDecoder().decode(valid.get(path));
const statements = "data/statements/daily-a.yaml";

/** The valid dataset with a text replaced in one file. */
function edited(path: string, from: string, to: string): ReadonlyMap<string, Uint8Array> {
  expect([path, textOf(path).includes(from)]).toEqual([path, true]);
  return new Map([...valid, [path, bytes(textOf(path).replace(from, () => to))]]);
}

function problemsOf(files: ReadonlyMap<string, Uint8Array>) {
  return compile(files, { version: "0.0.0" }).problems;
}

/** The values that are fixed, and what is left to report afterwards. */
function fixedIn(path: string, from: string, to: string) {
  const files = edited(path, from, to);
  const { files: changed, changes } = applyFixes(files, problemsOf(files));
  const after = new Map([
    ...files,
    ...[...changed].map(([file, text]) => [file, bytes(text)] as const),
  ]);
  return {
    changes: changes.map((one) => [one.from, one.to]),
    left: problemsOf(after).map(format),
  };
}

test.each([
  [
    "straight quotation marks and other spaces",
    "claim: Delta has 5 roads and dozens of ports, the “so-called gates” among them",
    'claim: Delta has  5 roads and dozens of ports, the "so-called gates" among them',
    "Delta has 5 roads and dozens of ports, the “so-called gates” among them",
  ],
  ["capitals", "claim: trade grows.", "claim: Trade grows.", "trade grows."],
  ["a cut word", "claim: trade grows.", "claim: trade grow", "trade grows"],
])("%s", (_, from, to, words) => {
  const { changes, left } = fixedIn(statements, from, to);
  expect(changes.map(([, now]) => now!.replace(/^"|"$/g, ""))).toEqual([words]);
  expect(left.filter((message) => message.includes("claim: not found"))).toEqual([]);
});

test("words in several lines are replaced whole", () => {
  const folded = "claim: >-\n      Trade\n      GROWS.\n";
  const { changes, left } = fixedIn(statements, "claim: trade grows.\n", folded);
  expect(changes).toEqual([[">-\n      Trade\n      GROWS.", "trade grows."]]);
  expect(left).toEqual([]);
});

test("the hash and the length of a text that was changed on purpose", () => {
  const files = new Map([...valid, ["seeds/a.txt", bytes(`${textOf("seeds/a.txt")} `)]]);
  const { files: changed, changes } = applyFixes(files, problemsOf(files));
  expect(changes.length).toBe(2);
  const after = new Map([
    ...files,
    ...[...changed].map(([file, text]) => [file, bytes(text)] as const),
  ]);
  expect(problemsOf(after).map(format)).toEqual([]);
});

test("what may be several passages, or none, is left to the curator", () => {
  expect(fixedIn(statements, "claim: trade grows.", "claim: bond agreed").changes).toEqual([]);
  expect(fixedIn(statements, "claim: trade grows.", "claim: fish swim.").changes).toEqual([]);
  expect(fixedIn(statements, "speakers: [alpha-ames]", "speakers: [alpha-amse]").changes).toEqual(
    [],
  );
});

test("a dataset without a problem stays as it is", () => {
  expect(applyFixes(valid, problemsOf(valid))).toEqual({ files: new Map(), changes: [] });
});
