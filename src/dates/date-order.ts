/** The order of records by date: the one rule for collections, timelines and the compiled data. */

/** A date, as far as its place in the order needs it. */
export interface DateSpan {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/**
 * The day by which a date is sorted: its earliest day, or its latest one when its start is open.
 */
export function sortDay(date: DateSpan | null | undefined): string | undefined {
  return date?.earliest ?? date?.latest ?? undefined;
}

/** Compares two texts for sorting; undefined comes last. */
export function compareText(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -1 : 1;
}

/** Records by their day, earliest first, undated last. Records of the same day keep their order. */
export function oldestFirst<Entry>(
  records: readonly Entry[],
  dateOf: (record: Entry) => DateSpan | null | undefined,
): Entry[] {
  return [...records].sort((a, b) => compareText(sortDay(dateOf(a)), sortDay(dateOf(b))));
}

/** Records by their day, latest first, undated last. Records of the same day keep their order. */
export function newestFirst<Entry>(
  records: readonly Entry[],
  dateOf: (record: Entry) => DateSpan | null | undefined,
): Entry[] {
  return [...records].sort((a, b) => {
    const [first, second] = [sortDay(dateOf(a)), sortDay(dateOf(b))];
    const isUndated = first === undefined || second === undefined;
    return isUndated ? compareText(first, second) : compareText(second, first);
  });
}
