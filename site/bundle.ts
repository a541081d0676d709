/**
 * How the script, the style and the fonts of the pages are made: classic scripts that work from a
 * folder.
 */
import type { BuildOptions, Plugin } from "esbuild";
import { fileURLToPath } from "node:url";
import { termMeanings } from "./pages/term-meanings.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * In a browser the meanings of the terms are data: the codebook is read when the pages are built.
 */
const meaningsAsData: Plugin = {
  name: "meanings-as-data",
  setup(build) {
    build.onLoad({ filter: /[\\/]pages[\\/]term-meanings\.ts$/ }, () => ({
      contents: `export const termMeanings = ${JSON.stringify(termMeanings)}`,
      loader: "js",
    }));
  },
};

export const bundle = {
  entryPoints: {
    explorer: `${here}client/explorer-main.ts`,
    theme: `${here}client/theme.ts`,
    style: `${here}explorer.css`,
  },
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
