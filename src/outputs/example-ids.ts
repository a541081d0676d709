/** Ids of the dataset at hand for examples in help, so that each example finds something. */
import { statements } from "../collections/statements.ts";

/** Ids that stand in one statement. */
export interface ExampleIds {
  readonly statement: string;
  readonly speaker: string;
  readonly topic: string;
}

const placeholders: ExampleIds = { statement: "ID", speaker: "ID", topic: "ID" };

/** The ids of the first quoted statement with a speaker and a topic. */
export function exampleIds(): ExampleIds {
  for (const { id, mode, speakers, topics } of statements) {
    const [speaker, topic] = [speakers[0]?.actor, topics[0]];
    if (mode === "direct-quotation" && speaker !== undefined && topic !== undefined)
      return { statement: id, speaker, topic };
  }
  return placeholders;
}
