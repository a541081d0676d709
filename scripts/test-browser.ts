/**
 * `npm run test:browser`: builds the explorer and uses it in a headless Chromium, as a reader would. The browser is the one that
 * `@sparticuz/chromium` brings (on Debian it needs libnspr4, libnss3 and libexpat1); CHROME names another.
 */
import chromium from "@sparticuz/chromium";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium as playwright, type Page } from "playwright-core";
import { statements } from "baku-moscow";

const site = mkdtempSync(join(tmpdir(), "baku-moscow-site-"));
const built = spawnSync(process.execPath, ["node_modules/tsx/dist/cli.mjs", "explorer/build.ts", `${site}/explorer`], { stdio: "inherit" });
assert.equal(built.status, 0);
const types: Record<string, string> = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript" };
const server = createServer((request, response) => {
  const file = site + decodeURIComponent(request.url!.split(/[?#]/)[0]!);
  if (!existsSync(file)) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": types[file.split(".").at(-1)!] ?? "text/plain" }).end(readFileSync(file));
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/explorer`;

const browser = await playwright
  .launch({
    executablePath: process.env.CHROME ?? (await chromium.executablePath()),
    args: ["--no-sandbox", "--disable-gpu", "--no-zygote"],
    headless: true,
  })
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
  page.on("request", (request) => void (!request.url().startsWith(origin) && foreign.push(request.url())));
  page.on("pageerror", (error) => void errors.push(error.message));
  await page.goto(`${origin}${path}`, { waitUntil: "domcontentloaded" });
  return page;
}
const visible = (page: Page) => page.locator("#list [data-id]:visible").count();
const record = "trend-urge-obligations-of-2020-statement";

const tests: Record<string, () => Promise<void>> = {
  "every filter answers as the API does": async () => {
    const page = await open("/index.html");
    assert.equal(await visible(page), statements.size);
    for (const [field, value] of [
      ["sides", "russia"],
      ["speakers", "ilham-aliyev"],
      ["topics", "peace-process"],
      ["mode", "direct-quotation"],
      ["speechAct", "accuse"],
      ["place", "baku"],
    ] as const) {
      await page.check(`[name="${field}"][value="${value}"]`);
      assert.equal(await visible(page), statements.count({ [field]: value }), field);
      assert.ok(page.url().includes(`${field}=${value}`), page.url());
      await page.uncheck(`[name="${field}"][value="${value}"]`);
    }
    await page.fill('[name="date.from"]', "2022-12");
    assert.equal(await visible(page), statements.count({ date: { from: "2022-12" } }));
    await page.fill('[name="date.from"]', "May");
    assert.match((await page.textContent("#count"))!, /^date\.from: "May" is not a day/);
    await page.click("button[type=reset]");
    await page.waitForTimeout(100);
    assert.equal(await visible(page), statements.size);
  },
  "search, and a deep link that holds it": async () => {
    const page = await open("/index.html");
    await page.fill("[name=q]", "mines");
    assert.equal(await visible(page), 2);
    const again = await open(`/index.html?${page.url().split("?")[1]!}&sides=azerbaijan`);
    assert.equal(await again.inputValue("[name=q]"), "mines");
    assert.equal(await visible(again), 2);
    await again.fill("[name=q]", "zzzz");
    assert.equal(await again.textContent("#count"), "No statement matches all of this");
  },
  "a passage is two clicks away, and reads without scripts": async () => {
    const page = await open("/index.html");
    await page.click(`[data-id="${record}"] a`);
    await page.waitForURL(`**/${record}/index.html`);
    const plain = await open(`/${record}/index.html`, { javaScriptEnabled: false });
    assert.match((await plain.textContent(".exact"))!.replace(/\d/g, ""), /Jeyhun Bayramov stressed the importance/);
    assert.equal(await (await open("/index.html", { javaScriptEnabled: false })).locator("#list [data-id]").count(), statements.size);
  },
  "a field lights its words, words their field; a click pins, Escape lets go; copying a passage gives the quote": async () => {
    const page = await open(`/${record}/index.html`);
    const lit = () => page.locator("mark.lit").allTextContents();
    await page.hover(".field:has-text('speakers')");
    assert.deepEqual(await lit(), ["Jeyhun Bayramov"]);
    await page.click(".field:has-text('speakers') dt");
    await page.hover("h1");
    assert.deepEqual(await lit(), ["Jeyhun Bayramov"]);
    assert.match(page.url(), /#field=\d+$/);
    const pinned = await open(`/${record}/index.html#${page.url().split("#")[1]!}`);
    assert.deepEqual(await pinned.locator("mark.lit").allTextContents(), ["Jeyhun Bayramov"]);
    await page.keyboard.press("Escape");
    assert.deepEqual(await lit(), []);
    await page.focus("button.copy");
    await page.focus(".field:has-text('speakers')");
    assert.deepEqual(await lit(), ["Jeyhun Bayramov"]);
    const selected = await page.evaluate(() => {
      getSelection()!.selectAllChildren(document.querySelector(".exact")!);
      return getSelection()!.toString();
    });
    assert.equal(selected, statements.get(record).evidence[0]!.quote.exact);
  },
  "the citation is copied, and it says so": async () => {
    const page = await open(`/${record}/index.html`);
    await page.click("button.copy");
    await page.waitForSelector("text=Copied");
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /baku-moscow/);
  },
  "no violations by axe, light and dark, list and record": async () => {
    for (const path of ["/index.html", `/${record}/index.html`, "/trilateral-statement-2020-11/index.html"])
      for (const colorScheme of ["light", "dark"] as const) {
        const page = await open(path, { colorScheme });
        await page.addScriptTag({ content: axe });
        const { violations } = await page.evaluate<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>(
          "axe.run()",
        );
        assert.deepEqual(
          violations.map(
            ({ id, nodes }) =>
              `${path} ${colorScheme} ${id}: ${nodes
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
