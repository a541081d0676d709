/** The explorer, used in a headless Chromium as a reader would. */
import assert from "node:assert/strict";
import { build } from "esbuild";
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { meetings, statements, timeline, version, type Statement } from "baku-moscow";
import { cite, quotations, verifyCitation } from "baku-moscow/cite";
import { searchIn } from "baku-moscow/search";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { toRecordPage } from "../../site/pages/record-page.ts";
import { startBrowser, type BrowserSession } from "./browser-session.ts";

let session: BrowserSession;
beforeAll(async () => {
  session = await startBrowser();
});
afterAll(async () => {
  await session.stop();
});

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
type Options = Parameters<BrowserSession["open"]>[1];
const open = (path: string, options?: Options): Promise<Page> => session.open(path, options);
const visible = (page: Page) => page.locator("#list [data-id]:visible").count();
const record = "trend-urge-obligations-of-2020-statement";
/**
 * A statement whose every string is markup, a word without end, or turns the direction of writing.
 */
const hostile = (() => {
  const bad = `<img src=x onerror="document.title='run'">${"x".repeat(210)}\u202e&quot;'`;
  const own = ["gist", "label", "credit", "asWritten", "reason", "exact", "prefix", "suffix"];
  const soil = (value: unknown, key = ""): unknown => {
    if (typeof value === "string") return own.includes(key) ? bad : value;
    if (Array.isArray(value)) return value.map((item) => soil(item));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, soil(v, k)]));
  };
  return soil(structuredClone(statements.get(record))) as Statement;
})();

test("every filter gives the answer of the API, and the address holds it", async () => {
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
    const told = await page
      .locator(`label:has([name="${field}"][value="${value}"]) .count`)
      .textContent();
    await page.check(`[name="${field}"][value="${value}"]`);
    assert.equal(await visible(page), statements.count({ [field]: value }), field);
    assert.equal(told, String(await visible(page)), `the count of ${field}`);
    assert.equal(
      (await page.locator("svg.strip [data-statement]:not(.out)").count()) > 0,
      true,
      field,
    );
    assert.ok(page.url().includes(`${field}=${value}`), page.url());
    await page.uncheck(`[name="${field}"][value="${value}"]`);
  }
  await page.check('[name="sides"][value="russia"]');
  await page.check('[name="mode"][value="direct-quotation"]');
  assert.equal(
    await visible(page),
    statements.count({ sides: "russia", mode: "direct-quotation" }),
  );
  // a facet's counts ignore its own choice
  assert.equal(
    await page.locator('label:has([name="sides"][value="azerbaijan"]) .count').textContent(),
    String(statements.count({ sides: "azerbaijan", mode: "direct-quotation" })),
  );
  await page.click(".condition >> nth=0");
  assert.equal(await visible(page), statements.count({ mode: "direct-quotation" }));
  await page.goBack();
  assert.equal(
    await visible(page),
    statements.count({ sides: "russia", mode: "direct-quotation" }),
  );
  await page.click("button[type=reset]");
  await page.waitForFunction(() => document.querySelector("#conditions button") === null);
  await page.fill('[name="date.from"]', "2022-12");
  assert.equal(await visible(page), statements.count({ date: { from: "2022-12" } }));
  await page.fill('[name="date.from"]', "May");
  assert.match((await page.textContent("#count"))!, /^date.from: "May" is not a day/);
  await page.click("button[type=reset]");
  await page.waitForFunction(() => document.querySelector("#conditions button") === null);
  assert.equal(await visible(page), statements.size);
});

