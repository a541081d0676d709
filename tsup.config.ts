import { defineConfig, type Options } from "tsup";

// Entries that are more than a part of the main file; the subpath of a kind is a stub that scripts/build.ts writes.
const shared: Options = {
  format: ["esm"],
  target: "node20.19",
  platform: "neutral",
  external: [/^node:/, "zod"],
  splitting: false,
  treeshake: false,
  minify: false,
  // src/index.ts and src/search.ts are one file each of the package, whoever imports them
  esbuildPlugins: [
    {
      name: "one-copy",
      setup: (build) =>
        void build.onResolve({ filter: /\/(index|search|cite)\.ts$/ }, ({ kind, path }) =>
          kind === "entry-point" ? undefined : { path: `./${/(\w+)\.ts$/.exec(path)![1]!}.js`, external: true },
        ),
    },
  ],
};

export default defineConfig([
  { ...shared, entry: { index: "src/index.ts", types: "src/types.ts" } },
  // what is run rather than read is small rather than legible, as the tarball has a limit
  {
    ...shared,
    minify: true,
    entry: { cli: "src/cli/index.ts", schema: "src/schema/index.ts", search: "src/search.ts", cite: "src/cite.ts" },
  },
  {
    ...shared,
    entry: {
      index: "src/index.ts",
      types: "src/types.ts",
      schema: "src/schema/index.ts",
      search: "src/search.ts",
      cite: "src/cite.ts",
      ...Object.fromEntries(
        ["sources", "people", "organizations", "places", "topics", "visits", "meetings", "statements", "agreements"].map((name) => [
          name,
          `src/records/${name}.ts`,
        ]),
      ),
    },
    dts: { only: true, compilerOptions: { ignoreDeprecations: "6.0" } },
  },
]);
