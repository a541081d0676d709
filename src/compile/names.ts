/**
 * Which words name which record. A proper name, adjective or abbreviation counts in every source; an office or a
 * description only in the source that uses it for nobody else.
 */
import type { Problem } from "./problem.ts";
import { problem } from "./problem.ts";
import type { Draft, Drafts } from "./records.ts";
import { occurrences, type SeedText } from "./text.ts";

type Form = "name" | "adjective" | "abbreviation" | "office" | "description";

export interface Name {
  readonly text: string;
  readonly language: string;
  readonly form: Form;
  readonly source?: string;
}

const scoped = (form: Form) => form === "office" || form === "description";

interface Written {
  readonly text: string;
  readonly form?: Form;
  readonly language?: string;
  readonly source?: string;
}

/** A common noun may open a sentence: its first letter stands for both cases. */
function variants({ text, form }: Pick<Name, "text" | "form">): string[] {
  if (!scoped(form)) return [text];
  return [text[0]!.toLowerCase() + text.slice(1), text[0]!.toUpperCase() + text.slice(1)];
}

/** Where a name stands in a text on its own, not as part of a longer name of the same record. UTF-16 offsets. */
export function whereNamed(
  text: string,
  name: Pick<Name, "text" | "form">,
  longer: readonly Pick<Name, "text" | "form">[],
): number | undefined {
  const covered = longer.flatMap((other) => variants(other).flatMap((v) => occurrences(text, v).map((at) => [at, at + v.length] as const)));
  const own = variants(name).flatMap((v) => occurrences(text, v));
  return own.filter((at) => !covered.some(([from, to]) => from <= at && at + name.text.length <= to)).sort((a, b) => a - b)[0];
}

/** The names of every record, each with the seeds in which the build found it. */
export function collectNames(
  drafts: Drafts,
  texts: ReadonlyMap<string, SeedText>,
  allTexts: boolean,
  problems: Problem[],
): ReadonlyMap<string, readonly Name[]> {
  const all = new Map<string, readonly Name[]>();
  const takenIn = new Map<string, Draft>();
  for (const draft of drafts.values()) {
    const written = ((draft.notation.names ?? []) as (string | Written)[]).map((n): Written => (typeof n === "string" ? { text: n } : n));
    const names: Name[] = [];
    for (const [i, name] of written.entries()) {
      const form = name.form ?? "name";
      const fault = (message: string) => problems.push(problem(draft.spot(["names", i]), ["names", i], message));
      const entry = (source: string): Name => ({
        text: name.text,
        language: name.language ?? (drafts.get(source)?.notation.language as string | undefined) ?? "en",
        form,
        source,
      });
      if (written.some((other, j) => j < i && other.text === name.text && (other.source === undefined || other.source === name.source)))
        fault(`"${name.text}" stands here already; keep one of the two`);
      const longer = written
        .filter((other) => other.text !== name.text && other.text.includes(name.text))
        .map(({ text, form: f }) => ({ text, form: f ?? "name" }));
      const standsIn = (id: string) =>
        whereNamed(
          texts.get(id)!.text,
          { text: name.text, form },
          longer.filter((l) => l.text.length > name.text.length),
        ) !== undefined;
      if (scoped(form) && name.source === undefined) {
        fault(
          `say which source uses "${name.text}" for nothing else (source: …): ${form === "office" ? "an office" : "a description"} means somebody else elsewhere`,
        );
      } else if (name.source === undefined) {
        const found = [...texts.keys()].filter(standsIn);
        if (found.length === 0 && allTexts)
          fault(`"${name.text}" stands in no seed on its own; name the page that uses it (source: …), or remove it`);
        names.push(...found.map(entry));
      } else {
        if (texts.has(name.source) && !standsIn(name.source))
          fault(`"${name.text}" does not stand in ${name.source} on its own; correct it letter for letter, or remove it`);
        if (scoped(form)) {
          const key = JSON.stringify([name.text.toLowerCase(), name.source]);
          const other = takenIn.get(key);
          if (other && other.id !== draft.id)
            fault(`"${name.text}" means ${other.id} in ${name.source} already; words that mean two records show neither`);
          takenIn.set(key, draft);
        }
        names.push(entry(name.source));
      }
    }
    all.set(draft.id, names);
  }
  return all;
}

/** How far words are from naming a record: its name, an adjective of it, what stands for it in one text only. */
const distance = ({ form }: Name): number => (scoped(form) ? 2 : form === "adjective" ? 1 : 0);

/**
 * The words in a passage that name a record: a proper name before an adjective, which may belong to somebody else's office, and
 * both before an office; then the longest. UTF-16 offsets into the passage.
 */
export function shownBy(passage: string, source: string, names: readonly Name[]): { start: number; end: number; form: Form } | undefined {
  const usable = names
    .filter((n) => !scoped(n.form) || n.source === source)
    .sort((a, b) => distance(a) - distance(b) || b.text.length - a.text.length);
  for (const name of usable)
    for (const variant of variants(name)) {
      const start = occurrences(passage, variant)[0];
      if (start !== undefined) return { start, end: start + variant.length, form: name.form };
    }
  return undefined;
}
