/**
 * What a release is made of, as it is on disk: the built data, the last snapshot, the pending
 * changesets.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { kinds } from "../../src/schema/field.ts";
import { fieldsOfSchema, levels, type Data, type Level, type Snapshot } from "./data-changes.ts";

export const snapshotFile = "releases/snapshot.json";
export const changelogFile = "releases/changelog.json";

export function readJson<Value>(file: string): Value {
  return JSON.parse(readFileSync(file, "utf8")) as Value;
}

export function readData(root: string): Data {
  const file = `${root}/src/generated/data.json`;
  if (!existsSync(file)) throw new Error("src/generated/data.json is missing; run npm run compile");
  return readJson(file);
}

/** The snapshot of the last release; undefined when there was none. */
export function readSnapshot(root: string): Snapshot | undefined {
  const file = `${root}/${snapshotFile}`;
  return existsSync(file) ? readJson(file) : undefined;
}

export function readFields(root: string): Snapshot["fields"] {
  const schema = (name: string) =>
    readJson<Readonly<Record<string, unknown>>>(`${root}/schemas/${name}.schema.json`);
  const common = schema("common");
  return Object.fromEntries(kinds.map((kind) => [kind, fieldsOfSchema(schema(kind), common)]));
}

/** The level that a changeset promises; undefined when it promises none on purpose. */
function levelOfChangeset(name: string, text: string): Level | undefined {
  const frontMatter = /^---\r?\n([^]*?)\r?\n?---/.exec(text)?.[1];
  const level = /^["']?baku-moscow["']?:\s*(\w+)\s*$/m.exec(frontMatter ?? "")?.[1];
  if (level !== undefined && !levels.includes(level as Level))
    throw new Error(`.changeset/${name}: no level "${level}"; it is one of ${levels.join(", ")}`);
  if (level === undefined && frontMatter?.trim() !== "")
    throw new Error(`.changeset/${name}: has no level for "baku-moscow"; npx changeset writes one`);
  return level as Level | undefined;
}

/** The highest level that the pending changesets promise; null when there is none. */
export function readPromisedLevel(root: string): Level | null {
  const names = readdirSync(`${root}/.changeset`).filter(
    (file) => file.endsWith(".md") && file !== "README.md",
  );
  const promised = names.map((name) => {
    const level = levelOfChangeset(name, readFileSync(`${root}/.changeset/${name}`, "utf8"));
    return level === undefined ? -1 : levels.indexOf(level);
  });
  return levels[Math.max(-1, ...promised)] ?? null;
}

/** Why the pending changesets are not enough for the changes; undefined when they are. */
export function faultOfPromise(needed: Level | null, promised: Level | null): string | undefined {
  if (needed === null) return undefined;
  if (promised !== null && levels.indexOf(promised) >= levels.indexOf(needed)) return undefined;
  const promise = promised === null ? "none" : `only a ${promised} one`;
  return (
    `the data need a ${needed} release, and the pending changesets promise ${promise}; ` +
    `run npx changeset and choose ${needed}`
  );
}
