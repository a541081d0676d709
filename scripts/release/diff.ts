/**
 * What changed in the data since the last release, and the level that this needs (docs/versioning.md). Pure: data.json
 * and the snapshot of the last release in, changes out.
 */
import { createHash } from "node:crypto";
import { toCanonicalJson } from "../../src/output/canonical.ts";

export const levels = ["patch", "minor", "major"] as const;
export type Level = (typeof levels)[number];

export interface Tombstone {
  readonly id: string;
  readonly successor?: string;
  readonly reason: string;
}
/** data.json, as far as a diff needs it. */
export interface Data {
  readonly version: string;
  readonly withdrawn: readonly Tombstone[];
  readonly [kind: string]: unknown;
}
/** A release as it is kept: enough to tell what changed after it. */
export interface Snapshot {
  readonly version: string;
  readonly released: string;
  /** The release that added each id that was ever released, withdrawn ones included. */
  readonly since: Readonly<Record<string, string>>;
  /** The fields that records of a kind may have, with the terms of closed ones. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, readonly string[] | null>>>>;
  /** The records: the values of their fields, where one is long its SHA-256. */
  readonly records: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
export interface Changes {
  readonly added: readonly { id: string; kind: string }[];
  readonly changed: readonly { id: string; kind: string; field: string; from: string | null; to: string | null }[];
  readonly withdrawn: readonly { id: string; kind: string; successor?: string; reason: string }[];
  /** Fields and terms that came or went, as `statement.mode` and `statement.mode: whisper`. */
  readonly schema: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** null: nothing changed. */
  readonly level: Level | null;
  /** Released ids that neither resolve nor have a tombstone, and tombstones that lead astray. */
  readonly faults: readonly string[];
}

type Item = { readonly id: string; readonly kind: string } & Readonly<Record<string, unknown>>;
const recordsOf = (data: Data): Item[] =>
  Object.entries(data).flatMap(([key, list]) => (key !== "withdrawn" && Array.isArray(list) ? (list as Item[]) : []));

/** A value as the snapshot keeps it. */
const kept = (value: unknown): string => {
  const text = toCanonicalJson(value);
  return text.length <= 160 ? text : `sha256:${createHash("sha256").update(text).digest("hex")}`;
};
/** The fields of a record as the snapshot keeps them: all but those that say when it was added. */
const fieldsOf = ({ since: _since, id: _id, ...fields }: Item): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, kept(value)]));

type Json = Readonly<Record<string, unknown>>;

/** The fields of a kind, parts of objects included, by its published JSON Schema; with the terms of each closed vocabulary. */
export function fieldsOfSchema(schema: Json, common: Json): Record<string, readonly string[] | null> {
  const defs = { ...(common.$defs as Record<string, Json>), ...(schema.$defs as Record<string, Json>) };
  const resolved = (part: Json): Json =>
    typeof part.$ref === "string" ? { ...defs[part.$ref.split("/").at(-1)!], ...part, $ref: undefined } : part;
  const out: Record<string, readonly string[] | null> = {};
  const walk = (part: Json, path: string): void => {
    const whole = resolved(part);
    const terms = whole.oneOf as { const?: string }[] | undefined;
    if (path) out[path] = terms?.every((term) => term.const !== undefined) ? terms.map((term) => term.const!) : null;
    if (whole.items) walk(whole.items as Json, path);
    for (const [name, inner] of Object.entries((whole.properties ?? {}) as Record<string, Json>))
      walk(inner, path ? `${path}.${name}` : name);
  };
  walk(schema, "");
  return out;
}

/** The snapshot of a release. */
export function snapshotOf(data: Data, fields: Snapshot["fields"], released: string, before?: Snapshot): Snapshot {
  const records = recordsOf(data);
  return {
    version: data.version,
    released,
    since: { ...before?.since, ...Object.fromEntries(records.filter((r) => !before?.since[r.id]).map((r) => [r.id, data.version])) },
    fields,
    records: Object.fromEntries(records.map((record) => [record.id, fieldsOf(record)])),
  };
}

