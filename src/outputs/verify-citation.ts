/** Whether a citation of a subset still holds. */
import { InputError, describeValue, isList, isPlainObject } from "../criteria/input-error.ts";
import { copyAsJson } from "../criteria/json-copy.ts";
import { pluralOf } from "../generated/fields.ts";
import { version } from "../generated/release.ts";
import { toCanonicalJson } from "./canonical-json.ts";
import { describeSubset, selectSubset, type Subset } from "./cite-subset.ts";

/** Whether a subset citation still holds for the installed version. */
export interface Verification {
  /** Everything is as cited: there is no problem. */
  readonly ok: boolean;
  /** It could be read as a citation of a subset, and its criteria could be asked. */
  readonly isReadable: boolean;
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
  /** Everything that differs, or that makes it unreadable: one sentence each. */
  readonly problems: readonly string[];
  /** The same in one line. */
  readonly message: string;
}

type Comparison = Omit<Verification, "ok" | "message">;
type Members = Readonly<Record<string, unknown>>;

/** A citation of a subset whose members have the right types. */
interface ReadCitation {
  readonly subset: Subset;
  /** The whole citation. */
  readonly citation: Members;
}

const hashForm = /^[0-9a-f]{64}$/;
const remedy = "verifyCitation takes what citeSubset returned";

function isMember(member: unknown): boolean {
  return isList(member) && member.length === 2 && member.every((part) => typeof part === "string");
}

/** What is wrong with the members of a subset. */
function faultsOfSubset({ kind, criteria, version, count, sha256, members }: Members): string[] {
  const isKind = typeof kind === "string" && Object.hasOwn(pluralOf, kind);
  const isHash = typeof sha256 === "string" && hashForm.test(sha256);
  const isMembers = members === undefined || (isList(members) && members.every(isMember));
  return [
    ...(isKind ? [] : [`there is no kind ${describeValue(kind)}`]),
    ...(isPlainObject(criteria) ? [] : ["the criteria are missing"]),
    ...(typeof version === "string" ? [] : ["the version is missing"]),
    ...(typeof count === "number" ? [] : ["the count is missing"]),
    ...(isHash ? [] : ["the hash is not 64 hexadecimal digits"]),
    ...(isMembers ? [] : ["the members are not a list of pairs of id and hash"]),
  ];
}

/** The citation, or what makes it unreadable. */
function readCitation(citation: unknown): ReadCitation | { readonly faults: readonly string[] } {
  const subset: unknown = isPlainObject(citation) ? citation.subset : undefined;
  if (!isPlainObject(citation) || !isPlainObject(subset))
    return { faults: ["this is not a citation of a subset"] };
  const faults = faultsOfSubset(subset);
  // what another version wrote may hold what this one does not know
  const versions = typeof subset.version === "string" ? describeVersions(subset.version) : [];
  if (faults.length > 0) return { faults: [...versions, ...faults] };
  const members = isList(subset.members) ? subset.members : [];
  // the members were checked one by one
  return { citation, subset: { ...subset, members } as unknown as Subset };
}

/** A copy that nothing can change while it is compared; undefined when JSON cannot hold it. */
function copyCitation(citation: unknown): unknown {
  try {
    return copyAsJson(citation);
  } catch {
    // a getter or a proxy may throw anything
    return undefined;
  }
}

function unreadable(faults: readonly string[], sameVersion = false): Comparison {
  return {
    isReadable: false,
    sameVersion,
    sameCount: false,
    sameHash: false,
    added: [],
    missing: [],
    changed: [],
    problems: faults,
  };
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

function describeVersions(cited: string): string[] {
  return cited === version ? [] : [`cited from version ${cited}, installed is ${version}`];
}

/** The differences in words; no words when there are none. */
function describeDifferences(
  { citation, subset: cited }: ReadCitation,
  found: Subset,
  difference: Difference,
): string[] {
  const list = (what: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [`${what}: ${ids.join(", ")}`];
  const hasMembers = isPlainObject(citation.subset) && isList(citation.subset.members);
  const isShort = hasMembers && cited.members.length !== cited.count;
  return [
    ...describeVersions(cited.version),
    ...(cited.count === found.count
      ? []
      : [`${cited.count} records were cited, ${found.count} match now`]),
    ...(cited.sha256 === found.sha256 ? [] : ["the hash differs"]),
    ...(isShort
      ? [`the citation counts ${cited.count} records and lists ${cited.members.length}`]
      : []),
    ...list("new", difference.added),
    ...list("gone", difference.missing),
    ...list("changed", difference.changed),
  ];
}

/** Whether two values are the same JSON, whatever the order of members. */
function isSameJson(a: unknown, b: unknown): boolean {
  try {
    return toCanonicalJson(a) === toCanonicalJson(b);
  } catch (error) {
    if (error instanceof InputError || error instanceof RangeError) return false;
    throw error;
  }
}

/** The formats of a citation that are not those of its subset: somebody has edited them. */
async function editedFormats({ citation, subset }: ReadCitation, found: Subset): Promise<string[]> {
  const isSame = subset.version === found.version && subset.sha256 === found.sha256;
  // another version writes them differently, and another hash is told by itself
  if (!isSame) return [];
  const written = await describeSubset(subset);
  const formats = ["csl", "apa", "bibtex", "ris"] as const;
  const edited = formats.filter(
    (format) => citation[format] !== undefined && !isSameJson(citation[format], written[format]),
  );
  return edited.length === 0 ? [] : [`not as citeSubset wrote it: ${edited.join(", ")}`];
}

async function compare(read: ReadCitation): Promise<Comparison> {
  const { subset: cited } = read;
  const found = await selectSubset(cited.kind, cited.criteria);
  const difference = compareMembers(cited, found);
  return {
    isReadable: true,
    sameVersion: cited.version === found.version,
    sameCount: cited.count === found.count,
    sameHash: cited.sha256 === found.sha256,
    ...difference,
    problems: [
      ...describeDifferences(read, found, difference),
      ...(await editedFormats(read, found)),
    ],
  };
}

/** Compares, or says why the criteria cannot be asked in this version. */
async function compareIfAskable(read: ReadCitation): Promise<Comparison> {
  try {
    return await compare(read);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const fault = `it cannot be compared with version ${version}: ${error.message}`;
    const sameVersion = read.subset.version === version;
    return unreadable([...describeVersions(read.subset.version), fault], sameVersion);
  }
}

function describeSame({ count }: Subset): string {
  return `the same ${count} ${count === 1 ? "record" : "records"} of version ${version}`;
}

/**
 * Selects a cited subset again and compares. It always answers: also for a citation of another
 * version, with an id that is no longer known, or damaged.
 *
 * @param citation - What `citeSubset` returned, or the same read from JSON.
 * @returns What differs; `ok` when nothing does.
 * @example (await verifyCitation(await citeSubset(statements, { topics: "mines" }))).message
 */
export async function verifyCitation(citation: unknown): Promise<Verification> {
  const read = readCitation(copyCitation(citation));
  const comparison =
    "faults" in read ? unreadable([...read.faults, remedy]) : await compareIfAskable(read);
  const ok = comparison.problems.length === 0;
  const message = ok ? describeSame((read as ReadCitation).subset) : comparison.problems.join("; ");
  return { ok, ...comparison, message };
}
