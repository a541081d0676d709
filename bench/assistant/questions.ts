/** The questions for assistants, and whether an answer is right. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

export interface Question {
  readonly question: string;
  /** The call of the server that answers it. */
  readonly ask: { readonly tool: string; readonly arguments: object };
  /** Records that the answer of the server holds. */
  readonly ids?: readonly string[];
  /** Words that a right answer has; `a|b` are alternatives. */
  readonly says?: readonly string[];
  /** false: the articles do not hold the answer. */
  readonly held?: false;
}

export function readQuestions(): Question[] {
  const file = fileURLToPath(new URL("questions.yaml", import.meta.url));
  // every scalar as text, so that 2022-10 and 135 stay as they are written
  const read: unknown = parse(readFileSync(file, "utf8"), { schema: "failsafe" });
  return (read as Record<string, unknown>[]).map(toQuestion) as Question[];
}

function toQuestion({ held, ...question }: Record<string, unknown>): object {
  return { ...question, ...(held !== undefined && { held: false }) };
}

/** Words by which an answer says that the articles do not hold something. */
const notHeld = /\b(not|nothing|no (record|statement|claim|mention)|none|neither|n't)\b/i;

/** The words of a right answer that an answer lacks. */
export function lacks({ held, says = [] }: Question, answer: string): string[] {
  if (held === false) return notHeld.test(answer) ? [] : ["that the articles do not hold it"];
  const text = answer.toLowerCase();
  return says.filter((words) => !words.split("|").some((one) => text.includes(one.toLowerCase())));
}
