/** Citations of the dataset, of a record, and of a subset that the reader can check. */
import { author, released, title, url } from "./generated/description.ts";
import { collections, CriteriaError, sources, version, type Collections, type DatasetRecord, type Kind, type Source } from "./index.ts";
import { toCanonicalJson, toSha256 } from "./output/canonical.ts";
import { toApa, toBibtex, toRis, type CslDate, type CslItem, type CslName } from "./output/citation.ts";

/** A citation in every form. */
export interface Citation {
  /** For reference managers: CSL-JSON. */
  readonly csl: CslItem;
  /** A plain reference in the style of the APA. */
  readonly apa: string;
  /** A BibTeX entry. */
  readonly bibtex: string;
  /** RIS. */
  readonly ris: string;
}

/** What a subset is, so that it can be asked for again and compared. */
export interface Subset {
  /** The kind of its records. */
  readonly kind: Kind;
  /** The criteria, as `where` takes them. */
  readonly criteria: object;
  /** The version of the dataset that was asked. */
  readonly version: string;
  /** How many records matched. */
  readonly count: number;
  /** SHA-256 over the records in order, as canonical JSON (RFC 8785) without `since`. */
  readonly sha256: string;
  /** Of each record, its id and the first 16 digits of its own hash: to tell which one differs. */
  readonly members: readonly (readonly [id: string, hash: string])[];
}

/** A citation of a subset, with what is needed to check it. Plain JSON. */
export interface SubsetCitation extends Citation {
  /** What was asked, and what came. */
  readonly subset: Subset;
}

/** Whether a subset citation still holds for the installed version. */
export interface Verification {
  /** All of the below hold. */
  readonly ok: boolean;
  /** The installed version is the cited one. */
  readonly sameVersion: boolean;
  /** As many records match. */
  readonly sameCount: boolean;
  /** The records are, byte for byte, the cited ones. */
  readonly sameHash: boolean;
  /** Ids that match now and did not. */
  readonly added: readonly string[];
  /** Ids that matched and do not now. */
  readonly missing: readonly string[];
  /** Ids that match as they did, but whose records differ. */
  readonly changed: readonly string[];
  /** The same in one sentence. */
  readonly message: string;
}

const base = (): Pick<CslItem, "type" | "author" | "issued" | "version" | "publisher" | "URL"> => ({
  type: "dataset",
  author: [{ literal: author }],
  ...(released !== null && { issued: { "date-parts": [released.split("-").map(Number)] } }),
  version,
  publisher: "npm",
  URL: url,
});
const forms = (csl: CslItem): Citation => ({ csl, apa: toApa(csl), bibtex: toBibtex(csl), ris: toRis(csl) });
const article = (source: Source): string => `${source.outlet}, ${source.published ? `${source.published.edtf}, ` : ""}${source.url}`;

/**
 * A citation of the dataset, or of one record with the articles that it rests on.
 *
 * @throws CriteriaError when the record is not one of the installed version.
 * @example cite().apa
 * @example cite(statements.get("kavkaza-135-flights-a-week")).bibtex
 */
export function cite(record?: DatasetRecord): Citation {
  if (record === undefined) return forms({ id: "baku-moscow", title, ...base() });
  const known = (collections[record.kind] as { get(id: string): DatasetRecord | undefined } | undefined)?.get(record.id);
  if (known === undefined) throw new CriteriaError(`cite: no record "${record.id}" in version ${version}`);
  const from =
    known.kind === "source"
      ? [known]
      : known.kind === "topic"
        ? []
        : [...new Set(known.evidence.map((e) => e.source))].map((id) => sources.get(id));
  return forms({
    id: known.id,
    title: known.label,
    "container-title": title,
    ...base(),
    note: [`${known.kind} ${known.id}`, ...(from.length > 0 ? [`after ${from.map(article).join("; ")}`] : [])].join(", "),
  });
}

/**
 * Quotations to copy: the words, who published them where and when. Of a statement the words of its claim, in the order of the text,
 * as one quotation with what is left out as […]; of another record each passage that supports it.
 */
export function quotations(record: DatasetRecord): string[] {
  if (record.kind === "source" || record.kind === "topic") return [];
  const claim = record.kind === "statement";
  const passages = record.evidence.filter((e) =>
    claim ? e.supports.includes("/mode") && e.certainty !== "inferred" : e.supports.some((pointer) => !pointer.startsWith("/names/")),
  );
  if (!claim) return passages.map((e) => `“${e.quote.exact}” (${article(sources.get(e.source))})`);
  passages.sort((a, b) => a.position.start - b.position.start);
  const gap = (i: number) => (i === 0 ? "" : passages[i]!.position.start <= passages[i - 1]!.position.end + 1 ? " " : " […] ");
  return [`“${passages.map((e, i) => gap(i) + e.quote.exact).join("")}” (${article(sources.get(record.source))})`];
}

