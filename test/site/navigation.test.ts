/** The navigation of the site has each guide once, with the title that the guide has. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { navigation } from "../../site/pages/navigation.ts";

const { projectDocuments } = JSON.parse(readFileSync("typedoc.json", "utf8")) as {
  projectDocuments: string[];
};
const pages = navigation.flatMap((section) => section.pages);

function headingOf(file: string): string {
  return /^# (.*)$/m.exec(readFileSync(file, "utf8"))![1]!;
}

test("each guide stands in one section, under its own heading", () => {
  const guides = pages.filter(({ path }) => !/^(explorer|modules|try)/.test(path));
  const listed = guides.map(({ path }) => path.replace(/\.html$/, ".md")).sort();
  expect(listed).toEqual([...projectDocuments].sort());
  for (const { path, title } of guides)
    expect(headingOf(path.replace(/\.html$/, ".md")), path).toBe(title);
});

test("no page stands in two sections", () => {
  const paths = pages.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});
