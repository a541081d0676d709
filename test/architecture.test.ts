/** The layers of docs/architecture.md: every file is in one, and imports only from lower ones. */
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** A row of the table in docs/architecture.md. */
interface Layer {
  readonly number: number;
  /** Files and folders, by path. */
  readonly paths: readonly string[];
  /** Layers that it may import besides itself; undefined: all lower ones. */
  readonly mayImport: readonly number[] | undefined;
  /** Packages and `node:` modules that it may import. */
  readonly packages: readonly string[];
}

/** The table under the heading "The layers". */
function readLayers(): Layer[] {
  const text = readFileSync("docs/architecture.md", "utf8");
  const section = /^## The layers\n(.*?)^## /ms.exec(text)![1]!;
  const rows = section.split("\n").filter((line) => /^\| \d+ \|/.test(line));
  return rows.map((row) => {
    const [, number, paths, , imports, packages] = row.split("|").map((cell) => cell.trim());
    const numbers = [...imports!.matchAll(/\d+/g)].map(([digits]) => Number(digits));
    return {
      number: Number(number),
      paths: [...paths!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!),
      mayImport: imports === "all lower" ? undefined : numbers,
      packages: [...packages!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!),
    };
  });
}

const layers = readLayers();

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path}`)
    .filter((path) => /\.(ts|mts|mjs)$/.test(path) && !path.includes("/node_modules/"));
}

const files = ["src", "curation", "site", "kit", "tools", "test", "bench"]
  .flatMap(filesUnder)
  .filter((path) => !path.startsWith("test/fixtures/") && !path.startsWith("test/examples/"));

/** What a file imports. */
const imports = new Map(
  files.map((file) => {
    const text = readFileSync(file, "utf8");
    const statements = text.matchAll(/(?:^|\n)(?:import|export)\b[^;"']*?from "([^"]+)"/g);
    const dynamic = text.matchAll(/(?:^|[^\w.])import\("([^"]+)"\)/g);
    return [file, [...statements, ...dynamic].map((match) => match[1]!)];
  }),
);

function localImports(file: string): string[] {
  const local = imports.get(file)!.filter((target) => target.startsWith("."));
  return local.map((target) => normalize(join(dirname(file), target)));
}

/** The layer of a file: that of the longest path that it matches. */
function layerOf(file: string): Layer | undefined {
  const matching = layers.flatMap((layer) =>
    layer.paths
      .filter((path) => file === path || (path.endsWith("/") && file.startsWith(path)))
      .map((path) => ({ layer, length: path.length })),
  );
  return matching.sort((a, b) => b.length - a.length)[0]?.layer;
}

function mayImport(from: Layer, to: Layer): boolean {
  if (from.number === to.number) return true;
  return from.mayImport === undefined
    ? to.number < from.number
    : to.number < from.number && from.mayImport.includes(to.number);
}

test("every file is in a layer, and imports only from lower layers that its row allows", () => {
  const wrong: string[] = [];
  for (const file of files) {
    const layer = layerOf(file);
    if (layer === undefined) {
      wrong.push(`${file} is in no layer`);
      continue;
    }
    for (const target of localImports(file)) {
      const other = layerOf(target);
      if (other === undefined || !mayImport(layer, other))
        wrong.push(`${file} (${layer.number}) imports ${target} (${other?.number ?? "no layer"})`);
    }
  }
  expect(wrong).toEqual([]);
});

test("every path of the table exists", () => {
  const missing = layers
    .flatMap(({ paths }) => paths)
    .filter((path) => !files.some((file) => file === path || file.startsWith(path)));
  expect(missing).toEqual([]);
});

test("a file imports only the packages that the row of its layer names", () => {
  const wrong: string[] = [];
  for (const file of files) {
    const { packages } = layerOf(file)!;
    for (const target of imports.get(file)!.filter((path) => !path.startsWith("."))) {
      const isAllowed = packages.some(
        (name) => name === "any" || target === name || target.startsWith(`${name}/`),
      );
      const isNode = packages.includes("node") && target.startsWith("node:");
      if (!isAllowed && !isNode) wrong.push(`${file} imports ${target}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("nothing imports in a circle", () => {
  const state = new Map<string, "open" | "done">();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      return;
    }
    state.set(file, "open");
    for (const target of localImports(file))
      if (imports.has(target)) visit(target, [...path, file]);
    state.set(file, "done");
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test("no two files have the same name, and each name is specific", () => {
  const sources = files.filter((file) => !file.startsWith("test/") && !file.startsWith("bench/"));
  const names = sources
    // the generated module of a kind has the name of its collection
    .filter((file) => !file.startsWith("src/generated/"))
    .map((file) => file.split("/").at(-1)!);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  const empty = /\b(utils?|helpers?|common|managers?|items?|info|misc)\b/;
  expect(sources.filter((file) => empty.test(file))).toEqual([]);
});

test("only the command touches the process among the files that ship", () => {
  const wrong = files.filter(
    (file) =>
      file.startsWith("src/") &&
      !file.startsWith("src/command/") &&
      /\bprocess\./.test(readFileSync(file, "utf8")),
  );
  expect(wrong).toEqual([]);
});
