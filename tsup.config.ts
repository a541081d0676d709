import { defineConfig } from "tsup";

/**
 * The entries of the package. The subpath of a kind is a stub that kit/build-dataset.ts writes.
 */
const entry = {
  index: "src/index.ts",
  search: "src/search.ts",
  cite: "src/cite.ts",
  coding: "src/coding.ts",
  own: "src/own.ts",
  sql: "src/sql.ts",
  schema: "src/schema.ts",
  types: "src/types.ts",
};

const kinds = [
  "sources",
  "people",
  "organizations",
  "places",
  "topics",
  "visits",
  "meetings",
  "events",
  "statements",
  "agreements",
];
const kindEntries = Object.fromEntries(kinds.map((name) => [name, `src/collections/${name}.ts`]));

export default defineConfig([
  {
    entry: { ...entry, cli: "src/command/main.ts" },
    format: ["esm"],
    target: "node20.19",
    platform: "neutral",
    external: [/^node:/, "zod"],
    // code that several entries share is a chunk of its own, so that each record and collection
    // exists once
    splitting: true,
    treeshake: false,
  },
  {
    entry: { ...entry, ...kindEntries },
    format: ["esm"],
    external: ["zod"],
    dts: { only: true, compilerOptions: { ignoreDeprecations: "6.0" } },
  },
]);
