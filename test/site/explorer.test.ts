import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { positions, resolve, statements, version, type Statement } from "baku-moscow";
import { withoutData } from "../setup/without-data.ts";
import { externalLink, html, raw, toMarkup, type Part } from "../../site/pages/html.ts";
import { toListPage } from "../../site/pages/list-page.ts";
import { bundle } from "../../site/bundle.ts";
import { toRecordPage } from "../../site/pages/record-page.ts";
import { toReportSection } from "../../site/pages/report-section.ts";
import { toTombstonePage } from "../../site/pages/tombstone-page.ts";

test("data is escaped in HTML: markup, quotes, control characters, reversed writing", () => {
  const text = (part: Part) => toMarkup(part);
  expect(text(html`<p title="${'"><script>'}">${"<b>&'"}</p>`)).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;</p>',
  );
  expect(text(html`${"a\u202eb\u0000"}`)).toBe("a\\u202eb\\u0000");
  expect(text(html`${[html`<i>${"<"}</i>`, undefined, false, 0]}`)).toBe("<i>&lt;</i>0");
  expect(text(externalLink("javascript:alert(1)", "x"))).toBe("x");
  expect(text(externalLink("https://example.org/?a&b", "x"))).toBe(
    '<a href="https://example.org/?a&amp;b" rel="noopener">x</a>',
  );
  expect(text(html`${raw("<hr>")}`)).toBe("<hr>");
});

test("a record with markup in every string is a page without it", () => {
  const hostile = (value: unknown): unknown => {
    if (typeof value === "string") return `<img src=x onerror=alert(1)>"'${value}`;
    if (Array.isArray(value)) return value.map(hostile);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hostile(inner)]));
  };
  const record = statements.get("kavkaza-135-flights-a-week");
  const { kind, id, evidence, outside, accounts, date, ...rest } =
    structuredClone<Statement>(record);
  const page = toRecordPage({
    ...(hostile(rest) as object),
    kind,
    id,
    evidence,
    outside,
    accounts,
    date,
  } as Statement);
  expect(page).not.toContain("<img");
  expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
});

test(
  "every passage of a record stands on its page, whole, with the words of each field " + "marked",
  () => {
    for (const record of statements) {
      const page = toRecordPage(record);
      const plain = page
        .replace(/<sup.*?<\/sup>/g, "")
        .replace(/<[^>]*>/g, "")
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'")
        .replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">")
        .replace(/&amp;/g, "&");
      for (const { quote, supports } of record.evidence)
        if (supports.some((pointer) => !/^\/(names|accounts|gist)/.test(pointer)))
          expect([record.id, plain.includes(quote.exact)]).toEqual([record.id, true]);
      for (const [inner] of page.matchAll(/<mark[^>]*>.*?<\/mark>/g))
        expect(inner.match(/<mark/g)!.length).toBe(1);
    }
  },
);

