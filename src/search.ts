/** Full-text search over the records: labels, names, gists and quotations. */
import { marksIn, toTextIndex, type TextIndex } from "./engine/text.ts";
import { CriteriaError, collections, toPredicate, type Queryable, type DatasetRecord, type Identified, type Statement } from "./index.ts";

/** A text of a record in which words of the query stand. */
export interface Passage {
  /** `label`, `gist`, `name`, `definition` or `quote`. */
  readonly field: string;
  /** The whole text. */
  readonly text: string;
  /** Where the words stand: start and end in UTF-16 units, as JavaScript counts. */
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** A record that matches. */
export interface Hit<Entry> {
  /** The record. */
  readonly record: Entry;
  /** Its rank by BM25: only its order means something. */
  readonly score: number;
  /** The texts of the record that hold words of the query, those with the most words first. */
  readonly passages: readonly Passage[];
}

/** Which records, and how many. */
export interface SearchOptions<Entry extends Identified, Criteria extends object> {
  /** Only the records of this collection. Default: all kinds. */
  readonly in?: Queryable<Entry, Criteria>;
  /** Only those that match, as in `where`; it needs `in`. */
  readonly where?: Criteria | ((record: Entry) => boolean);
  /** At most so many. Default 20. */
  readonly limit?: number;
  /** Leave out so many first. */
  readonly offset?: number;
}

/** The texts of a record that are searched, by field. A record of one's own need not have them all. */
function textsOf(record: DatasetRecord): (readonly [field: string, text: string])[] {
  const own = record as Partial<Record<"label" | "gist" | "outlet" | "title" | "definition", string>> &
    Partial<Pick<Statement, "names" | "evidence">>;
  const found: [string, string][] = [];
  const add = (field: string, text: string | undefined) => void (text !== undefined && found.push([field, text]));
  add("label", own.label);
  if (own.gist !== own.label) add("gist", own.gist);
  add("name", own.outlet);
  add("name", own.title);
  add("definition", own.definition);
  for (const text of new Set(own.names?.map((n) => n.text))) add("name", text);
  for (const text of new Set(own.evidence?.map((e) => e.quote.exact))) add("quote", text);
  return found;
}

interface Indexed {
  readonly records: readonly DatasetRecord[];
  readonly index: TextIndex;
}
const indexes = new WeakMap<object, Indexed>();
const everything = {};

/** The index of a collection, made when first searched. */
function indexOf(of: Queryable<never, object> | undefined): Indexed {
  const key = of === undefined ? everything : of;
  let found = indexes.get(key);
  if (!found) {
    if (of !== undefined) toPredicate(of, {}); // an error of its own for what is no collection
    const records = of
      ? ([...of] as DatasetRecord[])
      : Object.values(collections as unknown as Record<string, Iterable<DatasetRecord>>).flatMap((c) => [...c]);
    found = { records, index: toTextIndex(records.map((record) => textsOf(record).map(([, text]) => text))) };
    indexes.set(key, found);
  }
  return found;
}

const whole = (name: string, value: unknown): void => {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0)
    throw new CriteriaError(
      `${name}: expects a whole number, 0 or more, not ${typeof value === "string" ? JSON.stringify(value.slice(0, 80)) : value === Object(value) ? Object.prototype.toString.call(value) : String(value)}`,
    );
};

/**
 * The records in which every word of the query stands, best first. A word also stands for longer ones that begin with
 * it and, from four letters on, for one with a single typing error; case and diacritics do not matter.
 *
 * An empty query, or one without a letter or digit, finds nothing.
 *
 * @throws CriteriaError when the query is no text or has more than 1,000 characters, or an option is not known.
 * @example search("trade turnover", { in: statements, where: { speakers: "sergey-lavrov" } })
 */
export function search<Entry extends Identified = DatasetRecord, Criteria extends object = object>(
  query: string,
  options: SearchOptions<Entry, Criteria> = {},
): Hit<Entry>[] {
  if (Object.prototype.toString.call(options) !== "[object Object]") throw new CriteriaError("search: the options are an object");
  const { in: within, where, limit = 20, offset = 0, ...rest } = options;
  for (const key of Object.keys(rest))
    throw new CriteriaError(`search: no option "${key.slice(0, 80)}"; it takes in, where, limit, offset`);
  if (typeof query !== "string") throw new CriteriaError("search: the query is text");
  if (query.length > 1000) throw new CriteriaError(`search: the query has ${query.length} characters, and at most 1000 are taken`);
  if (where !== undefined && within === undefined) throw new CriteriaError("search: where needs the collection that it asks (in)");
  whole("limit", limit);
  whole("offset", offset);
  const { records, index } = indexOf(within as never);
  const test = where === undefined || within === undefined ? undefined : (toPredicate(within, where) as (item: unknown) => boolean);
  return index
    .search(query, { limit: offset + limit, ...(test && { keep: (document) => test(records[document]) }) })
    .slice(offset)
    .map(({ document, score }) => {
      const record = records[document]!;
      let passages: Passage[] | undefined;
      return {
        record: record as unknown as Entry,
        score,
        // the passages are looked for when they are read
        get passages() {
          return (passages ??= textsOf(record)
            .map(([field, text]): Passage => ({ field, text, marks: marksIn(text, query) }))
            .filter((p) => p.marks.length > 0)
            .sort((a, b) => b.marks.length - a.marks.length));
        },
      };
    });
}
