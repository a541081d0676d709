/** The census of checks: every rule has a planted defect, and the page says so. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { census, censusPage } from "../../tools/trust/census.ts";

test("every rule of the compiler and of the release has a planted defect", () => {
  const all = census();
  expect(all.length).toBeGreaterThan(150);
  expect(all.filter(({ defect }) => defect === undefined)).toEqual([]);
  expect(readFileSync("docs/checks.md", "utf8")).toBe(censusPage(all));
});
