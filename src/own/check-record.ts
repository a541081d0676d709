/** What is wrong with one of your own records. */
import { describeValue, isList, isPlainObject } from "../criteria/input-error.ts";
import { describeWithdrawal, type Withdrawals } from "../criteria/tombstones.ts";
import type { MembersShape, ValueShape } from "../criteria/value-shape.ts";
import { bounds, boundsOfPoint, type Bounds } from "../dates/edtf.ts";
import { shapesOfKind } from "../generated/shapes.ts";
import type { Kind } from "../generated/types.ts";
import { didYouMean } from "../text/did-you-mean.ts";

/** What is wrong with a value, and where in its record: `speakers.0.actor`. */
export interface ValueProblem {
  /** The path of the value; empty for the record itself. */
  readonly path: string;
  /** What is wrong, and what to write. */
  readonly message: string;
}

/** What is checked beside the types and days that every later function relies on. */
export interface StrictRules {
  /** Whether there is a record with an id, of one of the kinds. */
  readonly isKnown: (id: string, kinds: readonly string[]) => boolean;
  /** The ids of the kinds, for a suggestion. */
  readonly idsOf: (kinds: readonly string[]) => Iterable<string>;
  /** Ids that were withdrawn. */
  readonly withdrawn: Withdrawals;
}

const dayForm = /^\d{4}-\d\d-\d\d$/;

/** What is wrong with one of the days of a date. */
function faultOfDay(name: string, day: unknown): string[] {
  if (day === null || day === undefined) return [];
  if (typeof day !== "string" || !dayForm.test(day))
    return [`${name} is a day, YYYY-MM-DD, or null, not ${describeValue(day)}`];
  try {
    boundsOfPoint(day);
    return [];
  } catch (error) {
    return [`${name}: ${(error as Error).message}`];
  }
}

function faultsOfDays({ earliest, latest }: Readonly<Record<string, unknown>>): string[] {
  const faults = [...faultOfDay("earliest", earliest), ...faultOfDay("latest", latest)];
  if (faults.length > 0) return faults;
  if (typeof earliest === "string" && typeof latest === "string" && earliest > latest)
    return [`it ends on ${latest}, before it starts on ${earliest}`];
  return [];
}

