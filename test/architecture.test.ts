import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** The layers: a file imports only from lower ones, and only where the third column allows it. docs/architecture.md tells why. */
const layers: readonly (readonly [path: RegExp, layer: number, mayImport: RegExp])[] = [
  [/^src\/(date|nearest|criterion|below|csv)\.ts$/, 0, /^$/],
  [/^src\/schema\//, 1, /^src\/(date\.ts|schema\/)/],
  [/^src\/compile\//, 2, /^src\/(date\.ts|nearest\.ts|below\.ts|csv\.ts|schema\/|compile\/)/],
  [/^src\/generated\//, 3, /^src\/(criterion\.ts|generated\/)/],
  [/^src\/engine\//, 4, /^src\/(date\.ts|engine\/)/],
  [/^src\/criteria\.ts$/, 5, /^src\/(date|nearest|criterion)\.ts$|^src\/engine\/condition\.ts$/],
  [/^src\/collection\.ts$/, 5, /^src\/criteria\.ts$|^src\/engine\//],
  [/^src\/records\//, 6, /^src\/(collection\.ts|generated\/)/],
  [
    /^src\/query\//,
    7,
    /^src\/(collection\.ts|criteria\.ts|criterion\.ts|engine\/tally\.ts|nearest\.ts|below\.ts|generated\/|records\/|query\/)/,
  ],
  [/^src\/output\//, 8, /^src\/(generated\/types\.ts|output\/)/],
  [/^src\/(index|types)\.ts$/, 9, /^src\/(?!cli\/|compile\/)/],
  [/^src\/search\.ts$/, 10, /^src\/index\.ts$|^src\/engine\//],
  [/^src\/cite\.ts$/, 10, /^src\/index\.ts$|^src\/output\/|^src\/generated\/description\.ts$/],
  [/^src\/cli\//, 11, /^src\/(index|nearest|csv)\.ts$|^src\/(generated|output|cli)\/|^src\/(search|cite)\.ts$/],
];

const under = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(path).isDirectory() ? under(path) : path.endsWith(".ts") ? [path] : [];
  });
const files = under("src");
const imports = new Map(
  files.map((file) => [
    file,
    [...readFileSync(file, "utf8").matchAll(/(?:^|\n)(?:import|export)\b[^;"']*?from "([^"]+)"/g)].map((m) => m[1]!),
  ]),
);
const local = (file: string) =>
  imports
    .get(file)!
    .filter((to) => to.startsWith("."))
    .map((to) => normalize(join(dirname(file), to)));

test("every file stands in a layer, and imports only what its layer may", () => {
  const wrong: string[] = [];
  for (const file of files) {
    const layer = layers.find(([path]) => path.test(file));
    if (!layer) wrong.push(`${file} is in no layer`);
    for (const to of local(file)) if (layer && !layer[2].test(to)) wrong.push(`${file} imports ${to}`);
  }
  expect(wrong).toEqual([]);
});

test("nothing imports in a circle", () => {
  const state = new Map<string, "open" | "done">();
  const circles: string[] = [];
  const visit = (file: string, path: string[]) => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") return void circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
    state.set(file, "open");
    for (const to of local(file)) visit(to, [...path, file]);
    state.set(file, "done");
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test("only compile reads YAML and the disk, only the schemas use Zod, and only the command touches the process", () => {
  const wrong: string[] = [];
  for (const file of files)
    for (const to of imports.get(file)!.filter((path) => !path.startsWith("."))) {
      const allowed = to === "zod" ? /^src\/(schema|compile)\// : to === "node:fs" ? /^src\/(compile|cli)\// : /^src\/compile\//;
      if (!allowed.test(file)) wrong.push(`${file} imports ${to}`);
    }
  for (const file of files)
    if (/\bprocess\./.test(readFileSync(file, "utf8")) && !file.startsWith("src/cli/")) wrong.push(`${file} uses process`);
  expect(wrong).toEqual([]);
});

test("names that say nothing are not used", () => {
  expect(files.filter((file) => /\b(utils?|helpers?|common|managers?|items?|info|misc)\b/.test(file))).toEqual([]);
});