test("search, a deep link that holds it, and what remains without each condition", async () => {
  const page = await open("/index.html");
  await page.keyboard.press("/");
  await page.keyboard.type("mines");
  assert.equal(await visible(page), 2);
  const again = await open(`/index.html?${page.url().split("?")[1]!}&sides=azerbaijan`);
  assert.equal(await again.inputValue("[name=q]"), "mines");
  assert.equal(await visible(again), 2);
  await again.fill("[name=q]", "trade turnover");
  const best = searchIn(statements, "trade turnover", {
    where: { sides: "azerbaijan" },
    limit: statements.size,
  }).filter(({ missing }) => missing.length === 0);
  assert.deepEqual(
    await again
      .locator("#list [data-id]:visible")
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id)),
    best.map((hit) => hit.record.id),
  );
  const when = again.locator("#ranked li:visible >> nth=0 >> .when:visible");
  assert.match((await when.allTextContents()).join(" "), /24 June 2022 \(SIA, .*Baku/);
  await again.fill("[name=q]", "");
  assert.deepEqual(
    await again
      .locator("#list [data-id]")
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id)),
    await (
      await open("/index.html")
    )
      .locator("#list [data-id]")
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.id)),
  );
  await again.fill("[name=q]", "zzzz");
  assert.equal(await again.textContent("#count"), "No statement matches all of this");
  assert.deepEqual(
    (await again.locator(".condition").allTextContents()).map((text) =>
      text.trim().replace(/\s+/g, " "),
    ),
    [
      "side Azerbaijan (0 without it) ×",
      `search zzzz (${statements.count({ sides: "azerbaijan" })} without it) ×`,
      "Clear all",
    ],
  );
});

test("the first screen has the statements by day; all events open on request", async () => {
  const page = await open("/index.html");
  assert.deepEqual(
    await page
      .locator(".picture > svg:visible")
      .evaluateAll((all) => all.map(({ classList }) => classList[0])),
    ["strip"],
  );
  const first = (await page.locator("#list .gist").first().boundingBox())!;
  assert.ok(first.y < 800, `the first statement is at ${first.y}`);
  await page.locator("svg.strip .handle >> nth=0").focus();
  for (let i = 0; i < 2; i++) await page.keyboard.press("PageUp");
  assert.equal(await page.inputValue('[name="date.from"]'), "2022-09");
  await page.click("#fold-timeline");
  assert.equal(await page.getAttribute("#fold-timeline", "aria-expanded"), "true");
  assert.equal(await page.isVisible("svg.strip"), false);
  assert.equal(await page.isVisible("svg.wide"), true);
  const linked = await open("/index.html#when");
  assert.equal(await linked.isVisible("svg.wide"), true);
  const plain = await open("/index.html", { javaScriptEnabled: false });
  assert.equal(await plain.isVisible("svg.wide"), true);
  assert.equal(await plain.isVisible("svg.strip"), false);
});

test("the handles of the axis and the date fields have one state", async () => {
  const page = await open("/index.html");
  await page.click("#fold-timeline");
  const [from, to] = [
    page.locator("svg.wide .handle >> nth=0"),
    page.locator("svg.wide .handle >> nth=1"),
  ];
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
});

test(
  "the tip of a mark gives name, date, progress and other accounts; arrow keys move " +
    "within a lane",
  async () => {
    const page = await open("/index.html");
    await page.click("#fold-timeline");
    await page.hover('svg.wide [data-id="armenia-azerbaijan-2022-round-after-geneva"] path');
    const tip = (await page.textContent("#tip"))!;
    assert.match(tip, /Round of negotiations of Armenia and Azerbaijan planned for December 2022/);
    assert.match(tip, /declined, 23 December 2022/);
    assert.match(tip, /≠\s+postponed, says Armenia/);
    assert.equal(
      tip.match(/≠/g)!.length,
      meetings.get("armenia-azerbaijan-2022-round-after-geneva").accounts.length,
    );
    const marks = page.locator("svg.wide .lane >> nth=1 >> .mark");
    await marks.nth(0).focus();
    await page.keyboard.press("ArrowRight");
    const second = await marks.nth(1).getAttribute("data-id");
    assert.equal(
      await page.evaluate(() => (document.activeElement as unknown as HTMLElement).dataset.id),
      second,
    );
    await page.keyboard.press("Tab");
    assert.notEqual(
      await page.evaluate(
        () =>
          document.activeElement?.closest(".lane") ===
          document.querySelectorAll("svg.wide .lane")[1],
      ),
      true,
    );
    await page.click(".as-table summary");
    assert.equal(await page.locator(".as-table tbody tr:visible").count(), timeline().length);
  },
);

