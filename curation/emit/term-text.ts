/** The meaning of a term in a sentence. */
import type { Term } from "../../src/schema/field.ts";

/** What a term means, and a case of it where there is one. */
export function describeTerm({ means, example }: Pick<Term, "means" | "example">): string {
  return example === undefined ? means : `${means}. Example: ${example}`;
}
