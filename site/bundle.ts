/**
 * How the scripts, the styles and the fonts of the pages are made: classic scripts that work from a
 * folder.
 */
import type { BuildOptions, Plugin } from "esbuild";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { hasGuides } from "./pages/navigation.ts";
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

/**
 * A page waits a moment for its fonts, which are loaded first (client/theme.ts), and a font that
 * comes much later waits for the next page: so words do not move while somebody reads them.
 */
const fontsInTime: Plugin = {
  name: "fonts-in-time",
  setup(build) {
    build.onLoad({ filter: /@fontsource-variable.*\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll(
        "font-display: swap",
        "font-display: fallback",
      ),
      loader: "css",
    }));
  },
};

/** What the explorer of any dataset needs. */
const explorerFiles = {
  explorer: `${here}client/explorer-main.ts`,
  record: `${here}client/record-main.ts`,
  theme: `${here}client/theme.ts`,
  style: `${here}explorer.css`,
};

/** What the guides need beside it. */
const guideFiles = {
  guides: `${here}client/guides-main.ts`,
  "guides-style": `${here}guides.css`,
  search: `${here}client/site-search.ts`,
  package: `${here}client/package-global.ts`,
};

export const bundle = {
  entryPoints: { ...explorerFiles, ...(hasGuides && guideFiles) },
  entryNames: "[name]",
  assetNames: "fonts/[name]",
  loader: { ".woff2": "file" },
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  logLevel: "warning",
  plugins: [meaningsAsData, fontsInTime],
} satisfies BuildOptions;
