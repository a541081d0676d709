import { expect, test } from "vitest";
import { numberInWords } from "../../curation/locate/written-numbers.ts";

const numbers: readonly (readonly [string, number | undefined])[] = [
  ["135 flights", 135],
  ["1,200 km", 1200],
  ["4.1 million tonnes", 4_100_000],
  ["$3.5bn", 3_500_000_000],
  ["two-day", 2],
  ["the 30th anniversary", 30],
  ["the first visit", 1],
  ["the second visit", 2],
  ["forty-four districts", 44],
  ["two hundred and five", 205],
  ["three thousand two hundred", 3200],
  ["a dozen", undefined],
  ["two dozen roads", 24],
  ["dozens of roads", undefined],
  ["several roads", undefined],
  ["50 km a second", 50],
  ["a second pilot boat", 2],
  ["a second", undefined],
  ["a second later", undefined],
  ["no one came", undefined],
  ["10,5", undefined],
];

test.each(numbers)("the number in %j is %j", (words, number) => {
  expect(numberInWords(words)).toBe(number);
});
