import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the datasheet prints the agreement that is computed from the stored readings", () => {
  const { stdout, status } = spawnSync(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "tools/reading-agreement.ts"],
    { encoding: "utf8" },
  );
  expect(status).toBe(0);
  expect(stdout.trim().split("\n").length).toBeGreaterThanOrEqual(4);
  expect(readFileSync("docs/datasheet.md", "utf8")).toContain(stdout.trim());
});

test("the datasheet prints the agreement on relations that is computed from the codings", () => {
  const { stdout, status } = spawnSync(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "tools/relation-agreement.ts"],
    { encoding: "utf8" },
  );
  expect(status).toBe(0);
  expect(stdout.trim().split("\n").length).toBe(3);
  expect(readFileSync("docs/datasheet.md", "utf8")).toContain(stdout.trim());
});
