import { defineConfig } from "vitest/config";

/** What StrykerJS runs for each mutant: the unit tests, without those that look at docs. */
export default defineConfig({
  test: {
    include: ["test/{ships,curation}/**/*.test.ts"],
    globalSetup: "test/setup/compiled-data.ts",
    testTimeout: 120_000,
  },
});
