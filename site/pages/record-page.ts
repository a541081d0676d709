/** The page of one record. */
import {
  dataset,
  hasEvidence,
  related,
  resolve,
  sources,
  statements,
  type DatasetRecord,
  type Entry,
  type Meeting,
  type Relation,
  type Statement,
} from "#dataset";
import { cite, claimPassages, quotations, type Citation } from "#dataset/cite";
import { isConcluded } from "../pictures/marks.ts";
import { toAccountSection } from "./account-section.ts";
import { toClaimLink, toClaimLists, toTitleText, toTitleUnderDate } from "./claim.ts";
import { toFieldList } from "./field-list.ts";
import { toHistorySection } from "./history-section.ts";
import { externalLink, html, type Html, type Part } from "./html.ts";
import { recordJsonLd } from "./json-ld.ts";
import { explorerPath, toPage } from "./page-frame.ts";
import { toExtent, toPassages } from "./passages.ts";
import { toPositionsSection } from "./positions-section.ts";
import { progressFields, toHead } from "./record-head.ts";
import { toReportSection } from "./report-section.ts";
import { toHeading, toLink, toOutlet, toWords } from "./value-html.ts";

const up = "../";

const meetingShapes: ReadonlyMap<string, string> = new Map([
  ["held", "●"],
  ["under-way", "◐"],
  ["declined", "×"],
]);

/** The marks of the timeline, as letters. */
function shapeOf(record: DatasetRecord): string {
  switch (record.kind) {
    case "agreement":
      return isConcluded(record) ? "◆" : "◇";
    case "meeting":
      return meetingShapes.get(record.occurrence) ?? "○";
    case "visit":
      return "▸";
    case "statement":
      return "“";
    default:
      return "·";
  }
}

/** What records say about this one when they name it in a field. */
const relationHeadings: ReadonlyMap<string, string> = new Map([
  ["statement about", "Statements about it"],
  ["statement speakers", "Statements"],
  ["statement meeting", "Statements made there"],
  ["statement place", "Statements made there"],
  ["statement targets", "Statements that accuse, praise or ask it"],
  ["statement citing", "Statements that relay its words"],
  ["statement source", "Statements in it"],
  ["meeting participants", "Meetings"],
  ["visit travellers", "Visits"],
  ["agreement parties", "Agreements"],
  ["agreement madeAt", "Documents made there"],
  ["agreement statuses.statement", "Documents whose status it tells"],
  ["meeting participants.side", "Meetings of its side"],
  ["meeting readouts", "Meetings that it tells of"],
  ["meeting readouts.actor", "Meetings of which it gives an account"],
  ["meeting withoutReadout", "Meetings without its own account"],
  ["statement accordingTo", "Statements on its account"],
  ["statement relayedBy", "Claims that it passes on"],
  ["statement relayedBy.in", "Claims that it passes on"],
]);

function relationHeading({ kind, field, type }: Relation): string {
  if (type !== undefined) return toHeading(type.replaceAll("-", " "));
  const known = relationHeadings.get(`${kind} ${field}`);
  const words = field.split(".").map((name) => toHeading(name).toLowerCase());
  return known ?? `${toHeading(kind)}, ${words.join(", ")}`;
}

/** Where the first words of a claim end in its article. */
function endOfClaim(statement: Statement): number {
  return claimPassages(statement)[0]?.position.end ?? 0;
}

/** The statements of the same article before and after it. */
function neighboursOf(statement: Statement): { before?: Statement; after?: Statement } {
  const all = statements
    .where({ source: statement.source })
    .sort((a, b) => endOfClaim(a) - endOfClaim(b));
  const at = all.findIndex(({ id }) => id === statement.id);
  const [before, after] = [all[at - 1], all[at + 1]];
  return { ...(before && { before }), ...(after && { after }) };
}

function toRow(shape: string, content: Part): Html {
  return html`<li>
    <span aria-hidden="true" class="shape">${shape}</span> <span>${content}</span>
  </li> `;
}

