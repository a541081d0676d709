import { countBy, type Cell } from "baku-moscow";
import { toCollections } from "baku-moscow/own";
import { search } from "baku-moscow/search";
import type { Contender, OpenContender } from "./contender.ts";

interface Found {
  readonly id: string;
}
type Answer = readonly (Found | undefined | { readonly record: Found })[] | readonly Cell[];

export const open: OpenContender = (data) => {
  const { statements } = toCollections(data);
  const contender: Contender<Answer> = {
    answer: {
      W1: ({ id }) => [statements.get(id)],
      W2: ({ speaker, topic }) => statements.where({ speakers: speaker, topics: topic }),
      W3a: ({ country, month }) => statements.where({ country, date: month }),
      W3b: ({ country, year }) => statements.where({ country, date: year }),
      W4: ({ topics, year }) =>
        statements.where({ topics: { all: topics }, date: year }, { limit: 20 }),
      W5: () => countBy(statements, ["month", "topics"]).cells,
      W6: ({ topic, place }) => statements.where({ topics: topic, place }),
      W7: ({ words }, limit) => search(words.join(" "), { in: statements, limit }),
      W8a: ({ prefix }, limit) => search(prefix, { in: statements, limit }),
      W8b: ({ misspelt }, limit) => search(misspelt, { in: statements, limit }),
      W9: ({ topic }) => statements.where({ topics: topic }, { order: "newest", limit: 20 }),
    },
    toIds: (answer) =>
      (answer as readonly (Found | { readonly record: Found })[]).map((found) =>
        "record" in found ? found.record.id : found.id,
      ),
    toCounts: (answer) =>
      new Map((answer as readonly Cell[]).map(({ values, count }) => [values.join(" "), count])),
  };
  return contender;
};