async function subsetOf(kind: Kind, criteria: object): Promise<Subset> {
  const records: readonly DatasetRecord[] = collections[kind].where(criteria);
  const texts = records.map(({ since: _since, ...rest }) => toCanonicalJson(rest));
  const members = await Promise.all(texts.map(async (text, i) => [records[i]!.id, (await toSha256(text)).slice(0, 16)] as const));
  return { kind, criteria, version, count: records.length, sha256: await toSha256(`[${texts.join(",")}]`), members };
}

/**
 * A citation of the records that match, with their number and hash, after the recommendations of the Research Data
 * Alliance on citing evolving data.
 *
 * @param kind - The kind of record.
 * @param criteria - As `where` takes them; a predicate cannot be cited.
 * @throws CriteriaError when the criteria are not known, or match nothing.
 * @example (await citeSubset("statement", { speakers: "sergey-lavrov", topics: "peace-process" })).apa
 */
export async function citeSubset<K extends Kind>(
  kind: K,
  criteria: Exclude<Extract<Parameters<Collections[K]["where"]>[0], object>, (...args: never) => unknown>,
): Promise<SubsetCitation> {
  if (!Object.hasOwn(collections, kind))
    throw new CriteriaError(`citeSubset: no kind "${kind}"; the kinds are ${Object.keys(collections).join(", ")}`);
  if (typeof criteria === "function") throw new CriteriaError("citeSubset: a predicate cannot be cited; give criteria");
  const subset = await subsetOf(kind, criteria);
  if (subset.count === 0)
    throw new CriteriaError(`citeSubset: no ${kind} matches ${toCanonicalJson(criteria)}, and nothing cannot be cited`);
  const note = `${subset.count} ${kind} records matching ${toCanonicalJson(criteria)}, SHA-256 ${subset.sha256}`;
  return { ...forms({ id: `baku-moscow-${subset.sha256.slice(0, 8)}`, title: `${kind} records of ${title}`, ...base(), note }), subset };
}

/**
 * Asks a cited subset again and compares.
 *
 * @param citation - What `citeSubset` gave, or the same read from JSON.
 * @throws CriteriaError when it is not a subset citation.
 */
export async function verifyCitation(citation: unknown): Promise<Verification> {
  const subset = (citation as { subset?: Partial<Subset> } | null)?.subset;
  const wrong = (what: string): never => {
    throw new CriteriaError(`verifyCitation: ${what}; it takes what citeSubset gave`);
  };
  if (typeof subset !== "object") return wrong("this is no citation of a subset");
  const { kind, criteria, version: cited, count, sha256, members } = subset;
  if (typeof kind !== "string" || !Object.hasOwn(collections, kind)) return wrong(`no kind ${JSON.stringify(kind)}`);
  if (typeof criteria !== "object") return wrong("the criteria are missing");
  if (typeof cited !== "string" || typeof count !== "number") return wrong("version or count is missing");
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) return wrong("the hash is not 64 hexadecimal digits");
  const now = await subsetOf(kind, criteria);
  const before = new Map(Array.isArray(members) ? (members as Subset["members"]) : []);
  const after = new Map(now.members);
  const added = before.size === 0 ? [] : [...after.keys()].filter((id) => !before.has(id));
  const missing = [...before.keys()].filter((id) => !after.has(id));
  const changed = [...before].flatMap(([id, hash]) => (after.has(id) && after.get(id) !== hash ? [id] : []));
  const [sameVersion, sameCount, sameHash] = [cited === version, count === now.count, sha256 === now.sha256];
  const list = (what: string, ids: readonly string[]) => (ids.length === 0 ? [] : [`${what}: ${ids.join(", ")}`]);
  const faults = [
    ...(sameVersion ? [] : [`cited from version ${cited}, installed is ${version}`]),
    ...(sameCount ? [] : [`${count} records were cited, ${now.count} match now`]),
    ...(sameHash ? [] : ["the hash differs"]),
    ...list("new", added),
    ...list("gone", missing),
    ...list("changed", changed),
  ];
  const ok = sameVersion && sameCount && sameHash;
  return {
    ok,
    sameVersion,
    sameCount,
    sameHash,
    added,
    missing,
    changed,
    message: ok ? `the same ${count} records of version ${version}` : faults.join("; "),
  };
}

export type { CslDate, CslItem, CslName };