function toNames({ names }: Entry): Html | undefined {
  if (names.length === 0) return undefined;
  const rows = [...new Set(names.map(({ text }) => text))].map((text) => {
    const users = names
      .filter((name) => name.text === text)
      .map(({ source }) => (source !== undefined && sources.has(source) ? toOutlet(source) : ""));
    const list = [...new Set(users)].join(", ");
    return html`<li><bdi>${text}</bdi> <span class="soft">${list}</span></li> `;
  });
  return html`<h2>Names in the sources</h2>
    <ul class="rows">
      ${rows}
    </ul>`;
}

/** Spellings by which readers may search. Which names the articles use stands apart. */
function toSpellings(record: Entry): Html | undefined {
  if (!("spellings" in record) || record.spellings.length === 0) return undefined;
  const rows = record.spellings.map(
    ({ text, language }) =>
      html`<li><bdi lang="${language}">${text}</bdi> <span class="soft">${language}</span></li> `,
  );
  return html`<h2>Spellings in languages of the region, for search</h2>
    <ul class="rows">
      ${rows}
    </ul>`;
}

/** Whether accounts differ on whether it took place: then no words settle it. */
function isDisputed({ accounts }: Entry): boolean {
  const own = accounts.filter(({ field }) => progressFields.includes(field));
  const values = own.map(({ value }) => value);
  return new Set(values).size > 1;
}

function toWordsSection(record: Entry): Html | undefined {
  const passages = toPassages(record);
  if (passages.length === 0) return undefined;
  return html`<section class="card" aria-labelledby="words">
    <h2 id="words">
      ${isDisputed(record) ? "How the articles mention it" : "The words that support it"}
      <span class="extent">${toExtent(record)}</span>
    </h2>
    ${passages}
  </section>`;
}

/** The meeting at which a statement was made, and its neighbours in the article. */
function toPlaceInArticle(statement: Statement, meeting: Meeting): Html {
  const { before, after } = neighboursOf(statement);
  return html`<h2>Relations</h2>
    <ul class="rows">
      ${toRow(shapeOf(meeting), html`At ${toLink(meeting.id, up)}`)}
      ${before && toRow("←", html`Before it in the article: ${toLink(before.id, up)}`)}
      ${after && toRow("→", html`After it in the article: ${toLink(after.id, up)}`)}
    </ul>`;
}

function toRelatedRecord(other: DatasetRecord): Html {
  const isNotHeld = "occurrence" in other && other.occurrence !== "held";
  const occurrence = isNotHeld && toWords(other.occurrence);
  return toRow(
    shapeOf(other),
    html`${toLink(other.id, up)} <span class="soft">${occurrence}</span>`,
  );
}

function toRelatedList(records: readonly DatasetRecord[]): Html | Html[] {
  const claims = records.filter((record) => record.kind === "statement");
  if (claims.length > 0)
    return toClaimLists(
      claims,
      (claim) => claim,
      (claim) => toClaimLink(claim, up, toTitleUnderDate(claim)),
    );
  return html`<ul class="rows">
    ${records.map(toRelatedRecord)}
  </ul>`;
}

function toMentions(record: DatasetRecord): Html | undefined {
  const inverse = related(record).relations.filter(({ direction }) => direction === "inverse");
  if (inverse.length === 0) return undefined;
  return html`<h2>Mentioned in</h2>
    ${inverse.map(
      (relation) =>
        html`<h3>${relationHeading(relation)}</h3>
          ${toRelatedList(relation.records)}`,
    )}`;
}

function toIdentifiers({ externalIds }: Entry): Html | undefined {
  if (externalIds.length === 0) return undefined;
  const rows = externalIds.map(
    ({ scheme, id, verifiedIn }) =>
      html`<li>
        ${scheme} <code>${id}</code> <span class="soft">verified in ${verifiedIn}</span>
      </li> `,
  );
  return html`<h2>Identifiers</h2>
    <ul class="rows">
      ${rows}
    </ul>`;
}

function toCopyButton(what: string, id: string): Html {
  return html`<button type="button" class="copy" data-copy="${id}">Copy ${what}</button> `;
}

/** A text to copy that opens on request. */
function toCopyText(name: string, id: string, text: string): Html {
  return html`<details>
    <summary>${name}</summary>
    <pre id="${id}">${text}</pre>
    <p class="actions">${toCopyButton(name, id)}<span role="status"></span></p>
  </details>`;
}

