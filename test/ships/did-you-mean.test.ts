import { expect, test } from "vitest";
import { didYouMean, nearest } from "../../src/text/did-you-mean.ts";

const ids = ["sergey-lavrov", "osce-minsk-group", "osce", "baku"];

test.each([
  ["sergei-lavrov", "sergey-lavrov"],
  ["sergye-lavrov", "sergey-lavrov"],
  ["Baku", "baku"],
  ["minsk", "osce-minsk-group"],
  ["xxxxxxxx", undefined],
  ["", undefined],
  ["a".repeat(100_000), undefined],
  ["b".repeat(98), "b".repeat(100)],
  ["b".repeat(99), undefined], // so long a word is not compared, whatever is known
])("%s", (word, expected) => {
  expect(nearest(word, [...ids, "b".repeat(100)])).toBe(expected);
});

test("didYouMean suggests nothing when no name is similar", () => {
  expect(didYouMean("osec", ids)).toBe(' (did you mean "osce"?)');
  expect(didYouMean("zzz", ids)).toBe("");
});
