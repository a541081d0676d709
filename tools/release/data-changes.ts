/**
 * What changed in the data since the last release, and the level that this needs
 * (docs/versioning.md). data.json and the snapshot of the last release in, changes out; nothing is
 * read or written.
 */
import { createHash } from "node:crypto";
import { model } from "../../src/schema/describe.ts";
import { toCanonicalJson } from "../../src/outputs/canonical-json.ts";

export const levels = ["patch", "minor", "major"] as const;
export type Level = (typeof levels)[number];

export interface Tombstone {
  readonly id: string;
  readonly successor?: string;
  readonly reason: string;
}
/** A correction, as far as a diff needs it. */
export interface Correction {
  readonly record: string;
  readonly field: string;
  readonly correctedIn: string;
}
/** data.json, as far as a diff needs it. */
export interface Data {
  readonly version: string;
  readonly withdrawn: readonly Tombstone[];
  readonly corrections: readonly Correction[];
  readonly reviews: readonly object[];
  readonly [kind: string]: unknown;
}
/** What is kept of a release: enough to find what changed after it. */
export interface Snapshot {
  readonly version: string;
  readonly released: string;
  /** The release that added each id that was ever released, withdrawn ones included. */
  readonly since: Readonly<Record<string, string>>;
  /** The fields that records of a kind may have, with the terms of closed ones. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, readonly string[] | null>>>>;
  /** The values of the fields of each record; of a long value its SHA-256. */
  readonly records: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The SHA-256 of each correction and review; absent in snapshots of before they existed. */
  readonly history?: readonly string[];
}
export interface Changes {
  readonly added: readonly { id: string; kind: string }[];
  readonly changed: readonly {
    id: string;
    kind: string;
    field: string;
    from: string | null;
    to: string | null;
  }[];
  readonly withdrawn: readonly { id: string; kind: string; successor?: string; reason: string }[];
  /**
   * Fields and terms that were added or removed, as `statement.mode` and `statement.mode: whisper`.
   */
  readonly schema: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** The number of corrections and reviews that were added. */
  readonly history: number;
  /** null: nothing changed. */
  readonly level: Level | null;
  /**
   * Released ids that neither resolve nor have a tombstone, tombstones that lead astray, values
   * that changed without a correction, and corrections or reviews that were changed.
   */
  readonly faults: readonly string[];
}

type Item = { readonly id: string; readonly kind: string } & Readonly<Record<string, unknown>>;
type Json = Readonly<Record<string, unknown>>;
type Fields = Snapshot["fields"];

/** Longer values are kept as a hash. */
const longestValue = 160;

/** Lists of data.json that hold no records. */
const aboutRecords: ReadonlySet<string> = new Set(["withdrawn", "corrections", "reviews"]);

function recordsOf(data: Data): Item[] {
  return Object.entries(data).flatMap(([key, list]) =>
    !aboutRecords.has(key) && Array.isArray(list) ? (list as Item[]) : [],
  );
}

