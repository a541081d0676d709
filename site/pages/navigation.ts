/** The pages of the site by what people do, with titles in words. */
import { existsSync } from "node:fs";

/** Whether the explorer stands beside the guides; that of another dataset stands alone. */
export const hasGuides = existsSync(new URL("../typedoc", import.meta.url));

export interface NavigationPage {
  /** The way from the root of the site. */
  readonly path: string;
  readonly title: string;
}

export interface NavigationSection {
  readonly name: string;
  readonly pages: readonly NavigationPage[];
}

function section(name: string, pages: Readonly<Record<string, string>>): NavigationSection {
  return { name, pages: Object.entries(pages).map(([path, title]) => ({ path, title })) };
}

/** The sections. Each guide stands in one of them; a test compares them with the guides. */
export const navigation: readonly NavigationSection[] = [
  section("Start", {
    "docs/getting-started.html": "Getting started",
    "docs/in-your-tool.html": "In your tool",
    "docs/questions.html": "Frequent questions",
    "docs/glossary.html": "Glossary",
    "try.html": "Try it",
  }),
  section("Ask", {
    "explorer/index.html": "Explorer",
    "docs/cookbook.html": "Cookbook",
    "docs/event-coders.html": "For coders of events",
    "docs/own-records.html": "Your own records",
    "docs/databases.html": "In a database",
    "docs/assistants.html": "For assistants",
  }),
  section("Cite", {
    "docs/journalists.html": "For journalists",
    "docs/librarians.html": "For librarians",
    "docs/datasheet.html": "Datasheet",
    "docs/reliability.html": "Reliability",
    "docs/corrections.html": "Corrections and reviews",
    "docs/versioning.html": "Versions",
    "docs/comparison.html": "Comparison",
  }),
  section("Curate", {
    "docs/curating.html": "Curating",
    "docs/your-own-dataset.html": "Your own dataset",
    "docs/checks.html": "Checks",
    "docs/messages.html": "Messages",
    "docs/first-use.html": "First-use test",
    "docs/public-reports.html": "Public bug reports, tried here",
    "CONTRIBUTING.html": "Contributing",
  }),
  section("Reference", {
    "modules.html": "API",
    "docs/codebook.html": "Codebook",
    "docs/evidence.html": "Evidence",
    "docs/benchmarks.html": "Benchmarks",
    "docs/scale.html": "Scale",
    "docs/architecture.html": "Architecture",
  }),
];

/**
 * The section that a page belongs to; the first page belongs to none. Pages that are in no list
 * belong to the reference.
 */
export function sectionOf(path: string): NavigationSection | undefined {
  const found = navigation.find(({ pages }) => pages.some((page) => page.path === path));
  if (found !== undefined) return found;
  if (path === "index.html") return undefined;
  const isExplorer = path.startsWith("explorer/");
  return navigation.find(({ name }) => name === (isExplorer ? "Ask" : "Reference"));
}
