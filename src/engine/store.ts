/**
 * Records in order, and which of them conditions hold for. A question is answered by a scan while that is cheaper; a field
 * is indexed when the scans of it have cost as much as its index would. Nothing is built before it is asked for, and what
 * is built is never changed.
 *
 * Costs: a scan looks at each record. With indexes a question costs the shortest list among its conditions, cut down to the
 * days that are asked for, and for each of its records a look at one bit, or a gallop, in each other list. A page costs no
 * more than it takes to fill it.
 */
import { testOf, type Condition, type Row } from "./condition.ts";
import { never, toDays, type Days } from "./days.ts";
import { lowerBound, toBits, toPostings, type Bits, type List, type Postings } from "./postings.ts";

/** Which of the records, and in which order. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
  readonly newest: boolean;
}

/** Records that can be asked. */
export interface Store {
  readonly rows: readonly Row[];
  /** Those for which all conditions hold: a page of them, in order. */
  select(conditions: readonly Condition[], page: Page): Row[];
  /** The places of all those for which the conditions hold, ascending. */
  ordinals(conditions: readonly Condition[]): Uint32Array;
  /** How many those are. */
  count(conditions: readonly Condition[]): number;
  /** The index of a field, or undefined while it is cheaper to look at so many records. */
  postingsOf(field: string, key: string | undefined, looks: number): Postings | undefined;
  /** The days of a date field, or undefined while it is cheaper to look at so many records. */
  daysOf(field: string, looks: number): Days | undefined;
}

/** Narrows ascending candidates, those of `source` from `from` up to `to`: writes those that it keeps to the front of `into`, and says how many. */
type Sieve = (source: Uint32Array, from: number, to: number, into: Uint32Array) => number;

/** Below so many records a scan is always cheaper. */
const small = 500;
/** So many looks at the field of a record cost as much as to index it. */
const price = 4;

/** Keeps those whose bit is set, or with `not` those whose bit is not; without a branch. */
const byBits =
  (bits: Bits, not: boolean): Sieve =>
  (source, from, to, into) => {
    const flip = +not;
    let kept = 0;
    for (let i = from; i < to; i++) {
      const o = source[i]!;
      into[kept] = o;
      kept += ((bits[o >>> 5]! >>> o) & 1) ^ flip;
    }
    return kept;
  };
/** Keeps those that stand in another list, which is galloped through. */
const byList =
  ({ all, from: start, to: end }: List): Sieve =>
  (source, from, to, into) => {
    let kept = 0;
    for (let i = from, at = start; i < to && at < end; i++) {
      const o = source[i]!;
      let step = 1;
      while (at + step < end && all[at + step]! < o) step *= 2;
      at = lowerBound(all, o, at, Math.min(end, at + step + 1));
      if (at < end && all[at] === o) into[kept++] = o;
    }
    return kept;
  };
const byTest =
  (keep: (ordinal: number) => boolean): Sieve =>
  (source, from, to, into) => {
    let kept = 0;
    for (let i = from; i < to; i++) if (keep(source[i]!)) into[kept++] = source[i]!;
    return kept;
  };

/**
 * A store of records.
 *
 * @param rows - The records, in their order.
 * @param orderedBy - The date field by which `newest` goes.
 */
