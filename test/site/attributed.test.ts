/**
 * Nothing leaves without its speaker: every output is searched for the gists of all statements, and
 * each must stand after the credit line, or be the value of the field `gist`.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { collections, related, statements, timeline, type DatasetRecord } from "baku-moscow";
import { cite, citeSubset, quotations } from "baku-moscow/cite";
import { search } from "baku-moscow/search";
import { expect, test } from "vitest";
import { toListPage } from "../../site/pages/list-page.ts";
import { toPane } from "../../site/pages/record-pane.ts";
import { toMarkup } from "../../site/pages/html.ts";
import { toRecordPage } from "../../site/pages/record-page.ts";

const all: DatasetRecord[] = Object.values(collections).flatMap((collection) => [
  ...(collection as Iterable<DatasetRecord>),
]);

/** A text without tags, escapes and line breaks. */
function toPlain(text: string): string {
  return text
    .replace(/<\/?(?:span|b)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\\(?=[[\]_*`#<>|{}$&%~^])/g, "")
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}

const asField = /(?:"gist": ?"|gist: |gist = )$/;

/** Gists that are the article's own words: their passages cannot be told from them. */
const likeTheArticle = new Set(
  [...statements]
    .filter(({ gist, evidence }) =>
      evidence.some(({ quote }) => quote.exact.includes(gist.replace(/\.$/, ""))),
    )
    .map(({ id }) => id),
);

/** Where a gist stands without the words that say whose claim it is. */
function bareGists(output: string): string[] {
  const text = toPlain(output);
  const bare: string[] = [];
  for (const { id, gist, credit } of statements) {
    if (likeTheArticle.has(id)) continue;
    const words = toPlain(gist).replace(/\.$/, "");
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
      const before = text.slice(Math.max(0, at - 400), at);
      const isCredited = before.trimEnd().endsWith(`${toPlain(credit)}:`);
      if (!isCredited && !asField.test(before)) bare.push(`${id}: …${before.slice(-60)}`);
    }
  }
  return bare;
}

test("the search for bare gists finds one, and no credited one", () => {
  expect(likeTheArticle.size).toBeLessThan(6);
  const { gist, label } = statements.get("sia-doubt-minsk-group");
  expect(bareGists(`x ${gist}`).length).toBe(1);
  expect(bareGists(label)).toEqual([]);
  expect(bareGists(`<b>${statements.get("sia-doubt-minsk-group").credit}:</b> ${gist}`)).toEqual(
    [],
  );
});

test("labels, citations and quotations of all records", async () => {
  for (const record of all) {
    const { csl, apa, bibtex, ris } = cite(record);
    const lines = quotations(record).flatMap(({ text, markdown, html }) => [text, markdown, html]);
    const output = [record.label, JSON.stringify(csl), apa, bibtex, ris, ...lines].join("\n");
    expect([record.id, bareGists(output)]).toEqual([record.id, []]);
  }
  const subset = await citeSubset(statements, { topics: "mines" });
  expect(bareGists(JSON.stringify(subset))).toEqual([]);
});

test("search, related and timeline name the speaker in what they return for showing", () => {
  const queries = ["relations", "road", "Armenia", "peace", "trade", "Caspian", "conflict"];
  const hits = queries.flatMap((query) => search(query, { in: statements, limit: 100 }));
  const shown = hits.flatMap(({ record, passages }) => [
    record.label,
    ...passages.map(({ text }) => text),
  ]);
  expect(shown.length).toBeGreaterThan(100);
  expect(bareGists(shown.join("\n"))).toEqual([]);
  const labels = [
    ...timeline({ statements: true }),
    ...all.flatMap((record) => related(record).relations.flatMap(({ records }) => records)),
  ].map(({ label }) => label);
  expect(bareGists([...new Set(labels)].join("\n"))).toEqual([]);
});

const command = (...args: string[]) =>
  spawnSync(process.execPath, ["dist/cli.js", ...args], { encoding: "utf8" }).stdout;

test("the command, in every form but the columns of tables", () => {
  const outputs = [
    command(),
    command("list", "statements"),
    command("timeline", "--statements", "yes"),
    command("search", "relations", "--limit", "100"),
    ...["trend-deny-blocking-of-lachin-road", "armenia", "lachin-road"].flatMap((id) => [
      command("show", id),
      command("related", id),
      command("cite", id),
    ]),
    command("list", "statements", "--json"),
  ];
  for (const output of outputs) {
    expect(output.length).toBeGreaterThan(100);
    expect(bareGists(output)).toEqual([]);
  }
});

test("a table gives the label with each gist", () => {
  const [header, first] = command("list", "statements", "--csv").split("\r\n") as [string, string];
  const columns = header.split(",");
  expect(columns.indexOf("label")).toBeLessThan(columns.indexOf("gist"));
  expect(columns).toContain("credit");
  expect(first).toContain(statements.where({}, { limit: 1 })[0]!.credit);
});

test("every page and the pane", () => {
  expect(bareGists(toListPage())).toEqual([]);
  for (const record of all) {
    expect([record.id, bareGists(toRecordPage(record))]).toEqual([record.id, []]);
    const pane = toPane(record.id, cite(record).apa);
    if (pane !== undefined) expect([record.id, bareGists(toMarkup(pane))]).toEqual([record.id, []]);
  }
});

test("the pictures, and every document but those that quote single gists as examples", () => {
  const pictures = readdirSync("docs/pictures").map((name) => `docs/pictures/${name}`);
  const documents = readdirSync("docs").filter((name) => name.endsWith(".md"));
  // the codebook and the guide for curators show what a gist is
  const checked = documents.filter((name) => name !== "codebook.md" && name !== "curating.md");
  for (const file of [...pictures, ...checked.map((name) => `docs/${name}`), "README.md"])
    expect([file, bareGists(readFileSync(file, "utf8"))]).toEqual([file, []]);
});

test("data.json and the description of the dataset", () => {
  for (const file of ["dist/data.json", "dist/datapackage.json", "CITATION.cff", ".zenodo.json"])
    expect([file, bareGists(readFileSync(file, "utf8"))]).toEqual([file, []]);
});
