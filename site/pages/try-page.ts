/** A box in which readers change an example and run it. */
import { dataset } from "#dataset";
import { html, type Html } from "./html.ts";
import { toPage } from "./page-frame.ts";

/** The box; the script of the guides makes it work. */
export function toTryBox(code: string): Html {
  return html`<div class="try" data-package="${dataset.name}">
    <label
      ><span class="unseen">JavaScript</span>
      <textarea spellcheck="false" rows="${code.split("\n").length + 1}">${code}</textarea>
    </label>
    <p class="actions">
      <button type="button" class="run">Run</button>
      <button type="button" class="share">Copy link</button>
      <span role="status"></span>
    </p>
    <pre class="output" hidden tabindex="0" aria-label="Result"></pre>
  </div>`;
}

const firstCode = [
  `import { statements, countBy } from "${dataset.name}";`,
  "",
  'countBy(statements, "mode").cells;',
].join("\n");

/** A page with one box, to which links with code lead. */
export function toTryPage(): string {
  const body = html`<main class="home" id="main">
    <h1>Try it</h1>
    <p class="lead">
      The package runs in this page, without a server. Each line that is an expression shows its
      value. A link holds the code; read code from others before you run it.
    </p>
    ${toTryBox(firstCode)}
  </main>`;
  return toPage({
    title: `Try it – ${dataset.name}`,
    description: `Run code with ${dataset.name} in the page.`,
    path: "try.html",
    runsCode: true,
    scripts: ["guides.js"],
    head: html`<link rel="stylesheet" href="explorer/guides-style.css" />`,
    body,
  });
}
