/** Citations of a subset that the reader can verify. */
import { collectionOf } from "../collections/all-collections.ts";
import { internalsOf, type Collection, type Identified } from "../collections/collection.ts";
import { fail, isPlainObject } from "../criteria/input-error.ts";
import { pluralOf } from "../generated/fields.ts";
import { version } from "../generated/release.ts";
import type { Kind } from "../generated/types.ts";
import { toCanonicalJson, toSha256 } from "./canonical-json.ts";
import { toCitation, type Citation } from "./cite-record.ts";

/** A subset, described so that it can be selected again and compared. */
export interface Subset {
  /** The kind of its records. */
  readonly kind: Kind;
  /** The criteria, as `where` takes them. */
  readonly criteria: object;
  /** The version of the dataset that was queried. */
  readonly version: string;
  /** How many records matched. */
  readonly count: number;
  /** SHA-256 over the records in order, as canonical JSON (RFC 8785) without `since`. */
  readonly sha256: string;
  /**
   * The id of each record and the first 16 digits of its own hash, to find the one that differs.
   */
  readonly members: readonly (readonly [id: string, hash: string])[];
}

/** A citation of a subset, with what is needed to verify it. Plain JSON. */
export interface SubsetCitation extends Citation {
  /** The query and its result. */
  readonly subset: Subset;
}

/** Whether a subset citation still holds for the installed version. */
export interface Verification {
  /** Version, number and hash are the cited ones. */
  readonly ok: boolean;
  /** The installed version is the cited one. */
  readonly sameVersion: boolean;
  /** As many records match. */
  readonly sameCount: boolean;
  /** The records are, byte for byte, the cited ones. */
  readonly sameHash: boolean;
  /** Ids that match now and did not match before. */
  readonly added: readonly string[];
  /** Ids that matched before and do not match now. */
  readonly missing: readonly string[];
  /** Ids that match now and before, but whose records differ. */
  readonly changed: readonly string[];
  /** The same in one sentence. */
  readonly message: string;
}

/** Criteria that a citation can contain: not a predicate, which has no written form. */
export type CitableCriteria<Criteria> = Criteria extends (...args: never) => unknown
  ? never
  : Criteria;

async function selectSubset(kind: Kind, criteria: object): Promise<Subset> {
  const records = collectionOf(kind).where(criteria);
  const texts = records.map(({ since: _since, ...rest }) => toCanonicalJson(rest));
  const hashes = await Promise.all(texts.map(toSha256));
  const members = records.map(({ id }, i) => [id, hashes[i]!.slice(0, 16)] as const);
  const sha256 = await toSha256(`[${texts.join(",")}]`);
  return { kind, criteria, version, count: records.length, sha256, members };
}

/**
 * The kind of a bundled collection; a citation of other records could not be verified by its
 * reader.
 */
function bundledKind(collection: unknown): Kind {
  const kind = internalsOf(collection, "citeSubset").kind as Kind;
  return collectionOf(kind) === collection
    ? kind
    : fail("citeSubset: expects a collection of this package, not your own records");
}

/**
 * A citation of the records that match, with their number and hash, as the Research Data Alliance
 * recommends for data that change.
 *
 * @param collection - The collection to select from.
 * @param criteria - As `where` takes them; a predicate cannot be cited.
 * @throws InputError when the criteria are not known or match no record.
 * @example (await citeSubset(statements, { speakers: "sergey-lavrov", topics: "peace-process"
 * })).apa
 */
export async function citeSubset<
  Id extends string,
  Entry extends Identified,
  Criteria extends object,
>(
  collection: Collection<Id, Entry, Criteria>,
  criteria: CitableCriteria<Criteria>,
): Promise<SubsetCitation> {
  const kind = bundledKind(collection);
  if (typeof criteria === "function") fail("citeSubset: a predicate cannot be cited; use criteria");
  const subset = await selectSubset(kind, criteria);
  const written = toCanonicalJson(criteria);
  if (subset.count === 0)
    fail(`citeSubset: no ${kind} matches ${written}, so there is nothing to cite`);
  const records = `${subset.count} ${subset.count === 1 ? kind : pluralOf[kind]}`;
  const note = `${records} matching ${written}, SHA-256 ${subset.sha256}`;
  const shortHash = subset.sha256.slice(0, shortHashLength);
  const title = `${records}: ${describeCriteria(criteria)}`;
  const identity = `SHA-256 ${shortHash}`;
  const citation = toCitation({ key: `subset-${shortHash}`, title, identity, note });
  return { ...citation, subset };
}

