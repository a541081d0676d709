/** A small dataset for tests of the rule of ground, and what one of its records rests on. */
import { createHash } from "node:crypto";
import { expect } from "vitest";
import { stringify } from "yaml";
import { findAccountWords } from "../../curation/locate/account-words.ts";
import { collectNames } from "../../curation/locate/names.ts";
import type { Problem } from "../../curation/problem.ts";
import { prove } from "../../curation/prove/prove.ts";
import { isProvable } from "../../curation/draft.ts";
import { readPinnedTexts } from "../../curation/read/pinned-texts.ts";
import { expand } from "../../curation/validate/expand.ts";
import { readRecords } from "../../curation/validate/read-records.ts";

export const textA =
  "🕊 Alpha Ames of Delta met Beta Bond of Sigma in Gamma on 5 May 2022, the Delta agency " +
  "reports.\nAmes said that trade grows. Ames and Bond noted that roads matter. They talked " +
  "at the talks in Gamma. Bond asked for ports in Delta and Sigma. The Minister said that " +
  "rails are dear.\n";
const textC = "Cole of Delta was in Gamma. Cole met Ames in May.\n";

function seedOf(file: string, text: string) {
  const sha256 = createHash("sha256").update(text).digest("hex");
  return {
    role: "seed",
    curation: "complete",
    seed: { file, sha256, codePoints: [...text].length },
  };
}
const page = { role: "reference", curation: "listed" };
const sourceOf = (id: string, title: string, more: object) => ({
  label: id.toUpperCase(),
  outlet: id.toUpperCase(),
  title,
  url: `https://${id}.example/`,
  language: "en",
  knownFrom: "the page",
  ...more,
});

const sources = {
  "daily-a": sourceOf("daily-a", "Ames meets Bond", {
    ...seedOf("seeds/a.txt", textA),
    accordingTo: { actor: "delta", basis: "cited", asWritten: "the Delta agency reports" },
  }),
  "daily-c": sourceOf("daily-c", "Cole in Gamma", seedOf("seeds/c.txt", textC)),
  "page-b": sourceOf("page-b", "On Gamma and Delta", page),
  "page-e": sourceOf("page-e", "On rain", {
    ...page,
    published: { edtf: "2022-05-06" },
    accordingTo: { actor: "delta", basis: "publisher" },
  }),
  "page-d": sourceOf("page-d", "On the 5th", { ...page, published: "2022-05-06" }),
};
export const world: Readonly<Record<string, object>> = {
  "data/sources.yaml": sources,
  "data/places.yaml": {
    delta: { label: "Delta", type: "country", names: ["Delta"] },
    sigma: { label: "Sigma", type: "country", names: ["Sigma"] },
    gamma: { label: "Gamma", type: "city", country: "delta", names: ["Gamma"] },
  },
  "data/people.yaml": {
    "alpha-ames": { label: "Alpha Ames", country: "delta", names: ["Alpha Ames", "Ames"] },
    "beta-bond": { label: "Beta Bond", country: "sigma", names: ["Beta Bond", "Bond"] },
    "cora-cole": { label: "Cora Cole", country: "delta", names: ["Cole"] },
  },
  "data/topics.yaml": { trade: { label: "Trade", definition: "Trade." } },
  "data/meetings/talks.yaml": {
    label: "Talks in Gamma",
    source: "daily-a",
    format: "bilateral-talks",
    occurrence: "held",
    participants: ["alpha-ames", "beta-bond"],
    quote: "Alpha Ames of Delta met Beta Bond of Sigma in Gamma on 5 May 2022",
  },
};

const bytes = (text: string) => new TextEncoder().encode(text);

/** What a record of the world rests on, in one line each, and what is refused. */
export function proofOf(id: string, changes: Readonly<Record<string, object>>) {
  const data = Object.entries({ ...world, ...changes });
  const files = new Map<string, Uint8Array>([
    ["seeds/a.txt", bytes(textA)],
    ["seeds/c.txt", bytes(textC)],
    ...data.map(([path, value]) => [path, bytes(stringify(value))] as const),
  ]);
  const problems: Problem[] = [];
  const { drafts } = readRecords(files, problems);
  const texts = readPinnedTexts(files, drafts, problems);
  const names = collectNames(drafts, texts, true, problems);
  const accountWords = findAccountWords(drafts, texts, problems);
  const before = problems.length;
  const draft = drafts.get(id);
  if (draft === undefined || !isProvable(draft)) throw new Error(`${id} is not in the world`);
  const record = { ...expand(draft, names.get(id) ?? []) };
  const proof = prove(draft, record, { drafts, texts, names, accountWords, problems });
  const textOf = (source: string) => [...texts.get(source)!.text];
  const evidence = proof.evidence.map((one) => {
    const { source, quote, position, role, supports, certainty, reason, anchors } = one;
    // the position and the quote are the same words
    expect(textOf(source).slice(position.start, position.end).join("")).toBe(quote.exact);
    const values = supports.map((pointer) => {
      const words = anchors
        .filter((anchor) => anchor.pointer === pointer)
        .map(({ start, end }) => textOf(source).slice(start, end).join(""));
      return [pointer, ...words].join("=");
    });
    const head = [role, certainty].filter((part) => part !== undefined).join(" ");
    const because = reason === undefined ? "" : ` because ${reason}`;
    return `${head} "${quote.exact}": ${values.join(" ")}${because}`;
  });
  const pages = proof.outside.map(
    ({ source, supports, finding }) => `${source} finds "${finding}": ${supports.join(" ")}`,
  );
  const at = ({ line, column, message }: Problem) => `${line}:${column} ${message}`;
  return {
    proof,
    evidence,
    pages,
    messages: problems.slice(before).map(({ message }) => message),
    at: problems.slice(before).map(at),
    others: problems.slice(0, before).map(({ message }) => message),
  };
}
