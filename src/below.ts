/** What lies under what, at any depth. A leaf: compile and run time both use it. */

/** Of each id that something lies under: itself and all that does. A circle ends where it began. */
export function descendants(parents: Readonly<Record<string, string>>): Record<string, string[]> {
  const below = Object.create(null) as Record<string, string[]>; // an id may be called as a member of every object
  for (const id of Object.keys(parents)) {
    const seen = new Set([id]);
    for (
      let at: string | undefined = parents[id];
      at !== undefined && !seen.has(at);
      at = Object.hasOwn(parents, at) ? parents[at] : undefined
    ) {
      seen.add(at);
      (below[at] ??= [at]).push(id);
    }
  }
  return below;
}
