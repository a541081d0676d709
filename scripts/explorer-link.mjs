/** A TypeDoc plugin: a link to the explorer at the head of each page's sidebar. */
import { JSX } from "typedoc";

export function load(app) {
  app.renderer.hooks.on("sidebar.begin", (context) =>
    JSX.createElement(
      "p",
      null,
      JSX.createElement("a", { href: context.relativeURL("explorer/index.html") }, "Explorer: look through the dataset"),
    ),
  );
}
