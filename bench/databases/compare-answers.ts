/** Compares the answers of a database with those of the collections, which specify them. */
import { isDeepStrictEqual } from "node:util";
import { pickFrom, type Random } from "../random.ts";
import { countBy } from "../../src/index.ts";
import { pluralOf } from "../../src/generated/fields.ts";
import type { Kind } from "../../src/generated/types.ts";
import type { OwnCollections, OwnRecords } from "../../src/own.ts";
import type { Database } from "../../src/sql.ts";
import {
  hostile,
  kinds,
  randomCriteria,
  randomFields,
  randomPage,
  type Pools,
} from "./random-set.ts";

/** What was compared, and what differed. */
export interface Comparison {
  criteria: number;
  /** Criteria that some record met. */
  answered: number;
  counts: number;
  lookups: number;
  readonly mismatches: string[];
}

interface Asked {
  readonly set: OwnCollections<OwnRecords>;
  readonly database: Database;
  readonly pools: Pools;
  readonly random: Random;
  readonly found: Comparison;
}

// the verbs of a collection whose kind is only known at run time
type AnyCollection = OwnCollections<OwnRecords>["statements"];
type AnyDatabaseCollection = Database["statements"];

function report({ found }: Asked, what: string, asked: unknown, ours: unknown, theirs: unknown) {
  if (isDeepStrictEqual(ours, theirs)) return;
  const short = (value: unknown) => (JSON.stringify(value) as string | undefined)?.slice(0, 400);
  found.mismatches.push(`${what} ${short(asked)}: ${short(ours)} in memory, ${short(theirs)}`);
}

async function compareCriteria(kind: Kind, asked: Asked): Promise<void> {
  const { set, database, pools, random, found } = asked;
  const name = pluralOf[kind];
  const collection = set[name] as AnyCollection;
  const table = database[name] as AnyDatabaseCollection;
  const criteria = randomCriteria(kind, pools, random);
  const page = randomPage(random);
  const expected = collection.where(criteria, page);
  found.criteria++;
  if (expected.length > 0) found.answered++;
  const records = await table.where(criteria, page);
  report(asked, `${name}.where`, [criteria, page], expected, records);
  if (random() < 0.3)
    report(
      asked,
      `${name}.count`,
      criteria,
      collection.count(criteria),
      await table.count(criteria),
    );
  if (random() < 0.2) {
    const by = randomFields(kind, random) as ["mode"];
    found.counts++;
    const counts = await table.countBy(by, criteria);
    report(asked, `${name}.countBy`, [by, criteria], countBy(collection, by, criteria), counts);
  }
  if (random() < 0.1) {
    const { order } = page as { order?: "oldest" };
    const offset = Math.floor(random() * 5);
    const pageSize = 1 + Math.floor(random() * 40);
    const all: unknown[] = [];
    for await (const record of table.each(criteria, { pageSize, offset, ...(order && { order }) }))
      all.push(record);
    const ordered = collection.where(criteria, { offset, ...(order && { order }) });
    report(asked, `${name}.each`, [criteria, pageSize, offset, order], ordered, all);
  }
}

async function compareLookups(kind: Kind, asked: Asked): Promise<void> {
  const { set, database, pools, random, found } = asked;
  const name = pluralOf[kind];
  const ids = [pickFrom(pools[kind]!, random), pickFrom(hostile, random)];
  for (const id of ids) {
    found.lookups++;
    report(asked, `${name}.get`, id, set[name].get(id), await database[name].get(id));
  }
}

/** Asks both the same random questions, so many of statements and fewer of each other kind. */
export async function compareAnswers(
  set: OwnCollections<OwnRecords>,
  database: Database,
  pools: Pools,
  { questions, random }: { questions: number; random: Random },
): Promise<Comparison> {
  const found: Comparison = { criteria: 0, answered: 0, counts: 0, lookups: 0, mismatches: [] };
  const asked: Asked = { set, database, pools, random, found };
  for (const kind of kinds) {
    const times = kind === "statement" ? questions : Math.ceil(questions / 6);
    for (let i = 0; i < times; i++) await compareCriteria(kind, asked);
    for (let i = 0; i < 10; i++) await compareLookups(kind, asked);
  }
  return found;
}
