/** Where the words of an imported claim stand. Offsets are UTF-16, except those of a position. */
import { occurrences, type Span } from "../curation/locate/seed-text.ts";
import type { Selection } from "./imported-claim.ts";

/** Where the words of a selection may stand by what it says of them. */
export function placesByWords(
  { exact, prefix, suffix }: Selection,
  text: string,
  region: Span,
): Span[] {
  if (exact === undefined || exact.trim() === "") return [];
  const places = occurrences(text, exact)
    .map((start) => ({ start, end: start + exact.length }))
    .filter(({ start, end }) => start >= region.start && end <= region.end);
  const [before, after] = [prefix ?? "", suffix ?? ""];
  const asGiven = places.filter(
    ({ start, end }) => text.endsWith(before, start) && text.startsWith(after, end),
  );
  if (asGiven.length > 0) return asGiven;
  // as in the notation of quotes: the white space between a quote and the words around it is free
  return places.filter(
    ({ start, end }) =>
      text.slice(0, start).trimEnd().endsWith(before.trim()) &&
      text.slice(end).trimStart().startsWith(after.trim()),
  );
}

/** The words at a position. */
export function wordsAt({ start, end }: Span, text: string, region: Span): Span {
  const points = [...text.slice(region.start, region.end)];
  const before = points.slice(0, start).join("").length;
  const words = points.slice(start, end).join("");
  return { start: region.start + before, end: region.start + before + words.length };
}

/** The place that the position of a selection says, if its words are there. */
function placeByPosition(selection: Selection, text: string, region: Span): Span | undefined {
  const { exact, position } = selection;
  if (position === undefined) return undefined;
  const place = wordsAt(position, text, region);
  const words = text.slice(place.start, place.end);
  const isWholeLength = [...words].length === position.end - position.start;
  if (words.trim() === "" || !isWholeLength || (exact ?? words) !== words) return undefined;
  return occurrences(text, words).includes(place.start) ? place : undefined;
}

/** In which stretch of the article a selection is sought; undefined when that is not found. */
export function regionOf({ within }: Selection, text: string): Span | undefined {
  return within === undefined ? { start: 0, end: text.length } : placeOf(within, text);
}

/** Where the words of a selection stand; undefined unless it is one place. */
export function placeOf(selection: Selection, text: string): Span | undefined {
  const region = regionOf(selection, text);
  if (region === undefined) return undefined;
  const places = placesByWords(selection, text, region);
  return places.length === 1 ? places[0] : placeByPosition(selection, text, region);
}
