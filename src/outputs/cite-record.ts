/** Citations of the dataset and of its records. */
import type { Collections } from "../collections/all-collections.ts";
import {
  bundledSet,
  readSet,
  type CollectionSet,
  type FoundRecord,
  type RecordIn,
  type RecordSet,
} from "../collections/collection-set.ts";
import { checkOptions, fail, isPlainObject, rejectValue } from "../criteria/input-error.ts";
import { boundsOfPoint } from "../dates/edtf.ts";
import { description, version } from "../generated/release.ts";
import type { Source, Statement } from "../generated/types.ts";
import { labelOf } from "./record-text.ts";
import { toApa, toBibtex, toRis, type CslItem } from "./citation-formats.ts";

/** A citation in every format. */
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

/** A part of the dataset that is cited. */
export interface CitedPart {
  /** A key, unique in a list of citations. */
  readonly key: string;
  /** What it is, without a final stop. */
  readonly title: string;
  /** What identifies it, in brackets after the title, so that every style prints it. */
  readonly identity: string;
  readonly note: string;
}

/** A dataset that is cited: this one, or your own. */
export interface CitedDataset {
  /** Its title. */
  readonly title: string;
  /** Who makes it. */
  readonly author: string;
  /** Its version. */
  readonly version: string;
  /** Its address. */
  readonly url: string;
  /** Where it is published. */
  readonly publisher: string;
  /** The day of its release, YYYY-MM-DD; without it the citation has no date. */
  readonly released?: string;
}

/** Which record is cited, of which dataset. */
export interface CiteOptions<Set extends CollectionSet> {
  /** What `toCollections` returned. Default: the collections of this package. */
  readonly in?: Set;
  /** The dataset of your own records. It is needed with `in`. */
  readonly dataset?: CitedDataset;
}

const thisDataset: CitedDataset = {
  title: description.title,
  author: description.author,
  version,
  url: description.url,
  publisher: "npm",
  ...(description.released !== null && { released: description.released }),
};

/** A key of letters, digits and signs that BibTeX allows: others are written by their number. */
function toKey(id: string): string {
  return id.replace(/[^\w:./+-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}`);
}

/** A citation of a dataset, or of a part of it, in every format. */
export function toCitation(part?: CitedPart, dataset: CitedDataset = thisDataset): Citation {
  const { title, author, released, url, publisher } = dataset;
  const makers = [{ literal: author }];
  const csl: CslItem = {
    id: toKey(part?.key ?? description.name),
    type: "dataset",
    title: part === undefined ? title : `${part.title} [${part.identity}]`,
    // the makers have written the dataset, and only edited what others said
    ...(part === undefined ? { author: makers } : { "container-title": title, editor: makers }),
    ...(released !== undefined && {
      issued: { "date-parts": [released.split("-").map(Number)] },
    }),
    version: dataset.version,
    publisher,
    URL: part === undefined ? url : `${url}#${encodeURIComponent(part.key)}`,
    ...(part !== undefined && { note: part.note }),
  };
  return { csl, apa: toApa(csl), bibtex: toBibtex(csl), ris: toRis(csl) };
}

/** An article as a citation names it: outlet, day, address. */
export function describeArticle({ outlet, published, url }: Source): string {
  return [outlet, ...(published ? [published.edtf] : []), url].join(", ");
}

/** The articles that a record rests on; own records may name some that are not in the set. */
function articlesOf({ complete }: FoundRecord, set: RecordSet): Source[] {
  if (complete.kind === "source") return [complete];
  if (complete.kind === "topic") return [];
  const ids = new Set(complete.evidence.map(({ source }) => source));
  return [...ids].flatMap((id) => set.get("source", id) ?? []);
}

/** What a record is called in a citation. Own statements without a label get their speakers. */
function titleOf({ complete }: FoundRecord, set: RecordSet): string {
  const { id, label, gist, speakers = [] } = complete as Partial<Statement> & { id: string };
  if (label !== undefined) return label.replace(/\.$/, "");
  if (gist === undefined) return id;
  const names = speakers.map(({ actor }) => labelOf(actor, set)).join(", ");
  const who = names === "" ? "A speaker who is not named" : names;
  return `${who} says: ${gist.replace(/\.$/, "")}`;
}

const textsOfDataset = ["title", "author", "version", "url", "publisher"] as const;

/** The description of the dataset of own records. */
function readDataset(dataset: unknown): CitedDataset {
  const place = "cite.dataset";
  checkOptions(place, dataset, [...textsOfDataset, "released"]);
  const members = dataset as Readonly<Record<string, unknown>>;
  for (const name of textsOfDataset)
    if (typeof members[name] !== "string") rejectValue(`${place}.${name}`, "text", members[name]);
  const { released } = members;
  try {
    if (released !== undefined) boundsOfPoint(String(released));
  } catch (error) {
    fail(`${place}.released: ${(error as Error).message}`);
  }
  // every member was checked
  return members as unknown as CitedDataset;
}

/** The set that is cited from, and its dataset. */
function readOptions(options: unknown): { set: RecordSet; dataset: CitedDataset } {
  const set = readSet(options, "cite", ["dataset"]);
  const { dataset } = options as CiteOptions<CollectionSet>;
  if (set === bundledSet) return { set, dataset: thisDataset };
  if (dataset === undefined)
    fail("cite: your own records need { dataset: { title, author, version, url, publisher } }");
  return { set, dataset: readDataset(dataset) };
}

/**
 * A citation of the whole dataset.
 *
 * @example cite().apa
 */
export function cite(): Citation;
/**
 * A citation of one record with the articles that it rests on.
 *
 * @param options - For your own records: the collections that hold it, and what their dataset is.
 * @throws InputError when the record is not in the installed version, or in the collections.
 * @example cite(statements.get("kavkaza-135-flights-a-week")).bibtex
 */
export function cite<Set extends CollectionSet = Collections>(
  record: RecordIn<Set>,
  options?: CiteOptions<Set>,
): Citation;
export function cite(...args: [record?: unknown, options?: object]): Citation {
  // cite(undefined) is a look-up that found nothing, and not a citation of the whole dataset
  if (args.length === 0) return toCitation();
  const [record, options = {}] = args;
  const { set, dataset } = readOptions(options);
  if (!isPlainObject(record))
    return rejectValue("cite", "a record, or nothing for the whole dataset", record);
  const found = set.recordLike(record, "cite");
  const { kind, complete } = found;
  const { id } = complete;
  const articles = articlesOf(found, set).map(describeArticle);
  const after = articles.length > 0 ? [`after ${articles.join("; ")}`] : [];
  const note = [`${kind} ${id}`, ...after].join(", ");
  const title = titleOf(found, set);
  // "Name states: …" is how agencies print speech, so the title says that it is a paraphrase
  const identity = kind === "statement" ? `paraphrase, ${kind} ${id}` : `${kind} ${id}`;
  return toCitation({ key: id, title, identity, note }, dataset);
}