/** So many digits of the hash stand in the title; all of them are in the note. */
const shortHashLength = 12;

function describeRange({ from, to, match }: Readonly<Record<string, unknown>>): string {
  const start = from === undefined ? "" : ` from ${String(from)}`;
  const end = to === undefined ? "" : ` to ${String(to)}`;
  return `${match === "certain" ? "certainly" : "possibly"}${start}${end}`;
}

function describeNegation(value: unknown): string {
  if (value === null) return "stated";
  if (Array.isArray(value)) return `neither ${value.map(describeCriterion).join(" nor ")}`;
  return `not ${describeCriterion(value)}`;
}

/** What a field must be, in words. */
function describeCriterion(value: unknown): string {
  if (value === null) return "not stated";
  if (Array.isArray(value)) return value.map(describeCriterion).join(" or ");
  if (!isPlainObject(value)) return String(value);
  if (Array.isArray(value.all)) return value.all.map(describeCriterion).join(" and ");
  if ("not" in value) return describeNegation(value.not);
  return describeRange(value);
}

/** Criteria in words: "speakers sergey-lavrov, topics peace-process". */
function describeCriteria(criteria: object): string {
  const parts = Object.entries(criteria).map(
    ([field, value]) => `${field} ${describeCriterion(value)}`,
  );
  return parts.length === 0 ? "all" : parts.join(", ");
}

function rejectCitation(fault: string): never {
  return fail(`verifyCitation: ${fault}; it takes what citeSubset returned`);
}

/** The subset of a citation, with the members that verification needs. */
function readSubset(citation: unknown): Subset {
  const subset: unknown = isPlainObject(citation) ? citation.subset : undefined;
  if (!isPlainObject(subset)) return rejectCitation("this is not a citation of a subset");
  const { kind, criteria, version: cited, count, sha256, members = [] } = subset;
  if (typeof kind !== "string" || !Object.hasOwn(pluralOf, kind))
    rejectCitation(`no kind ${JSON.stringify(kind)}`);
  if (!isPlainObject(criteria)) rejectCitation("the criteria are missing");
  if (typeof cited !== "string" || typeof count !== "number")
    rejectCitation("version or count is missing");
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256))
    rejectCitation("the hash is not 64 hexadecimal digits");
  if (!Array.isArray(members) || !members.every((member) => Array.isArray(member)))
    rejectCitation("the members are not a list of ids and hashes");
  return { ...subset, members } as unknown as Subset;
}

type Difference = Pick<Verification, "added" | "missing" | "changed">;

function compareMembers(cited: Subset, found: Subset): Difference {
  const before = new Map(cited.members);
  const now = new Map(found.members);
  return {
    added: before.size === 0 ? [] : [...now.keys()].filter((id) => !before.has(id)),
    missing: [...before.keys()].filter((id) => !now.has(id)),
    changed: [...before.keys()].filter((id) => now.has(id) && now.get(id) !== before.get(id)),
  };
}

/** The differences in words; no words when there are none. */
function describeDifferences(cited: Subset, found: Subset, difference: Difference): string[] {
  const list = (what: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [`${what}: ${ids.join(", ")}`];
  return [
    ...(cited.version === found.version
      ? []
      : [`cited from version ${cited.version}, installed is ${found.version}`]),
    ...(cited.count === found.count
      ? []
      : [`${cited.count} records were cited, ${found.count} match now`]),
    ...(cited.sha256 === found.sha256 ? [] : ["the hash differs"]),
    ...list("new", difference.added),
    ...list("gone", difference.missing),
    ...list("changed", difference.changed),
  ];
}

/**
 * Selects a cited subset again and compares.
 *
 * @param citation - What `citeSubset` returned, or the same read from JSON.
 * @throws InputError when it is not a subset citation.
 */
export async function verifyCitation(citation: unknown): Promise<Verification> {
  const cited = readSubset(citation);
  const found = await selectSubset(cited.kind, cited.criteria);
  const difference = compareMembers(cited, found);
  const same = {
    sameVersion: cited.version === found.version,
    sameCount: cited.count === found.count,
    sameHash: cited.sha256 === found.sha256,
  };
  const ok = same.sameVersion && same.sameCount && same.sameHash;
  const message = ok
    ? `the same ${found.count} records of version ${version}`
    : describeDifferences(cited, found, difference).join("; ");
  return { ok, ...same, ...difference, message };
}
