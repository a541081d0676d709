/** What is said of a quote that is not in a text. */
import { expect, test } from "vitest";
import { describeNearestPassage } from "../../curation/locate/nearest-passage.ts";
import { SeedText } from "../../curation/locate/seed-text.ts";

test.each([
  ["foo bar", " foo", 'the nearest passage is "foo" at 0 (differs in white space at its ends)'],
  ["foo bar", "bar ", 'the nearest passage is "bar" at 4 (differs in white space at its ends)'],
  ["foo bar", "Foo ", 'the nearest passage is "foo" at 0 (differs in upper and lower case)'],
  ["foo  bar", "foo bar", 'the nearest passage is "foo bar" at 0 (differs in white space)'],
  ["foo bar", "  ", "nothing like it is there"],
  ["foo bar", "xyz", "nothing like it is there"],
])("in %j the quote %j", (text, quote, expected) => {
  expect(describeNearestPassage(new SeedText("x", text), quote)).toBe(expected);
});
