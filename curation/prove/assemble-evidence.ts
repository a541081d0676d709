/**
 * From single supports to the published evidence: one entry for each passage, certainty and reason.
 */
import type { Proof, PageSupport, Support, ValueSupport } from "./support.ts";

type Way = "explicit" | "inferred" | "coded" | "outside";

function passageKey({ passage }: Support): string {
  return `${passage.text.id}:${passage.start}:${passage.exact.length}`;
}

/**
 * Supports of the same passage, certainty and reason. A coded value joins a passage that shows
 * others explicitly.
 */
function groupSupports(supports: readonly Support[]): Support[][] {
  const keyOf = (support: Support) => `${passageKey(support)}:${support.role ?? ""}`;
  const explicitPlaces = new Set(
    supports.filter(({ certainty }) => certainty === "explicit").map(keyOf),
  );
  const groups = new Map<string, Support[]>();
  for (const support of supports) {
    const joins = support.certainty === "coded" && explicitPlaces.has(keyOf(support));
    const certainty = joins ? "explicit" : support.certainty;
    const key = JSON.stringify([passageKey(support), support.role, certainty, support.reason]);
    groups.set(key, [...(groups.get(key) ?? []), { ...support, certainty }]);
  }
  return [...groups.values()];
}

/** Items that differ as JSON. */
function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function toEvidence(group: readonly Support[]): Proof["evidence"][number] {
  const { passage, certainty, reason, role } = group[0]!;
  const { text, start, exact } = passage;
  const end = start + exact.length;
  const anchors = group.flatMap(({ pointer, words }) =>
    words ? [{ pointer, ...text.span(start + words.start, start + words.end) }] : [],
  );
  return {
    source: text.id,
    quote: { exact, ...text.context(start, end) },
    position: text.span(start, end),
    ...(role !== undefined && { role }),
    supports: [...new Set(group.map(({ pointer }) => pointer))],
    certainty,
    ...(reason !== undefined && { reason }),
    anchors: unique(anchors),
  };
}

/** All ways in which each value is supported. */
class SupportSummary {
  readonly #byPointer = new Map<
    string,
    { ways: Set<Way>; form?: ValueSupport["form"]; words?: string }
  >();

  add(pointer: string, way: Way, support?: Support): void {
    const summary = this.#byPointer.get(pointer) ?? { ways: new Set<Way>() };
    this.#byPointer.set(pointer, summary);
    summary.ways.add(way);
    const { words, passage } = support ?? {};
    if (words?.form !== undefined) summary.form ??= words.form;
    if (words !== undefined && passage !== undefined && way === "explicit")
      summary.words ??= passage.exact.slice(words.start, words.end);
  }

  // a summary is complete when it is read: until then its form may be missing
  get supports(): Proof["supports"] {
    return this.#byPointer as Proof["supports"];
  }
}

/** The published evidence and how each value is supported. */
export function assembleEvidence(
  supports: readonly Support[],
  pages: readonly PageSupport[],
): Omit<Proof, "chosen"> {
  const evidence = groupSupports(supports).map(toEvidence);
  const summary = new SupportSummary();
  for (const support of supports) summary.add(support.pointer, support.certainty, support);
  for (const page of pages) for (const pointer of page.supports) summary.add(pointer, "outside");
  const [first] = evidence;
  const claim = supports.find(({ role }) => role === "claim");
  return {
    evidence,
    outside: [...pages],
    supports: summary.supports,
    ...(claim && { claim: claim.passage }),
    ...(first && { first: { source: first.source, ...first.position } }),
  };
}
