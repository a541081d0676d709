/**
 * The third reading (readings/third): five articles, read anew under the settled codebook by a
 * reader who saw the instructions and the article only, and the codes of the records as they were
 * on that day (compared.json).
 */
import { readFileSync } from "node:fs";
import { statements } from "baku-moscow";
import { entries } from "./all-entries.ts";

/** The codes of one claim, with ids for whom and what it names. */
export interface Codes {
  readonly speakers: readonly string[];
  readonly basis: readonly string[];
  readonly mode: readonly string[];
  readonly speechAct: readonly string[];
  readonly topics: readonly string[];
  readonly about: readonly string[];
  readonly targets: readonly string[];
  readonly addressees: readonly string[];
  readonly citing: readonly string[];
  readonly occasion: readonly string[];
  readonly day: readonly string[];
}

/** A relation to another claim of the same reading. */
interface Relation {
  readonly type: string;
  readonly to: string;
}

/** A claim of a reading. */
export interface ReadClaim {
  readonly id: string;
  /** Its words, each passage letter for letter. */
  readonly claim: readonly string[];
  readonly codes: Codes;
  readonly relations: readonly Relation[];
}

/** A claim as the reader wrote it. */
interface HandedIn {
  readonly n: number;
  readonly claim: readonly string[];
  readonly speakers: readonly string[];
  readonly basis: string;
  readonly citing: readonly string[];
  readonly addressees: readonly string[];
  readonly targets: readonly string[];
  readonly about: readonly string[];
  readonly mode: string;
  readonly speechAct: string;
  readonly topics: readonly string[];
  readonly occasion: string;
  readonly said: string;
  readonly relations: readonly { readonly type: string; readonly to: number }[];
}

export const folder = "readings/third";

function readJson<Value>(name: string): Value {
  return JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8")) as Value;
}

/** What a name is compared by. */
function toKey(name: string): string {
  return name.toLowerCase().replace(/^the /, "");
}

/** The ids that each name means; kinds whose names mean nothing by themselves are left out. */
function collectNames(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { kind, id, label, names } of entries) {
    if (kind === "statement") continue;
    const named: readonly { readonly text: string }[] = names;
    for (const name of [id, label, ...named.map(({ text }) => text)].map(toKey))
      found.set(name, (found.get(name) ?? new Set()).add(id));
  }
  return found;
}

const idsByName = collectNames();

/** Sorted and each once, as sets are compared. */
function toSet(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort();
}

/** The claims of the reader, with ids: of names.json, or of the only record with this name. */
export function readThird(source: string): ReadClaim[] {
  const settled = readJson<Record<string, Record<string, string>>>("names")[source] ?? {};
  const toId = (name: string) => {
    const ids = [...(idsByName.get(toKey(name)) ?? [])];
    return settled[name] ?? (ids.length === 1 ? ids[0]! : `no record: ${name}`);
  };
  const toIds = (names: readonly string[]) => toSet(names.map(toId));
  return readJson<{ claims: HandedIn[] }>(source).claims.map((claim) => ({
    id: String(claim.n),
    claim: claim.claim,
    codes: {
      speakers: toIds(claim.speakers),
      basis: claim.basis === "none" ? [] : [claim.basis],
      mode: [claim.mode],
      speechAct: [claim.speechAct],
      topics: toSet(claim.topics),
      about: toIds(claim.about),
      targets: toIds(claim.targets),
      addressees: toIds(claim.addressees),
      citing: toIds(claim.citing),
      occasion: [claim.occasion],
      day: claim.said === "" ? [] : [claim.said],
    },
    relations: claim.relations.map(({ type, to }) => ({ type, to: String(to) })),
  }));
}

const noCodes: Codes = {
  speakers: [],
  basis: [],
  mode: [],
  speechAct: [],
  topics: [],
  about: [],
  targets: [],
  addressees: [],
  citing: [],
  occasion: [],
  day: [],
};

/** The claims of an article with the words that the records have now; their codes are not read. */
export function readCurrent(source: string): ReadClaim[] {
  return statements
    .where((statement) => statement.source === source)
    .map(({ id, evidence }) => {
      const words = evidence.filter(({ role }) => role === "claim").map(({ quote }) => quote.exact);
      return { id, claim: words, codes: noCodes, relations: [] };
    });
}

/** The records of an article as they were when the reader had read it. */
export function readCompared(source: string): ReadClaim[] {
  const all = readJson<(ReadClaim & { source: string })[]>("compared");
  return all.filter((claim) => claim.source === source);
}
