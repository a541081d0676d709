/**
 * A TypeDoc plugin: a link to the explorer in the sidebar, and the dataset's description as JSON-LD
 * in the head.
 */
import { readFileSync } from "node:fs";
import { JSX, type Application } from "typedoc";

const explorerLink = "Explorer: look through the dataset";
const description = new URL("../../src/generated/dataset.jsonld", import.meta.url);

/** TypeDoc calls this when it loads the plugin. */
export function load(app: Application): void {
  app.renderer.hooks.on("sidebar.begin", (context) => {
    const href = context.relativeURL("explorer/index.html");
    return JSX.createElement("p", null, JSX.createElement("a", { href }, explorerLink));
  });
  // search engines for data look for it in the head of a page
  const jsonLd = readFileSync(description, "utf8").replace(/</g, "\\u003c");
  app.renderer.hooks.on("head.end", () => {
    const html = JSX.createElement(JSX.Raw, { html: jsonLd });
    return JSX.createElement("script", { type: "application/ld+json" }, html);
  });
}
