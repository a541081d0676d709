import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawTimeline } from "../../site/pictures/timeline-picture.ts";
import { countBy, meetings, people, resolve, statements, timeline } from "../../src/index.ts";

const picture = (name: string) => readFileSync(`docs/pictures/${name}.svg`, "utf8");

test("each picture has its description as text alternative in the README", () => {
  for (const name of ["timeline", "speakers-by-topic"]) {
    const description = /<desc id="description">(.*?)<\/desc>/.exec(picture(name))![1]!;
    expect(readFileSync("README.md", "utf8")).toContain(
      `![${description}](docs/pictures/${name}.svg)`,
    );
    expect(picture(name)).not.toMatch(/<script|href=|url\(/);
  }
});

test(
  "the timeline has a square a side of each dated statement that nobody relays, and the label of " +
    "each dated meeting",
  () => {
    const drawn = picture("timeline");
    const page = { pageClass: "wide", href: String, describe: () => "" };
    const whole = drawTimeline({ width: 1184, labels: true, ...page });
    for (const [side, mark] of [
      ["azerbaijan", "side-a"],
      ["russia", "side-b"],
    ] as const)
      expect(
        drawn.match(
          new RegExp(`<rect class="${mark}" x="[^"]*" y="[^"]*" width="5" height="5"`, "g"),
        )!.length,
      ).toBe(statements.count({ sides: side, date: { not: null }, relayedBy: null }));
    // family names will do, and the axis tells the date; what has no date is there too
    for (const { label } of timeline()) {
      const short = [...people].reduce(
        (text, person) => text.replaceAll(person.label, person.label.split(" ").at(-1)!),
        label,
      );
      const plain = short.replace(/, .*$/, "");
      const [, who, where] = /^(?:Talks|Meeting) of (.+ and .+) in (.+)$/.exec(plain) ?? [];
      const expected = who
        ? `>${who.replace(" and ", "–")}, ${where!}`
        : plain.replace(/^Joint press conference of .+ in /, ">Press conference, ");
      expect(whole).toContain(Array.from(expected).slice(0, 40).join(""));
    }
    expect(whole).toContain(`${meetings.size} meetings`);
  },
);

test("the overview has the numbers of speakers by topic", () => {
  const drawn = picture("speakers-by-topic");
  const { cells } = countBy(statements, "speakers");
  // a side for each column, and the name in one or two lines
  const lines = drawn.match(/text-anchor="middle"/g)!.length;
  expect(lines).toBeGreaterThanOrEqual(2 * cells.length);
  expect(lines).toBeLessThanOrEqual(3 * cells.length);
  for (const { values } of cells)
    for (const word of (resolve(values[0] ?? "")?.label ?? "nobody named").split(" "))
      expect(drawn).toContain(word);
  expect(drawn).toContain(
    `>${statements.count({ speakers: "sergey-lavrov", topics: "bilateral-relations" })}</text>`,
  );
});

test("the README counts the outlets' own voice as the records do", () => {
  const own = statements.count({ mode: "agency-narration" });
  expect(readFileSync("README.md", "utf8").replace(/\s+/g, " ")).toContain(
    `Of the ${statements.size} statements, ${own} are in the outlets' own voice`,
  );
  expect(statements.count({ sides: { not: null } })).toBe(statements.size - own);
});
