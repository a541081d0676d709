import { build, type Plugin } from "esbuild";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { allowed, limit } from "../scripts/release/tarball.ts";

interface Manifest {
  readonly exports: Record<string, string>;
  readonly dependencies?: object;
  readonly sideEffects: boolean;
  readonly engines: { node: string };
}
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

test("no run-time dependency, no side effects, Node from 20.19", () => {
  expect(manifest.dependencies).toBeUndefined();
  expect(manifest.sideEffects).toBe(false);
  expect(manifest.engines.node).toBe(">=20.19.0");
});

test("every exported subpath resolves and loads, and what is shipped in dist is reachable", async () => {
  for (const [subpath, file] of Object.entries(manifest.exports)) {
    if (subpath.includes("*")) continue;
    expect([subpath, existsSync(file)]).toEqual([subpath, true]);
    if (file.endsWith(".js")) expect(Object.keys((await import(`baku-moscow${subpath.slice(1)}`)) as object)).toEqual(expect.any(Array));
  }
});

test("the code that users import at run time holds no Zod, no disk and no process", () => {
  const reach = (file: string, seen = new Set<string>()): Set<string> => {
    if (!seen.has(file)) {
      seen.add(file);
      for (const [, to] of readFileSync(`dist/${file}`, "utf8").matchAll(/from "\.\/([^"]+)"/g)) reach(to!, seen);
    }
    return seen;
  };
  for (const file of Object.values(manifest.exports).flatMap((f) => (/^\.\/dist\/(.+\.js)$/.exec(f) ?? [])[1] ?? [])) {
    if (file === "schema.js") continue;
    for (const chunk of reach(file))
      expect([
        file,
        chunk,
        /(?:^|\n)(?:import|export)\b[^;"']*?from "(?!\.\/)([^"]+)"/.exec(readFileSync(`dist/${chunk}`, "utf8"))?.[1],
      ]).toEqual([file, chunk, undefined]);
  }
});

test("the tarball holds what it should, no seed text, and stays within 250 kB", () => {
  const [packed] = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  ) as [{ size: number; files: { path: string }[] }];
  expect(packed.files.map((f) => f.path).filter((path) => !allowed.test(path))).toEqual([]);
  expect(packed.size).toBeLessThanOrEqual(limit);
});

test("no shipped value holds a run of a seed beyond 320 code points", () => {
  const shipped = JSON.stringify(JSON.parse(readFileSync("dist/data.json", "utf8")));
  for (const name of readdirSync("seeds").filter((f) => f.endsWith(".txt"))) {
    const text = Array.from(readFileSync(`seeds/${name}`, "utf8"));
    for (let i = 0; i + 321 <= text.length; i++) {
      const run = text.slice(i, i + 321).join("");
      if (!run.includes("\n")) expect(shipped.includes(JSON.stringify(run).slice(1, -1))).toBe(false);
    }
  }
});

/** What an application pays that bundles `code`, gzipped. */
async function weight(code: string, plugins: Plugin[] = []): Promise<{ size: number; text: string }> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    logLevel: "error",
    plugins,
    charset: "utf8",
  });
  const text = outputFiles[0]!.text;
  return { size: gzipSync(text, { level: 9 }).length, text };
}

test("a kind's subpath brings only its own data, and from the main entry what is not used is shaken off", async () => {
  for (const from of ["baku-moscow/topics", "baku-moscow"]) {
    const { text } = await weight(`import { topics } from "${from}"; console.log(topics.size)`);
    expect(text).toContain("az-am-normalization");
    expect(text).not.toContain("Vestnik Kavkaza");
    expect(text).not.toContain('kavkaza-135-flights-a-week","label');
  }
  expect((await weight(`import { CriteriaError } from "baku-moscow"; console.log(CriteriaError)`)).size).toBeLessThan(300);
});

/** The built main file with all that is generated empty, the records and what is known of their fields: what is left in a bundle is code. */
const withoutData: Plugin = {
  name: "without-data",
  setup: (build) =>
    void build.onLoad({ filter: /dist\/index\.js$/ }, ({ path }) => {
      let pieces = 0;
      const contents = readFileSync(path, "utf8")
        .replace(/^(var json\d* = |.*JSON\.parse\()'(?:[^'\\]|\\.)*'/gm, (_, before: string) => (pieces++, `${before}'[]'`))
        .replace(/^(var fields\d* = ).*;$/gm, (_, before: string) => (pieces++, `${before}{};`));
      expect(pieces).toBeGreaterThan(15);
      return { contents, loader: "js" };
    }),
};

test("look-up, criteria and engine weigh at most 5 kB beyond the data, look-up and criteria at most 2 KiB of it", async () => {
  const { size, text } = await weight(`import { topics } from "baku-moscow/topics"; console.log(topics.where({}))`, [withoutData]);
  const engine = await weight(`import { toStore } from "./src/engine/store.ts"; console.log(toStore)`);
  console.log(`look-up, criteria and engine: ${size} bytes gzip beyond the data, ${size - engine.size} beyond the engine`);
  expect(text).not.toContain("az-am-normalization");
  expect(size).toBeLessThanOrEqual(5000);
  expect(size - engine.size).toBeLessThanOrEqual(2048);
});

test("search weighs at most 5 kB more on its own subpath", async () => {
  const without = await weight(`import { topics } from "baku-moscow"; console.log(topics.where({}))`);
  const withSearch = await weight(
    `import { topics, collections } from "baku-moscow"; import { search } from "baku-moscow/search"; console.log(topics.where({}), search("x", { in: topics }), collections)`,
  );
  const all = await weight(`import { topics, collections } from "baku-moscow"; console.log(topics.where({}), collections)`);
  console.log(`search: ${withSearch.size - all.size} bytes gzip`);
  expect(withSearch.size - all.size).toBeLessThan(5000);
  expect(without.size).toBeLessThan(all.size);
});
