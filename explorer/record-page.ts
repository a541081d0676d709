/** The page of one record: its passages with the words marked that prove each field, and its fields with what each rests on. */
import { evidenceOf, isSourceId, related, resolve, sources, type DatasetRecord, type Entry, type EventDate } from "baku-moscow";
import { cite } from "baku-moscow/cite";
import { html, Html, outward, toPage } from "./html.ts";

const hidden = new Set(["kind", "id", "label", "gist", "names", "evidence", "outside", "accounts", "since", "note", "externalIds"]);
const hasEvidence = (record: DatasetRecord): record is Entry => record.kind !== "source" && record.kind !== "topic";

/** A link to a record, by its label. */
export const toRecord = (id: string, up = "../"): Html => {
  const record = resolve(id);
  return record ? html`<a href="${up}${record.id}/index.html"><bdi>${record.label}</bdi></a>` : html`<bdi>${id}</bdi>`;
};

/** A value of a field, in words, ids as links. */
function toValue(value: unknown): Html {
  if (typeof value === "string") return resolve(value) ? toRecord(value) : html`<bdi>${value}</bdi>`;
  if (Array.isArray(value)) return html`${value.map((item) => html`${toValue(item)} `)}`;
  if (typeof value !== "object" || value === null) return html`${String(value)}`;
  const v = value as Record<string, unknown>;
  if (typeof v.edtf === "string") {
    const { edtf, basis, asWritten, reason } = value as EventDate;
    return html`<time>${edtf}</time>
      <span class="soft"
        >${basis}${asWritten === undefined ? "" : `, written “${asWritten}”`}${reason === undefined ? "" : `: ${reason}`}</span
      >`;
  }
  const entries = Object.entries(v);
  const [first, ...rest] = entries;
  const more = rest.map(([key, inner]) => html`<span class="soft">${key}</span> ${toValue(inner)} `);
  return html`${first === undefined ? "" : toValue(first[1])} ${more}`;
}

interface Field {
  readonly number: number;
  readonly name: string;
  readonly pointer: string;
  readonly value: Html;
}

/** The fields of a record that have a value, numbered from the top; of a list each item. */
function fieldsOf(record: DatasetRecord): Field[] {
  const fields: Omit<Field, "number">[] = [];
  for (const [name, value] of Object.entries(record) as [string, unknown][]) {
    if (hidden.has(name) || (Array.isArray(value) && value.length === 0)) continue;
    if (Array.isArray(value)) value.forEach((item: unknown, i) => fields.push({ name, pointer: `/${name}/${i}`, value: toValue(item) }));
    else fields.push({ name, pointer: `/${name}`, value: toValue(value) });
  }
  return fields.map((field, i) => ({ ...field, number: i + 1 }));
}

/** A passage, split where the words for a field begin or end, so that no mark lies within another. */
function toPassage(record: Entry, index: number, fields: readonly Field[]): Html {
  const { source, quote, position, supports, anchors, certainty, reason } = record.evidence[index]!;
  const points = Array.from(quote.exact);
  const numberOf = (pointer: string) => fields.find((field) => field.pointer === pointer)?.number;
  const own = anchors.flatMap((anchor) => {
    const number = numberOf(anchor.pointer);
    return number === undefined ? [] : [{ number, start: anchor.start - position.start, end: anchor.end - position.start }];
  });
  const cuts = [...new Set([0, points.length, ...own.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const pieces = cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1]!;
    const numbers = own.filter(({ start, end }) => start <= from && end >= to).map(({ number }) => number);
    const closing = own.filter(({ end }) => end === to).map(({ number }) => number);
    const text = points.slice(from, to).join("");
    return numbers.length === 0
      ? html`${text}`
      : html`<mark data-fields="${numbers.join(" ")}">${text}</mark
          >${closing.length > 0 && html`<sup aria-hidden="true">${closing.join(" ")}</sup>`}`;
  });
  const whole = supports.flatMap((pointer) => {
    const number = numberOf(pointer);
    return number === undefined || own.some((o) => o.number === number) ? [] : [number];
  });
  const { outlet, url } = sources.get(source);
  return html`<figure class="passage ${certainty}">
    <blockquote data-fields="${whole.join(" ")}">
      <span class="context">${quote.prefix}</span><span class="exact">${pieces}</span><span class="context">${quote.suffix}</span>
    </blockquote>
    <figcaption>
      ${outward(url, outlet)}, code points ${position.start}–${position.end} · ${certainty}${reason === undefined ? "" : `: ${reason}`}
    </figcaption>
  </figure> `;
}

