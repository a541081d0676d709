import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the datasheet prints the agreement of the readings that are kept, as computed from them", () => {
  const { stdout, status } = spawnSync(process.execPath, ["node_modules/tsx/dist/cli.mjs", "scripts/agreement.ts"], { encoding: "utf8" });
  expect(status).toBe(0);
  expect(stdout.trim().split("\n").length).toBeGreaterThanOrEqual(4);
  expect(readFileSync("docs/datasheet.md", "utf8")).toContain(stdout.trim());
});
