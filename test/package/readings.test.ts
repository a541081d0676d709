import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { statements } from "../../src/index.ts";
import { reliabilityLine } from "../../curation/emit/reliability-page.ts";
import type { Reliability } from "../../curation/trust-figures.ts";
import { reliabilityFiles } from "../../tools/trust/compute-figures.ts";

const run = (name: string) => {
  const { stdout, status } = spawnSync(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", `tools/${name}.ts`],
    { encoding: "utf8" },
  );
  expect(status).toBe(0);
  return stdout.trim();
};

test("the agreement of the readings of an earlier codebook can be computed", () => {
  expect(run("reading-agreement").split("\n").length).toBeGreaterThanOrEqual(4);
});

test("the datasheet prints the agreement on relations that is computed from the codings", () => {
  const printed = run("relation-agreement");
  expect(printed.split("\n").length).toBe(3);
  expect(readFileSync("docs/datasheet.md", "utf8")).toContain(printed);
});

test("the figures of trust are those that the readings give, and the README prints them", () => {
  for (const [path, text] of reliabilityFiles())
    expect([path, readFileSync(path, "utf8") === text]).toEqual([path, true]);
  const figures = JSON.parse(readFileSync("readings/reliability.json", "utf8")) as Reliability;
  const readme = readFileSync("README.md", "utf8").replace(/\s+/g, " ");
  expect(readme).toContain(reliabilityLine(figures));
});

test("each statement says which of its codes the third reader has too", () => {
  const aligned = JSON.parse(readFileSync("readings/third/aligned.json", "utf8")) as Record<
    string,
    { speechAct: string[]; topics: string[] }
  >;
  for (const { id, confirmed, speechAct, topics } of statements) {
    const read = aligned[id];
    expect([id, confirmed.includes("claim")]).toEqual([id, read !== undefined]);
    if (read === undefined) continue;
    expect([id, confirmed.includes("speechAct")]).toEqual([id, read.speechAct[0] === speechAct]);
    const isSame = [...topics].sort().join() === read.topics.join();
    expect([id, confirmed.includes("topics")]).toEqual([id, isSame]);
  }
  expect(statements.count({ confirmed: "claim" })).toBe(Object.keys(aligned).length);
});