/** The quotation of a statement, to paste. */
function toQuotation(record: DatasetRecord): Html[] {
  if (record.kind !== "statement") return [];
  return quotations(record).flatMap(({ text, markdown, html: markup }) => [
    toCopyText("Quotation", "quotation", text),
    toCopyText("Quotation as Markdown", "quotation-markdown", markdown),
    toCopyText("Quotation to embed (HTML)", "quotation-html", markup),
  ]);
}

function toCitation(record: DatasetRecord, { apa, bibtex }: Citation): Html {
  return html`<h2 class="unseen">Cite</h2>
    <p class="actions">
      ${toCopyButton("citation", "citation")}
      <button type="button" class="copy link">Copy link</button>
      <span role="status"></span>
    </p>
    <p class="citation" id="citation">${apa}</p>
    ${toQuotation(record)} ${toCopyText("BibTeX", "bibtex", bibtex)}
    ${toCopyText("JSON", "json", JSON.stringify(record, null, 1))}
    <p class="soft"><code>${record.kind}/${record.id}</code></p>`;
}

function meetingOf(record: DatasetRecord): Meeting | undefined {
  if (record.kind !== "statement" || record.meeting === undefined) return undefined;
  const meeting = resolve(record.meeting);
  return meeting?.kind === "meeting" ? meeting : undefined;
}

/** The way from the explorer to this record. */
function toTrail({ kind }: DatasetRecord, meeting: Meeting | undefined): Html {
  return html`<p class="trail">
    <a href="${up}index.html">Explorer</a> / ${meeting && html`${toLink(meeting.id, up)} /`}
    ${toHeading(kind)}
  </p>`;
}

/** What readers come for, in view: the article at the words, quotation, citation, report. */
function toJumps(record: DatasetRecord): Html {
  const [quotation] = record.kind === "source" ? [] : quotations(record);
  return html`<p class="jump">
    ${quotation && externalLink(quotation.link, `Open ${quotation.outlet} at the words`)}
    ${record.kind === "statement" && html`<a href="#quotation">Quotation</a>`}
    <a href="#citation">Citation</a> <a href="#wrong">Is this wrong?</a>
  </p>`;
}

/** A text for previews: of a statement, whose claim it is before the claim. */
function describeRecord(record: DatasetRecord): string {
  if (record.kind === "topic") return record.definition;
  if (record.kind === "statement") return record.label;
  const [quotation] = record.kind === "source" ? [] : quotations(record);
  return quotation === undefined ? `${toHeading(record.kind)}: ${record.label}` : quotation.text;
}

/** The page of a record. */
export function toRecordPage(record: DatasetRecord): string {
  const { above, below } = toHead(record, up);
  const meeting = meetingOf(record);
  const entry = hasEvidence(record) ? record : undefined;
  // of an event, what each side says comes before the words of any article
  const positions = toPositionsSection(record);
  const body = html`<main class="record" id="main">
    ${toTrail(record, meeting)}
    <article>
      <p class="soft">${above}</p>
      <h1>${toTitleText(record)}</h1>
      ${below && html`<p class="lead">${below}</p>`} ${toJumps(record)}
      ${record.kind === "event" && positions} ${entry && toWordsSection(entry)}
      ${entry && toNames(entry)} ${entry && toSpellings(entry)}
      ${record.kind === "statement" && meeting && toPlaceInArticle(record, meeting)}
      ${record.kind === "meeting" && toAccountSection(record)}
      ${record.kind !== "event" && positions} ${toMentions(record)}
    </article>
    <aside aria-label="Fields and citation">
      <h2>Fields, and what each rests on</h2>
      ${toFieldList(record, up)}
      ${record.note !== undefined && html`<p class="soft">${record.note}</p>`}
      ${entry && toIdentifiers(entry)}
      ${record.kind === "source" && html`<p>${externalLink(record.url, record.url)}</p>`}
      ${toCitation(record, cite(record))} ${toReportSection(record)} ${toHistorySection(record)}
    </aside>
  </main>`;
  const title = `${record.label} – ${dataset.name}`;
  return toPage({
    title,
    description: describeRecord(record),
    path: explorerPath(`${record.id}/index.html`),
    head: recordJsonLd(record),
    body,
    scripts: ["record.js"],
  });
}
