/** What each side says, on the page of a record: every claim of a side, under its own heading. */
import { places, positions, topics } from "baku-moscow";
import { expect, test } from "vitest";
import { toMarkup } from "../../site/pages/html.ts";
import { toPositionsSection } from "../../site/pages/positions-section.ts";

/** The ids of the statements that a piece of markup links to. */
function linkedIds(markup: string): string[] {
  return [...markup.matchAll(/href="\.\.\/([a-z0-9-]+)\/index\.html"/g)].map((match) => match[1]!);
}

/** The part of the section for a side that is not in the table. */
function columnOf(markup: string, place: string): string {
  return new RegExp(`<section class="${place}">.*?</section>`, "s").exec(markup)?.[0] ?? "";
}

const subjects = [...topics, ...places].flatMap((record) => {
  const section = toPositionsSection(record);
  return section === undefined ? [] : [[record.id, toMarkup(section)] as const];
});

test("a claim of a side is in the table or in the column of that side, a joint one in both", () => {
  expect(subjects.length).toBeGreaterThan(10);
  let joint = 0;
  for (const [id, markup] of subjects) {
    const table = new Set(linkedIds(/<table.*?<\/table>/s.exec(markup)?.[0] ?? ""));
    positions(id).forEach((side, i) => {
      if (i > 1) return;
      const column = columnOf(markup, ["first", "second"][i]!);
      const own = new Set(linkedIds(column));
      for (const { statement } of side.positions)
        expect([
          id,
          side.side,
          statement.id,
          table.has(statement.id) || own.has(statement.id),
        ]).toEqual([id, side.side, statement.id, true]);
      joint += column.split(/\(joint,\s+above\)/).length - 1;
    });
  }
  expect(joint).toBeGreaterThan(0);
});

test("the number beside a side counts the claims below it", () => {
  for (const [id, markup] of subjects)
    for (const place of ["first", "second"]) {
      const column = columnOf(markup, place);
      if (column === "") continue;
      const count = Number(/<span class="count"\s*>(\d+)/.exec(column)![1]);
      expect([id, place, column.split("<li>").length - 1]).toEqual([id, place, count]);
    }
});
