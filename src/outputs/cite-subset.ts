/** Citations of a subset that the reader can verify. */
import { collectionOf } from "../collections/all-collections.ts";
import { internalsOf, type Collection, type Identified } from "../collections/collection.ts";
import { fail, isPlainObject } from "../criteria/input-error.ts";
import { copyAsJson, NotJsonError } from "../criteria/json-copy.ts";
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

/** Criteria that a citation can contain: not a predicate, which has no written form. */
export type CitableCriteria<Criteria> = Criteria extends (...args: never) => unknown
  ? never
  : Criteria;

/** Selects a subset, and describes it with its number and hash. */
export async function selectSubset(kind: Kind, criteria: object): Promise<Subset> {
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

/** A copy of criteria that the collection knows. */
function copyCriteria(collection: unknown, criteria: unknown): object {
  internalsOf(collection, "citeSubset").readCriteria(criteria);
  try {
    return copyAsJson(criteria) as object;
  } catch (error) {
    if (!(error instanceof NotJsonError)) throw error;
    return fail(`citeSubset: the criteria: ${error.message}`);
  }
}

/**
 * A citation of the records that match, with their number and hash, as the Research Data Alliance
 * recommends for data that change.
 *
 * @param collection - The collection to select from.
 * @param criteria - As `where` takes them; a predicate cannot be cited.
 * @throws InputError when the criteria are not known or match no record.
 * @example (await citeSubset(statements, { topics: "peace-process" })).apa
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
  // the caller may change the criteria later, also while the hash is computed
  const subset = await selectSubset(kind, copyCriteria(collection, criteria));
  if (subset.count === 0)
    fail(
      `citeSubset: no ${kind} matches ${toCanonicalJson(criteria)}, so there is nothing to cite`,
    );
  return { ...(await describeSubset(subset)), subset };
}

/** The citation of a subset in every format. It follows from the subset. */
export async function describeSubset(subset: Subset): Promise<Citation> {
  const { kind, criteria, count, sha256 } = subset;
  const records = `${count} ${count === 1 ? kind : pluralOf[kind]}`;
  const note = `${records} matching ${toCanonicalJson(criteria)}, SHA-256 ${sha256}`;
  const shortHash = sha256.slice(0, shortHashLength);
  const title = `${records}: ${describeCriteria(criteria)}`;
  const identity = `SHA-256 ${shortHash}`;
  // different criteria may select the same records, and a key is unique
  const ofCriteria = (await toSha256(toCanonicalJson({ kind, criteria }))).slice(0, 4);
  const key = `subset-${shortHash}-${ofCriteria}`;
  return toCitation({ key, title, identity, note });
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
