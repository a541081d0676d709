import MiniSearch, { type SearchResult } from "minisearch";
import type { Contender, OpenContender } from "../contender.ts";

export const open: OpenContender = ({ statements }) => {
  const index = new MiniSearch({ fields: ["gist"], idField: "id" });
  index.addAll(statements.map(({ id, gist }) => ({ id, gist })));
  const contender: Contender<SearchResult[]> = {
    answer: {
      W7: ({ words }, limit) =>
        index.search(words.join(" "), { combineWith: "AND" }).slice(0, limit),
      W8a: ({ prefix }, limit) => index.search(prefix, { prefix: true }).slice(0, limit),
      W8b: ({ misspelt }, limit) => index.search(misspelt, { fuzzy: 1 }).slice(0, limit),
    },
    toIds: (hits) => hits.map(({ id }) => String(id)),
  };
  return contender;
};
