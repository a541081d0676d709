/** A candidate for a statement, as `npm run draft` writes it. */

/** A YAML scalar. JSON is YAML; a no-break space is made visible. */
export function toScalar(text: string): string {
  return JSON.stringify(text).replace(/\u00a0/g, "\\_");
}

/** A candidate: what a curator fills in. `claim` is in the notation of a quote. */
export function candidateLines(id: string, claim: string): string[] {
  return [
    `${id}: # name the claim`,
    "  speakers: []",
    "  speechAct:",
    "  gist:",
    "  about: []",
    "  topics: []",
    "  attribution:",
    `  claim: ${claim}`,
  ];
}
