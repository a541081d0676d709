/** Freezes a value and everything in it. */
export function freezeDeeply<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    // for-in takes a third of the time of a list of the values of each object
    for (const key in value) freezeDeeply(value[key]);
  }
  return value;
}
