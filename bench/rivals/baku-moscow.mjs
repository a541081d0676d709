import { countBy, toCollections } from "baku-moscow";
import { search } from "baku-moscow/search";

export const name = "baku-moscow";
export function open({ data }) {
  const { statement } = toCollections(data);
  const ids = (list) => list.map((s) => s.id);
  const hits = (list) => list.map((hit) => hit.record.id);
  return {
    W1: ({ id }) => [statement.get(id).id],
    W2: ({ speaker, topic }) => ids(statement.where({ speakers: speaker, topics: topic })),
    W3: ({ country, month }) => ids(statement.where({ country, date: month })),
    W4: ({ topics, year }) => ids(statement.where({ topics: { all: topics }, date: year }, { limit: 20 })),
    W5: () => countBy(statement, ["month", "topics"]).cells,
    W6: ({ topic, place }) => ids(statement.where({ topics: topic, place })),
    W7: ({ words }, limit = 10) => hits(search(words.join(" "), { in: statement, limit })),
    W8a: ({ prefix }, limit = 10) => hits(search(prefix, { in: statement, limit })),
    W8b: ({ slip }, limit = 10) => hits(search(slip, { in: statement, limit })),
    table: (cells) => new Map(cells.map(({ values, count }) => [values.join(" "), count])),
    W9: ({ topic }) => ids(statement.where({ topics: topic }, { order: "newest", limit: 20 })),
  };
}
