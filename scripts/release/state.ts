/** What a release is made of, as it stands on disk: the built data, the last snapshot, the pending changesets. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { kinds } from "../../src/schema/field.ts";
import { fieldsOfSchema, levels, type Data, type Level, type Snapshot } from "./diff.ts";

export const snapshotFile = "releases/snapshot.json";
export const changelogFile = "releases/changelog.json";

const json = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;

export const readData = (root: string): Data => {
  const file = `${root}/src/generated/data.json`;
  if (!existsSync(file)) throw new Error("src/generated/data.json is missing; run npm run compile");
  return json(file);
};
export const readSnapshot = (root: string): Snapshot | undefined =>
  existsSync(`${root}/${snapshotFile}`) ? json(`${root}/${snapshotFile}`) : undefined;
export const readFields = (root: string): Snapshot["fields"] =>
  Object.fromEntries(
    kinds.map((kind) => [kind, fieldsOfSchema(json(`${root}/schemas/${kind}.schema.json`), json(`${root}/schemas/common.schema.json`))]),
  );

/** The highest level that the pending changesets promise; null: there is none. */
export function promised(root: string): Level | null {
  let highest = -1;
  for (const name of readdirSync(`${root}/.changeset`).filter((file) => file.endsWith(".md") && file !== "README.md")) {
    const text = readFileSync(`${root}/.changeset/${name}`, "utf8");
    const level = /^---\r?\n(?:.*\r?\n)*?["']?baku-moscow["']?:\s*(\w+)\r?\n(?:.*\r?\n)*?---/.exec(text)?.[1];
    if (level !== undefined && !levels.includes(level as Level))
      throw new Error(`.changeset/${name}: no level "${level}"; it is ${levels.join(", ")}`);
    if (level === undefined && !/^---\r?\n---/.test(text))
      throw new Error(`.changeset/${name}: names no level for "baku-moscow"; npx changeset writes one`);
    highest = Math.max(highest, levels.indexOf(level as Level));
  }
  return levels[highest] ?? null;
}

/** Why the pending changesets do not do for the changes; undefined when they do. */
export function tooLow(level: Level | null, promise: Level | null): string | undefined {
  if (level === null || (promise !== null && levels.indexOf(promise) >= levels.indexOf(level))) return undefined;
  return `the data need a ${level} release, and the pending changesets promise ${promise === null ? "none" : `only a ${promise} one`}; run npx changeset and choose ${level}`;
}
