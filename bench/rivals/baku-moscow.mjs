import { countBy, toCollections } from "baku-moscow";
import { search } from "baku-moscow/search";

export function open({ data }) {
  const { statement } = toCollections(data);
  return {
    W1: ({ id }) => [statement.get(id)],
    W2: ({ speaker, topic }) => statement.where({ speakers: speaker, topics: topic }),
    W3a: ({ country, month }) => statement.where({ country, date: month }),
    W3b: ({ country, year }) => statement.where({ country, date: year }),
    W4: ({ topics, year }) => statement.where({ topics: { all: topics }, date: year }, { limit: 20 }),
    W5: () => countBy(statement, ["month", "topics"]).cells,
    W6: ({ topic, place }) => statement.where({ topics: topic, place }),
    W7: ({ words }, limit = 10) => search(words.join(" "), { in: statement, limit }),
    W8a: ({ prefix }, limit = 10) => search(prefix, { in: statement, limit }),
    W8b: ({ slip }, limit = 10) => search(slip, { in: statement, limit }),
    idOf: (found) => (found.record ?? found).id,
    table: (cells) => new Map(cells.map(({ values, count }) => [values.join(" "), count])),
    W9: ({ topic }) => statement.where({ topics: topic }, { order: "newest", limit: 20 }),
  };
}