test("the first page lists every statement and requests nothing from other hosts", () => {
  const page = toListPage();
  for (const { id } of statements) expect(page).toContain(`data-id="${id}"`);
  expect(page).not.toMatch(/(?:src|href)="https?:/);
});

test("a withdrawn id keeps a page that says why, since when and where to look instead", () => {
  const page = toTombstonePage({
    id: "lavrov-2022-visit",
    kind: "visit",
    reason: "<b>twice</b> the same",
    withdrawnIn: "1.0.0",
    successor: "lavrov-2023-baku",
  });
  expect(page).toContain("withdrawn in version 1.0.0: &lt;b&gt;twice&lt;/b&gt; the same");
  expect(page).toContain(
    '<a href="../lavrov-2023-baku/index.html"><bdi>Visit of Sergey Lavrov to Baku, February ' +
      "2023</bdi></a>",
  );
  expect(
    toTombstonePage({ id: "x", kind: "visit", reason: "gone", withdrawnIn: "1.0.0" }),
  ).not.toContain("In its place");
});

test(
  "the page's own script weighs at most 20 kB, with the code of the package 36, the style " +
    "7, the fonts for Latin letters 81",
  async () => {
    const { outputFiles } = await build({
      ...bundle,
      outdir: "_site/explorer",
      write: false,
      plugins: [...bundle.plugins, withoutData],
    });
    const weigh = (name: string) =>
      gzipSync(outputFiles.find(({ path }) => path.endsWith(`/${name}`))!.contents, { level: 9 })
        .length;
    const own = await build({
      ...bundle,
      outdir: "_site/explorer",
      write: false,
      format: "esm",
      external: ["#dataset", "#dataset/*"],
    });
    const ownSize = gzipSync(
      own.outputFiles.find(({ path }) => path.endsWith("/explorer.js"))!.contents,
      { level: 9 },
    ).length;
    console.log(
      `explorer: script ${ownSize} bytes gzip, ${weigh("explorer.js")} with the code of the ` +
        `package, beyond the data; style ${weigh("style.css")}`,
    );
    expect(ownSize).toBeLessThanOrEqual(20_000);
    expect(outputFiles.find(({ path }) => path.endsWith("/explorer.js"))!.text).not.toContain(
      "Vestnik Kavkaza",
    );
    expect(weigh("explorer.js")).toBeLessThanOrEqual(36_000);
    expect(weigh("style.css")).toBeLessThanOrEqual(7000);
    const latin = outputFiles.filter(({ path }) => /-latin-wght-normal\.woff2$/.test(path));
    expect(latin.length).toBe(2);
    expect(latin.reduce((sum, { contents }) => sum + contents.length, 0)).toBeLessThan(81_000);
  },
);

test("the page of a topic or entity tells every relation between claims on it", () => {
  for (const id of [
    "azerbaijan",
    "post-conflict",
    "lachin-road-closing",
    "legal-status",
  ] as const) {
    const page = toRecordPage(resolve(id)!);
    const section = page.slice(page.indexOf('<h2 id="positions">'), page.indexOf("Mentioned in"));
    const claims = positions(id).flatMap((side) => side.positions);
    const relations = claims.flatMap(({ statement, to }) =>
      to.map((link) => ({ from: statement.id, ...link })),
    );
    expect([id, relations.length > 0]).toEqual([id, true]);
    for (const { from, type, statement } of relations) {
      for (const other of [from, statement])
        expect([id, section.includes(`href="../${other}/index.html"`)]).toEqual([id, true]);
      // a claim on another subject is not on the page, and the relation is told from this end
      const other = claims.find((claim) => claim.statement.id === statement);
      const inverse = other?.from.find((link) => link.statement === from)?.type ?? type;
      const isTold = [type, inverse].some((name) => section.includes(name.replaceAll("-", " ")));
      expect([id, from, isTold]).toEqual([id, from, true]);
    }
  }
});

test("a record page has a report that is filled in, with a form where issues are kept", () => {
  const record = statements.get("kavkaza-135-flights-a-week");
  const [flights] = record.evidence.map(({ quote }) => quote.exact);
  const text = toMarkup(toReportSection(record, "https://example.org/issues"));
  const link = /id="report-link"\s+href="([^"]+)"/.exec(text)![1]!.replaceAll("&amp;", "&");
  const answers = new URL(link).searchParams;
  expect(link).toMatch(/^https:\/\/example\.org\/issues\/new\?/);
  expect(answers.get("template")).toBe("wrong-record.yml");
  expect(answers.get("record")).toMatch(/^statement\/kavkaza-135-flights-a-week, field Speakers/);
  expect(answers.get("version")).toBe(version);
  const form = parse(readFileSync(".github/ISSUE_TEMPLATE/wrong-record.yml", "utf8")) as {
    body: { id: string }[];
  };
  const ids = form.body.map(({ id }) => id);
  for (const name of ["record", "version", "words"]) expect(ids).toContain(name);
  expect(text).toContain("Record: statement/kavkaza-135-flights-a-week\n");
  expect(text).toContain(toMarkup(html`“${flights}” (`));
  // without such a place the report can be copied
  const copied = toMarkup(toReportSection(record, undefined));
  expect(copied).toContain("Copy the report");
});

interface JsonLd {
  readonly "@type": string;
  readonly name: string;
  readonly author?: { name: string }[];
  readonly hasPart: { text: string; spokenByCharacter?: { name: string }[] }[];
}

function jsonLdOf(page: string): JsonLd {
  const json = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(page)![1]!;
  return JSON.parse(json) as JsonLd;
}

test("a statement is a Claim under its credit line; only its own words are a speaker's", () => {
  for (const statement of statements) {
    const { name, author = [], hasPart, ...claim } = jsonLdOf(toRecordPage(statement));
    expect([claim["@type"], name]).toEqual(["Claim", `${statement.credit}: ${statement.gist}`]);
    const inferred = statement.speakers.filter(({ basis }) => basis === "inferred-side");
    expect(author.length).toBe(statement.speakers.length - inferred.length);
    for (const { spokenByCharacter } of hasPart)
      if (spokenByCharacter)
        expect([statement.id, statement.mode]).toEqual([
          statement.id,
          expect.stringMatching(/quotation/),
        ]);
  }
});

test("the first page describes the dataset and how it can be had", () => {
  const description = jsonLdOf(toListPage()) as unknown as {
    "@type": string;
    version: string;
    distribution: { encodingFormat: string }[];
  };
  expect([description["@type"], description.version]).toEqual(["Dataset", version]);
  expect(description.distribution.map(({ encodingFormat }) => encodingFormat)).toContain(
    "application/json",
  );
});
