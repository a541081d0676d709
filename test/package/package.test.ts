import { build, type Plugin } from "esbuild";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { withoutData } from "../setup/without-data.ts";
import { isAllowedFile, sizeLimit } from "../../tools/release/tarball.ts";

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

test("a built file imports other files that exist, and never itself", () => {
  for (const file of readdirSync("dist").filter((name) => name.endsWith(".js"))) {
    const code = readFileSync(`dist/${file}`, "utf8");
    for (const [, from] of code.matchAll(/^(?:import|export) .*from "(\.\/.+)"/gm)) {
      expect(from).not.toBe(`./${file}`);
      expect([file, from, existsSync(`dist/${from}`)]).toEqual([file, from, true]);
    }
  }
});

test("every exported subpath exists and loads", async () => {
  for (const [subpath, file] of Object.entries(manifest.exports)) {
    if (subpath.includes("*")) continue;
    expect([subpath, existsSync(file)]).toEqual([subpath, true]);
    if (!file.endsWith(".js")) continue;
    const names = Object.keys((await import(`baku-moscow${subpath.slice(1)}`)) as object);
    expect([subpath, names.length > 0]).toEqual([subpath, subpath !== "./types"]);
  }
});

test("the run-time code imports neither Zod nor a module of Node.js", () => {
  const reach = (file: string, seen = new Set<string>()): Set<string> => {
    if (!seen.has(file)) {
      seen.add(file);
      for (const [, to] of readFileSync(`dist/${file}`, "utf8").matchAll(/from "\.\/([^"]+)"/g))
        reach(to!, seen);
    }
    return seen;
  };
  for (const file of Object.values(manifest.exports).flatMap(
    (f) => (/^\.\/dist\/(.+\.js)$/.exec(f) ?? [])[1] ?? [],
  )) {
    if (file === "schema.js") continue;
    for (const chunk of reach(file))
      expect([
        file,
        chunk,
        /(?:^|\n)(?:import|export)\b[^;"']*?from "(?!\.\/)([^"]+)"/.exec(
          readFileSync(`dist/${chunk}`, "utf8"),
        )?.[1],
      ]).toEqual([file, chunk, undefined]);
  }
});

test("the tarball has only allowed files, no seed text, and at most 600 kB", () => {
  const [packed] = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  ) as [{ size: number; files: { path: string }[] }];
  expect(packed.files.map((f) => f.path).filter((path) => !isAllowedFile(path))).toEqual([]);
  expect(packed.size).toBeLessThanOrEqual(sizeLimit);
});

test("no shipped value holds a run of a seed beyond 320 code points", () => {
  const shipped = JSON.stringify(JSON.parse(readFileSync("dist/data.json", "utf8")));
  for (const name of readdirSync("seeds").filter((f) => f.endsWith(".txt"))) {
    const text = Array.from(readFileSync(`seeds/${name}`, "utf8"));
    for (let i = 0; i + 321 <= text.length; i++) {
      const run = text.slice(i, i + 321).join("");
      if (!run.includes("\n"))
        expect(shipped.includes(JSON.stringify(run).slice(1, -1))).toBe(false);
    }
  }
});

/** What an application pays that bundles `code`, gzipped. */
async function weight(
  code: string,
  plugins: Plugin[] = [],
): Promise<{ size: number; text: string }> {
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

test(
  "a kind's subpath brings only its own data, and a bundler removes unused kinds from the " +
    "main entry",
  async () => {
    for (const from of ["baku-moscow/topics", "baku-moscow"]) {
      const { text } = await weight(`import { topics } from "${from}"; console.log(topics.size)`);
      expect(text).toContain("az-am-normalization");
      expect(text).not.toContain("Vestnik Kavkaza");
      expect(text).not.toContain('kavkaza-135-flights-a-week","label');
    }
    expect(
      (await weight(`import { InputError } from "baku-moscow"; console.log(InputError)`)).size,
    ).toBeLessThan(300);
  },
);

test("the code of look-up, criteria and scan has no index engine in it", async () => {
  const { size, text } = await weight(
    `import { topics } from "baku-moscow/topics"; console.log(topics.where({}))`,
    [withoutData],
  );
  console.log(`look-up and criteria: ${size} bytes gzip beyond the records`);
  expect(text).not.toContain("az-am-normalization");
  expect(text).not.toContain("Uint32Array");
});

test("own records bring the index engine only by their own subpath", async () => {
  const { text } = await weight(
    `import { toCollections } from "baku-moscow/own"; console.log(toCollections({}))`,
    [withoutData],
  );
  expect(text).toContain("Uint32Array");
  const search = await weight(
    `import { search } from "baku-moscow/search"; console.log(search("x"))`,
    [withoutData],
  );
  expect(search.text).not.toContain("Uint32Array");
});

test("searchIn brings the records of its collection only", async () => {
  const { text } = await weight(
    'import { topics } from "baku-moscow"; import { searchIn } from "baku-moscow/search"; ' +
      'console.log(searchIn(topics, "road"));',
  );
  expect(text).toContain("az-am-normalization");
  expect(text).not.toContain("Vestnik Kavkaza");
});

test("a bundler finds nothing to warn of", async () => {
  const { warnings } = await build({
    stdin: {
      contents:
        'import { statements } from "baku-moscow"; import { search } from "baku-moscow/search"; ' +
        'import { cite } from "baku-moscow/cite"; console.log(statements, search, cite);',
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: "esm",
    logLevel: "silent",
  });
  expect(warnings).toEqual([]);
});
