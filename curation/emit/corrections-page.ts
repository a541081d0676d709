/** docs/corrections.md: what was wrong, what replaced it, and who read the records. */
import type { Dataset } from "../dataset.ts";
import { code, toTable } from "./markdown.ts";

const introduction = `<!-- Written by \`npm run compile\` from data/corrections.yaml and
data/reviews.yaml; do not edit. -->

# Corrections and reviews

A value that turns out to be wrong is corrected in the next release and listed here, with the old
value and the reason. The README says how to report one, and how a person who is quoted objects. The
package has both lists as data:
`;

const exampleOf = (name: string) =>
  [
    "",
    "```ts",
    `import { corrections, reviewsOf } from "${name}";`,
    "",
    "for (const { record, field, old, why } of corrections) console.log(record, field, old, why);",
    "corrections.flatMap(({ record }) => reviewsOf(record));",
    "```",
    "",
  ].join("\n");

const aboutCorrections = `
## Corrections

Corrections of the first release were made before it.

`;

const aboutReviews = `
## Reviews

A review is never changed; a later one is added.
`;

const withoutPersons = `So far every reader was a language model. No person has read the records.
`;

function correctionsTable({ corrections }: Dataset): string {
  return toTable(
    ["record", "field", "old", "new", "why", "reported", "by", "corrected in"],
    corrections.map(({ record, field, old, new: given, why, reported, by, correctedIn }) => [
      code(record),
      code(field),
      old ?? "–",
      given ?? "–",
      why,
      reported,
      by,
      correctedIn,
    ]),
  );
}

function reviewsTable({ reviews }: Dataset): string {
  return toTable(
    ["day", "reader", "question", "of", "version", "outcome", "found", "kept in"],
    reviews.map((review) => [
      review.date,
      review.reader,
      review.question,
      (review.records ?? review.kinds)?.join(", ") ?? "all records",
      review.version,
      review.outcome,
      review.found,
      review.report === undefined ? "–" : code(review.report),
    ]),
  );
}

/** The page of corrections and reviews. */
export function emitCorrectionsPage(dataset: Dataset): string | undefined {
  const { corrections, reviews } = dataset;
  if (corrections.length + reviews.length === 0) return undefined;
  return [
    introduction,
    exampleOf(dataset.about.name),
    aboutCorrections,
    correctionsTable(dataset),
    aboutReviews,
    reviews.some(({ by }) => by === "person") ? "" : withoutPersons,
    "\n",
    reviewsTable(dataset),
  ].join("");
}
