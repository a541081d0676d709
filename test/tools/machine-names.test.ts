/** The machine serves every dataset, so it names nothing that this one is about. */
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { collections, organizations, people, places } from "../../src/index.ts";

/** Words that are names in this dataset and plain words elsewhere. */
const plain: ReadonlySet<string> = new Set(["December", "February", "June", "July"]);
/** An id that is a term of a vocabulary too. */
const isTerm = (id: string) => id === "peace-treaty";

/** Names of this dataset: words with a capital in the labels of actors and places. */
const names = [...people, ...places, ...organizations]
  .flatMap(({ label }) => label.match(/\b\p{Lu}\p{L}{3,}/gu) ?? [])
  .filter((word) => !plain.has(word));
const ids = Object.values(collections)
  .flatMap((collection) => [...collection].map(({ id }) => id))
  .filter((id) => id.includes("-") && !isTerm(id));

/** Comments of src/ document the package of this dataset; the kit leaves their examples out. */
function withoutComments(text: string): string {
  return text.replace(/\/\*\*[^]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|tsx|css|yaml|md|js)$/.test(name) && !name.startsWith("generated"))
    .map((name) => `${folder}/${name}`);
}

test.each(["kit", "curation", "site", "src/schema", "src"])("%s names nothing of it", (folder) => {
  const found = filesOf(folder).flatMap((file) => {
    const all = readFileSync(file, "utf8");
    const text = folder === "src" ? withoutComments(all) : all;
    const words = text.match(/[\p{L}]+/gu) ?? [];
    const used = new Set(words);
    return [
      ...names.filter((name) => used.has(name)).map((name) => `${file}: ${name}`),
      ...ids
        .filter((id) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(text))
        .map((id) => `${file}: ${id}`),
    ];
  });
  expect([...new Set(found)]).toEqual([]);
});
