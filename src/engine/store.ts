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
import { lowerBound, toBits, toPostings, type Bits, type Postings } from "./postings.ts";

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

/** Narrows ascending candidates: writes those that it keeps to the front of `into`, and says how many. */
type Sieve = (from: Uint32Array, count: number, into: Uint32Array) => number;

/** Below so many records a scan is always cheaper. */
const small = 500;
/** So many looks at the field of a record cost as much as to index it. */
const price = 4;

/** The numbers of an ascending list from `low` up to `high`. */
const between = (list: Uint32Array, low: number, high: number): Uint32Array => {
  const start = lowerBound(list, low);
  return list.subarray(start, lowerBound(list, high, start));
};

/** Keeps those whose bit is set, or with `not` those whose bit is not; without a branch. */
const byBits =
  (bits: Bits, not: 0 | 1): Sieve =>
  (from, count, into) => {
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const o = from[i]!;
      into[kept] = o;
      kept += ((bits[o >>> 5]! >>> o) & 1) ^ not;
    }
    return kept;
  };
/** Keeps those that stand in another list, which is galloped through. */
const byList =
  (list: Uint32Array): Sieve =>
  (from, count, into) => {
    let kept = 0;
    for (let i = 0, at = 0; i < count && at < list.length; i++) {
      const o = from[i]!;
      let step = 1;
      while (at + step < list.length && list[at + step]! < o) step *= 2;
      at = lowerBound(list, o, at, Math.min(list.length, at + step + 1));
      if (list[at] === o) into[kept++] = o;
    }
    return kept;
  };
const byTest =
  (keep: (ordinal: number) => boolean): Sieve =>
  (from, count, into) => {
    let kept = 0;
    for (let i = 0; i < count; i++) if (keep(from[i]!)) into[kept++] = from[i]!;
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
  const daysOf = (field: string, looks: number) => indexed(`${field} (days)`, looks, () => toDays(rows, field));

  /** What the conditions come to: candidates from `low` up to `high`, of the shortest list if there is one, and sieves for the rest. */
  function plan(conditions: readonly Condition[]): { low: number; high: number; driver: Uint32Array | undefined; sieves: Sieve[] } {
    let [low, high] = [0, size];
    const lists: (readonly [list: Uint32Array, bits: Bits | undefined])[] = [];
    const sieves: Sieve[] = [];
    const tests: Sieve[] = [];
    const hold = (postings: Postings, values: readonly unknown[]) => {
      if (values.length === 1) lists.push([postings.of(values[0]), postings.bitsOf(values[0])]);
      else sieves.push(byBits(union(postings, values), 0));
    };
    const union = (postings: Postings, values: readonly unknown[]): Bits => {
      const bits = new Uint32Array((size + 31) >>> 5);
      for (const value of values) toBits(postings.of(value), size, bits);
      return bits;
    };
    for (const condition of conditions) {
      const postings = "key" in condition ? postingsOf(condition.field, condition.key, size) : undefined;
      const days = "from" in condition ? daysOf(condition.field, size) : undefined;
      const interval = "from" in condition ? days?.interval(condition.from, condition.to, condition.certain) : undefined;
      if (interval) {
        low = Math.max(low, interval.low);
        high = Math.min(high, interval.high);
        const { least, most } = interval;
        const { latest } = days!;
        if (least > -never || most < never) sieves.push(byTest((o) => latest[o]! >= least && latest[o]! <= most));
      } else if (postings && "all" in condition) for (const group of condition.all) hold(postings, group);
      else if (postings && "any" in condition) {
        if (condition.not) sieves.push(byBits(union(postings, [...condition.any, undefined]), 1));
        else hold(postings, condition.missing ? [...condition.any, undefined] : condition.any);
      } else {
        const test = testOf(condition);
        tests.push(byTest((o) => test(rows[o]!)));
      }
    }
    high = Math.max(low, high);
    const [first, ...others] = lists
      .map(([list, bits]) => [between(list, low, high), bits] as const)
      .sort(([a], [b]) => a.length - b.length);
    return {
      low,
      high,
      driver: first?.[0],
      sieves: [...others.map(([list, bits]) => (bits ? byBits(bits, 0) : byList(list))), ...sieves, ...tests],
    };
  }

  /**
   * Sieves the candidates from `low` up to `high` in pieces, from the front or, where the keys of the order are given, from
   * the back; a piece is whole days then. It goes on until `take` says no.
   */
  function walk(
    { driver, sieves }: ReturnType<typeof plan>,
    low: number,
    high: number,
    piece: number,
    key: Int32Array | undefined,
    take: (kept: Uint32Array) => boolean,
  ): boolean {
    const list = driver && between(driver, low, high);
    const total = list ? list.length : high - low;
    for (let done = 0; done < total;) {
      let start = key ? Math.max(0, total - done - piece) : done;
      const end = key ? total - done : Math.min(total, done + piece);
      const dayAt = (at: number) => key![list ? list[at]! : low + at];
      while (key && start > 0 && dayAt(start - 1) === dayAt(start)) start--;
      let count = end - start;
      const into = new Uint32Array(count);
      let from = list ? list.subarray(start, end) : into;
      if (!list) for (let i = 0; i < count; i++) into[i] = low + start + i;
      done += count;
      for (const sieve of sieves) {
        count = sieve(from, count, into);
        from = into;
      }
      if (!take(from.subarray(0, count))) return false;
    }
    return true;
  }

  function all(planned: ReturnType<typeof plan>): Uint32Array {
    let found = new Uint32Array(0) as Uint32Array;
    walk(planned, planned.low, planned.high, Infinity, undefined, (kept) => ((found = kept), true));
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
      return sieves.length > 0 ? all(planned).length : driver ? driver.length : high - low;
    },
    select(conditions, { limit, offset, newest }) {
      const found: Row[] = [];
      const end = offset + limit;
      let seen = 0;
      const add = (row: Row): boolean => {
        if (seen++ >= offset && seen <= end) found.push(row);
        return seen < end;
      };
      if (size < small) {
        const tests = conditions.map(testOf);
        const ordered = newest ? newestFirst(rows) : rows;
        for (let i = 0; i < size && seen < end; i++) {
          let t = 0;
          while (t < tests.length && tests[t]!(ordered[i]!)) t++;
          if (t === tests.length) add(ordered[i]!);
        }
        return found;
      }
      if (limit === 0) return found;
      const planned = plan(conditions);
      const { low, high } = planned;
      const piece = Math.max(256, end);
      const forwards = (kept: Uint32Array): boolean => {
        for (let i = 0; i < kept.length; i++) if (!add(rows[kept[i]!]!)) return false;
        return true;
      };
      const days = newest ? daysOf(orderedBy, size) : undefined;
      if (!newest) walk(planned, low, high, piece, undefined, forwards);
      else if (!days?.sorted) newestFirst(Array.from(all(planned), (o) => rows[o]!)).every(add);
      else {
        const { key, dated } = days;
        const backwards = (kept: Uint32Array): boolean => {
          for (let last = kept.length; last > 0;) {
            let first = last - 1;
            while (first > 0 && key[kept[first - 1]!] === key[kept[first]!]) first--;
            if (!forwards(kept.subarray(first, last))) return false;
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
