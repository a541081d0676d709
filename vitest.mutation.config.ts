import { defineConfig } from "vitest/config";

/**
 * What StrykerJS runs for each mutant: the unit tests, without those that look at documents. The
 * variable MUTATION_TESTS names those of a group of files. Tests that compile the whole dataset
 * several times are left out, because a change that survives costs the time of all tests.
 */
const tests = process.env.MUTATION_TESTS ?? "test/{ships,curation}/**/*.test.ts";
const slow =
  "whatever the order|in the real data|a relay with|at another meeting|in another article";

export default defineConfig({
  test: {
    include: [tests],
    testNamePattern: new RegExp(`^(?!.*(?:${slow}))`),
    globalSetup: "test/setup/compiled-data.ts",
    testTimeout: 120_000,
  },
});
