/** Random records and random criteria, with hostile ids, lists with gaps and odd dates. */
import { collectionOf } from "../../src/collections/all-collections.ts";
import { places } from "../../src/index.ts";
import { pickFrom, type Random } from "../random.ts";
import { fieldsOfKind, pluralOf } from "../../src/generated/fields.ts";
import type { Field, Fields } from "../../src/criteria/fields.ts";
import type { Kind } from "../../src/generated/types.ts";
import type { OwnRecords } from "../../src/own.ts";

export const kinds = Object.keys(pluralOf) as Kind[];

/** Texts that break what quotes, escapes or compares them carelessly. */
export const hostile = [
  ...["o'brien", 'q"uote', "back\\slash", "$1", "?", "?1", ":name", "{p1:String}", "$1::text[]"],
  ...["x'; DROP TABLE statements; --", "tab\there", "line\nfeed", "cr\rlf", "__proto__"],
  ...["constructor", "\\N", "01", "NULL", "case", "Case", "CASE", "é", "e\u0301", "ﬁ", "🙂"],
  ...["\uffee", "a|b", "a,b", "{a}", "[a]", "(a)", "%", "_", "a ", " a", "\\.", "null", "'"],
  ...[
    '"',
    "\\",
    "\\'",
    "''",
    "/*",
    "--",
    "\u2028",
    "a\ufeff",
    "a\n\\.\nb",
    "😀\u200d",
    "a\\",
    "{",
    "}",
  ],
];

const dates = [
  ...["2022-12-05", "2022-12", "2022", "2022-12-05/2023-01-10", "../2022-06-01", "2023-03-01/.."],
  ...["2022-06-24~", "2022-06?", "2022-21", "202X", "2022-XX", "0987-03-04", "9999-12-31"],
  ...["0001-01-01", "[2022-03,2022-05..2022-07]", "1900-01-01", "1899-12-31", "2299-12-31"],
];

function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

function listOf<Made>(random: Random, most: number, make: () => Made): Made[] {
  return Array.from({ length: Math.floor(random() * (most + 1)) }, make);
}

/** The values that a field may have. */
export type Pools = Readonly<Record<string, readonly string[]>>;

function poolOf({ of, terms }: Field, pools: Pools): readonly string[] {
  if (terms !== undefined) return terms;
  return of === undefined ? pools.text! : of.flatMap((kind) => pools[kind]!);
}

/** A field of a random record; objects may lack any of their members. */
function randomValue(name: string, fields: Fields, pools: Pools, random: Random): unknown {
  const field = fields[name]!;
  if (field.criterion === "date") {
    if (chance(random, 0.2)) return chance(random, 0.5) ? null : undefined;
    return { edtf: pickFrom(dates, random), basis: "stated" };
  }
  const pick = () => pickFrom(poolOf(field, pools), random);
  const members = Object.values(fields).filter((one) => one.in === name);
  const one = () => {
    if (field.key === undefined) return chance(random, 0.1) ? null : pick();
    const cells = [
      ...(chance(random, 0.9) ? [[field.key, pick()] as const] : []),
      ...members.flatMap((member) =>
        chance(random, 0.7)
          ? [[member.key!, pickFrom(poolOf(member, pools), random)] as const]
          : [],
      ),
    ];
    return Object.fromEntries(cells);
  };
  if (field.list) return chance(random, 0.1) ? undefined : listOf(random, 3, one);
  return chance(random, 0.3) ? undefined : one();
}