/** What becomes of released ids: each resolves or has a tombstone, and a tombstone leads to a record in one step. */
export function idFaults(released: Iterable<string>, current: ReadonlySet<string>, withdrawn: readonly Tombstone[]): string[] {
  const stones = new Map(withdrawn.map((stone) => [stone.id, stone]));
  const faults: string[] = [];
  for (const id of released)
    if (!current.has(id) && !stones.has(id))
      faults.push(`${id}: was released and is gone; restore it, or give it a tombstone in data/withdrawn.yaml with a reason`);
  for (const { id, successor } of withdrawn) {
    if (successor === undefined || current.has(successor)) continue;
    if (!stones.has(successor)) {
      faults.push(`${id}: its successor ${successor} is no record`);
      continue;
    }
    const path = [id];
    let at: string | undefined = successor;
    while (at !== undefined && !path.includes(at) && !current.has(at)) {
      path.push(at);
      at = stones.get(at)?.successor;
    }
    faults.push(
      at !== undefined && path.includes(at)
        ? `${id}: its tombstone goes in a circle, ${[...path, at].join(" → ")}; name a record as successor, or none`
        : `${id}: its successor ${successor} is withdrawn itself; name ${at ?? "a record, or none,"} as successor instead`,
    );
  }
  return faults;
}

/** What changed. Without a snapshot nothing was released yet, and all records are new. */
export function diff(before: Snapshot | undefined, data: Data, fields: Snapshot["fields"]): Changes {
  const now = new Map(recordsOf(data).map((record) => [record.id, record]));
  const old = before?.records ?? {};
  const kindOf = (id: string) => (old[id]?.kind ? (JSON.parse(old[id].kind) as string) : now.get(id)!.kind);
  const stones = new Map(data.withdrawn.map((stone) => [stone.id, stone]));
  const added = [...now.values()].filter(({ id }) => !Object.hasOwn(old, id)).map(({ id, kind }) => ({ id, kind }));
  const withdrawn = Object.keys(old)
    .filter((id) => !now.has(id))
    .map((id) => ({
      id,
      kind: kindOf(id),
      reason: stones.get(id)?.reason ?? "",
      ...(stones.get(id)?.successor && { successor: stones.get(id)!.successor! }),
    }));
  const changed = Object.keys(old)
    .filter((id) => now.has(id))
    .flatMap((id) => {
      const [was, is] = [old[id]!, fieldsOf(now.get(id)!)];
      return [...new Set([...Object.keys(was), ...Object.keys(is)])]
        .filter((field) => was[field] !== is[field])
        .map((field) => ({ id, kind: kindOf(id), field, from: was[field] ?? null, to: is[field] ?? null }));
    });
  const names = (all: Snapshot["fields"]) =>
    Object.entries(all).flatMap(([kind, own]) =>
      Object.entries(own).flatMap(([field, terms]) => [`${kind}.${field}`, ...(terms ?? []).map((term) => `${kind}.${field}: ${term}`)]),
    );
  const [oldNames, newNames] = [before ? names(before.fields) : [], names(fields)];
  const schema = {
    added: before ? newNames.filter((name) => !oldNames.includes(name)) : [],
    removed: oldNames.filter((name) => !newNames.includes(name)),
  };
  const level =
    withdrawn.length + schema.removed.length > 0
      ? "major"
      : added.length + schema.added.length > 0
        ? "minor"
        : changed.length > 0
          ? "patch"
          : null;
  return {
    added,
    changed,
    withdrawn,
    schema,
    level,
    faults: idFaults(Object.keys(before?.since ?? {}), new Set(now.keys()), data.withdrawn),
  };
}

/** The changes in words, for the terminal and the change log. */
export function inWords({ added, changed, withdrawn, schema }: Changes): string[] {
  const kinds = [...new Set(added.map(({ kind }) => kind))];
  const value = (text: string | null) => (text === null ? "not stated" : text.startsWith("sha256:") ? `${text.slice(0, 15)}…` : text);
  return [
    ...kinds.map((kind) => {
      const ids = added.filter((record) => record.kind === kind).map(({ id }) => id);
      return `New ${kind} records (${ids.length}): ${ids.join(", ")}`;
    }),
    ...withdrawn.map(
      ({ id, kind, successor, reason }) =>
        `Withdrawn ${kind} ${id}${successor ? `, see ${successor}` : ""}: ${reason || "no reason given"}`,
    ),
    ...changed.map(({ id, field, from, to }) => `Changed ${id}.${field}: ${value(from)} → ${value(to)}`),
    ...schema.added.map((name) => `New in the schema: ${name}`),
    ...schema.removed.map((name) => `Gone from the schema: ${name}`),
  ];
}