function hash(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

function toKeptValue(value: unknown): string {
  const text = toCanonicalJson(value);
  return text.length <= longestValue ? text : hash(text);
}

/** What is kept of corrections and reviews. */
function toKeptHistory({ corrections, reviews }: Data): string[] {
  return [...corrections, ...reviews].map((item) => hash(toCanonicalJson(item)));
}

/** The fields of a record as the snapshot keeps them: all but the release that added it. */
function toKeptFields({ since: _since, id: _id, ...fields }: Item): Record<string, string> {
  const kept = Object.entries(fields).map(([name, value]) => [name, toKeptValue(value)] as const);
  return Object.fromEntries(kept);
}

/** The terms of a closed vocabulary; null for any other part of a schema. */
function termsOf({ oneOf }: Json): readonly string[] | null {
  const options = (oneOf ?? []) as readonly { readonly const?: string }[];
  const terms = options.flatMap((option) => option.const ?? []);
  return options.length > 0 && terms.length === options.length ? terms : null;
}

/**
 * The fields of a kind, those of inner objects included, by its JSON Schema; with the terms of each
 * vocabulary.
 */
export function fieldsOfSchema(
  schema: Json,
  common: Json,
): Record<string, readonly string[] | null> {
  const definitions = { ...(common.$defs as Json), ...(schema.$defs as Json) };
  const found: Record<string, readonly string[] | null> = {};
  const visit = (part: Json, path: string): void => {
    const reference = typeof part.$ref === "string" ? part.$ref.split("/").at(-1)! : undefined;
    const whole: Json =
      reference === undefined ? part : { ...(definitions[reference] as Json), ...part };
    if (path !== "") found[path] = termsOf(whole);
    if (whole.items !== undefined) visit(whole.items as Json, path);
    for (const [name, inner] of Object.entries((whole.properties ?? {}) as Record<string, Json>))
      visit(inner, path === "" ? name : `${path}.${name}`);
  };
  visit(schema, "");
  return found;
}

/** The snapshot of a release. */
export function toSnapshot(
  data: Data,
  fields: Fields,
  released: string,
  before?: Snapshot,
): Snapshot {
  const records = recordsOf(data);
  const added = records.filter(({ id }) => before?.since[id] === undefined);
  const since = Object.fromEntries(added.map(({ id }) => [id, data.version]));
  return {
    version: data.version,
    released,
    since: { ...before?.since, ...since },
    fields,
    records: Object.fromEntries(records.map((record) => [record.id, toKeptFields(record)])),
    history: toKeptHistory(data),
  };
}

/** Why the successor of a tombstone is wrong; undefined when it is a record, or there is none. */
function faultOfSuccessor(
  { id, successor }: Tombstone,
  current: ReadonlySet<string>,
  stones: ReadonlyMap<string, Tombstone>,
): string | undefined {
  if (successor === undefined || current.has(successor)) return undefined;
  if (!stones.has(successor)) return `${id}: its successor ${successor} is not a record`;
  const path = [id];
  let next: string | undefined = successor;
  while (next !== undefined && !path.includes(next) && !current.has(next)) {
    path.push(next);
    next = stones.get(next)?.successor;
  }
  if (next !== undefined && path.includes(next)) {
    const circle = [...path, next].join(" → ");
    return `${id}: its tombstone goes in a circle, ${circle}; name a record as successor, or none`;
  }
  const better = next ?? "a record, or none,";
  return (
    `${id}: its successor ${successor} is withdrawn itself; name ${better} as successor ` +
    "instead"
  );
}

/**
 * What is wrong with released ids: each must resolve or have a tombstone that leads to a record in
 * one step.
 */
export function findIdFaults(
  released: Iterable<string>,
  current: ReadonlySet<string>,
  withdrawn: readonly Tombstone[],
): string[] {
  const stones = new Map(withdrawn.map((stone) => [stone.id, stone]));
  const lost = [...released].filter((id) => !current.has(id) && !stones.has(id));
  return [
    ...lost.map(
      (id) =>
        `${id}: was released and is gone; restore it, or give it a tombstone in ` +
        "data/withdrawn.yaml with a reason",
    ),
    ...withdrawn.flatMap((stone) => faultOfSuccessor(stone, current, stones) ?? []),
  ];
}

/** The records by id, as the snapshot keeps them. */
type KeptRecords = Snapshot["records"];

function findAdded(now: ReadonlyMap<string, Item>, old: KeptRecords): Changes["added"] {
  return [...now.values()]
    .filter(({ id }) => !Object.hasOwn(old, id))
    .map(({ id, kind }) => ({ id, kind }));
}

function kindOf(kept: Readonly<Record<string, string>>): string {
  return JSON.parse(kept.kind!) as string;
}

function findWithdrawn(
  now: ReadonlyMap<string, Item>,
  old: KeptRecords,
  stones: readonly Tombstone[],
): Changes["withdrawn"] {
  return Object.entries(old)
    .filter(([id]) => !now.has(id))
    .map(([id, kept]) => {
      const stone = stones.find((one) => one.id === id);
      const successor = stone?.successor;
      return {
        id,
        kind: kindOf(kept),
        reason: stone?.reason ?? "",
        ...(successor !== undefined && { successor }),
      };
    });
}

function findChanged(now: ReadonlyMap<string, Item>, old: KeptRecords): Changes["changed"] {
  return Object.entries(old).flatMap(([id, before]) => {
    const record = now.get(id);
    if (record === undefined) return [];
    const after = toKeptFields(record);
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((field) => before[field] !== after[field])
      .map((field) => ({
        id,
        kind: kindOf(before),
        field,
        from: before[field] ?? null,
        to: after[field] ?? null,
      }));
  });
}

/** The names of fields and terms: `statement.mode` and `statement.mode: whisper`. */
function schemaNames(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([kind, own]) =>
    Object.entries(own).flatMap(([field, terms]) => {
      const name = `${kind}.${field}`;
      return [name, ...(terms ?? []).map((term) => `${name}: ${term}`)];
    }),
  );
}

