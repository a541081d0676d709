/** The entries of the package by the names under which code imports them. */
import * as index from "#dataset";
import * as cite from "#dataset/cite";
import * as coding from "#dataset/coding";
import * as own from "#dataset/own";
import * as search from "#dataset/search";
import * as sql from "#dataset/sql";

const { name } = index.dataset;
const kinds = Object.fromEntries(
  Object.keys(index.collections).map((kind) => [`${name}/${kind}`, index]),
);
export const packageModules: Readonly<Record<string, object>> = {
  ...kinds,
  [name]: index,
  [`${name}/cite`]: cite,
  [`${name}/coding`]: coding,
  [`${name}/own`]: own,
  [`${name}/search`]: search,
  [`${name}/sql`]: sql,
};
