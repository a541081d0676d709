/**
 * Which words name which record. A proper name, adjective or abbreviation counts in every source;
 * an office or a description only in the source that uses it for one record.
 */
import type { z } from "zod";
import type { Name as NameSchema } from "../../src/schema/entry.ts";
import { isProvable, type Draft, type Drafts, type ProofNotation } from "../draft.ts";
import { problem, type Problem } from "../problem.ts";
import { occurrences, type SeedText } from "./seed-text.ts";

/** A name and a source that uses it. */
export type Name = z.infer<typeof NameSchema>;
type Form = Name["form"];

/** A name as a curator wrote it. */
interface WrittenName {
  readonly text: string;
  readonly form: Form;
  readonly language?: string | undefined;
  readonly source?: string | undefined;
}

/** Where words for a record are in a passage. Offsets are UTF-16. */
export interface NamedWords {
  readonly start: number;
  readonly end: number;
  readonly form: Form;
}

/** Whether a name counts only in the source for which it is given. */
function isScoped(form: Form): boolean {
  return form === "office" || form === "description";
}

/** The spellings of a name: a common noun may open a sentence. */
function spellings({ text, form }: Pick<Name, "text" | "form">): string[] {
  if (!isScoped(form)) return [text];
  return [text[0]!.toLowerCase() + text.slice(1), text[0]!.toUpperCase() + text.slice(1)];
}

function occurrencesOfName(text: string, name: Pick<Name, "text" | "form">): number[] {
  return spellings(name).flatMap((spelling) => occurrences(text, spelling));
}

/**
 * Where a name first occurs by itself, and not as a part of a longer name of the record. A UTF-16
 * offset.
 */
export function findName(
  text: string,
  name: Pick<Name, "text" | "form">,
  longerNames: readonly Pick<Name, "text" | "form">[],
): number | undefined {
  const taken = longerNames.flatMap((longer) =>
    occurrencesOfName(text, longer).map((start) => ({ start, end: start + longer.text.length })),
  );
  const isPart = (at: number) =>
    taken.some(({ start, end }) => start <= at && at + name.text.length <= end);
  const own = occurrencesOfName(text, name).filter((at) => !isPart(at));
  return own.length === 0 ? undefined : Math.min(...own);
}

/** Other names of a record that contain this one. */
export function longerNamesOf<N extends { readonly text: string }>(
  name: { readonly text: string },
  names: readonly N[],
): N[] {
  return names.filter(({ text }) => text.length > name.text.length && text.includes(name.text));
}

function toWrittenName(notation: NonNullable<ProofNotation["names"]>[number]): WrittenName {
  if (typeof notation === "string") return { text: notation, form: "name" };
  return { ...notation, form: notation.form ?? "name" };
}

/** Reads the names of all records. */
class NameCollector {
  readonly #drafts: Drafts;
  readonly #texts: ReadonlyMap<string, SeedText>;
  readonly #hasAllTexts: boolean;
  readonly #problems: Problem[];
  /** Which record a scoped name means in a source. */
  readonly #meanings = new Map<string, string>();

  constructor(
    drafts: Drafts,
    texts: ReadonlyMap<string, SeedText>,
    hasAllTexts: boolean,
    problems: Problem[],
  ) {
    this.#drafts = drafts;
    this.#texts = texts;
    this.#hasAllTexts = hasAllTexts;
    this.#problems = problems;
  }

  /** The names of a record, one entry for each source that uses one. */
  namesOf(draft: Draft): Name[] {
    if (!isProvable(draft)) return [];
    const written = (draft.notation.names ?? []).map(toWrittenName);
    return written.flatMap((name, i) => {
      const report = (message: string) => {
        const path = ["names", i];
        this.#problems.push(problem(draft.spot(path), path, message));
      };
      const isRepeated = written
        .slice(0, i)
        .some(
          ({ text, source }) =>
            text === name.text && (source === undefined || source === name.source),
        );
      if (isRepeated) report(`"${name.text}" was already given; keep one of the two`);
      const longer = longerNamesOf(name, written);
      return name.source === undefined
        ? this.#findSources(name, longer, report)
        : this.#checkSource(draft, name, name.source, longer, report);
    });
  }

