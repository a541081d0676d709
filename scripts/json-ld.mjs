/** A TypeDoc plugin: the dataset's description as JSON-LD in the head of each page, where search engines for data look. */
import { readFileSync } from "node:fs";
import { JSX } from "typedoc";

export function load(app) {
  const description = readFileSync(new URL("../src/generated/dataset.jsonld", import.meta.url), "utf8").replace(/</g, "\\u003c");
  app.renderer.hooks.on("head.end", () =>
    JSX.createElement("script", { type: "application/ld+json" }, JSX.createElement(JSX.Raw, { html: description })),
  );
}
