/** The lines of a record whose accounts differ: who says what, and who reports it. */
import { events, meetings, resolve, type DatasetRecord } from "baku-moscow";
import { expect, test } from "vitest";
import { toFieldList } from "../../site/pages/field-list.ts";
import { toMarkup, type Part } from "../../site/pages/html.ts";
import { toPositionsSection } from "../../site/pages/positions-section.ts";
import { toHead } from "../../site/pages/record-head.ts";

function plain(part: Part): string {
  return toMarkup(part)
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

const headOf = (record: DatasetRecord) => plain(toHead(record, "../").below);

test("the head names those who give each account, a person with the state", () => {
  expect(headOf(meetings.get("armenia-azerbaijan-2022-round-after-geneva"))).toBe(
    "23 December 2022 (NEWS.am) · accounts differ: declined, say Azerbaijan, " +
      "Russia (Sergey Lavrov); postponed, says Armenia",
  );
});

test("an actor with two accounts does not seem to contradict itself", () => {
  const head = headOf(events.get("lachin-road-closing"));
  expect(head).toMatch(
    /asserted, say Armenia, NEWS\.am, Azerbaijan \(Hikmet Hajiyev, .+ quotes him/,
  );
  expect(head).toMatch(/; denied, says Azerbaijan$/);
});

test("a field says whose account its value follows, and not which outlet passes it on", () => {
  const fields = plain(toFieldList(meetings.get("caspian-summit-2022"), "../"));
  expect(fields).toContain("≠ says Jeyhun Bayramov; other accounts below");
  const disputed = plain(toFieldList(events.get("lachin-road-closing"), "../"));
  expect(disputed).not.toContain("other accounts below");
});

test("a side of the dataset without a claim is named, and only the records are spoken of", () => {
  const section = (id: string) => plain(toPositionsSection(resolve(id)!));
  expect(section("lachin-road-closing")).toContain("No record has a claim of Russia on it.");
  expect(section("bilateral-relations")).not.toContain("No record has a claim");
});
