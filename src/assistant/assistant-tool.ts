/** What a tool for assistants is: a question with named arguments, and its answer. */
import { description, version } from "../generated/release.ts";
import { sources } from "../collections/sources.ts";
import { cite } from "../outputs/cite-record.ts";

/** The arguments of a call, as an assistant sends them: nothing about them is known. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The schema of one argument, as JSON Schema. */
export interface ArgumentSchema {
  readonly type: "string" | "integer" | "boolean" | "object";
  readonly description: string;
  readonly enum?: readonly string[];
}

/** An answer: text for a model to read, and the same as data. */
export interface Answer {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A question that assistants can ask. It only reads. */
export interface AssistantTool {
  readonly name: string;
  readonly title: string;
  /** What it answers, and when to use it. */
  readonly description: string;
  readonly arguments: Readonly<Record<string, ArgumentSchema>>;
  /** The arguments that a call must have. */
  readonly required: readonly string[];
  /** A call that finds something, for documentation and tests. */
  readonly example: () => Arguments;
  /** It throws an InputError for wrong arguments. */
  run(given: Arguments): Answer | Promise<Answer>;
}

/** Which dataset and version answers. */
export const datasetLine: string = `${description.name} ${version}`;

/** The texts that the dataset is made of: "the 5 articles". */
export function articlesText(): string {
  const count = sources.count({ role: "seed" });
  return count === 1 ? "the one article" : `the ${count} articles`;
}

/** A number with what it counts: "1 meeting", "2 meetings". */
export function countText(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What an assistant must do with every claim. */
export const claimRule =
  "Each claim is its speaker's, as the outlet reports it; it is not a fact of the dataset. " +
  "When you repeat one, name the speaker and the outlet.";

/** What to do when nothing was found. */
export function nothingLine(what: string): string {
  return (
    `Not in the records of ${articlesText()} of ${datasetLine}: ${what}. ` +
    "If other words or ids do not find it either, say that the articles do not hold it; do not " +
    "fill the gap as if this dataset did."
  );
}

/** An answer with its version and the citation of the dataset. */
export function toAnswer(lines: readonly string[], data: Answer["data"]): Answer {
  const citation = cite().apa;
  return {
    text: [...lines, "", claimRule, `Dataset: ${citation}`].join("\n"),
    data: { ...data, rule: claimRule, version, dataset: citation },
  };
}
