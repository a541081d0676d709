/** `npm run facts`: values in documents are written again when they changed, and only then. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { collections } from "../../src/index.ts";
import { renewDerivedParts } from "../../tools/derived-parts.ts";
import { renewLine, renewReadme, toSource } from "../../tools/renew-facts.ts";

test.each([
  [[["a", 1], null], '[["a", 1], null]'],
  [{ a: { "b-c": true } }, '{ a: { "b-c": true } }'],
  [[undefined, {}], "[undefined, {}]"],
])("a value in the style of the documents: %j", (value, text) => {
  expect(toSource(value)).toBe(text);
});

test("a line keeps its value while it is the same, however it is written", () => {
  const line = "count(x); //=> [ 1,2 ]";
  expect(renewLine(line, [1, 2])).toBe(line);
  expect(renewLine(line, [1, 3])).toBe("count(x); //=> [1, 3]");
  expect(renewLine('const a = b; //=> "$&"', "$1")).toBe('const a = b; //=> "$1"');
});

const facts = {
  statements: 7,
  narrations: 2,
  descriptions: { timeline: "1 visit" },
  reliability: "A reader who saw only the words is content with 99 % of the articles.",
};

test("the figures of the README are written again", () => {
  const readme = readFileSync("README.md", "utf8");
  const renewed = renewReadme(readme, facts);
  expect(renewed).toContain("![1 visit](docs/pictures/timeline.svg)");
  expect(renewed.replace(/\s+/g, " ")).toContain("Of the 7 statements, 2 are in the outlets");
  expect(renewed.replace(/\s+/g, " ")).toContain(facts.reliability);
  for (const line of renewed.split("\n").filter((one) => one.includes("A reader who saw")))
    expect(line.length).toBeLessThanOrEqual(100);
  expect(renewReadme(renewed, facts)).toBe(renewed);
  // lists and headings stay as they are
  const structure = (text: string) => text.split("\n").filter((line) => /^(?:- |#|```)/.test(line));
  expect(structure(renewed)).toEqual(structure(readme));
});

test("the derived parts of README.md and AGENTS.md are current", () => {
  for (const file of ["README.md", "AGENTS.md"]) {
    const text = readFileSync(file, "utf8");
    expect(text).toContain("<!-- derived: ");
    // npm run facts writes them again
    expect(renewDerivedParts(text) === text, file).toBe(true);
  }
});

test("the guide for coding assistants has at most 8 KB and needs no other page", () => {
  const guide = readFileSync("AGENTS.md", "utf8");
  expect(Buffer.byteLength(guide)).toBeLessThanOrEqual(8 * 1024);
  expect(guide).not.toMatch(/\]\((?!https?:)/);
  for (const name of Object.keys(collections)) expect(guide).toContain(`- \`${name}\`: `);
});
