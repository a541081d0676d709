/** The passages of a record, with the words marked that prove each field. */
import {
  evidenceOf,
  fieldValues,
  hasEvidence,
  organizations,
  sources,
  type Anchor,
  type DatasetRecord,
  type Entry,
  type Evidence,
  type FieldValue,
  type SourceId,
} from "#dataset";
import { passageUrl } from "#dataset/cite";
import { externalLink, html, type Html } from "./html.ts";
import { toName } from "./value-html.ts";

/** A value on the page. */
export interface ShownField extends FieldValue {
  /** The number that connects it with its words; undefined when no passage supports it. */
  readonly number: number | undefined;
  /** The exact words are known, so that its number follows them in the passage. */
  readonly hasExactWords: boolean;
}

/** Who and when come first; the rest in the order of the record. */
const firstFields = ["speakers", "meeting", "date", "place"];

function rankOf({ name }: FieldValue): number {
  const rank = firstFields.indexOf(name);
  return rank === -1 ? firstFields.length : rank;
}

function evidenceIn(record: DatasetRecord): readonly Evidence[] {
  return hasEvidence(record) ? record.evidence : [];
}

/**
 * The values of a record. Those with exact words are numbered first, then those that rest on a
 * whole passage.
 */
export function shownFields(record: DatasetRecord): ShownField[] {
  const evidence = evidenceIn(record);
  const proven = new Set(evidence.flatMap(({ supports }) => supports));
  const exact = new Set(evidence.flatMap(({ anchors }) => anchors.map((anchor) => anchor.pointer)));
  const values = fieldValues(record).sort((a, b) => rankOf(a) - rankOf(b));
  const pointers = values.map(({ pointer }) => pointer);
  const numbered = [
    ...pointers.filter((pointer) => exact.has(pointer)),
    ...pointers.filter((pointer) => proven.has(pointer) && !exact.has(pointer)),
  ];
  const numbers = new Map(numbered.map((pointer, i) => [pointer, i + 1]));
  return values.map((value) => ({
    ...value,
    number: numbers.get(value.pointer),
    hasExactWords: exact.has(value.pointer),
  }));
}

/**
 * Words of a source that prove a field: the exact words, or, when these are not known, the whole
 * passage.
 */
interface Proof {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly isExact: boolean;
  readonly certainty: string;
}

/** Passages of one source that overlap or touch, as one. Positions are code points. */
interface Stretch {
  readonly start: number;
  end: number;
  readonly text: string[];
  readonly before: readonly string[];
  after: readonly string[];
  /** The address of the article, which opens at the first passage. */
  readonly link: string;
  readonly proofs: Proof[];
  /** It holds words of the claim of a statement. */
  isClaim: boolean;
}

/** The words of an anchor, widened so that no mark ends inside a word. */
function toWholeWords(anchor: Anchor, stretch: Stretch): { start: number; end: number } {
  const isInWord = (at: number) => /[\p{L}\p{N}]/u.test(stretch.text[at - stretch.start] ?? "");
  let { start, end } = anchor;
  while (start > stretch.start && isInWord(start - 1) && isInWord(start)) start--;
  while (isInWord(end) && isInWord(end - 1)) end++;
  return { start, end };
}

/**
 * Joins a passage to the last stretch when they overlap or touch; otherwise it starts a new one.
 */
function addPassage(stretches: Stretch[], passage: Evidence): Stretch {
  const { position, quote } = passage;
  const { start, end } = position;
  const isClaim = passage.role === "claim";
  const text = Array.from(quote.exact);
  const last = stretches.at(-1);
  if (last === undefined || start > last.end) {
    const [before, after] = [Array.from(quote.prefix), Array.from(quote.suffix)];
    const link = passageUrl(passage);
    const stretch = { start, end, text, before, after, link, proofs: [], isClaim };
    stretches.push(stretch);
    return stretch;
  }
  last.isClaim ||= isClaim;
  if (end > last.end) {
    last.text.push(...text.slice(last.end - start));
    last.end = end;
    last.after = Array.from(quote.suffix);
  }
  return last;
}

function addProofs(
  stretch: Stretch,
  passage: Evidence,
  record: Entry,
  numbers: ReadonlyMap<string, number | undefined>,
): void {
  const { source, quote, position, supports, anchors } = passage;
  for (const pointer of supports) {
    const number = numbers.get(pointer);
    if (number === undefined) continue;
    const support = evidenceOf(record, pointer as `/${string}`).find(
      (one) => one.source === source && one.quote === quote.exact,
    );
    const certainty = support?.certainty ?? passage.certainty;
    const own = anchors.filter((anchor) => anchor.pointer === pointer);
    if (own.length === 0) stretch.proofs.push({ number, ...position, isExact: false, certainty });
    for (const anchor of own)
      stretch.proofs.push({ number, ...toWholeWords(anchor, stretch), isExact: true, certainty });
  }
}

/** The passages of a record by source, in the order of the text, those that overlap joined. */
function stretchesOf(record: Entry): Map<SourceId, [main: Stretch[], situation: Stretch[]]> {
  const numbers = new Map(shownFields(record).map(({ pointer, number }) => [pointer, number]));
  const bySource = new Map<SourceId, Stretch[]>();
  const passages = record.evidence
    .filter(({ supports }) => supports.some((pointer) => numbers.get(pointer) !== undefined))
    .sort((a, b) => a.position.start - b.position.start || b.position.end - a.position.end);
  for (const passage of passages) {
    const stretches = bySource.get(passage.source) ?? [];
    bySource.set(passage.source, stretches);
    addProofs(addPassage(stretches, passage), passage, record, numbers);
  }
  const situation = ["/accordingTo", "/meeting", "/occasion"].map((field) => numbers.get(field));
  return new Map(
    [...bySource].map(([source, stretches]) => [
      source,
      [
        stretches.filter((stretch) => !provesOnly(stretch, situation)),
        stretches.filter((stretch) => provesOnly(stretch, situation)),
      ],
    ]),
  );
}

