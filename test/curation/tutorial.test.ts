/** The tutorial of docs/curating.md: its files compile, as a dataset of their own. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../../curation/compile.ts";
import { format } from "../../curation/problem.ts";
import { splitSentences } from "../../kit/draft-source.ts";

const page = readFileSync("docs/curating.md", "utf8");
const tutorial = /^## A first source[^]*?(?=^## )/m.exec(page)![0];
const text = `${/```text\n([^]*?)\n```/.exec(tutorial)![1]!}\n`;

/** The files that the tutorial shows; the draft writes the hash and the length of the text. */
function filesOf(): Map<string, string> {
  const files = new Map([["seeds/gamma-times.txt", text]]);
  for (const [, path, body] of tutorial.matchAll(/```yaml\n# (\S+)\n([^]*?)```/g))
    files.set(path!, body!);
  const sha256 = createHash("sha256").update(text).digest("hex");
  const source = files
    .get("data/sources.yaml")!
    .replace("sha256: …, codePoints: …", `sha256: ${sha256}, codePoints: ${[...text].length}`);
  return files.set("data/sources.yaml", source);
}

const compiled = (files: ReadonlyMap<string, string>) =>
  compile(new Map([...files].map(([path, body]) => [path, new TextEncoder().encode(body)])), {
    version: "0.0.0",
  });

test("the files of the tutorial compile, and hold three claims", () => {
  const result = compiled(filesOf());
  expect(result.problems.map(format)).toEqual([]);
  if (!("dataset" in result)) throw new Error("no dataset");
  // "he added" and the names are in passages as well
  expect(result.dataset.coverage).toEqual([
    {
      source: "gamma-times",
      sentences: 4,
      coveredSentences: 4,
      boilerplate: 2,
      words: 48,
      coveredWords: 48,
    },
  ]);
  const { statement, meeting } = result.dataset.records;
  expect(statement.map(({ label }) => label.split(",")[0])).toEqual([
    "Alpha Ames states",
    "Beta Bond says [emphasis on what is to be done]",
    "Beta Bond says [readiness or interest]",
  ]);
  expect(meeting[0]!.visitors).toEqual(["sigma"]);
});

test("the draft splits the sentences of the tutorial as it shows them", () => {
  const shown = filesOf().get("data/segments/gamma-times.yaml")!;
  for (const sentence of splitSentences(text)) expect(shown).toContain(sentence);
});

test("each file of the tutorial is needed", () => {
  const files = filesOf();
  expect(files.size).toBe(9);
  for (const path of files.keys()) {
    const others = new Map([...files].filter(([other]) => other !== path));
    expect([path, compiled(others).problems.length > 0]).toEqual([path, true]);
  }
});
