import { existsSync, readFileSync } from "node:fs";
import { defineConfig } from "tsup";

const { exports, bin } = JSON.parse(readFileSync("package.json", "utf8")) as {
  exports: Record<string, string>;
  bin: Record<string, string>;
};
const names = [...Object.values(exports), ...Object.values(bin)].flatMap((path) => /^\.?\/?dist\/(.+)\.js$/.exec(path)?.[1] ?? []);
const homes = (name: string) => [
  `src/${name}.ts`,
  `src/records/${name}.ts`,
  `src/query/${name}.ts`,
  `src/output/${name}.ts`,
  `src/${name}/index.ts`,
];

export default defineConfig({
  entry: Object.fromEntries(names.map((name) => [name, homes(name).find(existsSync)!])),
  format: ["esm"],
  target: "node20.19",
  platform: "neutral",
  external: [/^node:/, "zod"],
  splitting: true,
  treeshake: false,
  minify: false,
  clean: true,
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  esbuildOptions(options) {
    options.charset = "utf8";
  },
});
