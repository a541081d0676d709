/** How the script, the style and the fonts of the pages are made: classic scripts that work from a folder, nothing from another host. */
import type { BuildOptions } from "esbuild";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

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
} satisfies BuildOptions;
