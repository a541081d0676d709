/** The error for wrong input, and the checks that throw it. */
import { didYouMean } from "../text/did-you-mean.ts";
import { quote } from "../text/visible.ts";

/**
 * What every function of the package throws for wrong input. The message says what to write
 * instead.
 */
export class InputError extends TypeError {
  /** Identifies the error, also across two copies of the package. */
  override readonly name = "InputError";
}

/** Throws an {@link InputError}. */
export function fail(message: string): never {
  throw new InputError(message);
}

/** What sort of object a value is, such as `[object Map]`. */
function tagOf(value: unknown): string {
  try {
    return Object.prototype.toString.call(value);
  } catch {
    // a revoked proxy has no tag
    return "an object that cannot be read";
  }
}

/** Whether a value is an object with members, and not a list, a Map or a Promise. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && tagOf(value) === "[object Object]";
}

/** Whether a value is a list; `Array.isArray` throws for a revoked proxy. */
export function isList(value: unknown): value is readonly unknown[] {
  return tagOf(value) === "[object Array]" && Array.isArray(value);
}

/** A value as a message shows it. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (value === Object(value)) {
    const tag = tagOf(value);
    return tag === "[object Array]" ? "a list" : tag;
  }
  return String(value);
}

/** Throws because a value is not what was expected at its place. */
export function rejectValue(place: string, expected: string, value: unknown): never {
  return fail(`${place}: expects ${expected}, not ${describeValue(value)}`);
}

/**
 * Throws unless a name is known. The message suggests the nearest known name or lists all of them;
 * it does not list records, because there are too many.
 */
export function checkName(
  place: string,
  noun: string,
  name: unknown,
  known: readonly string[],
  remedy = "",
): void {
  if (typeof name === "string" && known.includes(name)) return;
  const suggestion = typeof name === "string" ? didYouMean(name, known) : "";
  const list = noun === "record" ? remedy : `; it takes one of ${known.join(", ")}`;
  fail(`${place}: no ${noun} ${describeValue(name)}${suggestion || list}`);
}

/** Throws unless a value is a whole number, 0 or more. */
export function checkWholeNumber(place: string, value: unknown): void {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0)
    rejectValue(place, "a whole number, 0 or more", value);
}

/** Throws unless options are an object that has known members only. */
export function checkOptions(place: string, options: unknown, known: readonly string[]): void {
  if (!isPlainObject(options)) return rejectValue(place, "an object of options", options);
  for (const name of Object.keys(options)) checkName(place, "option", name, known);
}
