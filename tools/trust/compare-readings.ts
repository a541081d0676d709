/** How far the third reading and the records agree: claims found, each code, relations. */
import { existsSync, readFileSync } from "node:fs";
import { sources } from "baku-moscow";
import type { FoundFigures } from "../../curation/trust-figures.ts";
import { align, type Pair } from "./align.ts";
import { alphaOf, masi, nominal, shareOf, type Distance, type Estimate } from "./statistics.ts";
import { readCompared, readThird, type Codes, type ReadClaim } from "./third-reading.ts";

/** How one code agrees, in one article or in all. */
export interface CodeFigures {
  readonly variable: keyof Codes;
  readonly measure: "nominal" | "MASI";
  readonly source: string;
  /** Claims that both readings found. */
  readonly claims: number;
  /** Share of these in which both gave the very same code or set of codes. */
  readonly same: Estimate;
  /** Krippendorff's alpha; null where both gave one code only, so that chance explains all. */
  readonly alpha: Estimate | null;
}

/** The two readings of one article. */
interface Comparison {
  readonly source: string;
  readonly records: readonly ReadClaim[];
  readonly reader: readonly ReadClaim[];
  readonly pairs: readonly Pair<ReadClaim, ReadClaim>[];
}

const variables: readonly (readonly [keyof Codes, CodeFigures["measure"], Distance])[] = [
  ["speakers", "MASI", masi],
  ["basis", "MASI", masi],
  ["mode", "nominal", nominal],
  ["speechAct", "nominal", nominal],
  ["topics", "MASI", masi],
  ["about", "MASI", masi],
  ["targets", "MASI", masi],
  ["addressees", "MASI", masi],
  ["citing", "MASI", masi],
  ["occasion", "nominal", nominal],
  ["day", "nominal", nominal],
];

/**
 * Both readings of each article.
 *
 * @param readRecords - The claims of the records: those of the day of the reading, if not given.
 */
export function compareAll(readRecords = readCompared): Comparison[] {
  return [...sources].flatMap(({ id: source, seed }) => {
    // a source that was added after the reading has none
    if (seed === undefined || !existsSync(`readings/third/${source}.json`)) return [];
    const text = readFileSync(seed.file, "utf8");
    const [records, reader] = [readRecords(source), readThird(source)];
    return [{ source, records, reader, pairs: align(text, records, reader, ({ claim }) => claim) }];
  });
}

function pairsOf(comparisons: readonly Comparison[]) {
  return comparisons.flatMap(({ pairs }) => pairs);
}

/** A day of the records that a page gives, and not the article, cannot be read in the article. */
function isComparable(variable: keyof Codes, { first }: Pair<ReadClaim, ReadClaim>): boolean {
  return variable !== "day" || first.codes.day.length > 0;
}

function figuresOf(source: string, comparisons: readonly Comparison[]): CodeFigures[] {
  return variables.map(([variable, measure, distance]) => {
    const pairs = pairsOf(comparisons).filter((pair) => isComparable(variable, pair));
    const units = pairs.map(
      ({ first, second }) => [first.codes[variable], second.codes[variable]] as const,
    );
    const same = units.filter(([a, b]) => a.join() === b.join()).length;
    const alpha = alphaOf(units, distance);
    return {
      variable,
      measure,
      source,
      claims: units.length,
      same: shareOf(same, units.length),
      alpha: Number.isNaN(alpha.value) ? null : alpha,
    };
  });
}

function foundOf(source: string, records: number, reader: number, both: number): FoundFigures {
  const [recall, precision] = [shareOf(both, records), shareOf(both, reader)];
  return { source, records, reader, both, recall, precision };
}

function claimsFound(source: string, comparisons: readonly Comparison[]): FoundFigures {
  const sum = (key: "records" | "reader" | "pairs") =>
    comparisons.reduce((total, comparison) => total + comparison[key].length, 0);
  return foundOf(source, sum("records"), sum("reader"), sum("pairs"));
}

/** The relations between claims that both readings found, as "from type to" of the records. */
function relationsOf({ pairs }: Comparison, side: "first" | "second"): Set<string> {
  const ids = new Map(pairs.map((pair) => [pair[side].id, pair.first.id]));
  return new Set(
    pairs.flatMap((pair) =>
      pair[side].relations.flatMap(({ type, to }) => {
        const target = ids.get(to);
        return target === undefined ? [] : [`${pair.first.id} ${type} ${target}`];
      }),
    ),
  );
}

function relationsFound(source: string, comparisons: readonly Comparison[]): FoundFigures {
  const sets = comparisons.map((comparison) => ({
    records: relationsOf(comparison, "first"),
    reader: relationsOf(comparison, "second"),
  }));
  const sum = (count: (set: (typeof sets)[number]) => number) =>
    sets.reduce((total, set) => total + count(set), 0);
  return foundOf(
    source,
    sum(({ records }) => records.size),
    sum(({ reader }) => reader.size),
    sum(({ records, reader }) => [...records].filter((relation) => reader.has(relation)).length),
  );
}

/** For each article and for all. */
function bySource<Figures>(
  comparisons: readonly Comparison[],
  use: (source: string, some: readonly Comparison[]) => Figures,
): Figures[] {
  return [
    use("all", comparisons),
    ...comparisons.map((comparison) => use(comparison.source, [comparison])),
  ];
}

/** What the third reading measures. */
export function readingFigures() {
  const comparisons = compareAll();
  return {
    claims: bySource(comparisons, claimsFound),
    codes: bySource(comparisons, figuresOf).flat(),
    relations: bySource(comparisons, relationsFound),
  };
}
