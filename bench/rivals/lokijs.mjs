import Loki from "lokijs";

export function open({ data: { statements } }) {
  const list = new Loki("bench").addCollection("statements", { indices: ["day", "place", "country", "mode"], unique: ["id"], disableMeta: true });
  list.insert(statements.map((s, n) => ({ n, id: s.id, day: s.date.earliest, place: s.place, country: s.country, mode: s.mode, topics: s.topics, speakers: s.speakers.map((x) => x.actor) })));
  const inOrder = (chain) => (chain.simplesort("n").data());
  const span = (start) => ({ $between: start.length === 4 ? [`${start}-01-01`, `${start}-12-31`] : [start, `${start}~`] });
  return {
    W1: ({ id }) => [list.by("id", id)],
    W2: ({ speaker, topic }) => inOrder(list.chain().find({ $and: [{ speakers: { $contains: speaker } }, { topics: { $contains: topic } }] })),
    W3a: ({ country, month }) => inOrder(list.chain().find({ $and: [{ day: span(month) }, { country }] })),
    W3b: ({ country, year }) => inOrder(list.chain().find({ $and: [{ day: span(year) }, { country }] })),
    W4: ({ topics, year }) => inOrder(list.chain().find({ $and: [{ day: span(year) }, ...topics.map((topic) => ({ topics: { $contains: topic } }))] })).slice(0, 20),
    W6: ({ topic, place }) => inOrder(list.chain().find({ $and: [{ place }, { topics: { $contains: topic } }] })),
    W9: ({ topic }) => list.chain().find({ topics: { $contains: topic } }).compoundsort([["day", true], "n"]).limit(20).data(),
    idOf: (found) => found.id,
  };
}
