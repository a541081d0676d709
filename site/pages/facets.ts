/** The facets of the first page: the fields of statements by which its readers filter. */
import { agreements, countBy, statements, topics, type StatementCriteria } from "#dataset";

export const facets = [
  ["sides", "Side"],
  ["speakers", "Speaker"],
  ["place", "Place"],
  ["topics", "Topic"],
  ["mode", "Mode of speech"],
  ["speechAct", "Speech act"],
  ["about", "Agreement"],
] as const;

export type Facet = (typeof facets)[number][0];

/** Whether a facet offers a value: of `about` only agreements. */
function isOffered(facet: Facet, value: string): boolean {
  if (facet === "about") return agreements.has(value);
  return facet !== "topics" || topics.has(value);
}

/** The values of a facet with the number of statements that each gives, the most frequent first. */
export function valuesOf(facet: Facet, criteria: StatementCriteria = {}): Map<string, number> {
  const values = countBy(statements, facet).cells.flatMap((cell) => cell.values[0] ?? []);
  const counts = values
    .filter((value) => isOffered(facet, value))
    .map((value) => [value, statements.count({ ...criteria, [facet]: value })] as const);
  return new Map(counts.sort(([, a], [, b]) => b - a));
}
