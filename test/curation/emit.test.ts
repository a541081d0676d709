import { runInNewContext } from "node:vm";
import { parse } from "yaml";
import { expect, test } from "vitest";
import { emitCff } from "../../curation/emit/description.ts";
import { toDocComment, toJsonLiteral } from "../../curation/emit/type-text.ts";
import type { Dataset } from "../../curation/dataset.ts";

test("a text that ends a comment does not end the doc comment", () => {
  expect(toDocComment(["from */ to"], "")).toBe("/** from * / to */\n");
});

test("a string literal of JSON evaluates to the JSON that it was", () => {
  const value = { text: 'It\'s "ə", \\ and \u2028', list: [1, null] };
  const literal = toJsonLiteral(value);
  expect(literal).toMatch(/^'[\x20-\x7e]*'$/);
  expect(JSON.parse(runInNewContext(literal) as string)).toEqual(value);
});

test("CITATION.cff is valid YAML and has a release date only when there is one", () => {
  const about = { name: "one", subject: "two", author: "three", abstract: "four", keywords: [] };
  const dataset = { version: "1.2.3", released: null, about } as unknown as Dataset;
  const unreleased = parse(emitCff(dataset)) as Record<string, unknown>;
  expect(unreleased.version).toBe("1.2.3");
  expect("date-released" in unreleased).toBe(false);
  const released = parse(emitCff({ ...dataset, released: "2026-02-03" }), {
    schema: "failsafe",
  }) as Record<string, unknown>;
  expect(released["date-released"]).toBe("2026-02-03");
});
