/** "Is this wrong?": a report about a field of a record, filled in, to send or to copy. */
import { createRequire } from "node:module";
import { evidenceOf, hasEvidence, sources, version, type DatasetRecord } from "#dataset";
import { html, type Html } from "./html.ts";
import { hasGuides } from "./navigation.ts";
import { shownFields, type ShownField } from "./passages.ts";
import { toReportText, toReportUrl, type Report } from "./report-text.ts";
import { toHeading, toName } from "./value-html.ts";

/** Where issues are kept, as package.json says; undefined while the package has no such place. */
function readBugs(): string | undefined {
  const manifest = createRequire(import.meta.url)("../../package.json") as {
    readonly bugs?: { readonly url?: string };
  };
  return manifest.bugs?.url;
}

/** The words for a value, each with its article. */
function wordsFor(record: DatasetRecord, { pointer }: ShownField): string {
  if (!hasEvidence(record)) return "";
  return evidenceOf(record, pointer as `/${string}`)
    .flatMap(({ quote, source }) => (quote === undefined ? [] : [[quote, source] as const]))
    .map(([quote, source]) => `“${quote}” (${sources.get(source).label})`)
    .join("\n");
}

function fieldName({ name, value }: ShownField): string {
  return typeof value === "string" ? `${toHeading(name)}: ${toName(value)}` : toHeading(name);
}

/** Where a reader finds what happens to a report. */
function toGuides(): Html {
  return html`What happens then stands in the
    <a href="../../docs/questions.html#something-is-wrong-what-happens-when-i-report-it"
      >Frequent questions</a
    >; what was corrected so far, in <a href="../../docs/corrections.html">Corrections</a>.`;
}

/** A report about each field, the first of which is shown. */
function reportsOf(record: DatasetRecord): Report[] {
  const whole = { record: `${record.kind}/${record.id}`, version };
  const fields = shownFields(record).map((field) => ({
    ...whole,
    field: fieldName(field),
    words: wordsFor(record, field),
  }));
  return [...fields, { ...whole, field: "something else", words: "" }];
}

/** The form of a report; `bugs` is where issues are kept. */
export function toReportSection(record: DatasetRecord, bugs = readBugs()): Html {
  const reports = reportsOf(record);
  const [first] = reports as [Report, ...Report[]];
  const where =
    bugs === undefined
      ? html`Copy the report and send it to the maintainers, at the address that the page of the
        package names.`
      : html`Open the form, which is filled in, or copy the report.`;
  const options = reports.map(
    ({ field, words }) => html`<option data-words="${words}">${field}</option> `,
  );
  return html`<details class="report" id="wrong" data-bugs="${bugs ?? ""}">
    <summary>Is this wrong?</summary>
    <p>${where} ${hasGuides && toGuides()}</p>
    <p>
      <label
        >Field
        <select id="report-field" hidden>
          ${options}
        </select></label
      >
    </p>
    <pre id="report" data-record="${first.record}" data-version="${first.version}">
${toReportText(first)}</pre>
    <p class="actions">
      ${
        bugs !== undefined &&
        html`<a id="report-link" href="${toReportUrl(bugs, first)}" rel="noopener"
          >Open the form</a
        >`
      }
      <button type="button" class="copy" data-copy="report">Copy report</button>
      <span role="status"></span>
    </p>
  </details>`;
}
