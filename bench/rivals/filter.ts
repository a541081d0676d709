/** What one writes without a library. */
import type { Contender, OpenContender } from "../contender.ts";
import type { CorpusStatement } from "../corpus.ts";

type Answer = (CorpusStatement | undefined)[] | Map<string, number>;

function newestFirst(a: CorpusStatement, b: CorpusStatement): number {
  if (a.date.earliest === b.date.earliest) return 0;
  return a.date.earliest > b.date.earliest ? -1 : 1;
}

function countMonthsAndTopics(statements: readonly CorpusStatement[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { date, topics } of statements)
    for (const topic of topics) {
      const key = `${date.earliest.slice(0, 7)} ${topic}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}

export const open: OpenContender = ({ statements }) => {
  const withWords = (test: (words: string[]) => boolean) =>
    statements.filter((s) => test(s.gist.split(" ")));
  const contender: Contender<Answer> = {
    answer: {
      W1: ({ id }) => [statements.find((s) => s.id === id)],
      W2: ({ speaker, topic }) =>
        statements.filter(
          (s) => s.speakers.some(({ actor }) => actor === speaker) && s.topics.includes(topic),
        ),
      W3a: ({ country, month }) =>
        statements.filter((s) => s.country === country && s.date.earliest.startsWith(month)),
      W3b: ({ country, year }) =>
        statements.filter((s) => s.country === country && s.date.earliest.startsWith(year)),
      W4: ({ topics, year }) =>
        statements
          .filter(
            (s) => topics.every((t) => s.topics.includes(t)) && s.date.earliest.startsWith(year),
          )
          .slice(0, 20),
      W5: () => countMonthsAndTopics(statements),
      W6: ({ topic, place }) =>
        statements.filter((s) => s.place === place && s.topics.includes(topic)),
      W7: ({ words }, limit) =>
        withWords((own) => words.every((word) => own.includes(word))).slice(0, limit),
      W8a: ({ prefix }, limit) =>
        withWords((own) => own.some((word) => word.startsWith(prefix))).slice(0, limit),
      W9: ({ topic }) =>
        statements
          .filter((s) => s.topics.includes(topic))
          .sort(newestFirst)
          .slice(0, 20),
    },
    toIds: (answer) => (answer as CorpusStatement[]).map(({ id }) => id),
    toCounts: (answer) => answer as Map<string, number>,
  };
  return contender;
};
