/** Label-free tests of the instructions of the third reading (readings/codebook). */
import { readFileSync } from "node:fs";
import { definitions, examples, termsOf } from "./codebook-questions.ts";
import { masi, shareOf } from "./statistics.ts";

const folder = "readings/codebook";

/** The answers of a file: an id, and what was answered. */
function readAnswers(name: string): ReadonlyMap<string, string> {
  const lines = readFileSync(`${folder}/${name}.answers.txt`, "utf8").trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [id, ...answer] = line.trim().split(/\s+/) as [string, ...string[]];
      return [id, answer.join(" ")];
    }),
  );
}

function resultOf(test: string, right: number, asked: number) {
  return { test, asked, right, share: shareOf(right, asked) };
}

/** How many answers are the term that was asked for. */
function recovered(test: string, asked: readonly { id: string; term: string }[], name: string) {
  const answers = readAnswers(name);
  const right = asked.filter(({ id, term }) => answers.get(id) === term).length;
  return resultOf(test, right, asked.length);
}

/** Every term that was given for the claims, in both orders. */
function legal(all: readonly ReadonlyMap<string, string>[]) {
  const text = readFileSync("readings/third/instructions.md", "utf8");
  const listed = [...text.matchAll(/^\d\. `([\w-]+)`/gm)].map((match) => match[1]!);
  const known = new Set([...termsOf(text).map(({ term }) => term), ...listed, "-"]);
  const given = all.flatMap((answers) =>
    [...answers.values()].flatMap((answer) => answer.split(/[ ,]/)),
  );
  const right = given.filter((term) => known.has(term)).length;
  return resultOf("gives only terms of the codebook", right, given.length);
}

/** The same code of the same claims, with the terms in their order and in the reverse one. */
function sameCode(
  test: string,
  place: number,
  [one, other]: readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>],
) {
  const codeOf = (answer: string | undefined) =>
    (answer?.split(" ")[place] ?? "").split(",").sort();
  const isSame = (id: string) => masi(codeOf(one.get(id)), codeOf(other.get(id))) === 0;
  const ids = [...one.keys()];
  return resultOf(test, ids.filter(isSame).length, ids.length);
}

/** The four tests. */
export function codebookFigures() {
  const orders = [readAnswers("claims"), readAnswers("claims-reversed")] as const;
  return [
    legal(orders),
    recovered("finds the term of a definition", definitions(), "definitions"),
    recovered("finds the term of the codebook's example", examples(), "examples"),
    sameCode("same mode when the terms are reversed", 0, orders),
    sameCode("same speech act when the terms are reversed", 1, orders),
    sameCode("same topics when the terms are reversed", 2, orders),
  ];
}
