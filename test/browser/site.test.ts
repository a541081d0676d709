/** The whole site: guides, API, explorer and records in one frame, at four widths. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { statements, version } from "baku-moscow";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { startBrowser, type BrowserSession } from "./browser-session.ts";

let session: BrowserSession;
beforeAll(async () => {
  session = await startBrowser({ withGuides: true });
});
afterAll(async () => {
  await session.stop();
});

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const widths = [320, 390, 1024, 1440];

function allPages(): string[] {
  return readdirSync(session.site, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html"))
    .sort();
}

/** Runs in the page: parts of the page that lie over each other. */
function findOverlaps(): string[] {
  const parts = [...document.querySelectorAll("header.bar, main, .menu, .outline, footer")]
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  return parts.flatMap(({ element: a, box: one }, i) =>
    parts.slice(i + 1).flatMap(({ element: b, box: other }) => {
      if (a.contains(b) || b.contains(a)) return [];
      const isBeside = one.right <= other.left + 1 || other.right <= one.left + 1;
      const isAbove = one.bottom <= other.top + 1 || other.bottom <= one.top + 1;
      return isBeside || isAbove ? [] : [`${a.tagName} ${a.className} over ${b.tagName}`];
    }),
  );
}

/** Runs in the page: elements beyond the page or its content, unless a frame scrolls them. */
function findOverflows(): string[] {
  const width = document.documentElement.clientWidth;
  const scrollers = ["auto", "scroll", "hidden"];
  const isFramed = (element: Element): boolean => {
    const { overflowX, position } = getComputedStyle(element);
    if (scrollers.includes(overflowX) || position === "absolute") return true;
    return element.parentElement !== null && isFramed(element.parentElement);
  };
  const right = document.querySelector("main")!.getBoundingClientRect().right;
  const beyond = [...document.querySelectorAll("main *, .menu *, footer *")].filter((element) => {
    const box = element.getBoundingClientRect();
    const limit = element.closest("main") ? right : width;
    const isShown = box.width > 1 && box.height > 1 && !element.closest("svg, .unseen, .skip");
    return isShown && (box.right > limit + 2 || box.left < -1) && !isFramed(element);
  });
  const wide = document.documentElement.scrollWidth;
  return [
    ...(wide > width ? [`the page is ${wide} wide`] : []),
    ...beyond.slice(0, 3).map(({ tagName, textContent }) => `${tagName} ${textContent.trim()}`),
  ];
}

async function walk(page: Page, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(`${session.root}/${path}`, { waitUntil: "domcontentloaded" });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const overlaps = await page.evaluate(findOverlaps);
      const overflows = await page.evaluate(findOverflows);
      const misfits = [...overlaps, ...overflows].map((misfit) => misfit.slice(0, 80));
      found.push(...misfits.map((misfit) => `${path} at ${width}: ${misfit}`));
    }
  }
  return found;
}

/**
 * Pages of records and types look alike: of these every eighth is walked. With WALK=all, as in `npm
 * run site:walk`, it is every page.
 */
function pagesToWalk(): string[] {
  const isAlike = (path: string) => /^(?:explorer|types|schema|index|own|sql|cite)\//.test(path);
  const all = allPages();
  if (process.env.WALK === "all") return all;
  return all.filter((path, i) => !isAlike(path) || i % 8 === 0);
}

test("nothing is beyond its column or over something else, at four widths", async () => {
  assert.ok(allPages().length > 400);
  const paths = pagesToWalk();
  const half = Math.ceil(paths.length / 2);
  const walks = [paths.slice(0, half), paths.slice(half)].map(async (part) =>
    walk(await session.open("/index.html"), part),
  );
  assert.deepEqual((await Promise.all(walks)).flat(), []);
}, 600_000);

test("every link of every page leads to a page and a place on it", () => {
  const pages = new Map(
    allPages().map((path) => [path, readFileSync(join(session.site, path), "utf8")]),
  );
  const anchors = new Map<string, Set<string>>();
  const anchorsOf = (path: string) => {
    const known =
      anchors.get(path) ??
      new Set([...pages.get(path)!.matchAll(/ (?:id|name)="([^"]+)"/g)].map((m) => m[1]!));
    anchors.set(path, known);
    return known;
  };
  const dead: string[] = [];
  for (const [path, text] of pages)
    for (const [, href] of text.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(href!)) continue;
      const [file, anchor] = href!.replaceAll("&amp;", "&").split("#") as [string, string?];
      const target = file === "" ? path : normalize(join(dirname(path), file.split("?")[0]!));
      if (!pages.has(target)) {
        if (!existsSync(join(session.site, target))) dead.push(`${path}: ${href!}`);
      } else if (
        anchor &&
        !file.includes("?") &&
        !anchorsOf(target).has(decodeURIComponent(anchor))
      )
        dead.push(`${path}: ${href!}`);
    }
  assert.deepEqual(dead.slice(0, 20), []);
});

