import type { Plugin } from "esbuild";
import { readFileSync } from "node:fs";

/** The built files with the data removed: what is left in a bundle is code. */
export const withoutData: Plugin = {
  name: "without-data",
  setup(build) {
    build.onLoad({ filter: /dist[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(
        /^(var json\d* = |.*JSON\.parse\()'(?:[^'\\]|\\.)*'/gm,
        (_, before: string) => `${before}'[]'`,
      ),
      loader: "js",
    }));
  },
};
