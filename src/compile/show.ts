/** The rule of ground, value by value: whether the words of a passage show what a stated field says, and which words. */
import type { Name } from "./names.ts";
import { shownBy } from "./names.ts";
import type { Passage } from "./passage.ts";
import type { Problem } from "./problem.ts";
import { fieldsOf, type Built, type Drafts } from "./records.ts";
import { occurrences, type SeedText } from "./text.ts";
import { compare, points, writtenDates } from "./written-date.ts";

/** What the evidence of a record is checked against. */
export interface Context {
  readonly drafts: Drafts;
  readonly texts: ReadonlyMap<string, SeedText>;
  readonly names: ReadonlyMap<string, readonly Name[]>;
  readonly problems: Problem[];
}

/** The words of a passage that show a field's value; a sentence why not, where none do. UTF-16 offsets. */
export function show(
  record: Built,
  field: string,
  value: unknown,
  passage: Passage,
  { names, drafts }: Context,
): { start: number; end: number; form?: Name["form"] } | string {
  const source = passage.text.id;
  const within = (words: string) => {
    const start = occurrences(passage.exact, words)[0];
    return start === undefined ? undefined : { start, end: start + words.length };
  };
  const meta = fieldsOf(record.kind)[field]!;
  const item = value as Record<string, unknown>;
  // a reference to nobody is reported as such; its names cannot be asked for
  const byNames = (id: string) =>
    (drafts.has(id) ? undefined : { start: 0, end: passage.exact.length }) ??
    shownBy(passage.exact, source, names.get(id) ?? []) ??
    `it holds no name of ${id}${listNames(names.get(id) ?? [], source)}`;
  if (field === "date") {
    const { edtf, asWritten } = item as { edtf: string; asWritten?: string };
    const dates = writtenDates(passage.exact);
    if (asWritten !== undefined && !within(asWritten)) return `it does not hold "${asWritten}"`;
    const matching = dates.find(
      (d) => (asWritten === undefined || asWritten.includes(d.text)) && points(edtf).some((point) => compare(d, point) === "whole"),
    );
    if (matching) return asWritten === undefined ? matching : within(asWritten)!;
    const partly = dates.find((d) => points(edtf).some((point) => compare(d, point) === "part"));
    return partly ? `"${partly.text}" does not give the whole of ${edtf}` : `it holds no words for ${edtf}`;
  }
  if (field === "quantities") {
    const { asWritten, value: number } = item as { asWritten: string; value: number };
    const digits = /\d[\d,.]*/.exec(asWritten)?.[0].replace(/[,.]$/, "");
    if (digits !== undefined && Number(digits.replace(/,/g, "")) !== number) return `"${asWritten}" does not say ${number}`;
    return within(asWritten) ?? `it does not hold "${asWritten}"`;
  }
  if (field === "statuses" || field === "accounts") {
    const { value: term, by } = item as { value: string; by: string };
    const inVocabulary = termWords(record, field, item);
    const said = inVocabulary?.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "iu").exec(passage.exact)).find((m) => m !== null);
    if (inVocabulary && !said) return `it holds no word for "${term}" (${inVocabulary.map((w) => `${w}…`).join(", ")})`;
    const asserter =
      drafts.get(by)?.kind === "source" ? (by === source ? { start: 0, end: 0 } : `it does not stand in ${by}`) : byNames(by);
    if (typeof asserter === "string") return asserter;
    return said
      ? { start: said.index, end: said.index + said[0].length }
      : asserter.end > 0
        ? asserter
        : { start: 0, end: passage.exact.length };
  }
  return byNames(String(meta.key ? item[meta.key] : value));
}

/** The beginnings of words that show a term, if the field is of a vocabulary whose terms have some. */
function termWords(record: Built, field: string, item: Record<string, unknown>): readonly string[] | undefined {
  const about = field === "accounts" ? fieldsOf(record.kind)[String(item.field)] : undefined;
  const terms = (schema: unknown): Record<string, { words?: readonly string[] }> | undefined => {
    const s = schema as {
      meta?: () => { terms?: Record<string, { words?: readonly string[] }> } | undefined;
      element?: unknown;
      shape?: Record<string, unknown>;
      unwrap?: () => unknown;
      _zod?: { def: { innerType?: unknown; element?: unknown; shape?: Record<string, unknown> } };
    };
    const own = s.meta?.()?.terms;
    if (own) return own;
    const def = s._zod?.def;
    return def?.innerType
      ? terms(def.innerType)
      : def?.element
        ? terms(def.element)
        : def?.shape?.value
          ? terms(def.shape.value)
          : undefined;
  };
  return terms((about ?? fieldsOf(record.kind)[field]!).schema)?.[String(item.value)]?.words;
}

function listNames(names: readonly Name[], source: string): string {
  const texts = [
    ...new Set(names.filter((n) => (n.form !== "office" && n.form !== "description") || n.source === source).map((n) => n.text)),
  ];
  return texts.length === 0 ? ", which has none" : ` (${texts.map((t) => `"${t}"`).join(", ")})`;
}
