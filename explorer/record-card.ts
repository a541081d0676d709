/**
 * A record for people: its passages, with the words marked that prove each field, and its fields with what each rests on. The page of
 * a record and the pane beside the list show the same.
 */
import { evidenceOf, resolve, sources, type DatasetRecord, type Entry, type EventDate, type SourceId } from "baku-moscow";
import { html, outward, toText, type Html } from "./html.ts";
import { means } from "./means.ts";
import { toChips, toDateText, toHeading, toLink, toName, toOutlet, toValue, toWords } from "./words.ts";

const hidden = new Set(["kind", "id", "label", "gist", "names", "evidence", "outside", "accounts", "since", "note", "externalIds"]);
export const hasEvidence = (record: DatasetRecord): record is Entry => record.kind !== "source" && record.kind !== "topic";

/** One value of a field and its pointer. */
interface Field {
  /** Set if a passage supports it. */
  readonly number: number | undefined;
  /** The very words are known, so that its number stands after them. */
  readonly exact: boolean;
  readonly name: string;
  readonly pointer: string;
  readonly value: unknown;
}

/** Who and when come first; the rest as the records have it. */
const first = ["speakers", "meeting", "date", "place"];
const place = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);

/** The fields that have a value, of a list each item; those that words prove are numbered from the top. */
function fieldsOf(record: DatasetRecord): Field[] {
  const proven = new Set(hasEvidence(record) ? record.evidence.flatMap(({ supports }) => supports) : []);
  const exact = new Set(hasEvidence(record) ? record.evidence.flatMap(({ anchors }) => anchors.map(({ pointer }) => pointer)) : []);
  let number = 0;
  return (Object.entries(record) as [string, unknown][])
    .filter(([name]) => !hidden.has(name))
    .flatMap(([name, value]) =>
      Array.isArray(value)
        ? value.map((item: unknown, i) => ({ name, pointer: `/${name}/${i}`, value: item }))
        : [{ name, pointer: `/${name}`, value }],
    )
    .sort((a, b) => place(a.name) - place(b.name))
    .map((field) => ({ ...field, exact: exact.has(field.pointer) }))
    .map((field) => ({ ...field, number: field.exact ? ++number : undefined }))
    .map((field) => ({ ...field, number: field.number ?? (proven.has(field.pointer) ? ++number : undefined) }));
}

/** Words of a source that prove a field: the very words, or, where these are not known, the whole passage. */
interface Proof {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly exact: boolean;
  readonly certainty: string;
}
/** Passages of one source that overlap or touch, as one. */
interface Stretch {
  start: number;
  end: number;
  text: string[];
  before: string[];
  after: string[];
  proofs: Proof[];
}

/** A mark does not end within a word. */
function wholeWords(
  anchor: { readonly start: number; readonly end: number },
  { start: first, text }: Stretch,
): { start: number; end: number } {
  let { start, end } = anchor;
  const inWord = (at: number) => /[\p{L}\p{N}]/u.test(text[at - first] ?? "");
  while (start > first && inWord(start - 1) && inWord(start)) start--;
  while (inWord(end) && inWord(end - 1)) end++;
  return { start, end };
}

/** The passages of a record by source, in the order of the text, those that overlap joined. */
function stretchesOf(record: Entry, fields: readonly Field[]): Map<string, Stretch[]> {
  const numbers = new Map(fields.map((field) => [field.pointer, field.number]));
  const bySource = new Map<string, Stretch[]>();
  const items = record.evidence
    .filter(({ supports }) => supports.some((pointer) => numbers.get(pointer) !== undefined))
    .sort((a, b) => a.position.start - b.position.start || b.position.end - a.position.end);
  for (const { source, position, quote, supports, anchors } of items) {
    const { start, end } = position;
    const list = bySource.get(source) ?? [];
    bySource.set(source, list);
    const text = Array.from(quote.exact);
    let stretch = list.at(-1);
    if (stretch === undefined || start > stretch.end) {
      stretch = { start, end, text, before: Array.from(quote.prefix), after: Array.from(quote.suffix), proofs: [] };
      list.push(stretch);
    } else if (end > stretch.end) {
      stretch.text.push(...text.slice(stretch.end - start));
      stretch.end = end;
      stretch.after = Array.from(quote.suffix);
    }
    for (const pointer of supports) {
      const number = numbers.get(pointer);
      if (number === undefined) continue;
      const certainty = evidenceOf(record, pointer as `/${string}`).find((s) => s.source === source && s.quote === quote.exact)!.certainty;
      const own = anchors.filter((anchor) => anchor.pointer === pointer);
      if (own.length === 0) stretch.proofs.push({ number, start, end, exact: false, certainty });
      for (const anchor of own) stretch.proofs.push({ number, ...wholeWords(anchor, stretch), exact: true, certainty });
    }
  }
  return bySource;
}

