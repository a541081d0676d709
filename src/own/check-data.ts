/** Checks your own records as strictly as the build checks those of this package, where it can. */
import { collectionOf } from "../collections/all-collections.ts";
import {
  checkOptions,
  describeValue,
  isList,
  isPlainObject,
  rejectValue,
} from "../criteria/input-error.ts";
import { copyAsJson, NotJsonError } from "../criteria/json-copy.ts";
import { pluralOf } from "../generated/fields.ts";
import { withdrawn } from "../generated/release.ts";
import type { Kind } from "../generated/types.ts";
import { faultsOfRecord, type StrictRules } from "./check-record.ts";
import type { OwnRecords } from "./own-records.ts";

/** A problem of one of your own records. */
export interface DataProblem {
  /** The list, such as `statements`. */
  readonly list: string;
  /** The place of the record in the list, from 0. */
  readonly index: number;
  /** The field, as a path: `speakers.0.actor`; empty when it is the record itself. */
  readonly path: string;
  /** What is wrong, and what to write. */
  readonly message: string;
}

/** Lists of anything: what is no record is told as a problem. */
export type CheckedRecords = {
  readonly [List in keyof OwnRecords]?: OwnRecords[List] extends string | undefined
    ? OwnRecords[List]
    : readonly unknown[];
};

/** What your own records may name. */
export interface CheckOptions {
  /** Whether they may name the records of this package. Default: false. */
  readonly bundled?: boolean;
  /** Ids of records that are kept elsewhere. */
  readonly outside?: readonly string[];
}

type Members = Readonly<Record<string, unknown>>;
const kinds = Object.keys(pluralOf) as Kind[];

/** The ids of each kind, and of the countries. */
class KnownIds {
  readonly #ids = new Map<string, Set<string>>();

  add(kind: Kind, record: unknown): void {
    if (!isPlainObject(record) || typeof record.id !== "string") return;
    this.ofKind(kind).add(record.id);
    if (record.type === "country") this.ofKind("country").add(record.id);
  }

  ofKind(kind: string): Set<string> {
    const ids = this.#ids.get(kind) ?? new Set();
    this.#ids.set(kind, ids);
    return ids;
  }
}

function listOf(data: Members, kind: Kind): readonly unknown[] {
  const list = data[pluralOf[kind]] ?? [];
  return isList(list) ? list : rejectValue(`checkData.${pluralOf[kind]}`, "a list", list);
}

function rulesFor(data: Members, { bundled = false, outside = [] }: CheckOptions): StrictRules {
  const known = new KnownIds();
  for (const kind of kinds) {
    for (const record of listOf(data, kind)) known.add(kind, record);
    if (bundled) for (const record of collectionOf(kind)) known.add(kind, record);
  }
  const elsewhere = new Set(outside);
  return {
    isKnown: (id, of) => elsewhere.has(id) || of.some((kind) => known.ofKind(kind).has(id)),
    idsOf: (of) => of.flatMap((kind) => [...known.ofKind(kind)]),
    withdrawn: bundled ? withdrawn : {},
  };
}

/** What is wrong with the id of each record, by list and index. */
class IdChecker {
  readonly #places = new Map<string, string>();

  constructor(bundled: boolean) {
    if (!bundled) return;
    for (const kind of kinds)
      for (const { id } of collectionOf(kind)) this.#places.set(id, `the bundled ${kind}`);
  }

  faultOf(id: unknown, place: string): string | undefined {
    if (typeof id !== "string" || id === "") return "has no id; write a text";
    const first = this.#places.get(id);
    if (first !== undefined) return `the id ${describeValue(id)} is also used by ${first}`;
    this.#places.set(id, place);
    return undefined;
  }
}

/** What is wrong with a record, before its fields are read. */
function faultOfValue(record: unknown): string | undefined {
  if (!isPlainObject(record)) return "expects a record";
  try {
    copyAsJson(record);
    return undefined;
  } catch (error) {
    if (!(error instanceof NotJsonError)) throw error;
    return `${error.message}; a record may hold only what JSON can hold`;
  }
}

function readOptions(options: unknown): CheckOptions {
  checkOptions("checkData", options, ["bundled", "outside"]);
  const { bundled = false, outside = [] } = options as CheckOptions;
  if (typeof bundled !== "boolean") rejectValue("checkData.bundled", "true or false", bundled);
  if (!isList(outside) || !outside.every((id) => typeof id === "string"))
    rejectValue("checkData.outside", "a list of ids", outside);
  return { bundled, outside };
}

/**
 * Every problem of your own records, in order: what `toCollections` would refuse, and besides terms
 * and ids that are not known, and what is missing. An empty list when there is none.
 *
 * It does not need Zod. `checkRecords` of `baku-moscow/schema` checks that records have the exact
 * shape of those of this package, with everything that the build derives.
 *
 * @param data - Lists of records, under the names that they have in data.json.
 * @param options - Which other records they may name.
 * @throws InputError when the data is not an object of lists, or when an option is wrong.
 * @example checkData({ statements: [{ id: "a", topics: "mines" }] }).map(({ message }) => message)
 */
export function checkData(data: CheckedRecords, options: CheckOptions = {}): DataProblem[] {
  if (!isPlainObject(data))
    rejectValue("checkData", "an object of lists, such as { statements: [] }", data);
  const read = readOptions(options);
  const rules = rulesFor(data, read);
  const ids = new IdChecker(read.bundled ?? false);
  return kinds.flatMap((kind) => {
    const list = pluralOf[kind];
    return listOf(data, kind).flatMap((record, index): DataProblem[] => {
      const fault = faultOfValue(record);
      if (fault !== undefined) return [{ list, index, path: "", message: fault }];
      const members = record as Members;
      const idFault = ids.faultOf(members.id, `${list}.${index}`);
      return [
        ...(idFault === undefined ? [] : [{ list, index, path: "id", message: idFault }]),
        ...faultsOfRecord(kind, members, rules).map((problem) => ({ list, index, ...problem })),
      ];
    });
  });
}