  #toName({ text, form, language }: WrittenName, source: string): Name {
    const draft = this.#drafts.get(source);
    const ownLanguage = draft?.kind === "source" ? draft.notation.language : undefined;
    return { text, language: language ?? ownLanguage ?? "en", form, source };
  }

  #isIn(source: string, name: WrittenName, longer: readonly WrittenName[]): boolean {
    return findName(this.#texts.get(source)!.text, name, longer) !== undefined;
  }

  /** A name without a source: the build looks in every seed. */
  #findSources(
    name: WrittenName,
    longer: readonly WrittenName[],
    report: (message: string) => void,
  ): Name[] {
    if (isScoped(name.form)) {
      const sort = name.form === "office" ? "an office" : "a description";
      report(
        `name the source that uses "${name.text}" for nothing else (source: …): ${sort} may ` +
          "mean another record elsewhere",
      );
      return [];
    }
    const sources = [...this.#texts.keys()].filter((id) => this.#isIn(id, name, longer));
    if (sources.length === 0 && this.#hasAllTexts)
      report(
        `"${name.text}" is in no seed by itself; name the page that uses it (source: …), or ` +
          "remove it",
      );
    return sources.map((source) => this.#toName(name, source));
  }

  #checkSource(
    draft: Draft,
    name: WrittenName,
    source: string,
    longer: readonly WrittenName[],
    report: (message: string) => void,
  ): Name[] {
    if (this.#texts.has(source) && !this.#isIn(source, name, longer))
      report(
        `"${name.text}" is not in ${source} by itself; correct it letter for letter, or remove it`,
      );
    if (isScoped(name.form)) {
      const key = JSON.stringify([name.text.toLowerCase(), source]);
      const other = this.#meanings.get(key);
      if (other !== undefined && other !== draft.id)
        report(
          `"${name.text}" already means ${other} in ${source}; words that mean two records ` +
            "show neither",
        );
      this.#meanings.set(key, draft.id);
    }
    return [this.#toName(name, source)];
  }
}

/** The names of every record, each with the seeds in which the build found it. */
export function collectNames(
  drafts: Drafts,
  texts: ReadonlyMap<string, SeedText>,
  hasAllTexts: boolean,
  problems: Problem[],
): ReadonlyMap<string, readonly Name[]> {
  const collector = new NameCollector(drafts, texts, hasAllTexts, problems);
  return new Map([...drafts.values()].map((draft) => [draft.id, collector.namesOf(draft)]));
}

/**
 * How directly a form names a record: a proper name, an adjective of it, words that count in one
 * text only.
 */
function formRank(form: Form): number {
  if (isScoped(form)) return 2;
  return form === "adjective" ? 1 : 0;
}

/** The names that count in a source. */
export function namesUsableIn(source: string, names: readonly Name[]): Name[] {
  return names.filter((name) => !isScoped(name.form) || name.source === source);
}

const office =
  "(?:(?:president|premier|minister|fm|ambassador|diplomat|leader|official)s?" +
  "|heads? of (?:state|government))";
/** "… foreign minister", "…'s president", "… and Deltan foreign ministers". */
const officeAfter = new RegExp(
  "^(?:['’]s?)?(?: and \\p{Lu}\\p{L}+(?:['’]s?)?)?" +
    `(?: (?:foreign|prime|deputy|top|defen[cs]e|senior))* ${office}(?!\\p{L})`,
  "iu",
);
/** "minister of foreign affairs of the Republic of …". */
const officeBefore = new RegExp(
  `(?<!\\p{L})${office}(?: (?:of|for) (?:foreign affairs|defen[cs]e))? (?:of|to) ` +
    "(?:\\p{Lu}\\p{L}+ and )?(?:the )?(?:(?:republic|federation) of )?$",
  "iu",
);

/** Whether words are part of a title: "Deltan" in "the Deltan foreign minister". */
function isInTitle(passage: string, start: number, end: number): boolean {
  return officeAfter.test(passage.slice(end)) || officeBefore.test(passage.slice(0, start));
}

/**
 * The words in a passage that name a record: a proper name before an adjective, which may belong to
 * the office of another, and both before an office; then the longest.
 *
 * @param skipsTitles - Words that are a part of somebody's title do not count: they say whose
 * minister it is, and not that the state takes part.
 */
export function findNamedWords(
  passage: string,
  source: string,
  names: readonly Name[],
  skipsTitles = false,
): NamedWords | undefined {
  const usable = namesUsableIn(source, names).sort(
    (a, b) => formRank(a.form) - formRank(b.form) || b.text.length - a.text.length,
  );
  for (const name of usable)
    for (const spelling of spellings(name)) {
      const start = occurrences(passage, spelling).find(
        (at) => !skipsTitles || !isInTitle(passage, at, at + spelling.length),
      );
      if (start !== undefined) return { start, end: start + spelling.length, form: name.form };
    }
  return undefined;
}
