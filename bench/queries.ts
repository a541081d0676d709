/** The queries of each workload, with parameters as frequent as they are in the corpus. */
import type { Corpus, CorpusStatement } from "./corpus.ts";
import { pickFrom, toRandom, type Random } from "./random.ts";

/** What each workload asks. */
export const workloads = {
  W1: "by id",
  W2: "a speaker and a topic",
  W3a: "a country and a month",
  W3b: "a country and a year",
  W4: "two topics in a year, the first 20 in order",
  W5: "number by month and topic",
  W6: "a topic and the meeting's place",
  W7: "two words, ranked, the first 10",
  W8a: "the beginning of a word, the first 10",
  W8b: "a word with a typing error, the first 10",
  W9: "a topic, the newest 20",
} as const;

export type Workload = keyof typeof workloads;

/** The parameters of a query of each workload. */
export interface Parameters {
  readonly W1: { readonly id: string };
  readonly W2: { readonly speaker: string; readonly topic: string };
  readonly W3a: { readonly country: string; readonly month: string };
  readonly W3b: { readonly country: string; readonly year: string };
  readonly W4: { readonly topics: readonly [string, string]; readonly year: string };
  readonly W5: object;
  readonly W6: { readonly topic: string; readonly place: string };
  readonly W7: { readonly words: readonly [string, string] };
  readonly W8a: { readonly prefix: string };
  readonly W8b: { readonly misspelt: string };
  readonly W9: { readonly topic: string };
}

export type Queries = { readonly [W in Workload]: readonly Parameters[W][] };

/** Two different items, or undefined if the list has only one. */
function pickTwo<Item>(list: readonly Item[], random: Random): [Item, Item] | undefined {
  const first = pickFrom(list, random);
  const others = list.filter((item) => item !== first);
  return others.length === 0 ? undefined : [first, pickFrom(others, random)];
}

/** Tries until something is found. */
function retry<Found>(attempt: () => Found | undefined): Found {
  for (;;) {
    const found = attempt();
    if (found !== undefined) return found;
  }
}

/** A word with one wrong letter; no word of the corpus contains a w. */
function misspell(word: string, random: Random): string {
  const position = 1 + Math.floor(random() * 6);
  return `${word.slice(0, position)}w${word.slice(position + 1)}`;
}

export function generateQueries({ words, data }: Corpus, count: number, seed = 2): Queries {
  const random = toRandom(seed);
  const repeat = <Made>(make: () => Made): Made[] => Array.from({ length: count }, make);
  const any = (): CorpusStatement => pickFrom(data.statements, random);
  const twoTopics = () => retry(() => pickTwo(any().topics, random));
  // words of medium frequency: neither in nearly every text nor in hardly any
  const medium = new Set(words.slice(100, 5000));
  const mediumWords = (text: string) => [
    ...new Set(text.split(" ").filter((word) => medium.has(word))),
  ];
  const twoWords = () =>
    retry(() => {
      const found = mediumWords(any().gist);
      return found.length < 2 ? undefined : pickTwo(found, random);
    });
  return {
    W1: repeat(() => ({ id: any().id })),
    W2: repeat(() => {
      const { speakers, topics } = any();
      return { speaker: pickFrom(speakers, random).actor, topic: pickFrom(topics, random) };
    }),
    W3a: repeat(() => {
      const { country, date } = any();
      return { country, month: date.earliest.slice(0, 7) };
    }),
    W3b: repeat(() => {
      const { country, date } = any();
      return { country, year: date.earliest.slice(0, 4) };
    }),
    W4: repeat(() => ({ topics: twoTopics(), year: String(2015 + Math.floor(random() * 10)) })),
    W5: [{}],
    W6: repeat(() => {
      const { topics, place } = any();
      return { topic: pickFrom(topics, random), place };
    }),
    W7: repeat(() => ({ words: twoWords() })),
    W8a: repeat(() => ({ prefix: twoWords()[0].slice(0, 6) })),
    W8b: repeat(() => ({ misspelt: misspell(twoWords()[0], random) })),
    W9: repeat(() => ({ topic: pickFrom(any().topics, random) })),
  };
}
