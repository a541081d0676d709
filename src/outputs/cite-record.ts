/** Citations of the dataset and of its records. */
import { collectionOf } from "../collections/all-collections.ts";
import { sources } from "../collections/sources.ts";
import { fail, isPlainObject, rejectValue } from "../criteria/input-error.ts";
import { pluralOf } from "../generated/fields.ts";
import { description, version } from "../generated/release.ts";
import type { DatasetRecord, Kind, Source } from "../generated/types.ts";
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

/** A citation of the dataset, or of a part of it, in every format. */
export function toCitation(part?: CitedPart): Citation {
  const { name, author, released, url } = description;
  const makers = [{ literal: author }];
  const csl: CslItem = {
    id: part?.key ?? name,
    type: "dataset",
    title: part === undefined ? description.title : `${part.title} [${part.identity}]`,
    // the makers have written the dataset, and only edited what others said
    ...(part === undefined
      ? { author: makers }
      : { "container-title": description.title, editor: makers }),
    ...(released !== null && { issued: { "date-parts": [released.split("-").map(Number)] } }),
    version,
    publisher: "npm",
    URL: part === undefined ? url : `${url}#${part.key}`,
    ...(part !== undefined && { note: part.note }),
  };
  return { csl, apa: toApa(csl), bibtex: toBibtex(csl), ris: toRis(csl) };
}

/** An article as a citation names it: outlet, day, address. */
export function describeArticle({ outlet, published, url }: Source): string {
  return [outlet, ...(published ? [published.edtf] : []), url].join(", ");
}

/** The articles that a record rests on. */
function articlesOf(record: DatasetRecord): Source[] {
  if (record.kind === "source") return [record];
  if (record.kind === "topic") return [];
  const ids = new Set(record.evidence.map(({ source }) => source));
  return [...ids].map((id) => sources.get(id));
}

/** The record of this version with the kind and id of the one that is given. */
function installedRecord(record: unknown): DatasetRecord {
  if (!isPlainObject(record) || typeof record.id !== "string")
    return rejectValue("cite", "a record, or nothing for the whole dataset", record);
  const isKind = typeof record.kind === "string" && Object.hasOwn(pluralOf, record.kind);
  const found = isKind ? collectionOf(record.kind as Kind).get(record.id) : undefined;
  return found ?? fail(`cite: no record "${record.id}" in version ${version}`);
}

/**
 * A citation of the dataset, or of one record with the articles that it rests on.
 *
 * @throws InputError when the record is not in the installed version.
 * @example cite().apa
 * @example cite(statements.get("kavkaza-135-flights-a-week")).bibtex
 */
export function cite(record?: DatasetRecord): Citation {
  if (record === undefined) return toCitation();
  const installed = installedRecord(record);
  const { kind, id, label } = installed;
  const articles = articlesOf(installed).map(describeArticle);
  const after = articles.length > 0 ? [`after ${articles.join("; ")}`] : [];
  const note = [`${kind} ${id}`, ...after].join(", ");
  const title = label.replace(/\.$/, "");
  // "Name states: …" is how agencies print speech, so the title says that it is a paraphrase
  const identity = kind === "statement" ? `paraphrase, ${kind} ${id}` : `${kind} ${id}`;
  return toCitation({ key: id, title, identity, note });
}
