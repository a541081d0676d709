import { expect, test } from "vitest";
import { statements, type Statement } from "baku-moscow";
import { html, Html, outward } from "../explorer/html.ts";
import { toListPage } from "../explorer/list-page.ts";
import { toRecordPage } from "../explorer/record-page.ts";

test("what comes from data stays text: markup, quotes, control characters, writing turned round", () => {
  expect(html`<p title="${'"><script>'}">${"<b>&'"}</p>`.text).toBe('<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;</p>');
  expect(html`${"a\u202eb\u0000"}`.text).toBe("a\\u202eb\\u0000");
  expect(html`${[html`<i>${"<"}</i>`, undefined, false, 0]}`.text).toBe("<i>&lt;</i>0");
  expect(outward("javascript:alert(1)", "x").text).toBe("x");
  expect(outward("https://example.org/?a&b", "x").text).toBe('<a href="https://example.org/?a&amp;b" rel="noopener">x</a>');
  expect(html`${new Html("<hr>")}`.text).toBe("<hr>");
});

test("a record with markup in every string is a page without it", () => {
  const hostile = (value: unknown): unknown =>
    typeof value === "string"
      ? `<img src=x onerror=alert(1)>"'${value}`
      : Array.isArray(value)
        ? value.map(hostile)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hostile(inner)]))
          : value;
  const record = statements.get("kavkaza-135-flights-a-week");
  const { kind, id, evidence, outside, accounts, ...rest } = structuredClone<Statement>(record);
  const page = toRecordPage({ ...(hostile(rest) as object), kind, id, evidence, outside, accounts } as Statement);
  expect(page).not.toContain("<img");
  expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
});

test("every passage of a record stands on its page, whole, with the words of each field marked", () => {
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
    for (const [inner] of page.matchAll(/<mark[^>]*>.*?<\/mark>/g)) expect(inner.match(/<mark/g)!.length).toBe(1);
  }
});

test("the first page lists every statement, and asks no other host for anything", () => {
  const page = toListPage();
  for (const { id } of statements) expect(page).toContain(`data-id="${id}"`);
  expect(page).not.toMatch(/(?:src|href)="https?:/);
});
