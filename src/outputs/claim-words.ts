/** The words of a claim as one text: in the order of the article, with […] where words are cut. */
import type { Collections } from "../collections/all-collections.ts";
import {
  readSet,
  type CollectionSet,
  type EntryIn,
  type SetOptions,
} from "../collections/collection-set.ts";
import { fail } from "../criteria/input-error.ts";
import type { Evidence, Statement } from "../generated/types.ts";

/** Own records may give no roles; their topics rest on the claim. */
function isClaim({ role, supports }: Evidence, hasRoles: boolean): boolean {
  return hasRoles ? role === "claim" : supports.some((pointer) => pointer.startsWith("/topics/"));
}

/** The passages with the words of the claim of a complete statement. */
export function claimsOf({ evidence }: Pick<Statement, "evidence">): Evidence[] {
  const hasRoles = evidence.some(({ role }) => role !== undefined);
  const passages = evidence.filter((passage) => isClaim(passage, hasRoles));
  const unique = new Map(passages.map((passage) => [passage.position.start, passage]));
  return [...unique.values()].sort((a, b) => a.position.start - b.position.start);
}

/**
 * The passages with the words of the claim of a statement, each once, in the order of the article.
 *
 * @throws InputError when it is not a statement of the collections.
 * @example claimPassages(statements.get("sia-friendship-is-example"))[0]?.position
 */
export function claimPassages<Set extends CollectionSet = Collections>(
  statement: EntryIn<Set, "statements">,
  options: SetOptions<Set> = {},
): Evidence[] {
  const set = readSet(options, "claimPassages");
  const { complete } = set.recordLike(statement, "claimPassages");
  return complete.kind === "statement"
    ? claimsOf(complete)
    : fail(`claimPassages: expects a statement, not a ${complete.kind}`);
}

/** Whether the passage is the beginning of a sentence or of a quotation. */
function startsSentence({ quote }: Evidence): boolean {
  return /(?:^|[.!?]["”’]?|“|(?:^|[\s(])")\s*$/u.test(quote.prefix);
}

/** Whether a sentence or a quotation ends with the passage. */
function endsSentence({ quote }: Evidence): boolean {
  return /[.!?]$/u.test(quote.exact) || /^(?:[.!?]|[,;]?["”])/u.test(quote.suffix);
}

/** Joins passages; those that touch are one stretch of words. */
function joinPassages(passages: readonly Evidence[]): string {
  return passages
    .map(({ quote, position }, i) => {
      const before = passages[i - 1];
      if (before === undefined) return quote.exact;
      const gap = position.start - before.position.end;
      if (gap <= 0) return quote.exact;
      const between = gap <= quote.prefix.length ? quote.prefix.slice(-gap) : undefined;
      const isOnlyPunctuation = between !== undefined && !/[\p{L}\p{N}]/u.test(between);
      return `${isOnlyPunctuation ? between : " […] "}${quote.exact}`;
    })
    .join("");
}

/** The words of a claim, with […] for every cut: in between, before them, and after them. */
export function claimText(passages: readonly Evidence[]): string {
  const [first, last] = [passages[0], passages.at(-1)];
  if (first === undefined || last === undefined) return "";
  const start = startsSentence(first) ? "" : "[…] ";
  const end = endsSentence(last) ? "" : " […]";
  return `${start}${joinPassages(passages).replace(/,$/, "")}${end}`;
}
