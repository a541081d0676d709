/**
 * The explorer on a local server, and a headless Chromium. The browser is the one that
 * `@sparticuz/chromium` brings with the libraries it needs; the environment variable CHROME names
 * another one.
 */
import chromium from "@sparticuz/chromium";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { chromium as playwright, type Browser, type Page } from "playwright-core";

interface OpenOptions {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
  readonly javaScriptEnabled?: boolean;
}

/** A running browser and the site that it shows. */
export interface BrowserSession {
  readonly browser: Browser;
  /** The folder of the site. */
  readonly site: string;
  /** The address of the site. */
  readonly root: string;
  /** The address of the explorer. */
  readonly origin: string;
  /** Requests to other hosts. */
  readonly foreignRequests: readonly string[];
  readonly scriptErrors: readonly string[];
  /** Opens a page of the explorer. */
  open(path: string, options?: OpenOptions): Promise<Page>;
  stop(): Promise<void>;
}

const contentTypes: ReadonlyMap<string, string> = new Map([
  ["woff2", "font/woff2"],
  ["html", "text/html; charset=utf-8"],
  ["css", "text/css"],
  ["js", "text/javascript"],
  ["svg", "image/svg+xml"],
]);

/** A busy machine may need long for a step; a limit only ends what hangs. */
const stepLimit = 60_000;

/** Runs TypeDoc where the guides are wanted and are not built yet. */
function copyGuides(site: string): void {
  if (!existsSync("_site/modules.html")) {
    const { status, stderr } = spawnSync("npm", ["run", "--silent", "docs:api"], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`the guides could not be built\n${stderr}`);
  }
  const isOther = (path: string) => !/^_site\/(?:explorer|v)\b/.test(path);
  cpSync("_site", site, { recursive: true, filter: isOther });
}

function buildSite(withGuides: boolean): string {
  const site = mkdtempSync(join(tmpdir(), "baku-moscow-site-"));
  if (withGuides) copyGuides(site);
  const { status, stderr } = spawnSync(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "site/build-site.ts", `${site}/explorer`],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`the site could not be built\n${stderr}`);
  return site;
}

async function serve(site: string): Promise<Server> {
  const server = createServer((request, response) => {
    const file = site + decodeURIComponent(request.url!.split(/[?#]/)[0]!);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = contentTypes.get(file.split(".").at(-1)!) ?? "text/plain";
    response.writeHead(200, { "content-type": type }).end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

/** Unpacks the libraries that Chromium needs and a bare machine may lack; returns their folder. */
function unpackLibraries(site: string): string {
  const folder = join(site, "libraries");
  mkdirSync(folder);
  const packed = readFileSync("node_modules/@sparticuz/chromium/bin/al2023.tar.br");
  const { status, stderr } = spawnSync("tar", ["-x", "-C", folder], {
    input: brotliDecompressSync(packed),
  });
  if (status !== 0) throw new Error(`the libraries of Chromium: ${String(stderr)}`);
  return join(folder, "lib");
}

const installedBrowsers = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
];

/** The browser that CHROME names; on Linux the one from npm; elsewhere an installed one. */
async function browserPath(): Promise<string> {
  if (process.env.CHROME !== undefined) return process.env.CHROME;
  const hasNpmBrowser = process.platform === "linux" && process.arch === "x64";
  if (hasNpmBrowser) return chromium.executablePath();
  const installed = installedBrowsers.find((path) => existsSync(path));
  if (installed === undefined)
    throw new Error("no browser found: set CHROME to the path of a Chrome or Chromium");
  return installed;
}

async function launch(libraries?: string): Promise<Browser> {
  return playwright.launch({
    executablePath: await browserPath(),
    args: ["--no-sandbox", "--disable-gpu", "--no-zygote"],
    headless: true,
    timeout: stepLimit,
    ...(libraries !== undefined && { env: { ...process.env, LD_LIBRARY_PATH: libraries } }),
  });
}

async function launchWithLibraries(site: string): Promise<Browser> {
  if (process.env.PACKED_LIBRARIES) return launch(unpackLibraries(site));
  try {
    return await launch();
  } catch {
    return launch(unpackLibraries(site));
  }
}

/** Builds the site, with the guides or the explorer alone, serves it, and starts a browser. */
export async function startBrowser({ withGuides = false } = {}): Promise<BrowserSession> {
  const site = buildSite(withGuides);
  const server = await serve(site);
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = `${root}/explorer`;
  const browser = await launchWithLibraries(site);
  const foreignRequests: string[] = [];
  const scriptErrors: string[] = [];
  return {
    browser,
    site,
    root,
    origin,
    foreignRequests,
    scriptErrors,
    async open(path, { width = 1280, colorScheme = "light", javaScriptEnabled = true } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        javaScriptEnabled,
        bypassCSP: true, // so that axe can be added
        permissions: ["clipboard-read", "clipboard-write"],
      });
      const page = await context.newPage();
      page.setDefaultTimeout(stepLimit);
      page.on("request", (request) => {
        if (!request.url().startsWith(root)) foreignRequests.push(request.url());
      });
      page.on("pageerror", (error) => {
        scriptErrors.push(error.message);
      });
      await page.goto(`${origin}${path}`, { waitUntil: "domcontentloaded" });
      return page;
    },
    async stop() {
      await browser.close();
      server.close();
      rmSync(site, { recursive: true, force: true });
    },
  };
}
