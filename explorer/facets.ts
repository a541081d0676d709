/** The facets of the first page: the fields of statements that its readers filter by. */
import { countBy, isAgreementId, isTopicId, statements, type StatementCriteria } from "baku-moscow";

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

/** The values of a facet with how many statements choosing it gives, the most frequent first; of `about` only the agreements. */
export function valuesOf(field: Facet, criteria: StatementCriteria = {}): Map<string, number> {
  const values = countBy(statements, field).cells.flatMap(({ values: [value] }) =>
    value === null || value === undefined || (field === "about" && !isAgreementId(value)) || (field === "topics" && !isTopicId(value))
      ? []
      : [value],
  );
  const counts = values.map((value) => [value, statements.count({ ...criteria, [field]: value })] as const);
  return new Map(counts.sort(([, a], [, b]) => b - a));
}