test("on a phone a tap shows the tip, filters are a sheet, a statement has a page", async () => {
  const page = await open("/index.html", { width: 390 });
  // the list comes first
  assert.equal(await page.isHidden("svg.narrow"), true);
  await page.click("#fold-timeline");
  await page.click('svg.narrow [data-id="caspian-summit-2022"]');
  assert.match((await page.textContent("#tip"))!, /Caspian summit in Ashgabat/);
  await page.click("[data-sheet=sheet]");
  await page.check('[name="sides"][value="russia"]');
  await page.click("#sheet .close");
  assert.equal(await visible(page), statements.count({ sides: "russia" }));
  await page.click("[data-sheet=pane]");
  await page.click('[data-speaker="sergey-lavrov"][data-topic="transport"]');
  await page.click("#pane .close");
  assert.equal(
    await visible(page),
    statements.count({ sides: "russia", speakers: "sergey-lavrov", topics: "transport" }),
  );
  await page.click("#list .gist:visible");
  await page.waitForURL(/explorer\/[a-z0-9-]+\/index\.html$/);
});

test("the box under the title finds records of every kind, in view", async () => {
  for (const width of [390, 1440]) {
    const page = await open("/index.html", { width });
    const box = (await page.locator("#q").boundingBox())!;
    assert.ok(box.y + box.height < 400, `the box is at ${box.y} of a page ${width} wide`);
    await page.fill("#q", "Stepanakert");
    const hit = (await page.locator("#hits a").first().boundingBox())!;
    assert.ok(hit.y < 900, `the first hit is at ${hit.y}`);
    const links = page.locator("#hits a");
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert.ok(hrefs.includes("khankendi/index.html"), hrefs.join());
  }
});

test("a name tells how many statements name it, and a claim has its speaker", async () => {
  const page = await open("/index.html?q=lachin+road");
  const text = (await page.textContent("#hits"))!.replace(/\s+/g, " ");
  const count = statements.count({ about: "lachin-road" });
  assert.ok(text.includes(`Lachin road named in ${count} statements`), text.slice(0, 400));
  for (const [id, credit] of await page
    .locator("#hits a:has(.credit)")
    .evaluateAll((links) =>
      links.map((link) => [
        link.getAttribute("href")!.split("/")[0]!,
        link.querySelector(".credit")!.textContent,
      ]),
    ))
    assert.equal(credit, `${statements.get(id as "sia-friendship-is-example").credit}:`);
});

test("every beginning of a question has an answer while it is typed", async () => {
  const page = await open("/index.html");
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  for (const question of ["Lachin road closed", "trade turnover record", "Armenia refused"])
    for (let end = 1; end <= question.length; end++) {
      await page.fill("#q", question.slice(0, end));
      assert.deepEqual(errors, [], question.slice(0, end));
    }
  assert.ok(page.url().endsWith("q=Armenia+refused"), page.url());
});

test("the explorer says what the articles do not hold, and when a hit lacks words", async () => {
  const page = await open("/index.html?q=Zangezur");
  assert.match(
    (await page.textContent("#hits"))!.replace(/\s+/g, " "),
    /No record holds “Zangezur”. It is not in these 5 articles, and baku-moscow covers no others./,
  );
  await page.fill("#q", "OSCE wombat");
  assert.match(
    (await page.textContent("#hits"))!,
    /No record holds all the words of “OSCE wombat”/,
  );
  await page.fill("#q", "");
  assert.equal(await page.isHidden("#hits"), true);
});

