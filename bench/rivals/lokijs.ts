import Loki, { type Chain, type LokiRow } from "lokijs";
import type { Contender, OpenContender } from "../contender.ts";
import type { CorpusStatement } from "../corpus.ts";

function toRow(statement: CorpusStatement, n: number): LokiRow {
  const { id, date, place, country, mode, topics, speakers } = statement;
  const actors = speakers.map(({ actor }) => actor);
  return { n, id, day: date.earliest, place, country, mode, topics, speakers: actors };
}

/** The days of a month or a year. */
function days(start: string): object {
  const end = start.length === 4 ? `${start}-12-31` : `${start}~`;
  return { $between: [start.length === 4 ? `${start}-01-01` : start, end] };
}

const inOrder = (chain: Chain) => chain.simplesort("n").data();
const contains = (value: string) => ({ $contains: value });

export const open: OpenContender = ({ statements }) => {
  const list = new Loki("bench").addCollection("statements", {
    indices: ["day", "place", "country", "mode"],
    unique: ["id"],
    disableMeta: true,
  });
  list.insert(statements.map(toRow));
  const find = (conditions: object[]) => list.chain().find({ $and: conditions });
  const contender: Contender<LokiRow[]> = {
    answer: {
      W1: ({ id }) => [list.by("id", id)!],
      W2: ({ speaker, topic }) =>
        inOrder(find([{ speakers: contains(speaker) }, { topics: contains(topic) }])),
      W3a: ({ country, month }) => inOrder(find([{ day: days(month) }, { country }])),
      W3b: ({ country, year }) => inOrder(find([{ day: days(year) }, { country }])),
      W4: ({ topics, year }) =>
        inOrder(
          find([{ day: days(year) }, ...topics.map((topic) => ({ topics: contains(topic) }))]),
        ).slice(0, 20),
      W6: ({ topic, place }) => inOrder(find([{ place }, { topics: contains(topic) }])),
      W9: ({ topic }) =>
        list
          .chain()
          .find({ topics: contains(topic) })
          .compoundsort([["day", true], "n"])
          .limit(20)
          .data(),
    },
    toIds: (rows) => rows.map(({ id }) => id),
  };
  return contender;
};
