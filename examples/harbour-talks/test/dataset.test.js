/** The tests of this dataset: its records stand on the words of its texts. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { collections, sources, statements } from "harbour-talks";
import { cite } from "harbour-talks/cite";

test("every passage stands where its record says", () => {
  for (const { evidence = [] } of Object.values(collections).flatMap((all) => [...all]))
    for (const { source, quote, position } of evidence) {
      const text = [...readFileSync(sources.get(source).seed.file, "utf8")];
      assert.equal(text.slice(position.start, position.end).join(""), quote.exact);
    }
});

test("there are statements, and each can be cited with its speaker", () => {
  assert.ok(statements.size > 0);
  for (const statement of statements) assert.ok(cite(statement).apa.includes(statement.credit));
});