/** A stretch, split wherever the words for a field begin or end, so that no mark lies within another. */
function toPieces({ start, text, proofs }: Stretch): Html[] {
  const cuts = [...new Set([start, start + text.length, ...proofs.flatMap((proof) => [proof.start, proof.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1]!;
    const here = proofs.filter((proof) => proof.start <= from && proof.end >= to);
    const exact = here.filter((proof) => proof.exact);
    const own = exact.length > 0 ? exact : here;
    const list = (of: readonly Proof[]) => [...new Set(of.map(({ number }) => number))].sort((a, b) => a - b).join(" ");
    const closing = list(proofs.filter((proof) => proof.exact && proof.end === to));
    const words = text.slice(from - start, to - start).join("");
    const look = exact.length === 0 ? "whole" : exact.some(({ certainty }) => certainty === "explicit") ? "explicit" : exact[0]!.certainty;
    return html`<mark class="${look}" data-fields="${list(here)}" data-own="${list(own)}">${words}</mark
      >${closing !== "" && html`<sup aria-hidden="true">${closing}</sup>`}`;
  });
}

/** The context at an end of what is shown, and that the text goes on there. */
const cut = (side: "before" | "after", context: readonly string[]): string => {
  const words = context.join("");
  return words.trim() === ""
    ? ""
    : side === "before"
      ? `[…] ${words.trimStart()}`
      : /[.!?]\s*$/.test(words)
        ? words
        : `${words.trimEnd()} […]`;
};

/** Stretches between which all words are known stand in one paragraph; else a new one begins, and no context is shown twice. */
function paragraphs(stretches: readonly Stretch[]): Stretch[][] {
  const all: Stretch[][] = [];
  stretches.forEach((stretch, i) => {
    const before = stretches[i - 1];
    if (before && stretch.start - before.end <= stretch.before.length) all.at(-1)!.push(stretch);
    else {
      if (before) before.after = before.after.slice(0, Math.max(0, stretch.start - before.end - stretch.before.length));
      all.push([stretch]);
    }
  });
  return all;
}

/** How many passages of how many articles. */
export function toExtent(record: Entry): string {
  const all = [...stretchesOf(record, fieldsOf(record)).values()];
  const count = all.reduce((sum, list) => sum + list.length, 0);
  return `${count} ${count === 1 ? "passage" : "passages"} of ${all.length} ${all.length === 1 ? "article" : "articles"}`;
}

/** The passages of a record, one figure a source. */
export function toPassages(record: Entry, fields = fieldsOf(record)): Html[] {
  return [...stretchesOf(record, fields)].map(([source, stretches]) => {
    const { label, url } = sources.get(source as SourceId);
    const positions = stretches.map(({ start, end }) => `${start}–${end}`).join(", ");
    return html`<figure class="passage">
      <blockquote>
        ${paragraphs(stretches).map(
          (parts) =>
            html`<p>
              <span class="context">${cut("before", parts[0]!.before)}</span>${parts.map((part, i) => {
                const gap = i > 0 && part.start - parts[i - 1]!.end;
                return html`${gap && html`<span class="context">${part.before.slice(-gap).join("")}</span>`}<span class="exact"
                    >${toPieces(part)}</span
                  >`;
              })}<span class="context">${cut("after", parts.at(-1)!.after)}</span>
            </p>`,
        )}
      </blockquote>
      <figcaption>${outward(url, label)}, characters ${positions}</figcaption>
    </figure> `;
  });
}

/** How a value is known, in words. */
function toCertainty(record: Entry, { name, pointer, value }: Field, up: string): Html[] {
  const line = (certainty: string, text: Html) => html`<div class="certainty"><i class="line ${certainty}"></i>${text}</div> `;
  const meaning = typeof value === "string" ? means[`${name} ${value}`] : undefined;
  const supports = evidenceOf(record, pointer as `/${string}`);
  const lines = supports.map(({ certainty, source, reason, via }) =>
    via !== undefined
      ? line(
          certainty,
          html`from the <a href="${up}${via}/index.html">meeting’s record</a>:
            ${certainty === "outside" ? html`outside page, ${toOutlet(source)}` : certainty}`,
        )
      : certainty === "outside"
        ? line(certainty, html`outside page: ${outward(sources.get(source).url, toOutlet(source))}; ${reason}`)
        : line(
            certainty,
            html`${certainty}${reason !== undefined ? `: ${reason}` : certainty === "coded" && meaning !== undefined ? `: ${meaning}` : ""}`,
          ),
  );
  const reason = name === "date" ? (value as { reason?: string; basis?: string }) : undefined;
  if (reason?.reason !== undefined) lines.push(line("inferred", html`${toWords(reason.basis ?? "")}: ${reason.reason}`));
  if (lines.length === 0 && name === "country") lines.push(line("inferred", html`where the place lies`));
  if (lines.length === 0 && name === "sides")
    lines.push(line("inferred", html`the states of those who ${record.kind === "statement" ? "speak" : "take part"}`));
  const seen = new Set<string>();
  return lines.filter((one) => !seen.has(toText(one)) && seen.add(toText(one)));
}

/** The fields of a record with what each rests on; `up` is the way to the explorer's folder. */
export function toFields(record: DatasetRecord, up: string, fields = fieldsOf(record)): Html {
  const accounts = hasEvidence(record) ? record.accounts : [];
  const named = [...new Set(accounts.map(({ field }) => field))];
  const told = new Set<string>();
  return html`<dl class="fields">
    ${fields.map((field, i) => {
      const inner = html`<dt>
          <span class="number" aria-hidden="true">${field.exact && field.number}</span>
          ${fields[i - 1]?.name === field.name ? "" : toHeading(field.name)}
        </dt>
        <dd>
          ${toValue(field.value, up)}
          ${
            hasEvidence(record) &&
            toCertainty(record, field, up).map((line) => {
              const text = toText(line);
              if (text.length > 120 && told.has(text))
                return html`<div class="certainty"><i class="line outside"></i>the same page, as above</div> `;
              told.add(text);
              return line;
            })
          }
        </dd>`;
      return field.number === undefined
        ? html`<div class="field">${inner}</div> `
        : html`<div class="field" data-field="${field.number}" tabindex="0">${inner}</div> `;
    })}
    ${named.map(
      (name) =>
        html`<div class="field">
          <dt><span class="number" aria-hidden="true">≠</span> ${toHeading(name)}, by account</dt>
          <dd>
            <ul>
              ${accounts
                .filter(({ field }) => field === name)
                .map(
                  ({ value, by, reason }) =>
                    html`<li>
                      <b>${toName(value)}</b>, according to
                      ${toLink(by, up)}${reason !== undefined && html` <span class="soft">${reason}</span>`}
                    </li> `,
                )}
            </ul>
          </dd>
        </div> `,
    )}
  </dl>`;
}

/** A date, underlined as it is known. */
export const toDate = (date: EventDate): Html =>
  html`<span class="line ${date.basis === "stated" ? "" : date.basis === "outside-research" ? "outside" : "inferred"}"
    >${toDateText(date)}</span
  >`;

/** Who, when and where, above the title and below it. */
export function toHead(record: DatasetRecord, up: string): { readonly above: Html; readonly below: Html | undefined } {
  if (record.kind === "statement") {
    const { sides, mode, speechAct, speakers, date, place, occasion } = record;
    return {
      above: html`${toChips(sides)} Statement · ${toWords(mode)} · ${toWords(speechAct)}`,
      below: html`${
          speakers.length === 0
            ? "Nobody is named as the speaker"
            : speakers.map(
                ({ basis: _basis, side: _side, ...speaker }, i) =>
                  html`<span
                    class="${evidenceOf(record, `/speakers/${i}`).every(({ certainty }) => certainty === "inferred") ? "line inferred" : ""}"
                    >${toValue(speaker, up)}</span
                  > `,
              )
        }<br />
        ${date ? toDate(date) : "no date"}${place !== undefined && `, ${toName(place)}`}, ${toWords(occasion)}`,
    };
  }
  const { date, occurrence } = record as { date?: EventDate; occurrence?: string };
  const accounts = hasEvidence(record) ? record.accounts.filter(({ field }) => field === "occurrence") : [];
  const differ = new Set(accounts.map(({ value }) => value)).size > 1;
  const got = differ
    ? html`accounts differ:
      ${[...new Set(accounts.map(({ value }) => value))].map(
        (value, i) =>
          html`${i > 0 && "; "}<b>${toWords(value)}</b>, ${accounts.filter((a) => a.value === value).length === 1 ? "says" : "say"}
          ${accounts
            .filter((a) => a.value === value)
            .map(({ by }) => toName(by))
            .join(", ")}`,
      )}`
    : occurrence && html`${toWords(occurrence)}`;
  const below = (date ?? occurrence) !== undefined && html`${date && toDate(date)}${date && occurrence && " · "}${got || ""}`;
  return { above: html`${toHeading(record.kind)}`, below: below || undefined };
}

/** The pane beside the list. */
export function toPane(id: string): Html {
  const record = resolve(id)! as Entry;
  const { above, below } = toHead(record, "");
  return html`<p class="soft">${above}</p>
    <h2 class="title"><bdi>${record.label}</bdi></h2>
    <p class="soft">${below}</p>
    <h3>The words that prove it <span class="extent">${toExtent(record)}</span></h3>
    ${toPassages(record)} ${toFields(record, "")}
    <p class="actions">
      <button type="button" class="copy" data-copy="pane-citation">Copy citation</button>
      <button type="button" class="copy link">Copy link</button> <a href="${id}/index.html">Open the page of this record</a>
      <span role="status"></span>
    </p>`;
}
