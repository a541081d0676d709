/** The accounts of a meeting: who tells of it, and what only one article or page says. */
import { meetings } from "baku-moscow";
import { expect, test } from "vitest";
import { toAccountSection } from "../../site/pages/account-section.ts";
import { toMarkup } from "../../site/pages/html.ts";

/** The cells of each row, without tags. */
function rowsOf(markup: string): string[][] {
  return [...markup.matchAll(/<tr>(.*?)<\/tr>/gs)].slice(1).map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) =>
      cell!
        .replace(/<[^>]*>/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    ),
  );
}

test("each account has its row, and the fields that it alone states", () => {
  const meeting = meetings.get("armenia-azerbaijan-2022-round-after-geneva");
  const rows = rowsOf(toMarkup(toAccountSection(meeting)));
  expect(rows).toHaveLength(meeting.readouts.length);
  const only = rows.map((cells) => [cells[0], cells.at(-1)]);
  expect(only).toContainEqual(["Ministry of Foreign Affairs of Azerbaijan", "sides, follows"]);
  expect(only).toContainEqual(["NEWS.am", "sides, date, place"]);
});
