/** A quote as a curator writes it, and the passage of a pinned text that it is. */
import { passageLimit } from "../schema/evidence.ts";
import { problem, shorten, type Path, type Problem } from "./problem.ts";
import type { Draft } from "./records.ts";
import { occurrences, type SeedText } from "./text.ts";

export type QuotePart = string | { exact: string; prefix?: string; suffix?: string; nth?: number };
export type QuoteNotation = QuotePart | QuotePart[];

/** A quote, found. Offsets are UTF-16, into the seed. */
export interface Passage {
  readonly text: SeedText;
  readonly start: number;
  readonly exact: string;
}

/** The passage that a quote is; undefined when it is none, or not one, which is then a problem. */
export function findQuote(part: QuotePart, text: SeedText, draft: Draft, path: Path, problems: Problem[]): Passage | undefined {
  const { exact, prefix, suffix, nth } = typeof part === "string" ? { exact: part } : part;
  const fault = (message: string) => void problems.push(problem(draft.spot(path), path, message));
  const length = [...exact].length;
  if (length > passageLimit)
    return fault(`has ${length} code points, and a passage at most ${passageLimit}; quote it in two spans (a list)`);
  if (!text.text.includes(exact)) return fault(`not found in ${text.id}; ${text.nearest(exact)}`);
  let found = occurrences(text.text, exact);
  if (found.length === 0) return fault(`starts or ends inside a word of ${text.id}; quote whole words`);
  if (prefix !== undefined) found = found.filter((at) => text.text.slice(0, at).trimEnd().endsWith(prefix.trim()));
  if (suffix !== undefined)
    found = found.filter((at) =>
      text.text
        .slice(at + exact.length)
        .trimStart()
        .startsWith(suffix.trim()),
    );
  if (nth !== undefined) found = found.slice(nth - 1, nth);
  if (found.length === 0) return fault(`"${shorten(exact)}" stands in ${text.id}, but not with this prefix, suffix or nth`);
  if (found.length > 1)
    return fault(`"${shorten(exact)}" stands ${found.length} times in ${text.id}; tell which with prefix, suffix or nth`);
  return { text, start: found[0]!, exact };
}