/** How a value is known, in words. */
function toCertainty(record: Entry, pointer: string): Html {
  const lines = evidenceOf(record, pointer as `/${string}`).map(({ certainty, source, reason }) =>
    certainty === "outside"
      ? html`<span class="outside">outside page: ${outward(sources.get(source).url, sources.get(source).outlet)}: ${reason}</span>`
      : html`<span class="${certainty}">${certainty}${reason === undefined ? "" : `: ${reason}`}</span>`,
  );
  const seen = new Set<string>();
  return html`${lines.filter(({ text }) => !seen.has(text) && seen.add(text)).map((line) => html`<div class="certainty">${line}</div>`)}`;
}

/** The page of a record. */
export function toRecordPage(record: DatasetRecord): string {
  const fields = fieldsOf(record);
  const passages = hasEvidence(record)
    ? record.evidence.flatMap((e, i) =>
        e.supports.some((pointer) => fields.some((field) => field.pointer === pointer)) ? [toPassage(record, i, fields)] : [],
      )
    : [];
  const accounts = hasEvidence(record) ? record.accounts : [];
  const names = hasEvidence(record) ? [...new Set(record.names.map((name) => name.text))] : [];
  const inverse = related(record).relations.filter((relation) => relation.direction === "inverse");
  const body = html`<main class="record">
    <article>
      <p class="soft">${record.kind} <code>${record.id}</code></p>
      <h1><bdi>${record.label}</bdi></h1>
      ${passages.length > 0 && html`<h2>The words that support it</h2>`} ${passages}
      ${
        hasEvidence(record) &&
        names.length > 0 &&
        html`<h2>Names</h2>
          <ul>
            ${names.map((text) => html`<li><bdi>${text}</bdi> <span class="soft">${[...new Set(record.names.filter((n) => n.text === text).map((n) => (n.source && isSourceId(n.source) ? sources.get(n.source).outlet : "")))].join(", ")}</span></li>`)}
          </ul>`
      }
      ${
        inverse.length > 0 &&
        html`<h2>Named by</h2>
          ${inverse.map(
            ({ kind, field, records }) =>
              html`<h3>${kind}, ${field}</h3>
                <ul>
                  ${records.map((other) => html`<li>${toRecord(other.id)}</li>`)}
                </ul>`,
          )}`
      }
    </article>
    <aside>
      <h2>Fields</h2>
      <dl>
        ${fields.map(
          ({ number, name, pointer, value }) =>
            html`<div class="field" id="field-${number}" data-field="${number}" tabindex="0">
              <dt><span class="number" aria-hidden="true">${number}</span> ${name}</dt>
              <dd>${value}${hasEvidence(record) && toCertainty(record, pointer)}</dd>
            </div> `,
        )}
      </dl>
      ${
        accounts.length > 0 &&
        html`<h2>Accounts that differ</h2>
          <ul>
            ${accounts.map(({ field, value, by, reason }) => html`<li>${field}: <b>${value}</b>, according to ${toRecord(by)}${reason === undefined ? "" : ` (${reason})`}</li>`)}
          </ul>`
      }
      ${record.note !== undefined && html`<p>${record.note}</p>`}
      <h2>Cite</h2>
      <p class="citation" id="citation">${cite(record).apa}</p>
      <p><button type="button" class="copy" data-copy="citation">Copy citation</button> <span role="status"></span></p>
    </aside>
  </main>`;
  return toPage({ title: `${record.label} – baku-moscow`, up: "../", body });
}
