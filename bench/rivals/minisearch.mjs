import MiniSearch from "minisearch";

export function open({ data: { statements } }) {
  const index = new MiniSearch({ fields: ["gist"], idField: "id" });
  index.addAll(statements.map(({ id, gist }) => ({ id, gist })));
  const ids = (found, limit) => found.slice(0, limit).map((hit) => hit.id);
  return {
    W7: ({ words }, limit = 10) => ids(index.search(words.join(" "), { combineWith: "AND" }), limit),
    W8a: ({ prefix }, limit = 10) => ids(index.search(prefix, { prefix: true }), limit),
    W8b: ({ slip }, limit = 10) => ids(index.search(slip, { fuzzy: 1 }), limit),
  };
}