function isStated(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The days of a date in EDTF, or what is wrong with it. */
function readEdtf(edtf: unknown): Bounds | string {
  if (typeof edtf !== "string") return `edtf is text, not ${describeValue(edtf)}`;
  try {
    return bounds(edtf);
  } catch (error) {
    return (error as Error).message;
  }
}

/** What is wrong with a date: its days are those that its EDTF allows. */
export function faultsOfDate(date: Readonly<Record<string, unknown>>): string[] {
  const { edtf, earliest, latest } = date;
  const faults = faultsOfDays(date);
  if (faults.length > 0) return faults;
  const hasDays = earliest !== undefined || latest !== undefined;
  if (edtf === undefined || edtf === null)
    return typeof earliest === "string" || typeof latest === "string"
      ? []
      : ["it has no day; write edtf, or earliest and latest"];
  const days = readEdtf(edtf);
  if (typeof days === "string") return [days];
  const isSame = (earliest ?? null) === days.earliest && (latest ?? null) === days.latest;
  if (!hasDays || isSame) return [];
  const expected = `earliest ${String(days.earliest)}, latest ${String(days.latest)}`;
  return [`"${edtf as string}" allows ${expected}; correct them or leave them out`];
}

/** The EDTF of two days, of which one may be open. */
function edtfOf(earliest: unknown, latest: unknown): string | undefined {
  const ends = [earliest, latest].map((end) => (typeof end === "string" ? end : ".."));
  if (ends[0] === "..") return ends[1] === ".." ? undefined : ends.join("/");
  return ends[0] === ends[1] ? ends[0] : ends.join("/");
}

/** A date with its days when only its EDTF is given, and with its EDTF when only its days are. */
export function withDays(date: unknown): unknown {
  if (!isPlainObject(date)) return date;
  const { earliest, latest } = date;
  if (earliest !== undefined || latest !== undefined) {
    const edtf = isStated(date.edtf) ? undefined : edtfOf(earliest, latest);
    return edtf === undefined ? date : { ...date, edtf };
  }
  const days = readEdtf(date.edtf);
  return typeof days === "string" ? date : { ...date, ...days };
}

/** Checks a record against the shape of its kind, and collects what is wrong. */
class ShapeChecker {
  readonly problems: ValueProblem[] = [];
  readonly #rules: StrictRules | undefined;

  constructor(rules: StrictRules | undefined) {
    this.#rules = rules;
  }

  #report(path: string, message: string): void {
    this.problems.push({ path, message });
  }

  value(value: unknown, shape: ValueShape, path: string): void {
    // null, like a missing member, says that it is not stated
    if (value === undefined || value === null) return;
    if (shape.is === "list") this.#list(value, shape.of, path);
    else if (shape.is === "object") this.#object(value, shape, path);
    else if (shape.is === "number" || shape.is === "boolean")
      this.#type(value, shape.is, `a ${shape.is}`, path);
    else if (shape.is !== "anything") this.#text(value, shape, path);
  }

  #type(value: unknown, type: string, name: string, path: string): void {
    if (typeof value !== type) this.#report(path, `expects ${name}, not ${describeValue(value)}`);
  }

  #text(value: unknown, shape: ValueShape, path: string): void {
    this.#type(value, "string", "text", path);
    if (typeof value !== "string" || this.#rules === undefined) return;
    if (shape.is === "term" && !shape.terms.includes(value)) {
      const remedy = didYouMean(value, shape.terms) || `; it is one of ${shape.terms.join(", ")}`;
      this.#report(path, `no term ${describeValue(value)}${remedy}`);
    }
    if (shape.is === "id" && !this.#rules.isKnown(value, shape.of)) {
      const suggestion = didYouMean(value, this.#rules.idsOf(shape.of));
      const remedy = suggestion || `; add the record, or name the id in outside`;
      const withdrawal = describeWithdrawal(value, this.#rules.withdrawn);
      this.#report(path, withdrawal || `no record ${describeValue(value)}${remedy}`);
    }
  }

  #list(value: unknown, of: ValueShape, path: string): void {
    if (isList(value))
      value.forEach((item, i) => {
        this.value(item, of, `${path}.${i}`);
      });
    else this.#report(path, `expects a list, not ${describeValue(value)}`);
  }

  #object(value: unknown, shape: MembersShape, path: string): void {
    if (!isPlainObject(value)) {
      this.#report(path, `expects an object, not ${describeValue(value)}`);
      return;
    }
    if (shape.name === "EventDate")
      for (const fault of faultsOfDate(value)) this.#report(path, fault);
    this.members(value, shape, path);
  }

  members(object: Readonly<Record<string, unknown>>, shape: MembersShape, path: string): void {
    const prefix = path === "" ? "" : `${path}.`;
    for (const [name, member] of Object.entries(shape.members))
      if (Object.hasOwn(object, name)) this.value(object[name], member, `${prefix}${name}`);
    const isPassage = shape.name === "Evidence" || shape.name === "TextQuote";
    if (this.#rules === undefined && !isPassage) return;
    // what quotes a passage needs its words and its source, whatever else is left out
    const required = this.#rules ? shape.required : ["source", "quote", "exact"];
    for (const name of required)
      if (Object.hasOwn(shape.members, name) && (object[name] ?? undefined) === undefined)
        this.#report(`${prefix}${name}`, "is missing");
  }
}

/**
 * What is wrong with a record: values of another type, dates that the calendar or their EDTF does
 * not allow; by the strict rules also unknown terms and ids, and what is missing.
 */
export function faultsOfRecord(
  kind: Kind,
  record: Readonly<Record<string, unknown>>,
  rules?: StrictRules,
): ValueProblem[] {
  const checker = new ShapeChecker(rules);
  checker.members(record, shapesOfKind[kind], "");
  if (record.kind !== undefined && record.kind !== null && record.kind !== kind)
    checker.problems.push({
      path: "kind",
      message: `expects "${kind}", not ${describeValue(record.kind)}`,
    });
  return checker.problems;
}
