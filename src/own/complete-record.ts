/** Own records as the functions of the package read them: with every list, and without null. */
import type { Item } from "../criteria/condition.ts";
import { isList, isPlainObject } from "../criteria/input-error.ts";
import type { MembersShape, ValueShape } from "../criteria/value-shape.ts";
import { shapesOfKind } from "../generated/shapes.ts";
import type { Kind } from "../generated/types.ts";

type Members = Readonly<Record<string, unknown>>;

function isStated(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function completeValue(value: unknown, shape: ValueShape): unknown {
  if (shape.is === "list") {
    const items = isList(value) ? value.filter(isStated) : [];
    return items.map((item) => completeValue(item, shape.of));
  }
  return shape.is === "object" && isPlainObject(value) ? completeMembers(value, shape) : value;
}

function completeMembers(object: Members, shape: MembersShape): Members {
  const own = Object.entries(object).filter(
    ([name, value]) => !Object.hasOwn(shape.members, name) && isStated(value),
  );
  const known = Object.entries(shape.members).flatMap(([name, member]) => {
    const value = Object.hasOwn(object, name) ? object[name] : undefined;
    const isGiven = isStated(value) || member.is === "list";
    return isGiven ? [[name, completeValue(value, member)] as const] : [];
  });
  return Object.fromEntries([...own, ...known]);
}

/** Passages that have no place in their text are taken to be apart, in the order of the list. */
const apart = 1e6;

/** A passage with the words around it and its place, which own records need not give. */
function completePassage(passage: unknown, i: number): unknown {
  const { quote, position, ...rest } = passage as { quote: Members; position?: Members };
  const start = i * apart;
  const end = start + String(quote.exact).length;
  return {
    ...rest,
    quote: { prefix: "", suffix: "", ...quote },
    position: { start, end, ...position },
  };
}

/** A checked record of a kind, complete. */
export function completeRecord(kind: Kind, record: Item): Item {
  const complete = completeMembers(record, shapesOfKind[kind]);
  const { evidence } = complete;
  return {
    ...complete,
    kind,
    ...(isList(evidence) && { evidence: evidence.map(completePassage) }),
  } as unknown as Item;
}
