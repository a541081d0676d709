/** `npm run draft`: what it writes of a new text, and what it refuses. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { idOfFile, splitSentences } from "../../kit/draft-source.ts";
import { compile } from "../../curation/compile.ts";
import { format } from "../../curation/problem.ts";
import { readTree } from "../../curation/read/files.ts";

const root = mkdtempSync(join(tmpdir(), "baku-moscow-draft-"));
const text =
  "GAMMA, May 6. Alpha Ames met Beta Bond in Gamma. “Trade grows,” Mr. Ames said.\nIt was short.\n";
const tool = join(process.cwd(), "kit/draft-source.ts");
const draft = (...args: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", tool, ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NODE_PATH: join(process.cwd(), "node_modules") },
  });
const read = (path: string) => readFileSync(join(root, path), "utf8");

beforeAll(() => {
  cpSync("test/fixtures/valid", root, { recursive: true });
  execFileSync("ln", ["-s", join(process.cwd(), "node_modules"), join(root, "node_modules")]);
  writeFileSync(join(root, "New Call.txt"), text);
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test("a text becomes a source with hash and length, sentences, and candidates with names", () => {
  const { stdout, status } = draft("New Call.txt");
  expect([status, stdout.trim().split("\n")]).toEqual([
    0,
    [
      "wrote seeds/new-call.txt",
      "added new-call to data/sources.yaml",
      "wrote data/segments/new-call.yaml",
      "wrote data/statements/new-call.yaml",
    ],
  ]);
  expect(read("seeds/new-call.txt")).toBe(text);
  const statements = read("data/statements/new-call.yaml");
  expect(statements).toContain(
    "# names: Alpha Ames = alpha-ames; Beta Bond = beta-bond; Gamma = gamma",
  );
  expect(statements).toContain('claim: "“Trade grows,” Mr. Ames said."');
  expect(read("data/segments/new-call.yaml")).toContain('  - "It was short."');
});

test("what compile says of a draft is what only a reader can fill in", () => {
  const { problems } = compile(readTree(root, ["data", "seeds"], []), { version: "0.0.0" });
  const messages = problems.map(format);
  expect(messages.length).toBeGreaterThan(3);
  for (const message of messages)
    expect(message).toMatch(/(?:label|outlet|title|url|language|knownFrom|statements): is missing/);
});

test("a second run changes nothing, and says so", () => {
  const before = read("data/sources.yaml");
  const again = draft("New Call.txt");
  expect([again.status, again.stderr.trim()]).toEqual([
    1,
    '"new-call" is there already; npm run draft -- new-call drafts its sentences',
  ]);
  const sentences = draft("new-call");
  expect(sentences.stdout).toContain("data/segments/new-call.yaml exists already and was not");
  expect(read("data/sources.yaml")).toBe(before);
});

test("claims of a table become candidates, and a faulty file changes nothing", () => {
  writeFileSync(join(root, "claims.csv"), 'quote,speaker\r\n"Trade grows,",Ames\r\nRain fell,\r\n');
  const { stdout, status } = draft("new-call", "claims.csv");
  expect([status, stdout.split("\n")[2]]).toEqual([
    0,
    'add what you need of these under "statements:" yourself:',
  ]);
  expect(stdout).toContain("  # speaker as imported: Ames\n  # new-call-claim-1: # name the claim");
  expect(stdout).toContain('claim: "Trade grows,"');
  expect(stdout).toContain('# not found in the article: "Rain fell"');
  // for a text without statements they are the file
  rmSync(join(root, "data/statements/new-call.yaml"));
  expect(draft("new-call", "claims.csv").stdout).toContain("wrote data/statements/new-call.yaml");
  expect(read("data/statements/new-call.yaml")).toContain("source: new-call");
  rmSync(join(root, "data/statements/new-call.yaml"));
  writeFileSync(join(root, "claims.csv"), "words\r\nTrade grows\r\n");
  expect(draft("new-call", "claims.csv").stderr).toContain('no column "quote"');
  expect(draft("new-call", "claims.txt").stderr).toContain('there is no file "claims.txt"');
  expect(draft("new-call", "New Call.txt").stderr).toContain("is neither a table (.csv) nor");
  expect(existsSync(join(root, "data/statements/new-call.yaml"))).toBe(false);
});

test("what is neither a file nor a source is refused", () => {
  expect(draft("daily").stderr).toContain('no file and no source with a seed "daily"');
  expect(draft().stderr).toContain("name a text or a source");
});

test("an id comes from the name of the file", () => {
  expect(idOfFile("/a/Déjà vu, part 2.TXT")).toBe("de-ja-vu-part-2");
  expect(() => idOfFile("Баку.txt")).toThrow("name the file in Latin letters");
});

test("sentences end neither at abbreviations nor before closing marks", () => {
  expect(
    splitSentences("Mr. Ames met St. John on Dec. 5 at 3 p.m. He said “Go.” Then he left."),
  ).toEqual(["Mr. Ames met St. John on Dec. 5 at 3 p.m. He said “Go.”", "Then he left."]);
});
