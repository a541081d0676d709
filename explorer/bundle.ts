/** How the script, the style and the fonts of the pages are made: classic scripts that work from a folder, nothing from another host. */
import type { BuildOptions, Plugin } from "esbuild";
import { fileURLToPath } from "node:url";
import { means } from "./means.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

/** In a browser the meanings of the terms are data, not the schemas that they are read from. */
const meaningsAsData: Plugin = {
  name: "meanings-as-data",
  setup: (build) =>
    void build.onLoad({ filter: /explorer[\\/]means\.ts$/ }, () => ({
      contents: `export const means = ${JSON.stringify(means)}`,
      loader: "js",
    })),
};

export const bundle = {
  entryPoints: { explorer: `${here}client/index.ts`, theme: `${here}client/theme.ts`, style: `${here}explorer.css` },
  entryNames: "[name]",
  assetNames: "fonts/[name]",
  loader: { ".woff2": "file" },
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  logLevel: "warning",
  plugins: [meaningsAsData],
} satisfies BuildOptions;