test("a wrong address gets the message of the command", async () => {
  const page = await open(
    "/index.html?speakers=putin&sides=russia&foo=1&date.from=2022#no-such-id",
  );
  const problems = (await page.textContent("#problems"))!;
  assert.match(problems, /no record "no-such-id"/);
  const again = await open("/index.html?speakers=putin&sides=russia&foo=1&date.from=2022");
  const told = (await again.textContent("#problems"))!;
  assert.match(told, /speakers: no record "putin" \(did you mean "vladimir-putin"\?\)/);
  assert.match(told, /no field "foo"/);
  assert.equal(await visible(again), statements.count({ sides: "russia", date: { from: "2022" } }));
});

test("a criterion without a box holds too, and can be removed", async () => {
  const page = await open("/index.html?about=lachin-road");
  assert.equal(await visible(page), statements.count({ about: "lachin-road" }));
  assert.ok(page.url().includes("about=lachin-road"));
  await page.click(".condition");
  assert.equal(await visible(page), statements.size);
});

test("a wrong date marks its field", async () => {
  const page = await open("/index.html?date.from=June+2022");
  assert.equal(await page.getAttribute('[name="date.from"]', "aria-invalid"), "true");
  assert.match((await page.textContent("#count"))!, /^date.from: "June 2022" is not a day/);
  await page.fill('[name="date.from"]', "2022-06");
  assert.equal(await page.getAttribute('[name="date.from"]', "aria-invalid"), "false");
});

test("what is seen can be downloaded, each row with its speaker, words and source", async () => {
  const page = await open("/index.html?topics=mines");
  const save = async (format: string) => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.click(`[data-format="${format}"]`),
    ]);
    assert.equal(file.suggestedFilename(), `baku-moscow-${version}-statements.${format}`);
    return readFileSync(await file.path(), "utf8");
  };
  const wanted = statements.where({ topics: "mines" });
  const csv = await save("csv");
  const rows = csv.trimEnd().split("\r\n");
  assert.equal(rows.length, wanted.length + 1);
  for (const { id, label } of wanted) assert.ok(csv.includes(id) && csv.includes(label), id);
  assert.doesNotMatch(rows[0]!, /gist/);
  const json = JSON.parse(await save("json")) as { version: string; statements: Statement[] };
  assert.deepEqual(json.statements, wanted);
  assert.equal(json.version, version);
  const bibtex = await save("bib");
  for (const statement of wanted) assert.ok(bibtex.includes(cite(statement).bibtex), statement.id);
});

test("a link to a record that the filters hide shows the record", async () => {
  const page = await open(`/index.html?sides=russia#${record}`, { width: 1440 });
  const title = (await page.locator("#record .title").boundingBox())!;
  assert.ok(title.y >= 0 && title.y < 900, `the title is at ${title.y}`);
});

test("a number of the overview filters by its speaker and topic", async () => {
  const page = await open("/index.html");
  await page.click('[data-speaker="jeyhun-bayramov"][data-topic="peace-process"]');
  assert.equal(
    await visible(page),
    statements.count({ speakers: "jeyhun-bayramov", topics: "peace-process" }),
  );
  assert.equal(
    await page.getAttribute(
      '[data-speaker="jeyhun-bayramov"][data-topic="peace-process"]',
      "aria-pressed",
    ),
    "true",
  );
  await page.click('[data-speaker="jeyhun-bayramov"][data-topic="peace-process"]');
  assert.equal(await visible(page), statements.size);
});

