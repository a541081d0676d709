/** Frozen copies of what JSON can hold. */
import { describeValue, isList, isPlainObject } from "./input-error.ts";

/** Why a value cannot be copied: what it holds that JSON cannot. */
export class NotJsonError extends Error {}

/** Objects that were copied, with their copies; null while one is being copied. */
type Copies = Map<object, unknown>;

function copyMembers(object: Readonly<Record<string, unknown>>, copies: Copies): object {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(object)) {
    const value = copyValue(object[key], copies);
    // assigning to `__proto__` would set the prototype
    if (key === "__proto__") Object.defineProperty(copy, key, { value, enumerable: true });
    else copy[key] = value;
  }
  return copy;
}

function copyObject(object: object, copies: Copies): unknown {
  if (isList(object)) return Array.from(object, (one: unknown) => copyValue(one, copies));
  if (isPlainObject(object)) return copyMembers(object, copies);
  throw new NotJsonError(`holds ${describeValue(object)}`);
}

function copyValue(value: unknown, copies: Copies): unknown {
  if (["function", "symbol", "bigint"].includes(typeof value))
    throw new NotJsonError(`holds a ${typeof value}`);
  if (typeof value === "number" && !Number.isFinite(value))
    throw new NotJsonError(`holds ${value}`);
  if (typeof value !== "object" || value === null) return value;
  const known = copies.get(value);
  if (known === null) throw new NotJsonError("holds itself");
  if (known !== undefined) return known;
  copies.set(value, null);
  const copy = Object.freeze(copyObject(value, copies));
  copies.set(value, copy);
  return copy;
}

/**
 * A frozen copy of a value. An object that occurs twice in it is copied once.
 *
 * @throws NotJsonError when it holds something that JSON cannot hold, or is nested too deeply.
 */
export function copyAsJson(value: unknown): unknown {
  try {
    return copyValue(value, new Map());
  } catch (error) {
    if (error instanceof RangeError) throw new NotJsonError("is nested too deeply");
    throw error;
  }
}
