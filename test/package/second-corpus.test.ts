/**
 * The second dataset, examples/harbour-talks: the kit builds it without a changed line, and its
 * package is typed, queried, cited and shown as any other.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { machineRoot } from "../../kit/folders.ts";

const folder = mkdtempSync(join(tmpdir(), "second-corpus-"));
const read = (path: string) => readFileSync(join(folder, path), "utf8");

/** Runs the command of the kit in the folder of the dataset. */
function kit(...args: readonly string[]): string {
  const tsx = `${machineRoot}/node_modules/tsx/dist/cli.mjs`;
  const command = [tsx, `${machineRoot}/kit/kit-command.ts`, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  return stdout;
}

/** Runs the command of the dataset. */
function command(...args: readonly string[]): string {
  return execFileSync(process.execPath, [join(folder, "dist/cli.js"), ...args], {
    encoding: "utf8",
  });
}

beforeAll(() => {
  cpSync(`${machineRoot}/examples/harbour-talks`, folder, { recursive: true });
  symlinkSync(`${machineRoot}/node_modules`, join(folder, "node_modules"));
  kit("build");
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("its own tests pass", () => {
  const { status, stdout } = spawnSync(process.execPath, ["--test"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", VITEST: "" },
  });
  expect([status, stdout]).toEqual([0, expect.stringContaining("# fail 0")]);
});

test("it is queried by its own topics, places and the new kind of meeting", () => {
  const list = (...args: string[]) =>
    (JSON.parse(command("list", ...args, "--json")) as { id: string }[]).map(({ id }) => id);
  expect(list("meetings", "--format", "radio-call")).toEqual(["eddrit-tormel-2024-radio-call"]);
  expect(list("statements", "--topics", "ferry-line").length).toBeGreaterThan(0);
  expect(list("statements", "--speakers", "ivessa-tormel").length).toBeGreaterThan(3);
  expect(command()).toMatch(/^harbour-talks 0\.1\.0 {2}Meetings, statements and agreements in two/);
  // a kind that it does not have is not counted
  expect(command()).not.toContain("visits");
  expect(command("--help")).toContain("harbour-talks show ID");
});

test("it is cited under its own name, and a subset is verified", () => {
  expect(command("cite")).toMatch(/^The harbour-talks maintainers\. \(n\.d\.\)\. harbour-talks: /);
  const subset = join(folder, "subset.json");
  writeFileSync(subset, command("cite", "statements", "--speakers", "ivessa-tormel", "--json"));
  expect(command("cite", "--verify", subset)).toBe("the same 10 records of version 0.1.0\n");
});

test("its codebook has its own examples and loaded words", () => {
  const codebook = read("docs/codebook.md");
  expect(codebook).toContain(
    '| `actor` | id of an actor | Who states the claim. | `"ivessa-tormel"` |',
  );
  expect(codebook).toContain("| alleged…, unfounded…, untrue…, so-called… |");
});

test("a typo does not compile, and a known id is never undefined", () => {
  const lines = [
    'import { meetings, statements } from "harbour-talks";',
    'export const label: string = meetings.get("eddrit-tormel-2024-radio-call").label;',
    'meetings.where({ format: "radio-call" });',
    "// @ts-expect-error a typo",
    'meetings.where({ format: "radio-cal" });',
    "// @ts-expect-error an id of another dataset",
    'statements.where({ speakers: "sergey-lavrov" });',
  ];
  writeFileSync(join(folder, "use.ts"), lines.join("\n"));
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--skipLibCheck", "--target"];
  const tsc = `${machineRoot}/node_modules/typescript/bin/tsc`;
  const { stdout } = spawnSync(process.execPath, [tsc, ...flags, "es2022", "use.ts"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(stdout).toBe("");
});

test("the explorer shows it: its heading, its sides, a page for each record", () => {
  kit("site");
  const first = read("_site/explorer/index.html");
  expect(first).toContain("Harbour talks of Brindalo and Kesmoor");
  expect(first).toContain('<span class="chip side-a">BR</span>');
  expect(first).toContain("above Brindalo");
  expect(first).toContain(">Meetings and agreements<");
  // guides that it does not have are not linked, and a kind that it does not have has no lane
  expect(first).not.toContain("cookbook.html");
  expect(first).not.toMatch(/>Visits</);
  const data = JSON.parse(read("dist/data.json")) as Record<string, unknown>;
  const records = Object.values(data).flatMap((list) => (Array.isArray(list) ? list : []));
  const ids = (records as { id?: string }[]).flatMap(({ id }) => id ?? []);
  expect(ids.length).toBeGreaterThan(40);
  for (const id of ids)
    expect([id, existsSync(join(folder, `_site/explorer/${id}`))]).toEqual([id, true]);
});

test("compile --watch reports after each save, and after the folder was replaced", async () => {
  const tsx = `${machineRoot}/node_modules/tsx/dist/cli.mjs`;
  const script = join(folder, ".build/kit/compile-dataset.ts");
  const watcher = spawn(process.execPath, [tsx, script, "--watch"], { cwd: folder });
  let told = "";
  const listen = (chunk: Buffer) => (told += chunk.toString());
  watcher.stdout.on("data", listen);
  watcher.stderr.on("data", listen);
  /** Waits until the watcher has told something, and forgets what it told. */
  const waitFor = async (words: string) => {
    await vi.waitFor(() => expect(told).toContain(words), { timeout: 60_000, interval: 100 });
    await vi.waitFor(() => expect(told).toMatch(/waiting for a change/), 60_000);
    told = "";
  };
  try {
    await waitFor("no problem");
    const places = join(folder, "data/places.yaml");
    const right = readFileSync(places, "utf8");
    writeFileSync(places, right.replace("type: country", "type: contry"));
    await waitFor('did you mean "country"?');
    cpSync(join(folder, "data"), join(folder, "data.saved"), { recursive: true });
    rmSync(join(folder, "data"), { recursive: true });
    cpSync(join(folder, "data.saved"), join(folder, "data"), { recursive: true });
    writeFileSync(places, right);
    await waitFor("no problem");
  } finally {
    watcher.kill();
  }
});

/** All files under a folder of the built dataset, as one text. */
function textOf(path: string): string {
  const files = readdirSync(join(folder, path), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /\.(html|csv|json|md|cff)$/.test(file))
    .map((file) => read(`${path}/${file}`))
    .join("\n");
}

test("no table, page or description of it names the first dataset", () => {
  const first = /azerbaij|russia|baku|moscow|bayramov|lavrov/i;
  for (const path of ["dist/csv", "_site/explorer"]) expect(textOf(path)).not.toMatch(first);
  for (const file of ["CITATION.cff", "NOTICE", "dist/data.json", "dist/datapackage.json"])
    expect([file, first.exec(read(file))?.[0]]).toEqual([file, undefined]);
  // nor do the types, whose examples are of the first one
  const types = readdirSync(join(folder, "dist")).filter((file) => file.endsWith(".d.ts"));
  for (const file of types)
    expect([file, first.exec(read(`dist/${file}`))?.[0]]).toEqual([file, undefined]);
  // nor does the code, nor the documents
  const code = readdirSync(join(folder, "dist")).filter((file) => file.endsWith(".js"));
  for (const file of [...code.map((name) => `dist/${name}`), "docs/codebook.md", "README.md"])
    expect([file, first.exec(read(file))?.[0]]).toEqual([file, undefined]);
  // a table of a kind that it does not have is not written
  expect(existsSync(join(folder, "dist/csv/visits.csv"))).toBe(false);
});