/**
 * Whether a stretch says nothing but when and where something was said, and on whose account; such
 * words come last, apart from the others.
 */
function provesOnly({ proofs }: Stretch, fields: readonly (number | undefined)[]): boolean {
  return proofs.every((proof) => fields.includes(proof.number));
}

function toNumberList(proofs: readonly Proof[]): string {
  const numbers = new Set(proofs.map(({ number }) => number));
  return [...numbers].sort((a, b) => a - b).join(" ");
}

/** How a piece of a passage looks: as the best proof by its exact words, or as a whole passage. */
function lookOf(exact: readonly Proof[]): string {
  if (exact.length === 0) return "whole";
  const isExplicit = exact.some(({ certainty }) => certainty === "explicit");
  return isExplicit ? "explicit" : exact[0]!.certainty;
}

function toPiece({ start, text, proofs }: Stretch, from: number, to: number): Html {
  const here = proofs.filter((proof) => proof.start <= from && proof.end >= to);
  const exact = here.filter(({ isExact }) => isExact);
  const own = exact.length > 0 ? exact : here;
  const ending = toNumberList(proofs.filter(({ isExact, end }) => isExact && end === to));
  const words = text.slice(from - start, to - start).join("");
  const [fields, ownFields] = [toNumberList(here), toNumberList(own)];
  return html`<mark class="${lookOf(exact)}" data-fields="${fields}" data-own="${ownFields}"
      >${words}</mark
    >${ending !== "" && html`<sup aria-hidden="true">${ending}</sup>`}`;
}

/** A stretch, split where the words of a field start or end, so that no mark is inside another. */
function toPieces(stretch: Stretch): Html[] {
  const { start, text, proofs } = stretch;
  const edges = [
    start,
    start + text.length,
    ...proofs.flatMap((proof) => [proof.start, proof.end]),
  ];
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => toPiece(stretch, from, cuts[i + 1]!));
}

/** The context before a stretch, with a sign that the text starts earlier. */
function contextBefore({ before }: Stretch): string {
  const words = before.join("");
  return words.trim() === "" ? "" : `[…] ${words.trimStart()}`;
}

/** The context after a stretch, with a sign that the sentence goes on. */
function contextAfter({ after }: Stretch): string {
  const words = after.join("");
  if (words.trim() === "" || /[.!?]\s*$/.test(words)) return words.trim() === "" ? "" : words;
  return `${words.trimEnd()} […]`;
}

/** Stretches with only known words between them share a paragraph. No context is shown twice. */
function toParagraphs(stretches: readonly Stretch[]): Stretch[][] {
  const paragraphs: Stretch[][] = [];
  stretches.forEach((stretch, i) => {
    const previous = stretches[i - 1];
    const gap = previous === undefined ? Infinity : stretch.start - previous.end;
    if (gap >= 0 && gap <= stretch.before.length) {
      paragraphs.at(-1)!.push(stretch);
      return;
    }
    // words that are shown after those that follow them share nothing with these
    if (previous !== undefined && gap >= 0)
      previous.after = previous.after.slice(0, Math.max(0, gap - stretch.before.length));
    paragraphs.push([stretch]);
  });
  return paragraphs;
}

function toParagraph(stretches: readonly Stretch[]): Html {
  const parts = stretches.map((stretch, i) => {
    const gap = i === 0 ? 0 : stretch.start - stretches[i - 1]!.end;
    const between = stretch.before.slice(-gap).join("");
    return html`${gap > 0 && html`<span class="context">${between}</span>`}<span
        class="exact ${stretch.isClaim && "claim"}"
        >${toPieces(stretch)}</span
      >`;
  });
  return html`<p>
    <span class="context">${contextBefore(stretches[0]!)}</span>${parts}<span class="context"
      >${contextAfter(stretches.at(-1)!)}</span
    >
  </p>`;
}

/** How many passages of how many articles. */
export function toExtent(record: Entry): string {
  const stretches = [...stretchesOf(record).values()];
  const passages = stretches.flat(2).length;
  const articles = stretches.length;
  const passageWord = passages === 1 ? "passage" : "passages";
  return `${passages} ${passageWord} of ${articles} ${articles === 1 ? "article" : "articles"}`;
}

/** The body whose account an article says that it repeats. */
function toAccountOf(source: SourceId): string {
  const { accordingTo } = sources.get(source);
  if (accordingTo?.basis !== "cited" || accordingTo.actor === undefined) return "";
  const article = organizations.has(accordingTo.actor) ? "the " : "";
  return `, citing ${article}${toName(accordingTo.actor)}`;
}

/** The passages of a record, one figure per source. */
export function toPassages(record: Entry): Html[] {
  return [...stretchesOf(record)].map(([source, stretches]) => {
    const { label, url } = sources.get(source);
    const inTextOrder = stretches.flat().sort((a, b) => a.start - b.start);
    const positions = inTextOrder.map(
      ({ start, end, link }, i) => html`${i > 0 && ", "}${externalLink(link, `${start}–${end}`)}`,
    );
    const [claims, situation] = stretches;
    return html`<figure class="passage">
      <figcaption>
        ${externalLink(url, label)}${toAccountOf(source)}, characters ${positions}
      </figcaption>
      <blockquote>${toParagraphs(claims).map(toParagraph)}</blockquote>
      ${
        situation.length > 0 &&
        html`<p class="soft apart">On whose account, when and where, elsewhere in the article:</p>
          <blockquote>${toParagraphs(situation).map(toParagraph)}</blockquote>`
      }
    </figure> `;
  });
}
