import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { eager } from "../scripts/eager.ts";

test("functions on the way of a first question stand in parentheses and do what they did", () => {
  const code = `
function outer(a) { const inner = (b) => { return a + b; }; return (c) => { return inner(c); }; }
var plain = (x) =>
  x * 2;
var left = (x) => x;
var out = { where(a, b) { return [1].map((x) => outer(plain(a))(b)); } };
`;
  const made = eager(code, ["outer", "inner", "plain", "where"]);
  expect(made).toContain("var outer = (function(a) {");
  expect(made).toContain("const inner = (function(b) { return a + b; });");
  expect(made).toContain("return (function(c) { return inner(c); });");
  expect(made).toContain("var plain = (function(x) { return x * 2; });");
  expect(made).toContain("var left = (x) => x;");
  expect(made).toContain("where: (function(a, b) {");
  expect(made).toContain("(x) => outer");
  const run = (text: string) => [...(runInNewContext(`${text} out.where(2, 3);`) as number[])];
  expect(run(made)).toEqual(run(code));
  expect(run(made)).toEqual([7]);
});

test("a function that is not there, or twice, is an error", () => {
  expect(() => eager("var a = 1;", ["where"])).toThrow("no function where");
  expect(() => eager("function a() {} { function a() {} }", ["a"])).toThrow("a is there twice");
});

test.each([
  "async function a() {}",
  "function* a() {}",
  "var a = async (x) => { x(); };",
  "var a = x => { x(); };",
  "var a = (x) => { this.y = x; };",
  "var a = () => { return arguments; };",
  "var a = (x = this.v) => { return x; };",
  "var a = () => { return new.target; };",
  "class O extends P { b() { var a = () => { super.b(); }; } }",
  "var a = function (x) { return x; };",
  "var o = { get a() { return 1; } };",
  "var o = { async a() {} };",
  "var o = { *a() {} };",
  "class O { a() {} }",
])("what would mean something else is an error: %s", (code) => {
  expect(() => eager(code, ["a"])).toThrow("eager: cannot put this in parentheses");
});
