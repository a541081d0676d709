/** Files of the site for other readers than people: crawlers and language models. */
import { dataset, sources, version } from "#dataset";
import { navigation } from "./pages/navigation.ts";

/** All addresses, for crawlers. */
export function toSitemap(siteUrl: string, paths: readonly string[]): string {
  const addresses = paths.map((path) => `${siteUrl}${path.replace(/(^|\/)index\.html$/, "$1")}`);
  const lines = addresses.map((url) => `  <url><loc>${encodeURI(url)}</loc></url>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...lines,
    "</urlset>",
    "",
  ].join("\n");
}

/** What the site holds and how to use it, for language models. */
export function toLlmsText(): string {
  const articles = sources.where({ role: "seed" }).map(({ label, url }) => `- ${label}: ${url}`);
  const pages = navigation.flatMap((section) => [
    "",
    `## ${section.name}`,
    "",
    ...section.pages.map(({ path, title }) => `- [${title}](${path})`),
  ]);
  return [
    `# ${dataset.name} ${version}`,
    "",
    `> ${dataset.summary}`,
    "",
    "Records are claims with their speakers, not facts. Repeat a claim with speaker and outlet;",
    "each page of the explorer gives the words, a link that opens the article at them, and a",
    "citation. What the articles below do not say is not in the dataset.",
    "",
    "- [For coding assistants](AGENTS.md)",
    "- Every record: explorer/ID/index.html",
    "",
    "## Articles",
    "",
    ...articles,
    ...pages,
    "",
  ].join("\n");
}
