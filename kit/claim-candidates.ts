/**
 * Imported claims as candidates for curators: entries of data/statements/SOURCE-ID.yaml, in the
 * form of `npm run draft`.
 *
 * Words count only where the article has them letter for letter. What another tool says of a claim
 * stays a comment, because only a reader of the article can decide it.
 */
import { describeNearestPassage, intendedWords } from "../curation/locate/nearest-passage.ts";
import { occurrences, SeedText, type Span } from "../curation/locate/seed-text.ts";
import { shorten } from "../curation/problem.ts";
import { passageLimit } from "../src/schema/evidence.ts";
import { toVisible } from "../src/text/visible.ts";
import { candidateLines, toScalar } from "./candidate.ts";
import type { ImportedClaim, Selection } from "./imported-claim.ts";
import { placeOf, placesByWords, regionOf, wordsAt } from "./place-of-claim.ts";

/** Words that are not found, with every blank and character that is not seen. */
function toSeen(words: string): string {
  return toVisible(toScalar(words));
}

/** Text of another tool on one line, so that no part of it leaves the comment. */
function toLine(text: string): string {
  return toVisible(text.replace(/\s+/g, " ").trim());
}

/** What the other tool says of a claim. */
function importedLines({ speaker, gist, comments }: ImportedClaim): string[] {
  return [
    ...(speaker === undefined ? [] : [`speaker as imported: ${speaker}`]),
    ...(gist === undefined ? [] : [`gist as imported: ${gist}`]),
    ...comments,
  ];
}

function toComment(lines: readonly string[]): string {
  return lines.map((line) => `  # ${line}\n`).join("");
}

/** The words at a place, with the number of the occurrence where the article has them again. */
function toNotation(text: string, { start, end }: Span): string {
  const exact = text.slice(start, end);
  const places = occurrences(text, exact);
  if (places.length === 1) return toScalar(exact);
  return `{ exact: ${toScalar(exact)}, nth: ${places.indexOf(start) + 1} }`;
}

function toCandidate(claim: ImportedClaim, place: Span, id: string, text: string): string {
  const { length } = [...text.slice(place.start, place.end)];
  const warning =
    length > passageLimit
      ? [`the claim has ${length} code points; the limit is ${passageLimit}: quote it in spans`]
      : [];
  return toComment([
    ...[...importedLines(claim), ...warning].map(toLine),
    ...candidateLines(id, toNotation(text, place)),
  ]);
}

/** Places in the article as messages name them: in code points. */
function listPlaces(offsets: readonly number[], article: SeedText): string {
  return offsets.map((at) => article.span(at, at).start).join(", ");
}

/** How words that are not in the article differ from what is there. */
function describeNearest(exact: string, article: SeedText): string {
  // words that are there were cut
  if (!article.text.includes(exact)) return describeNearestPassage(article, exact);
  const whole = intendedWords(exact, article);
  const remedy = whole === undefined ? "" : `, such as "${shorten(whole)}"`;
  return `starts or ends inside a word; quote whole words${remedy}`;
}

/** Why a position gives no words. */
function describePosition(position: Span, article: SeedText, region: Span): string[] {
  const { start, end } = position;
  const heading = `not found in the article: the words from ${start} to ${end}`;
  const length = [...article.text.slice(region.start, region.end)].length;
  if (end > length) return [heading, `there are only ${length} code points; mark the words again`];
  const place = wordsAt(position, article.text, region);
  const words = toSeen(article.text.slice(place.start, place.end));
  return [heading, `${words} is there, which is not whole words; mark whole words`];
}

/** Why words that the article has are not one passage of it. */
function describeChoice(exact: string, places: readonly number[], article: SeedText): string[] {
  return [
    `occurs ${places.length} times in the article: ${toSeen(exact)}`,
    `at ${listPlaces(places, article)}; say which with prefix or suffix`,
  ];
}

/** Why the words of a selection are not one passage of the article. */
function describeAbsence(selection: Selection, article: SeedText): string[] {
  const { exact = "", position, within } = selection;
  const region = regionOf(selection, article.text);
  if (region === undefined)
    return [
      ...(exact === "" ? [] : [`not found in the article: ${toSeen(exact)}`]),
      "it is marked within other words, which are not one passage:",
      ...describeAbsence(within!, article),
    ];
  if (exact.trim() === "")
    return position === undefined
      ? ["not found in the article: neither words nor a position are given; mark the words"]
      : describePosition(position, article, region);
  const all = occurrences(article.text, exact);
  const places = placesByWords(selection, article.text, region).map(({ start }) => start);
  if (places.length > 0) return describeChoice(exact, places, article);
  const hint =
    all.length === 0
      ? describeNearest(exact, article)
      : `the words are at ${listPlaces(all, article)}, but not where prefix, suffix or another ` +
        "selector say; correct these, or leave them out";
  return [`not found in the article: ${toSeen(exact)}`, hint];
}

/**
 * Candidates for data/statements/SOURCE-ID.yaml, in the order of the article: all of it comments,
 * which a curator fills in. A claim whose words are not one passage of the article comes last, with
 * what is there instead.
 */
export function toCandidates(
  claims: readonly ImportedClaim[],
  text: string,
  sourceId: string,
): string {
  const article = new SeedText(sourceId, text);
  const placed = claims.map((claim) => ({ claim, place: placeOf(claim, text) }));
  const candidates = placed
    .flatMap(({ claim, place }) => (place === undefined ? [] : [{ claim, place }]))
    .sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end)
    .map(({ claim, place }, i) => toCandidate(claim, place, `${sourceId}-claim-${i + 1}`, text));
  const missing = placed
    .filter(({ place }) => place === undefined)
    .map(({ claim }) => [
      ...describeAbsence(claim, article).map(toVisible),
      ...importedLines(claim).map(toLine),
    ])
    .map(toComment);
  return [...candidates, ...missing].join("\n");
}
