/** Ids of withdrawn records in your own records: they lead to the successors. */
import type { Item } from "../criteria/condition.ts";
import type { Withdrawal } from "../criteria/fields.ts";
import { isList, isPlainObject } from "../criteria/input-error.ts";
import { currentId } from "../criteria/tombstones.ts";
import type { ValueShape } from "../criteria/value-shape.ts";
import { shapesOfKind } from "../generated/shapes.ts";
import type { Kind } from "../generated/types.ts";

/** The id of the successor; the same id when there is none. */
export type Follow = (id: string) => string;

/** Follows withdrawals to ids that are known. */
export function toFollow(
  withdrawals: Readonly<Record<string, Withdrawal>>,
  isKnown: (id: string) => boolean,
): Follow {
  return (id) => currentId(id, isKnown, withdrawals) ?? id;
}

function followValue(value: unknown, shape: ValueShape | undefined, follow: Follow): unknown {
  if (shape === undefined || value === null) return value;
  if (shape.is === "id") return typeof value === "string" ? follow(value) : value;
  if (shape.is === "list" && isList(value))
    return Object.freeze(value.map((item) => followValue(item, shape.of, follow)));
  if (shape.is !== "object" || !isPlainObject(value)) return value;
  const members = Object.entries(value).map(([name, inner]) => [
    name,
    followValue(inner, shape.members[name], follow),
  ]);
  return Object.freeze(Object.fromEntries(members));
}

/** A record whose references lead to records that exist. Its own id stays as it is. */
export function followIds(kind: Kind, record: Item, follow: Follow): Item {
  const { id } = record;
  const followed = followValue(record, shapesOfKind[kind], follow) as Item;
  return followed.id === id ? followed : Object.freeze({ ...followed, id });
}