test("one click shows a passage in the pane; its page works without scripts", async () => {
  const page = await open("/index.html");
  await page.click(`[data-id="${record}"] a`);
  assert.match(
    (await page.textContent("#record .exact"))!.replace(/\d/g, ""),
    /Jeyhun Bayramov stressed/,
  );
  assert.equal(await page.getAttribute(`[data-id="${record}"] a`, "aria-current"), "true");
  await page.hover("#record .field:has-text('Speakers')");
  assert.deepEqual(await page.locator("mark.lit").allTextContents(), ["Jeyhun Bayramov"]);
  const linked = await open(`/index.html#${page.url().split("#")[1]!}`);
  assert.equal(await linked.textContent("#record .title"), statements.get(record).label);
  await page.click("#after");
  const next = [...statements][[...statements].findIndex(({ id }) => id === record) + 1]!;
  assert.equal(await page.textContent("#record .title"), next.label);
  assert.ok(page.url().endsWith(`#${next.id}`));
  await page.keyboard.press("Escape");
  assert.equal(await page.isVisible("#overview"), true);
  await page.click("#fold-timeline");
  await page.click('svg.wide [data-id="caspian-summit-2022"] circle');
  assert.equal(await page.textContent("#record .title"), meetings.get("caspian-summit-2022").label);
  assert.equal(await page.isVisible("#steps"), false);
  const plain = await open(`/${record}/index.html`, { javaScriptEnabled: false });
  assert.match((await plain.textContent(".exact"))!.replace(/\d/g, ""), /Jeyhun Bayramov stressed/);
  const list = await open("/index.html", { javaScriptEnabled: false });
  assert.equal(await list.locator("#list [data-id]:visible").count(), statements.size);
  assert.equal(await list.isVisible("#sheet"), false);
});

test("a field highlights its words, and words their field, until Escape", async () => {
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
  // the words that say when something was said, and on whose account, come last
  const situation = ["/accordingTo", "/meeting", "/occasion"];
  const [first] = statements
    .get(record)
    .evidence.filter(({ supports }) => supports.some((field) => !situation.includes(field)))
    .sort((a, b) => a.position.start - b.position.start);
  assert.equal(selected, first!.quote.exact);
});

test("citation, BibTeX, JSON, link and the citation of a view can be copied", async () => {
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
  await page.goto(`${session.origin}/index.html?speakers=ilham-aliyev`);
  const view: unknown = JSON.parse(await copied("#cite-view"));
  assert.deepEqual(await verifyCitation(view).then(({ ok, message }) => [ok, message]), [
    true,
    `the same ${statements.count({ speakers: "ilham-aliyev" })} records of version ${version}`,
  ]);
});

test("data is escaped on a page and in the browser", async () => {
  mkdirSync(`${session.site}/explorer/hostile`);
  writeFileSync(`${session.site}/explorer/hostile/index.html`, toRecordPage(hostile));
  for (const width of [390, 1280]) {
    const page = await open("/hostile/index.html", { width });
    assert.equal(await page.locator("main img").count(), 0);
    assert.doesNotMatch(await page.title(), /^run/);
    assert.ok((await page.textContent("h1"))!.includes("<img src=x"));
    assert.ok((await page.textContent("h1"))!.includes("\\u202e"));
    assert.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      `at ${width}`,
    );
  }
  // the same template as nodes
  const { outputFiles } = await build({
    stdin: {
      contents: `import { html, toNodes } from "./site/pages/html.ts";
        const { bad } = window;
        const parts = [bad, html\`<b>\${bad}</b>\`, undefined, false, 0];
        document.body.replaceChildren(toNodes(html\`<p title="\${bad}">\${parts}</p>\`));`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: "iife",
  });
  const page = await open("/index.html");
  const bad = `<img src=x onerror=alert(1)>"'&quot;`;
  await page.evaluate((text) => void ((window as unknown as { bad: string }).bad = text), bad);
  await page.addScriptTag({ content: outputFiles[0]!.text });
  assert.equal(await page.locator("img").count(), 0);
  assert.equal(await page.textContent("body > p"), `${bad}${bad}0`);
  assert.equal(await page.getAttribute("body > p", "title"), bad);
});

test("the theme follows the system; the choice of the button is kept", async () => {
  const page = await open("/index.html", { colorScheme: "dark" });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await ground(), "rgb(20, 23, 26)");
  await page.click("#theme");
  assert.equal(await ground(), "rgb(251, 250, 247)");
  await page.goto(`${session.origin}/${record}/index.html`);
  assert.equal(await ground(), "rgb(251, 250, 247)");
});

