/**
 * `npm run test:browser`: builds the explorer and uses it in a headless Chromium, as a reader would. The browser is the one that
 * `@sparticuz/chromium` brings (on Debian it needs libnspr4, libnss3 and libexpat1); CHROME names another.
 */
import chromium from "@sparticuz/chromium";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { chromium as playwright, type Page } from "playwright-core";
import { build } from "esbuild";
import { meetings, statements, timeline, version, type Statement } from "baku-moscow";
import { cite, quotations, verifyCitation } from "baku-moscow/cite";
import { search } from "baku-moscow/search";
import { toRecordPage } from "../explorer/record-page.ts";

const site = mkdtempSync(join(tmpdir(), "baku-moscow-site-"));
const built = spawnSync(process.execPath, ["node_modules/tsx/dist/cli.mjs", "explorer/build.ts", `${site}/explorer`], { stdio: "inherit" });
assert.equal(built.status, 0);
const types: Record<string, string> = { woff2: "font/woff2", html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript" };
const server = createServer((request, response) => {
  const file = site + decodeURIComponent(request.url!.split(/[?#]/)[0]!);
  if (!existsSync(file)) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": types[file.split(".").at(-1)!] ?? "text/plain" }).end(readFileSync(file));
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/explorer`;

/**
 * The libraries that Chromium needs and a bare machine may lack come beside it, packed; an own browser brings its own.
 * @returns where they are
 */
function unpackLibraries(): string {
  const folder = join(site, "libraries");
  mkdirSync(folder);
  const packed = readFileSync("node_modules/@sparticuz/chromium/bin/al2023.tar.br");
  const { status, stderr } = spawnSync("tar", ["-x", "-C", folder], { input: brotliDecompressSync(packed) });
  assert.equal(status, 0, String(stderr));
  return join(folder, "lib");
}
/** A browser that CHROME names; on Linux the one that comes with npm; elsewhere an installed Chrome or Chromium. */
const isOwn = process.platform === "linux" && process.arch === "x64";
const installed = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
].find((path) => existsSync(path));
const launch = async (libraries?: string) =>
  playwright.launch({
    executablePath: process.env.CHROME ?? (isOwn ? await chromium.executablePath() : installed)!,
    args: ["--no-sandbox", "--disable-gpu", "--no-zygote"],
    headless: true,
    ...(libraries && { env: { ...process.env, LD_LIBRARY_PATH: libraries } }),
  });
const browser = await launch(process.env.PACKED_LIBRARIES ? unpackLibraries() : undefined)
  .catch(() => launch(unpackLibraries()))
  .catch((error: unknown) => {
    console.error(
      `no browser starts: ${(error as Error).message.slice(0, 400)}\nOn Debian: apt-get install libnspr4 libnss3 libexpat1. Elsewhere set CHROME to an installed Chrome or Chromium.`,
    );
    process.exit(1);
  });

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const foreign: string[] = [];
const errors: string[] = [];
/** Opens a page; a request to another host, and an error of a script, is a fault. */
async function open(
  path: string,
  options: { width?: number; colorScheme?: "light" | "dark"; javaScriptEnabled?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.colorScheme ?? "light",
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    bypassCSP: true, // so that axe can be brought in
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  page.on("request", (request) => void (!request.url().startsWith(origin) && foreign.push(request.url())));
  page.on("pageerror", (error) => void errors.push(error.message));
  await page.goto(`${origin}${path}`, { waitUntil: "domcontentloaded" });
  return page;
}
const visible = (page: Page) => page.locator("#list [data-id]:visible").count();
const record = "trend-urge-obligations-of-2020-statement";
/** A statement whose every string is markup, a word without end, or turns the direction of writing. */
const hostile = (() => {
  const bad = `<img src=x onerror="document.title='run'">${"x".repeat(210)}\u202e&quot;'`;
  const soil = (value: unknown, key = ""): unknown =>
    typeof value === "string"
      ? ["gist", "label", "asWritten", "reason", "exact", "prefix", "suffix"].includes(key)
        ? bad
        : value
      : Array.isArray(value)
        ? value.map((item) => soil(item))
        : typeof value === "object" && value !== null
          ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, soil(v, k)]))
          : value;
  return soil(structuredClone(statements.get(record))) as Statement;
})();

const tests: Record<string, () => Promise<void>> = {
  "every filter answers as the API does, and the address holds it": async () => {
    const page = await open("/index.html");
    assert.equal(await visible(page), statements.size);
    for (const more of await page.locator("#filters summary").all()) await more.click();
    for (const [field, value] of [
      ["sides", "russia"],
      ["speakers", "ilham-aliyev"],
      ["topics", "peace-process"],
      ["mode", "direct-quotation"],
      ["speechAct", "accuse"],
      ["place", "baku"],
      ["about", "declaration-on-allied-interaction"],
    ] as const) {
      const told = await page.locator(`label:has([name="${field}"][value="${value}"]) .count`).textContent();
      await page.check(`[name="${field}"][value="${value}"]`);
      assert.equal(await visible(page), statements.count({ [field]: value }), field);
      assert.equal(told, String(await visible(page)), `the count of ${field}`);
      assert.equal((await page.locator("svg.wide [data-statement]:not(.out)").count()) > 0, true, field);
      assert.ok(page.url().includes(`${field}=${value}`), page.url());
      await page.uncheck(`[name="${field}"][value="${value}"]`);
    }
    await page.check('[name="sides"][value="russia"]');
    await page.check('[name="mode"][value="direct-quotation"]');
    assert.equal(await visible(page), statements.count({ sides: "russia", mode: "direct-quotation" }));
    // a facet's counts ignore its own choice
    assert.equal(
      await page.locator('label:has([name="sides"][value="azerbaijan"]) .count').textContent(),
      String(statements.count({ sides: "azerbaijan", mode: "direct-quotation" })),
    );
    await page.click(".condition >> nth=0");
    assert.equal(await visible(page), statements.count({ mode: "direct-quotation" }));
    await page.goBack();
    assert.equal(await visible(page), statements.count({ sides: "russia", mode: "direct-quotation" }));
    await page.click("button[type=reset]");
    await page.waitForTimeout(100);
    await page.fill('[name="date.from"]', "2022-12");
    assert.equal(await visible(page), statements.count({ date: { from: "2022-12" } }));
    await page.fill('[name="date.from"]', "May");
    assert.match((await page.textContent("#count"))!, /^date: "May" is not a day/);
    await page.click("button[type=reset]");
    await page.waitForTimeout(100);
    assert.equal(await visible(page), statements.size);
  },
  "search, a deep link that holds it, and what remains without each condition": async () => {
    const page = await open("/index.html");
    await page.keyboard.press("/");
    await page.keyboard.type("mines");
    assert.equal(await visible(page), 2);
    const again = await open(`/index.html?${page.url().split("?")[1]!}&sides=azerbaijan`);
    assert.equal(await again.inputValue("[name=q]"), "mines");
    assert.equal(await visible(again), 2);
    await again.fill("[name=q]", "trade turnover");
    const best = search("trade turnover", { in: statements, where: { sides: "azerbaijan" }, limit: statements.size });
    assert.deepEqual(
      await again.locator("#list [data-id]:visible").evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id)),
      best.map((hit) => hit.record.id),
    );
    assert.match((await again.textContent("#ranked li:visible .when"))!, /24 June 2022, Baku/);
    await again.fill("[name=q]", "");
    assert.deepEqual(
      await again.locator("#list [data-id]").evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id)),
      await (
        await open("/index.html")
      )
        .locator("#list [data-id]")
        .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id)),
    );
    await again.fill("[name=q]", "zzzz");
    assert.equal(await again.textContent("#count"), "No statement matches all of this");
    assert.deepEqual(
      (await again.locator(".condition").allTextContents()).map((text) => text.trim().replace(/\s+/g, " ")),
      ["side Azerbaijan (0 without it) ×", `search zzzz (${statements.count({ sides: "azerbaijan" })} without it) ×`, "Clear all"],
    );
  },
  "the handles on the axis and the date fields are one state": async () => {
    const page = await open("/index.html");
    const [from, to] = [page.locator("svg.wide .handle >> nth=0"), page.locator("svg.wide .handle >> nth=1")];
    await from.focus();
    for (let i = 0; i < 2; i++) await page.keyboard.press("PageUp");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await page.inputValue('[name="date.from"]'), "2022-08");
    assert.equal(await from.getAttribute("aria-valuetext"), "August 2022");
    assert.equal(await visible(page), statements.count({ date: { from: "2022-08" } }));
    const box = (await to.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + 12);
    await page.mouse.down();
    await page.mouse.move(box.x - 330, box.y + 12, { steps: 4 });
    await page.mouse.up();
    const until = await page.inputValue('[name="date.to"]');
    assert.match(until, /^202[23]-\d\d$/);
    assert.equal(await visible(page), statements.count({ date: { from: "2022-08", to: until } }));
    const inside = timeline({ from: "2022-08", to: until });
    assert.equal(
      await page.locator("svg.wide .mark:not(.out)").count(),
      inside.length + timeline().filter(({ date }) => date === undefined).length,
    );
    await page.fill('[name="date.from"]', "2023");
    assert.equal(await from.getAttribute("aria-valuetext"), "January 2023");
  },
  "a mark tells name, date, how far it got and who says otherwise; arrows move within a lane": async () => {
    const page = await open("/index.html");
    await page.hover('svg.wide [data-id="armenia-azerbaijan-2022-round-after-geneva"] path');
    const tip = (await page.textContent("#tip"))!;
    assert.match(tip, /Round of peace talks of Armenia and Azerbaijan after Geneva/);
    assert.match(tip, /declined, 23 December 2022/);
    assert.match(tip, /≠\s+postponed, says Armenia/);
    assert.equal(tip.match(/≠/g)!.length, meetings.get("armenia-azerbaijan-2022-round-after-geneva").accounts.length);
    const marks = page.locator("svg.wide .lane >> nth=1 >> .mark");
    await marks.nth(0).focus();
    await page.keyboard.press("ArrowRight");
    const second = await marks.nth(1).getAttribute("data-id");
    assert.equal(await page.evaluate(() => (document.activeElement as unknown as HTMLElement).dataset.id), second);
    await page.keyboard.press("Tab");
    assert.notEqual(
      await page.evaluate(() => document.activeElement?.closest(".lane") === document.querySelectorAll("svg.wide .lane")[1]),
      true,
    );
    await page.click(".as-table summary");
    assert.equal(await page.locator(".as-table tbody tr:visible").count(), timeline().length);
  },
  "on a phone a tap tells first, filters are a sheet, and a statement is a page of its own": async () => {
    const page = await open("/index.html", { width: 390 });
    await page.click('svg.narrow [data-id="caspian-summit-2022"]');
    assert.match((await page.textContent("#tip"))!, /Caspian summit in Ashgabat/);
    await page.click("[data-sheet=sheet]");
    await page.check('[name="sides"][value="russia"]');
    await page.click("#sheet .close");
    assert.equal(await visible(page), statements.count({ sides: "russia" }));
    await page.click("[data-sheet=pane]");
    await page.click('[data-speaker="sergey-lavrov"][data-topic="transport"]');
    await page.click("#pane .close");
    assert.equal(await visible(page), statements.count({ sides: "russia", speakers: "sergey-lavrov", topics: "transport" }));
    await page.click("#list .gist:visible");
    await page.waitForURL(/explorer\/[a-z0-9-]+\/index\.html$/);
  },
  "a number of the overview filters by both": async () => {
    const page = await open("/index.html");
    await page.click('[data-speaker="jeyhun-bayramov"][data-topic="peace-process"]');
    assert.equal(await visible(page), statements.count({ speakers: "jeyhun-bayramov", topics: "peace-process" }));
    assert.equal(await page.getAttribute('[data-speaker="jeyhun-bayramov"][data-topic="peace-process"]', "aria-pressed"), "true");
    await page.click('[data-speaker="jeyhun-bayramov"][data-topic="peace-process"]');
    assert.equal(await visible(page), statements.size);
  },
  "a passage is one click away, in the pane, and has its page, which reads without scripts": async () => {
    const page = await open("/index.html");
    await page.click(`[data-id="${record}"] a`);
    assert.match((await page.textContent("#record .exact"))!.replace(/\d/g, ""), /Jeyhun Bayramov stressed the importance/);
    assert.equal(await page.getAttribute(`[data-id="${record}"] a`, "aria-current"), "true");
    await page.hover("#record .field:has-text('Speakers')");
    assert.deepEqual(await page.locator("mark.lit").allTextContents(), ["Jeyhun Bayramov"]);
    const linked = await open(`/index.html#${page.url().split("#")[1]!}`);
    assert.equal(await linked.textContent("#record .title"), statements.get(record).gist);
    await page.click("#after");
    const next = [...statements][[...statements].findIndex(({ id }) => id === record) + 1]!;
    assert.equal(await page.textContent("#record .title"), next.gist);
    assert.ok(page.url().endsWith(`#${next.id}`));
    await page.keyboard.press("Escape");
    assert.equal(await page.isVisible("#overview"), true);
    await page.click('svg.wide [data-id="caspian-summit-2022"] circle');
    assert.equal(await page.textContent("#record .title"), meetings.get("caspian-summit-2022").label);
    assert.equal(await page.isVisible("#steps"), false);
    const plain = await open(`/${record}/index.html`, { javaScriptEnabled: false });
    assert.match((await plain.textContent(".exact"))!.replace(/\d/g, ""), /Jeyhun Bayramov stressed the importance/);
    const list = await open("/index.html", { javaScriptEnabled: false });
    assert.equal(await list.locator("#list [data-id]:visible").count(), statements.size);
    assert.equal(await list.isVisible("#sheet"), false);
  },
  "a field lights its words, words their field; a click pins, Escape lets go; copying a passage gives the quote": async () => {
    const page = await open(`/${record}/index.html`);
    const lit = () => page.locator("mark.lit").allTextContents();
    await page.hover(".field:has-text('Speakers')");
    assert.deepEqual(await lit(), ["Jeyhun Bayramov"]);
    await page.hover("mark:has-text('Jeyhun Bayramov')");
    assert.match((await page.locator(".field.lit").allTextContents()).join(), /Speakers/);
    await page.click(".field:has-text('Speakers') dt");
    await page.hover("h1");
    assert.deepEqual(await lit(), ["Jeyhun Bayramov"]);
    assert.match(page.url(), /#field=\d+$/);
    const pinned = await open(`/${record}/index.html#${page.url().split("#")[1]!}`);
    assert.deepEqual(await pinned.locator("mark.lit").allTextContents(), ["Jeyhun Bayramov"]);
    await page.keyboard.press("Escape");
    assert.deepEqual(await lit(), []);
    await page.focus("button.copy");
    await page.focus(".field:has-text('Speakers')");
    assert.deepEqual(await lit(), ["Jeyhun Bayramov"]);
    const selected = await page.evaluate(() => {
      getSelection()!.selectAllChildren(document.querySelector(".exact")!);
      return getSelection()!.toString();
    });
    assert.equal(selected, statements.get(record).evidence[0]!.quote.exact);
  },
  "citation, BibTeX, JSON, link and the citation of a view are copied, and it says so": async () => {
    const page = await open(`/${record}/index.html`);
    const copied = async (button: string) => {
      await page.click(button);
      await page.waitForSelector("[role=status]:has-text('Copied')");
      return page.evaluate(() => navigator.clipboard.readText());
    };
    assert.equal(await copied("[data-copy=citation]"), cite(statements.get(record)).apa);
    assert.equal(await copied("button.link"), page.url());
    await page.click("summary:has-text('BibTeX')");
    assert.equal(await copied("[data-copy=bibtex]"), cite(statements.get(record)).bibtex);
    await page.click("summary:has-text('JSON')");
    assert.deepEqual(JSON.parse(await copied("[data-copy=json]")), statements.get(record));
    await page.goto(`${origin}/index.html?speakers=ilham-aliyev`);
    const view: unknown = JSON.parse(await copied("#cite-view"));
    assert.deepEqual(await verifyCitation(view).then(({ ok, message }) => [ok, message]), [
      true,
      `the same ${statements.count({ speakers: "ilham-aliyev" })} records of version ${version}`,
    ]);
  },
  "what comes from data stays text, on a page and in the pane": async () => {
    mkdirSync(`${site}/explorer/hostile`);
    writeFileSync(`${site}/explorer/hostile/index.html`, toRecordPage(hostile));
    for (const width of [390, 1280]) {
      const page = await open("/hostile/index.html", { width });
      assert.equal(await page.locator("main img").count(), 0);
      assert.doesNotMatch(await page.title(), /^run/);
      assert.ok((await page.textContent("h1"))!.startsWith("<img src=x"));
      assert.ok((await page.textContent("h1"))!.includes("\\u202e"));
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `at ${width}`);
    }
    // the same template as nodes
    const { outputFiles } = await build({
      stdin: {
        contents: `import { html, toNodes } from "./explorer/html.ts"; document.body.replaceChildren(toNodes(html\`<p title="\${window.bad}">\${[window.bad, html\`<b>\${window.bad}</b>\`, undefined, false, 0]}</p>\`));`,
        resolveDir: process.cwd(),
      },
      bundle: true,
      write: false,
      format: "iife",
    });
    const page = await open("/index.html");
    const bad = `<img src=x onerror=alert(1)>"'\ue0000\ue001`;
    await page.evaluate((text) => void ((window as unknown as { bad: string }).bad = text), bad);
    await page.addScriptTag({ content: outputFiles[0]!.text });
    assert.equal(await page.locator("img").count(), 0);
    assert.equal(await page.textContent("body > p"), `${bad}${bad}0`);
    assert.equal(await page.getAttribute("body > p", "title"), bad);
  },
  "the theme follows the system, a button overrides it, and it is kept": async () => {
    const page = await open("/index.html", { colorScheme: "dark" });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(await ground(), "rgb(20, 23, 26)");
    await page.click("#theme");
    assert.equal(await ground(), "rgb(251, 250, 247)");
    await page.goto(`${origin}/${record}/index.html`);
    assert.equal(await ground(), "rgb(251, 250, 247)");
  },
  "on paper each statement is followed by its words and where they stand, in light": async () => {
    const page = await open("/index.html?topics=mines", { colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const proofs = await page.locator("#list [data-id]:visible .printed:visible").allTextContents();
    assert.deepEqual(
      proofs.map((text) => text.split("” (")[0]),
      statements.where({ topics: "mines" }).map((s) => quotations(s)[0]!.split("” (")[0]),
    );
    assert.match(proofs[0]!, /characters \d+–\d+/);
    assert.ok((await page.textContent("#address"))!.endsWith("?topics=mines"));
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(251, 250, 247)");
    assert.equal(await page.isVisible(".timeline"), false);
  },
  "it works from a folder": async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on("pageerror", (error) => void errors.push(error.message));
    await page.goto(`file://${site}/explorer/index.html?sides=russia`);
    assert.equal(await visible(page), statements.count({ sides: "russia" }));
    assert.equal(await page.evaluate(() => document.fonts.ready.then(() => document.fonts.check('16px "Source Serif 4 Variable"'))), true);
    await page.close();
  },
  "the cookbook's page without a bundler says what it says": async () => {
    cpSync("dist", `${site}/explorer/node_modules/baku-moscow/dist`, { recursive: true });
    const block = /^```html\n(.*?)^```/ms.exec(readFileSync("docs/cookbook.md", "utf8"))![1]!;
    const said = /<!-- shows: (.*?) -->/.exec(block)![1];
    writeFileSync(`${site}/explorer/plain.html`, `<!doctype html><title>plain</title><body></body>${block}`);
    const page = await open("/plain.html");
    await page.waitForFunction(() => document.body.textContent.includes("statements"));
    assert.equal((await page.textContent("body"))!.trim(), said);
  },
  "no violations by axe, light and dark: list, record in the pane, phone, pages": async () => {
    for (const [path, width] of [
      ["/index.html", 1280],
      [`/index.html?sides=russia#${record}`, 1280],
      ["/index.html", 390],
      [`/${record}/index.html`, 1280],
      ["/trilateral-statement-2020-11/index.html", 390],
    ] as const)
      for (const colorScheme of ["light", "dark"] as const) {
        const page = await open(path, { colorScheme, width });
        await page.addScriptTag({ content: axe });
        const { violations } = await page.evaluate<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>(
          "axe.run()",
        );
        assert.deepEqual(
          violations.map(
            ({ id, nodes }) =>
              `${path} ${width} ${colorScheme} ${id}: ${nodes
                .slice(0, 3)
                .map((n) => `${n.target.join(" ")} ${n.failureSummary}`)
                .join("; ")}`,
          ),
          [],
        );
        await page.close();
      }
  },
  "nothing scrolls sideways from 320 pixels on": async () => {
    for (const width of [320, 390, 768, 1024, 1280])
      for (const path of ["/index.html", `/${record}/index.html`]) {
        const page = await open(path, { width });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} at ${width}`);
        await page.close();
      }
  },
  "a screenshot of each main view, kept in screenshots/": async () => {
    mkdirSync("screenshots", { recursive: true });
    for (const [name, path, width, colorScheme] of [
      ["list-light", "/index.html", 1280, "light"],
      ["list-dark", `/index.html?sides=russia&date.from=2022-02&date.to=2023-03#${record}`, 1280, "dark"],
      ["list-phone", "/index.html", 390, "light"],
      ["record-light", `/${record}/index.html`, 1280, "light"],
      ["record-phone", `/${record}/index.html`, 390, "dark"],
    ] as const) {
      const page = await open(path, { width, colorScheme });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const file = `screenshots/${name}.png`;
      await page.screenshot({ path: file });
      assert.ok(statSync(file).size > 20_000, file);
      await page.close();
    }
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests))
  try {
    await test();
    console.log(`ok    ${name}`);
  } catch (error) {
    failed++;
    console.error(`FAULT ${name}: ${(error as Error).message}`);
  }
if (foreign.length + errors.length > 0) {
  failed++;
  console.error(`FAULT requests to other hosts: ${foreign.join(", ") || "none"}; errors of scripts: ${errors.join("; ") || "none"}`);
}
await browser.close();
server.close();
rmSync(site, { recursive: true, force: true });
if (failed > 0) process.exitCode = 1;