function randomRecord(kind: Kind, id: string, pools: Pools, random: Random): object {
  const fields = fieldsOfKind[kind];
  const names = Object.keys(fields).filter((name) => {
    const { criterion, in: holder } = fields[name]!;
    return criterion !== undefined && holder === undefined && name !== "id";
  });
  const values = names.flatMap((name) => {
    const value = randomValue(name, fields, pools, random);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { kind, id, label: `${kind} ${id}`, ...Object.fromEntries(values) };
}

export interface RandomSet {
  readonly data: OwnRecords;
  readonly pools: Pools;
}

/** A random dataset: so many statements, and a few records of each other kind. */
export function randomSet(size: number, random: Random): RandomSet {
  const idsOf = (kind: Kind) => {
    const count = kind === "statement" ? size : 30;
    // ids are unique over all kinds
    const prefix = kind === "statement" ? "" : kind.slice(0, 2);
    return Array.from({ length: count }, (_, i) =>
      i < hostile.length ? `${prefix}${hostile[i]!}` : `${kind}-${i}`,
    );
  };
  const ids = Object.fromEntries(kinds.map((kind) => [kind, [...new Set(idsOf(kind))]]));
  const countries = ids.place!.slice(0, 8);
  const pools: Pools = { ...ids, country: countries, text: hostile };
  const lists = kinds.map((kind) => {
    const records = ids[kind]!.map((id) => {
      const record = randomRecord(kind, id, pools, random) as Record<string, unknown>;
      if (kind === "place") record.type = countries.includes(id) ? "country" : "city";
      return record;
    });
    return [pluralOf[kind], records] as const;
  });
  return { data: Object.fromEntries(lists), pools };
}

function randomDateCriterion(random: Random): unknown {
  const range = () => {
    const ends = ["2021", "2022-06", "2022-12-05", "0900", "0000", "9999-12-31", "1900-01-01"];
    const [from, to] = [pickFrom(ends, random), pickFrom(ends, random)].sort();
    return {
      ...(chance(random, 0.7) && { from }),
      ...(chance(random, 0.7) && { to }),
      ...(chance(random, 0.6) && { match: chance(random, 0.6) ? "certain" : "possible" }),
    };
  };
  const forms = [() => null, () => ({ not: null }), () => pickFrom(dates, random), range, range];
  return pickFrom(forms, random)();
}

function randomValueCriterion(pool: readonly string[], random: Random): unknown {
  const one = () => pickFrom(pool, random);
  const some = () => listOf(random, 3, one);
  const forms: (() => unknown)[] = [
    one,
    one,
    () => [one(), ...some()],
    () => null,
    () => [one(), null],
    () => [],
    () => ({ all: [one(), one()] }),
    () => ({ all: [] }),
    () => ({ not: one() }),
    () => ({ not: some() }),
    () => ({ not: null }),
    () => ({ not: [one(), null] }),
  ];
  return pickFrom(forms, random)();
}

/** Criteria of up to three fields. */
export function randomCriteria(kind: Kind, pools: Pools, random: Random): Record<string, unknown> {
  const fields = fieldsOfKind[kind];
  const names = Object.keys(fields).filter((name) => fields[name]!.criterion !== undefined);
  const chosen = listOf(random, 3, () => pickFrom(names, random));
  const criteria = Object.create(null) as Record<string, unknown>;
  for (const name of chosen)
    criteria[name] =
      fields[name]!.criterion === "date"
        ? randomDateCriterion(random)
        : randomValueCriterion(poolOf(fields[name]!, pools), random);
  return criteria;
}

/** Random options of `where`. */
export function randomPage(random: Random): Record<string, unknown> {
  return {
    ...(chance(random, 0.5) && { order: chance(random, 0.5) ? "newest" : "oldest" }),
    ...(chance(random, 0.5) && { limit: chance(random, 0.1) ? 1e300 : Math.floor(random() * 30) }),
    ...(chance(random, 0.4) && { offset: Math.floor(random() * 20) }),
  };
}

/** One field or two to count by. */
export function randomFields(kind: Kind, random: Random): string[] {
  const fields = fieldsOfKind[kind];
  const names = Object.keys(fields).filter((name) => fields[name]!.criterion === "value");
  const all = [...names, "month", "year", "month", "year"];
  return Array.from({ length: chance(random, 0.5) ? 1 : 2 }, () => pickFrom(all, random));
}

/** The values that the fields of the bundled records may have. */
export function poolsOfBundled(): Pools {
  const ids = kinds.map((kind) => [kind, [...collectionOf(kind)].map(({ id }) => id)] as const);
  const countries = places.where({ type: "country" }).map(({ id }) => id);
  const text = ["Trend", "en", "az", "0.1.0", "112", "wikidata", "energy", ...hostile];
  return { ...Object.fromEntries(ids), country: countries, text };
}