test("on paper the words and their place follow each statement, in light colours", async () => {
  const page = await open("/index.html?topics=mines", { colorScheme: "dark" });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const proofs = await page.locator("#list [data-id]:visible .printed:visible").allTextContents();
  assert.deepEqual(
    proofs.map((text) => text.replace(/ \([^(]*\)$/, "")),
    statements
      .where({ topics: "mines" })
      .map((s) => `in words of Trend: ${quotations(s)[0]!.words}`),
  );
  assert.match(proofs[0]!, /characters \d+–\d+/);
  assert.ok((await page.textContent("#address"))!.endsWith("?topics=mines"));
  assert.equal(
    await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    "rgb(251, 250, 247)",
  );
  assert.equal(await page.isVisible(".timeline"), false);
});

test("the site works from a folder, without a server", async () => {
  const page = await session.browser.newPage({ viewport: { width: 1280, height: 900 } });
  const errors: string[] = [];
  page.on("pageerror", (error) => void errors.push(error.message));
  await page.goto(`file://${session.site}/explorer/index.html?sides=russia`);
  assert.equal(await visible(page), statements.count({ sides: "russia" }));
  assert.equal(
    await page.evaluate(() =>
      document.fonts.ready.then(() => document.fonts.check('16px "Source Serif 4 Variable"')),
    ),
    true,
  );
  assert.deepEqual(errors, []);
  await page.close();
});

test("the cookbook's page without a bundler shows what it claims", async () => {
  cpSync("dist", `${session.site}/explorer/node_modules/baku-moscow/dist`, { recursive: true });
  const block = /^```html\n(.*?)^```/ms.exec(readFileSync("docs/cookbook.md", "utf8"))![1]!;
  const said = /<!-- shows: (.*?) -->/.exec(block)![1];
  writeFileSync(
    `${session.site}/explorer/plain.html`,
    `<!doctype html><title>plain</title><body></body>${block}`,
  );
  const page = await open("/plain.html");
  await page.waitForFunction(() => document.body.textContent.includes("statements"));
  assert.equal((await page.textContent("body"))!.trim(), said);
});

test("the report of a wrong field follows the chosen field, and can be copied", async () => {
  const page = await open(`/${record}/index.html`);
  await page.click("details.report summary");
  const shown = () => page.textContent("#report");
  const head = `Record: statement/${record}\nVersion: ${version}\n`;
  assert.equal((await shown())!.slice(0, head.length), head);
  const topics = page.locator("#report-field option", { hasText: "Topics" }).first();
  await page.selectOption("#report-field", await topics.textContent());
  assert.match((await shown())!, /\nField: Topics: /);
  assert.match((await shown())!, /“the importance of fulfilling the obligations/);
  await page.click("details.report button.copy");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await shown());
  const plain = await open(`/${record}/index.html`, { javaScriptEnabled: false });
  assert.match((await plain.textContent("#report"))!, /^Record: statement\//);
});

test("no violations by axe, light and dark: list, record in the pane, phone, pages", async () => {
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
      const { violations } = await page.evaluate<{
        violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
      }>("axe.run()");
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
});

test("nothing scrolls sideways from 320 pixels on", async () => {
  for (const width of [320, 390, 768, 1024, 1280])
    for (const path of ["/index.html", `/${record}/index.html`]) {
      const page = await open(path, { width });
      assert.ok(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        `${path} at ${width}`,
      );
      await page.close();
    }
});

test("screenshots of the main views are written to screenshots/", async () => {
  mkdirSync("screenshots", { recursive: true });
  for (const [name, path, width, colorScheme] of [
    ["list-light", "/index.html", 1280, "light"],
    [
      "list-dark",
      `/index.html?sides=russia&date.from=2022-02&date.to=2023-03#${record}`,
      1280,
      "dark",
    ],
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
});

test("no page requests another host, and no script fails", () => {
  assert.deepEqual(session.foreignRequests, []);
  assert.deepEqual(session.scriptErrors, []);
});