export function toStore(rows: readonly Row[], orderedBy: string): Store {
  const size = rows.length;
  const paid = new Map<string, number>();
  const indexes = new Map<string, unknown>();
  const indexed = <Index>(field: string, looks: number, build: () => Index): Index | undefined => {
    let index = indexes.get(field) as Index | undefined;
    if (index || size < small) return index;
    const before = paid.get(field) ?? 0;
    paid.set(field, before + looks);
    if (before >= price * size) indexes.set(field, (index = build()));
    return index;
  };
  const postingsOf = (field: string, key: string | undefined, looks: number) => indexed(field, looks, () => toPostings(rows, field, key));
  const daysOf = (field: string, looks: number) => indexed(field, looks, () => toDays(rows, field));

  /** What the conditions come to: candidates from `low` up to `high`, of the shortest list if there is one, and sieves for the rest. */
  interface Plan {
    low: number;
    high: number;
    driver: List | undefined;
    readonly sieves: Sieve[];
  }
  function plan(conditions: readonly Condition[]): Plan {
    const planned: Plan = { low: 0, high: size, driver: undefined, sieves: [] };
    const { sieves } = planned;
    const tests: Sieve[] = [];
    const lists: List[] = [];
    for (const condition of conditions) {
      const postings = "key" in condition ? postingsOf(condition.field, condition.key, size) : undefined;
      const days = "from" in condition ? daysOf(condition.field, size) : undefined;
      const interval = "from" in condition ? days?.interval(condition.from, condition.to, condition.certain) : undefined;
      if (interval) {
        planned.low = Math.max(planned.low, interval.low);
        planned.high = Math.min(planned.high, interval.high);
        const { least, most } = interval;
        const { latest } = days!;
        if (least > -never || most < never) sieves.push(byTest((o) => latest[o]! >= least && latest[o]! <= most));
      } else if (postings && "groups" in condition) {
        const { groups, missing, not } = condition;
        for (const group of groups) {
          const values = missing || not ? [...group, undefined] : group;
          if (!not && values.length === 1) lists.push(postings.of(values[0]));
          else {
            const bits = new Uint32Array((size + 31) >>> 5);
            for (const value of values) toBits(postings.of(value), size, bits);
            sieves.push(byBits(bits, not));
          }
        }
      } else {
        const test = testOf(condition);
        tests.push(byTest((o) => test(rows[o]!)));
      }
    }
    for (const list of lists) {
      narrow(list, planned.low, planned.high);
      const { driver } = planned;
      let other: List | undefined = list;
      if (!driver || list.to - list.from < driver.to - driver.from) [planned.driver, other] = [list, driver];
      if (other) sieves.push(other.bits ? byBits(other.bits(), false) : byList(other));
    }
    sieves.push(...tests);
    return planned;
  }
  /** Cuts a list down to the ordinals from `low` up to `high`. */
  const narrow = (list: List, low: number, high: number) => {
    list.from = lowerBound(list.all, low, list.from, list.to);
    list.to = lowerBound(list.all, high, list.from, list.to);
  };

  let scratch = new Uint32Array(small);
  /**
   * Sieves the candidates from `low` up to `high` in pieces, from the front or, where the keys of the order are given, from
   * the back; a piece is whole days then. It goes on until `take` says no, which must not keep the array that it is given.
   */
  function walk(
    { driver, sieves }: Plan,
    low: number,
    high: number,
    piece: number,
    key: Int32Array | undefined,
    take: (kept: Uint32Array, from: number, to: number) => boolean,
  ): boolean {
    const list = driver && { ...driver };
    if (list) narrow(list, low, high);
    const first = list ? list.from : low;
    const last = Math.max(first, list ? list.to : high);
    const dayAt = (at: number) => key![list ? list.all[at]! : at];
    for (let done = 0; done < last - first;) {
      let from = key ? Math.max(first, last - done - piece) : first + done;
      let to = key ? last - done : Math.min(last, from + piece);
      while (key && from > first && dayAt(from - 1) === dayAt(from)) from--;
      done += to - from;
      if (to - from > scratch.length) scratch = new Uint32Array(to - from);
      const into = scratch;
      let source = list?.all ?? into;
      if (!list) {
        for (let i = from; i < to; i++) into[i - from] = i;
        [from, to] = [0, to - from];
      }
      for (const sieve of sieves) {
        to = sieve(source, from, to, into);
        [source, from] = [into, 0];
      }
      if (!take(source, from, to)) return false;
    }
    return true;
  }

  function all(planned: Plan): Uint32Array {
    let found: Uint32Array = new Uint32Array(0);
    walk(planned, planned.low, planned.high, Infinity, undefined, (kept, from, to) => ((found = kept.slice(from, to)), true));
    return found;
  }

  const dayOf = (row: Row): string => {
    const date = row[orderedBy] as { readonly earliest: string | null; readonly latest: string | null } | undefined;
    return date?.earliest ?? date?.latest ?? "";
  };
  /** Latest first, undated last; among equals the order stays. */
  const newestFirst = (some: readonly Row[]): readonly Row[] =>
    [...some].sort((a, b) => (dayOf(a) > dayOf(b) ? -1 : dayOf(a) < dayOf(b) ? 1 : 0));

  return {
    rows,
    postingsOf,
    daysOf,
    ordinals: (conditions) => all(plan(conditions)),
    count(conditions) {
      const planned = plan(conditions);
      const { low, high, driver, sieves } = planned;
      return sieves.length > 0 ? all(planned).length : driver ? driver.to - driver.from : Math.max(0, high - low);
    },
    select(conditions, { limit, offset, newest }) {
      const found: Row[] = [];
      const end = offset + limit;
      let seen = 0;
      if (size < small) {
        // few records: their tests alone
        const tests = conditions.map(testOf);
        return (newest ? newestFirst(rows) : rows).filter((row) => tests.every((test) => test(row))).slice(offset, end);
      }
      const planned = plan(conditions);
      const { low, high } = planned;
      const piece = Math.max(256, end);
      const forwards = (kept: Uint32Array, from: number, to: number): boolean => {
        const until = Math.min(to, from + end - seen);
        let i = from + Math.max(0, offset - seen);
        let at = found.length;
        if (until - i > 99) found.length += until - i;
        while (i < until) found[at++] = rows[kept[i++]!]!;
        seen += to - from;
        return seen < end;
      };
      const days = newest ? daysOf(orderedBy, size) : undefined;
      if (!newest) walk(planned, low, high, piece, undefined, forwards);
      else if (!days?.sorted) return newestFirst(Array.from(all(planned), (o) => rows[o]!)).slice(offset, end);
      else {
        const { earliest: key, dated } = days;
        const backwards = (kept: Uint32Array, from: number, to: number): boolean => {
          for (let last = to; last > from;) {
            let first = last - 1;
            while (first > from && key[kept[first - 1]!] === key[kept[first]!]) first--;
            if (!forwards(kept, first, last)) return false;
            last = first;
          }
          return true;
        };
        if (walk(planned, low, Math.min(high, dated), piece, key, backwards))
          walk(planned, Math.max(low, dated), high, piece, undefined, forwards);
      }
      return found;
    },
  };
}
