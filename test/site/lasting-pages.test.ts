/** Pages that last: the address of a version, canonical links, the sitemap, llms.txt. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { statements, version } from "baku-moscow";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toLlmsText } from "../../site/site-files.ts";

const siteUrl = "https://data.example/baku/";
let site: string;
beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), "baku-moscow-lasting-"));
  const { status, stderr } = spawnSync(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "site/build-site.ts", `${site}/explorer`, "--versioned"],
    { encoding: "utf8", env: { ...process.env, SITE_URL: siteUrl } },
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
});
afterAll(() => {
  rmSync(site, { recursive: true });
});

const read = (path: string) => readFileSync(join(site, path), "utf8");

test("the site of a release is also under its version, and names the newest as canonical", () => {
  for (const { id } of statements) {
    const path = `explorer/${id}/index.html`;
    expect(read(`v/${version}/${path}`)).toBe(read(path));
    expect(read(path)).toContain(`<link rel="canonical" href="${siteUrl}explorer/${id}/" />`);
  }
  expect(existsSync(join(site, `v/${version}/explorer/style.css`))).toBe(true);
  expect(existsSync(join(site, `v/${version}/v`))).toBe(false);
});

test("the sitemap has every page once, and no copy of a version", () => {
  const sitemap = read("sitemap.xml");
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]!);
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const { id } of statements) expect(addresses).toContain(`${siteUrl}explorer/${id}/`);
  expect(addresses.filter((address) => address.startsWith(`${siteUrl}v/`))).toEqual([]);
});

test("a record page has its description for search engines, and a citation of its version", () => {
  const page = read("explorer/sia-friendship-is-example/index.html");
  const jsonLd = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!;
  expect(JSON.parse(jsonLd)).toMatchObject({ "@context": "https://schema.org" });
  expect(page).toContain(`(Version ${version}) [Data set]`);
});

test("llms.txt tells what the site holds and how to repeat it", () => {
  expect(read("llms.txt")).toBe(toLlmsText());
  expect(toLlmsText()).toContain(`# baku-moscow ${version}`);
  expect(toLlmsText()).toContain("Repeat a claim with speaker and outlet");
  expect(read("AGENTS.md")).toBe(readFileSync("AGENTS.md", "utf8"));
});
