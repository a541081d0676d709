/**
 * Records in order, and which of them conditions hold for. A question is answered by a scan while that is cheaper; a field
 * is indexed when the scans of it have cost as much as its index would. Nothing is built before it is asked for, and no
 * answer depends on what is built.
 *
 * Costs: a scan looks at each record. With indexes a question costs the shortest list among its conditions of one value, else the
 * records of the days that are asked for, and for each of those a look at one bit, or a search, for each other condition. A condition
 * of several values, of none or of `not` first costs all its lists and a bit a record; several values that come as the same array have a
 * list of their own from the second time on. A page is filled in pieces of 256 records or more, but where nothing narrows the candidates:
 * that is one copy. The newest need the index of the days, and order by it. Beside the indexes, once needed: 4 bytes a record for the list
 * of all of them, and room for the candidates of the largest question so far.
 */
import { never } from "../date.ts";
import { testOf, type Condition, type DateSpan, type Row } from "./condition.ts";
import { toDays, type Days } from "./days.ts";
import { bitsOf, lowerBound, rowsAt, rowsOf, toPostings, type Bits, type List, type Postings } from "./postings.ts";

/** Records that can be asked. */
export interface Store {
  readonly rows: readonly Row[];
  /** Those for which all conditions hold, in order, without `offset` of them and at most `limit`. */
  select(conditions: readonly Condition[], limit: number, offset: number, newest: boolean): Row[];
  /** The places of all those for which the conditions hold, ascending. */
  ordinals(conditions: readonly Condition[]): Uint32Array;
  /** How many those are. */
  count(conditions: readonly Condition[]): number;
  /** Pays for so many looks at a field: its index, or undefined while looks are cheaper. A field always has the same key. */
  postingsOf(field: string, key: string | undefined, looks: number): Postings | undefined;
  /** The same for the days of a date field. */
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
/** Keeps those that stand in another list, by a search in what is left of it. */
const byList =
  ({ all, from: start, to: end }: List): Sieve =>
  (source, from, to, into) => {
    let kept = 0;
    for (let i = from, at = start; i < to && at < end; i++) {
      const o = source[i]!;
      at = lowerBound(all, o, at, end);
      if (at < end && all[at] === o) into[kept++] = o;
    }
    return kept;
  };
/** Keeps those whose day lies between two. */
const byDay =
  (days: Uint32Array, least: number, most: number): Sieve =>
  (source, from, to, into) => {
    let kept = 0;
    for (let i = from; i < to; i++) {
      const o = source[i]!;
      if (days[o]! >= least && days[o]! <= most) into[kept++] = o;
    }
    return kept;
  };
/** Keeps those that pass a test of the record. */
const byTest =
  (rows: readonly Row[], test: (row: Row) => boolean): Sieve =>
  (source, from, to, into) => {
    let kept = 0;
    for (let i = from; i < to; i++) if (test(rows[source[i]!]!)) into[kept++] = source[i]!;
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
  /** The index of each field, or how many looks have been paid for it. */
  const indexes = new Map<string, object | number>();
  const indexed = <Index extends object>(
    build: (rows: readonly Row[], field: string, key: string | undefined) => Index,
    field: string,
    key: string | undefined,
    looks: number,
  ): Index | undefined => {
    let index = indexes.get(field) ?? 0;
    if (typeof index === "number" && size >= small)
      indexes.set(field, (index = index >= price * size ? build(rows, field, key) : index + looks));
    return typeof index === "number" ? undefined : (index as Index);
  };
  const postingsOf = (field: string, key: string | undefined, looks: number) => indexed(toPostings, field, key, looks);
  const daysOf = (field: string, looks: number) => indexed(toDays, field, undefined, looks);

  let everything: Uint32Array | undefined;
  /** What conditions come to: candidates, those of the list, or of all records, from `from` up to `to`, and sieves for them. */
  interface Plan {
    readonly list: List | undefined;
    readonly from: number;
    readonly to: number;
    readonly sieves: readonly Sieve[];
  }
  const candidates = ({ list }: Plan): Uint32Array => list?.all ?? (everything ??= Uint32Array.from(rows.keys()));
  function plan(conditions: readonly Condition[]): Plan {
    let low = 0;
    let high = size;
    let shortest: List | undefined;
    const sieves: Sieve[] = [];
    let tests: Sieve[] | undefined;
    for (const condition of conditions) {
      if ("groups" in condition) {
        const { field, key, groups, missing, not } = condition;
        const postings = postingsOf(field, key, size);
        if (postings) {
          for (const group of groups) {
            const values = missing || not ? [...group, undefined] : group;
            let list = not ? undefined : values.length === 1 ? postings.of(values[0]) : postings.union(values);
            if (list) {
              if (!shortest || list.to - list.from < shortest.to - shortest.from) [shortest, list] = [list, shortest];
              const bits = list && bitsOf(list, size);
              if (list) sieves.push(bits ? byBits(bits, false) : byList(list));
            } else sieves.push(byBits(postings.bitsOf(values), not));
          }
          continue;
        }
      } else if ("first" in condition) {
        const { field, first, last, certain } = condition;
        const days = daysOf(field, size);
        if (days?.sorted) {
          const { earliest, latest, reach, dated } = days;
          const end = lowerBound(earliest, last + 1, low, Math.min(high, dated));
          high = end;
          const begin = lowerBound(earliest, first, low, end);
          low = certain || begin === low || reach[begin - 1]! < first ? begin : lowerBound(reach, first, low, begin);
          if (certain ? end > low && reach[end - 1]! > last : low < begin)
            sieves.push(byDay(latest, certain ? 0 : first, certain ? last : never));
          continue;
        }
      }
      (tests ??= []).push(byTest(rows, testOf(condition)));
    }
    let from = low;
    let to = high;
    if (shortest) {
      from = lowerBound(shortest.all, low, shortest.from, shortest.to);
      to = lowerBound(shortest.all, high, from, shortest.to);
    }
    return { list: shortest, from, to, sieves: tests ? [...sieves, ...tests] : sieves };
  }

  const none = new Uint32Array(0);
  let spare = none;
  /**
   * Sieves the candidates in pieces, from the front or, where the keys of the order are given, from the back; a piece is
   * whole days then. It goes on until `take` says no, which must not keep the array that it is given.
   */
  function walk(
    planned: Plan,
    first: number,
    last: number,
    piece: number,
    key: Uint32Array | undefined,
    take: (kept: Uint32Array, from: number, to: number) => boolean,
  ): boolean {
    const all = candidates(planned);
    const { sieves } = planned;
    // a test may ask this store itself: while this walk lasts the room is its own
    let into = spare;
    spare = none;
    let going = true;
    while (going && first < last) {
      let from = key ? Math.max(first, last - piece) : first;
      let to = key ? last : Math.min(last, first + piece);
      if (key) {
        while (from > first && key[all[from - 1]!] === key[all[from]!]) from--;
        last = from;
      } else first = to;
      if (to - from > into.length && sieves.length > 0) into = new Uint32Array(to - from);
      let source = all;
      for (const sieve of sieves) {
        to = sieve(source, from, to, into);
        source = into;
        from = 0;
      }
      going = take(source, from, to);
    }
    spare = into;
    return going;
  }
  function ordinalsOf(planned: Plan): Uint32Array {
    let found = none;
    walk(planned, planned.from, planned.to, Infinity, undefined, (kept, from, to) => ((found = kept.slice(from, to)), true));
    return found;
  }

  /** From `offset` up to `end` of what was planned; newest first where the days are given. */
  function page(planned: Plan, offset: number, end: number, days: Days | undefined): Row[] {
    const { list, from: first, to: last } = planned;
    if (!days && planned.sieves.length === 0) {
      const start = first + offset;
      const stop = Math.max(start, Math.min(last, first + end));
      if (!list) return rows.slice(start, stop);
      return rowsOf(list, rows, stop - start)?.slice(start - list.from, stop - list.from) ?? rowsAt(rows, list.all, start, stop);
    }
    const piece = Math.max(256, end);
    let found: Row[] | undefined;
    let seen = 0;
    const forwards = (kept: Uint32Array, from: number, to: number): boolean => {
      let i = from + Math.max(0, offset - seen);
      const until = Math.min(to, from + end - seen);
      if (found) for (; i < until; i++) found.push(rows[kept[i]!]!);
      else found = rowsAt(rows, kept, i, until);
      seen += to - from;
      return seen < end;
    };
    if (!days) walk(planned, first, last, piece, undefined, forwards);
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
      const split = Math.max(first, lowerBound(candidates(planned), dated, first, last));
      if (walk(planned, first, split, piece, key, backwards)) walk(planned, split, last, piece, undefined, forwards);
    }
    return found ?? [];
  }
  const dayOf = (row: Row): string => {
    const date = row[orderedBy] as DateSpan | undefined;
    return date?.earliest ?? date?.latest ?? "";
  };
  /** Latest first, undated last; among equals the order stays. */
  const newestFirst = (some: readonly Row[]): readonly Row[] => [...some].sort((a, b) => +(dayOf(a) < dayOf(b)) - +(dayOf(a) > dayOf(b)));

  return {
    rows,
    postingsOf,
    daysOf,
    ordinals: (conditions) => ordinalsOf(plan(conditions)),
    count(conditions) {
      const planned = plan(conditions);
      return planned.sieves.length > 0 ? ordinalsOf(planned).length : Math.max(0, planned.to - planned.from);
    },
    select(conditions, limit, offset, newest) {
      const end = offset + limit;
      const days = newest ? daysOf(orderedBy, size) : undefined;
      if (size >= small && (days?.sorted || !newest)) return page(plan(conditions), offset, end, days);
      // few records: their tests alone; or the newest before the days are indexed
      const found =
        size < small ? conditions.map(testOf).reduce((some, test) => some.filter(test), rows) : rowsAt(rows, ordinalsOf(plan(conditions)));
      return (newest ? newestFirst(found) : found).slice(offset, end);
    },
  };
}
