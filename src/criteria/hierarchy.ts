/** Which ids lie below which: narrower topics below a broader one, places below their country. */

/** The ids above an id, nearest first. A cycle ends where it began. */
function ancestors(id: string, parents: Readonly<Record<string, string>>): ReadonlySet<string> {
  const found = new Set<string>();
  let current = id;
  while (Object.hasOwn(parents, current)) {
    current = parents[current]!;
    if (current === id || found.has(current)) break;
    found.add(current);
  }
  return found;
}

/**
 * Each id that has descendants, with itself and all of them.
 *
 * @param parents - Each id with the id directly above it.
 */
export function withDescendants(
  parents: Readonly<Record<string, string>>,
): Record<string, string[]> {
  // without a prototype, because an id may be called `constructor`
  const below = Object.create(null) as Record<string, string[]>;
  for (const id of Object.keys(parents))
    for (const ancestor of ancestors(id, parents)) (below[ancestor] ??= [ancestor]).push(id);
  return below;
}
