import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // the machine may be busy: a limit only ends what hangs
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // with two cores the default is one worker, and many tests wait for programs that they start
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/{ships,sql,curation,tools}/**/*.test.ts", "test/*.test.ts"],
          globalSetup: "test/setup/compiled-data.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "package",
          include: ["test/{package,site,examples}/**/*.test.ts"],
          globalSetup: "test/setup/built-package.ts",
          typecheck: {
            enabled: true,
            include: ["test/ships/**/*.test-d.ts"],
            tsconfig: "tsconfig.json",
          },
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: "test/setup/built-package.ts",
        },
      },
    ],
  },
});