test("each page says which version it is, how to cite it, and what it is about", () => {
  for (const path of allPages()) {
    const page = readFileSync(join(session.site, path), "utf8");
    assert.ok(page.includes(`(Version ${version})`), path);
    for (const name of ['name="description"', 'property="og:description"'])
      assert.match(page, new RegExp(`<meta ${name} content="[^"]{10,}"`), `${path}: ${name}`);
    assert.equal(page.match(/<h1\b/g)?.length, 1, `${path}: one heading of the page`);
    assert.doesNotMatch(page, /<(?:script|link|img)[^>]+(?:src|href)="https?:/, path);
  }
});

test("the preview of a statement names its speaker before the claim", () => {
  for (const { id, credit } of statements) {
    const page = readFileSync(join(session.site, `explorer/${id}/index.html`), "utf8");
    const preview = /property="og:description" content="([^"]*)"/.exec(page)![1]!;
    assert.ok(preview.startsWith(credit.replaceAll("'", "&#39;").replaceAll('"', "&quot;")), id);
  }
});

test("the search of every page finds guides, terms, names of the API and records", async () => {
  const page = await session.open("/../docs/getting-started.html");
  const find = async (words: string) => {
    await page.fill("#site-search", words);
    await page.waitForFunction(
      (count) =>
        document.querySelectorAll("#site-hits li, #site-hits [role=status]").length > count,
      0,
    );
    // hits of the words before may still be shown
    await page.waitForTimeout(150);
    return page
      .locator("#site-hits li a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  };
  assert.ok(
    (await find("install")).some((href) => href.includes("docs/getting-started.html#install")),
  );
  assert.ok((await find("express-doubt")).some((href) => href.includes("docs/codebook.html")));
  assert.ok((await find("Stepanakert")).some((href) => href.includes("explorer/khankendi/")));
  assert.ok((await find("verifyCitation")).some((href) => href.includes("cite/")));
  assert.ok(
    (await find("Lachin road who said")).some((href) => href.includes("docs/cookbook.html#")),
  );
  await page.fill("#site-search", "zzzzqq");
  await page.waitForSelector("#site-hits [role=status]");
  assert.match(
    (await page.textContent("#site-hits"))!,
    /Neither the records nor the guides hold “zzzzqq”/,
  );
  await page.keyboard.press("Escape");
  assert.equal(await page.isHidden("#site-hits"), true);
});

test("an example of a guide runs in the page, and errors are the package's own", async () => {
  const page = await session.open("/../docs/getting-started.html");
  await page.click(".try-this >> nth=0");
  await page.waitForFunction(() => document.querySelector(".output")?.textContent.includes("//=>"));
  assert.match((await page.textContent(".output"))!, /Jeyhun Bayramov states, 24 June 2022/);
  const run = async (code: string) => {
    await page.fill(".try textarea", code);
    await page.click(".try .run");
    await page.waitForFunction(() => document.querySelector(".output")!.textContent !== "…");
    return (await page.textContent(".output"))!;
  };
  assert.equal(
    await run('import { statements } from "baku-moscow";\nstatements.count({ speaker: "x" });'),
    'InputError: criteria: no field "speaker" (did you mean "speakers"?)',
  );
  assert.equal(
    await run(
      'import { statements as all } from "baku-moscow/statements";\n' +
        'const n = all.size; //=> 1\nconsole.log("n", n)',
    ),
    `n\n  //=> ${statements.size}\nn ${statements.size}`,
  );
  assert.match(await run('import x from "left-pad";\nx'), /^SyntaxError|^Error/);
  assert.match(
    await run('import { a } from "left-pad";\na'),
    /^Error: no module "left-pad" here; there are baku-moscow/,
  );
  assert.match(await run("const ="), /^SyntaxError: /);
});

test("the examples of functions run in their pages", async () => {
  const entries = ["index", "cite", "coding", "own", "search", "sql"];
  const paths = entries.flatMap((entry) =>
    readdirSync(join(session.site, entry))
      .filter((name) => name.endsWith(".html"))
      .map((name) => `${entry}/${name}`),
  );
  const failed: string[] = [];
  let count = 0;
  for (const path of paths) {
    const markup = readFileSync(join(session.site, path), "utf8");
    if (!markup.includes('class="tsd-signature" id="')) continue;
    const page = await session.open(`/../${path}`);
    for (let left = await page.locator(".try-this").count(); left > 0; left--) {
      await page.click(".try-this >> nth=0");
      const output = page.locator(".output").last();
      await page.waitForFunction(() =>
        [...document.querySelectorAll(".output")].every(({ textContent }) => textContent !== "…"),
      );
      count++;
      const text = (await output.textContent())!;
      if (!text.includes("//=>")) failed.push(`${path}: ${text}`);
    }
    await page.close();
  }
  assert.deepEqual(failed, []);
  assert.ok(count > 20, `${count} examples`);
});

test("the first screen of the site has its search box, which finds records", async () => {
  for (const width of [390, 1440]) {
    const page = await session.open("/../index.html", { width });
    const box = (await page.locator("#site-search").boundingBox())!;
    assert.ok(box.y + box.height < 500, `the box is at ${box.y} of a page ${width} wide`);
    await page.fill("#site-search", "Stepanakert");
    await page.waitForSelector('#site-hits a[href*="explorer/khankendi/"]');
    // a question is rarely in the words of one record
    await page.fill("#site-search", "who closed the Lachin road");
    const event = '[href*="explorer/lachin-road-closing/"]';
    await page.waitForSelector(`#site-hits li:first-child a${event}`);
    const hits = (await page.locator("#site-hits").boundingBox())!;
    assert.ok(hits.y >= box.y + box.height - 2, `the hits are at ${hits.y} of ${width}`);
    await page.press("#site-search", "Enter");
    await page.waitForURL(/explorer\/index\.html\?q=who\+closed/);
    await page.close();
  }
});

test("a link holds the code, and nothing runs before the reader wants it", async () => {
  const page = await session.open("/../docs/cookbook.html");
  await page.click(".try-this >> nth=0");
  await page.fill(
    ".try textarea",
    'import { version } from "baku-moscow";\nversion; // 1 + 1 & more',
  );
  await page.click(".try .share");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const shared = await session.open(`/../try.html${new URL(link).hash}`);
  assert.equal(
    await shared.inputValue(".try textarea"),
    'import { version } from "baku-moscow";\nversion; // 1 + 1 & more',
  );
  assert.equal(await shared.isHidden(".output"), true);
  await shared.click(".try .run");
  await shared.waitForFunction(() => document.querySelector(".output")!.textContent !== "…");
  assert.equal(await shared.textContent(".output"), `version\n  //=> "${version}"`);
});

const kindsOfPage = [
  "index.html",
  "try.html",
  "docs/getting-started.html",
  "docs/codebook.html",
  "modules.html",
  "search/search.html",
  "types/Statement.html",
  "explorer/index.html",
  "explorer/lachin-road-closing/index.html",
];

test("axe finds nothing on any kind of page, light and dark", async () => {
  const found: string[] = [];
  for (const path of kindsOfPage)
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await session.open(`/../${path}`, { colorScheme });
      await page.addScriptTag({ content: axe });
      const violations = await page.evaluate(async () => {
        const { axe: run } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const result = await run.run();
        return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 120)}`);
      });
      found.push(...violations.map((violation) => `${path} ${colorScheme}: ${violation}`));
      await page.close();
    }
  assert.deepEqual(found, []);
}, 300_000);

/** Goes to the content by the link that the first key reaches; a busy machine may need long. */
async function skipBar(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.activeElement?.textContent === "To the content");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash === "#main");
}

test("the keyboard leads to the search and to its hits", async () => {
  const page = await session.open("/../docs/getting-started.html");
  await skipBar(page);
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement?.id === "site-search");
  await page.keyboard.type("lachin");
  await page.waitForSelector("#site-hits a");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.activeElement?.closest("#site-hits") !== null);
});

test("on every kind of page the keyboard leads past the bar to the content", async () => {
  for (const path of kindsOfPage) {
    const page = await session.open(`/../${path}`);
    await skipBar(page);
    await page.keyboard.press("Tab");
    const isInside = () => document.activeElement?.closest("main, .outline, footer") !== null;
    await page.waitForFunction(isInside).catch(() => assert.fail(`${path}: no link is reached`));
    await page.close();
  }
});

test("no page of the site asks another host for anything", () => {
  assert.deepEqual(session.foreignRequests, []);
  assert.deepEqual(session.scriptErrors, []);
});
