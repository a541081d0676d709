/** How often a passage says what its record says, after the reader of readings/passages. */
import { readFileSync } from "node:fs";
import type { AnswerFigures } from "../../curation/trust-figures.ts";
import type { Pair } from "./passage-pairs.ts";
import type { PlantedPair } from "./planted-pairs.ts";
import { shareOf } from "./statistics.ts";

const folder = "readings/passages";

/** What a reader says of a pair. */
export interface Answer {
  readonly id: string;
  readonly answer: "yes" | "no" | "unclear";
  readonly why?: string;
  /** 1: the first judgement; later rounds judge what was changed because of it. */
  readonly round: number;
}

function readJson<Value>(name: string): Value {
  return JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8")) as Value;
}

function countAnswers(of: string, answers: readonly Answer[]): AnswerFigures {
  const count = (wanted: Answer["answer"]) =>
    answers.filter(({ answer }) => answer === wanted).length;
  const [yes, no, unclear] = [count("yes"), count("no"), count("unclear")];
  const confirmed = yes + no === 0 ? null : shareOf(yes, yes + no);
  return { of, pairs: answers.length, yes, no, unclear, confirmed };
}

/** The figures for each value of a key, the largest group first. */
function byKey<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  answerOf: (item: Item) => Answer,
): AnswerFigures[] {
  const groups = new Map<string, Answer[]>();
  for (const item of items)
    groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), answerOf(item)]);
  return [...groups]
    .map(([key, answers]) => countAnswers(key, answers))
    .sort((a, b) => b.pairs - a.pairs || (a.of < b.of ? -1 : 1));
}

/** The false pairs that the reader saw through. */
function plantedFigures(answers: ReadonlyMap<string, Answer>) {
  const planted = readJson<PlantedPair[]>("planted");
  const isFound = ({ id }: PlantedPair) => answers.get(id)?.answer === "no";
  const kinds = [...new Set(planted.map((pair) => pair.planted))];
  const found = planted.filter(isFound).length;
  return {
    pairs: planted.length,
    found,
    share: shareOf(found, planted.length),
    byKind: kinds.map((kind) => {
      const own = planted.filter((pair) => pair.planted === kind);
      return { kind, pairs: own.length, found: own.filter(isFound).length };
    }),
  };
}

/** What became of the pairs that got a "no". */
function settledFigures(judged: readonly { readonly answer: Answer }[]) {
  const settled = readJson<Record<string, { outcome: "changed" | "kept" }>>("settled");
  const refused = judged.filter(({ answer }) => answer.answer === "no");
  const open = refused.find(({ answer }) => settled[answer.id] === undefined);
  if (open !== undefined)
    throw new Error(`${folder}/settled.json: ${open.answer.id} got a "no" and is not settled`);
  const count = (outcome: string) =>
    refused.filter(({ answer }) => settled[answer.id]!.outcome === outcome).length;
  return { changed: count("changed"), kept: count("kept") };
}

/** What the judgement of the pairs measures: the first answers, whatever was changed afterwards. */
export function passageFigures() {
  const answers = new Map(readJson<Answer[]>("answers").map((answer) => [answer.id, answer]));
  const judged = readJson<(Pair & { source: string })[]>("pairs").flatMap((pair) => {
    const answer = answers.get(pair.id);
    return answer === undefined ? [] : [{ pair, answer }];
  });
  const first = judged.filter(({ answer }) => answer.round === 1);
  const later = judged.filter(({ answer }) => answer.round > 1);
  const answerOf = ({ answer }: (typeof judged)[number]) => answer;
  return {
    all: countAnswers("all", first.map(answerOf)),
    byField: byKey(first, ({ pair }) => pair.field, answerOf),
    bySource: byKey(first, ({ pair }) => pair.source, answerOf),
    afterChanges: countAnswers("all", later.map(answerOf)),
    planted: plantedFigures(answers),
    settled: settledFigures(judged),
  };
}