function compareSchemas(before: Fields | undefined, now: Fields): Changes["schema"] {
  if (before === undefined) return { added: [], removed: [] };
  const [oldNames, newNames] = [schemaNames(before), schemaNames(now)];
  return {
    added: newNames.filter((name) => !oldNames.includes(name)),
    removed: oldNames.filter((name) => !newNames.includes(name)),
  };
}

function levelOf({
  added,
  changed,
  withdrawn,
  schema,
  history,
}: Omit<Changes, "level" | "faults">): Level | null {
  if (withdrawn.length + schema.removed.length > 0) return "major";
  if (added.length + schema.added.length > 0) return "minor";
  return changed.length + history > 0 ? "patch" : null;
}

/** Fields that grow with every article; what is added there corrects nothing. */
const growing: ReadonlySet<string> = new Set(["names", "accounts"]);

/** Whether a field holds what a curator read in the article or judged by the codebook. */
function isCurated(kind: string, name: string): boolean {
  const fields = model.find((description) => description.kind === kind)?.fields ?? [];
  const field = fields.find((one) => one.name === name);
  if (field === undefined || field.derived || growing.has(name)) return false;
  return field.ground !== "none" || name === "gist";
}

/** Whether a version is later than another one. */
function isAfter(version: string, other: string): boolean {
  return version.localeCompare(other, "en", { numeric: true }) > 0;
}

/** Released values that changed, and that no correction of a later version tells. */
function findUntoldChanges(
  changed: Changes["changed"],
  corrections: readonly Correction[],
  released: string,
): string[] {
  const told = corrections.filter(({ correctedIn }) => isAfter(correctedIn, released));
  return changed
    .filter(({ kind, field }) => isCurated(kind, field))
    .filter(({ id, field }) => !told.some((one) => one.record === id && one.field === field))
    .map(
      ({ id, field }) =>
        `${id}: ${field} changed since ${released}, and data/corrections.yaml has no correction ` +
        "of it; add one with the old value, the new value and the reason",
    );
}

/** Corrections and reviews of the last release that are not as they were. */
function findLostHistory(before: Snapshot | undefined, data: Data): string[] {
  const now = new Set(toKeptHistory(data));
  const lost = (before?.history ?? []).filter((kept) => !now.has(kept)).length;
  if (lost === 0) return [];
  return [
    `corrections or reviews of ${before!.version} were changed or removed (${lost}); ` +
      "restore them in data/corrections.yaml and data/reviews.yaml, and add later ones",
  ];
}

/** What changed since a snapshot. Without one nothing was released yet, and all records are new. */
export function compareWithSnapshot(
  before: Snapshot | undefined,
  data: Data,
  fields: Fields,
): Changes {
  const now = new Map(recordsOf(data).map((record) => [record.id, record]));
  const old = before?.records ?? {};
  const changed = findChanged(now, old);
  const changes = {
    added: findAdded(now, old),
    changed,
    withdrawn: findWithdrawn(now, old, data.withdrawn),
    schema: compareSchemas(before?.fields, fields),
    history: toKeptHistory(data).filter((one) => !before?.history?.includes(one)).length,
  };
  const released = Object.keys(before?.since ?? {});
  const faults = [
    ...findIdFaults(released, new Set(now.keys()), data.withdrawn),
    ...(before ? findUntoldChanges(changed, data.corrections, before.version) : []),
    ...findLostHistory(before, data),
  ];
  return { ...changes, level: levelOf(changes), faults };
}

function describeValue(value: string | null): string {
  if (value === null) return "not stated";
  return value.startsWith("sha256:") ? `${value.slice(0, 15)}…` : value;
}

/** The changes in words, for the terminal and the change log. */
export function describeChanges(changes: Changes): string[] {
  const { added, changed, withdrawn, schema, history } = changes;
  const kinds = [...new Set(added.map(({ kind }) => kind))];
  return [
    ...kinds.map((kind) => {
      const ids = added.filter((record) => record.kind === kind).map(({ id }) => id);
      return `New ${kind} records (${ids.length}): ${ids.join(", ")}`;
    }),
    ...withdrawn.map(({ id, kind, successor, reason }) => {
      const see = successor === undefined ? "" : `, see ${successor}`;
      return `Withdrawn ${kind} ${id}${see}: ${reason || "no reason given"}`;
    }),
    ...changed.map(
      ({ id, field, from, to }) =>
        `Changed ${id}.${field}: ${describeValue(from)} → ${describeValue(to)}`,
    ),
    ...(history > 0 ? [`New corrections and reviews: ${history}`] : []),
    ...schema.added.map((name) => `New in the schema: ${name}`),
    ...schema.removed.map((name) => `Removed from the schema: ${name}`),
  ];
}
